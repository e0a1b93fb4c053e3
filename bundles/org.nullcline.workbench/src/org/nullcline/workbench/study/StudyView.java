// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.study;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.part.ViewPart;
import org.nullcline.workbench.Messages;
import org.nullcline.workbench.app.Ids;
import org.nullcline.workbench.look.Background;
import org.nullcline.workbench.look.Hints;

/** The studies as a tree: folders with their experiments. Double click opens. */
public final class StudyView extends ViewPart {

    private Studies studies;
    private Composite stack;
    private StackLayout pages;
    private Composite hint;
    private TreeViewer tree;
    private AutoCloseable subscription;
    private Job reading;
    private Path wanted;
    private int asked;

    /** What the tree shows: read in the background, so that a slow disk does not hold up the window. */
    private record Listing(List<Path> studies, Map<Path, List<Path>> children) {
    }

    @Override
    public void createPartControl(Composite parent) {
        studies = getSite().getService(Studies.class);
        stack = new Composite(parent, SWT.NONE);
        pages = new StackLayout();
        stack.setLayout(pages);
        hint = Hints.page(stack, Messages.study_empty);
        tree = new TreeViewer(stack, SWT.MULTI | SWT.H_SCROLL | SWT.V_SCROLL);
        tree.setContentProvider(new Content());
        tree.setLabelProvider(new StudyLabels(studies));
        ColumnViewerToolTipSupport.enableFor(tree);
        tree.setUseHashlookup(true);
        tree.addDoubleClickListener(event -> open((IStructuredSelection) event.getSelection()));
        var menu = new MenuManager();
        tree.getControl().setMenu(menu.createContextMenu(tree.getControl()));
        var emptyMenu = new MenuManager();
        hint.setMenu(emptyMenu.createContextMenu(hint));
        getSite().registerContextMenu(menu, tree);
        getSite().setSelectionProvider(tree);
        pages.topControl = hint;
        subscription = studies.onChange(() -> stack.getDisplay().asyncExec(this::refresh));
        refresh();
    }

    /** Reads the folders again. */
    public void refresh() {
        if (stack.isDisposed()) {
            return;
        }
        if (reading != null) {
            reading.cancel();
        }
        // A listing that was read before the last change may come after it; it does not know yet what is to be revealed.
        var number = ++asked;
        reading = Background.load(Messages.study_reading, stack, this::list, listing -> {
            if (number == asked) {
                show(listing);
            }
        }, sentence -> Hints.say(hint, sentence));
    }

    private Listing list() {
        Map<Path, List<Path>> children = new HashMap<>();
        var folders = studies.folders();
        folders.forEach(folder -> collect(folder, children, 0));
        return new Listing(folders, children);
    }

    private void collect(Path folder, Map<Path, List<Path>> children, int depth) {
        var content = studies.children(folder);
        children.put(folder, content);
        if (depth < 8 && children.size() < 2000) {
            content.stream().filter(Files::isDirectory).forEach(inner -> collect(inner, children, depth + 1));
        }
    }

    private void show(Listing listing) {
        var before = tree.getInput() instanceof Listing former ? former.studies : List.<Path>of();
        List<Object> expanded = new ArrayList<>(Arrays.asList(tree.getExpandedElements()));
        listing.studies.stream().filter(study -> !before.contains(study)).forEach(expanded::add);
        var selection = tree.getStructuredSelection();
        tree.getTree().setRedraw(false);
        tree.setInput(listing);
        tree.setExpandedElements(expanded.toArray());
        tree.setSelection(selection);
        if (wanted != null) {
            tree.expandToLevel(wanted.getParent(), 1);
            tree.setSelection(new StructuredSelection(wanted), true);
            wanted = null;
        }
        tree.getTree().setRedraw(true);
        pages.topControl = listing.studies.isEmpty() ? hint : tree.getControl();
        stack.layout();
    }

    /** Selects a file once it is listed. */
    public void reveal(Path file) {
        wanted = file;
        refresh();
    }

    private void open(IStructuredSelection selection) {
        if (selection.getFirstElement() instanceof Path path) {
            if (Studies.isExperiment(path)) {
                OpenExperiments.open(getSite().getPage(), path);
            } else {
                tree.setExpandedState(path, !tree.getExpandedState(path));
            }
        }
    }

    /** The view in a page, if it is open there. */
    static StudyView in(org.eclipse.ui.IWorkbenchPage page) {
        return page == null ? null : (StudyView) page.findView(Ids.STUDY_VIEW);
    }

    @Override
    public void setFocus() {
        pages.topControl.setFocus();
    }

    @Override
    public void dispose() {
        try {
            if (subscription != null) {
                subscription.close();
            }
        } catch (Exception e) {
            ILog.of(StudyView.class).error(e.getMessage(), e);
        }
        super.dispose();
    }

    private final class Content implements ITreeContentProvider {
        @Override
        public Object[] getElements(Object input) {
            return ((Listing) input).studies.toArray();
        }

        @Override
        public Object[] getChildren(Object element) {
            return children(element).toArray();
        }

        @Override
        public Object getParent(Object element) {
            return tree.getInput() instanceof Listing listing && listing.studies.contains(element) ? null : ((Path) element).getParent();
        }

        @Override
        public boolean hasChildren(Object element) {
            return !children(element).isEmpty();
        }

        private List<Path> children(Object folder) {
            return tree.getInput() instanceof Listing listing ? listing.children.getOrDefault((Path) folder, List.of()) : List.of();
        }
    }

    /** The selected paths of a selection. */
    static List<Path> paths(Object selection) {
        return selection instanceof IStructuredSelection structured
                ? Arrays.stream(structured.toArray()).filter(Path.class::isInstance).map(Path.class::cast).toList() : List.of();
    }
}
