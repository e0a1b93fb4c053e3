// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.jface.viewers.ViewerFilter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.jface.window.Window;
import org.nullcline.api.contribution.Descriptor;
import org.nullcline.api.contribution.ExtensionPoint;
import org.nullcline.engine.registry.RegistryContributions;
import org.nullcline.workbench.Messages;
import org.nullcline.workbench.look.Icons;

/** All steps that the plug-ins contribute, by category, with a search. Made from their declarations alone: no plug-in is started. */
final class PaletteDialog extends TitleAreaDialog {

    private final Map<String, List<Descriptor>> categories = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private TreeViewer tree;
    private Label description;
    private String wanted = "";
    private Descriptor chosen;

    PaletteDialog(Shell shell, RegistryContributions contributions) {
        super(shell);
        setShellStyle(getShellStyle() | SWT.RESIZE);
        setHelpAvailable(false);
        for (var descriptor : contributions.list(ExtensionPoint.STEPS)) {
            if (!descriptor.deprecated()) {
                categories.computeIfAbsent(category(descriptor), c -> new ArrayList<>()).add(descriptor);
            }
        }
    }

    /** The category that the plug-in declares, or the plug-in itself. */
    private static String category(Descriptor descriptor) {
        var declared = descriptor.attribute("category", "");
        if (!declared.isBlank()) {
            return declared;
        }
        var bundle = descriptor.bundle();
        var last = bundle.substring(bundle.lastIndexOf('.') + 1);
        return last.isEmpty() ? bundle : last.substring(0, 1).toUpperCase(Locale.ROOT) + last.substring(1);
    }

    /** Opens the dialog. */
    Optional<Descriptor> choose() {
        return open() == Window.OK ? Optional.ofNullable(chosen) : Optional.empty();
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.palette_title);
    }

    @Override
    protected Point getInitialSize() {
        return new Point(560, 640);
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        setTitle(Messages.palette_title);
        setMessage(Messages.palette_text);
        var area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        GridLayoutFactory.swtDefaults().margins(10, 8).applyTo(area);
        var search = new Text(area, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL | SWT.BORDER);
        search.setMessage(Messages.palette_search);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(search);
        tree = new TreeViewer(area, SWT.SINGLE | SWT.BORDER | SWT.V_SCROLL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(tree.getControl());
        tree.setContentProvider(new Content());
        tree.setLabelProvider(new DelegatingStyledCellLabelProvider(new Labels()));
        tree.addFilter(new Search());
        tree.setInput(categories);
        tree.expandAll();
        description = new Label(area, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(SWT.DEFAULT, description.getFont().getFontData()[0].getHeight() * 7).applyTo(description);
        search.addModifyListener(event -> {
            wanted = search.getText().strip().toLowerCase(Locale.ROOT);
            tree.refresh();
            tree.expandAll();
            // A name that fits is meant sooner than a word in a description.
            categories.values().stream().flatMap(List::stream).filter(this::matches)
                    .min((a, b) -> Boolean.compare(!named(a), !named(b)))
                    .ifPresent(first -> tree.setSelection(wanted.isEmpty() ? StructuredSelection.EMPTY : new StructuredSelection(first), true));
        });
        search.addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.ARROW_DOWN) {
                tree.getControl().setFocus();
            }
        });
        tree.addSelectionChangedListener(event -> select(event.getStructuredSelection().getFirstElement()));
        tree.addDoubleClickListener(event -> {
            if (chosen != null) {
                okPressed();
            }
        });
        search.setFocus();
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        super.createButtonsForButtonBar(parent);
        getButton(IDialogConstants.OK_ID).setText(Messages.palette_add);
        getButton(IDialogConstants.OK_ID).setEnabled(false);
    }

    private void select(Object element) {
        chosen = element instanceof Descriptor descriptor ? descriptor : null;
        description.setText(chosen == null ? "" : chosen.description());
        var ok = getButton(IDialogConstants.OK_ID);
        if (ok != null) {
            ok.setEnabled(chosen != null);
        }
    }

    private boolean named(Descriptor descriptor) {
        return (descriptor.name() + " " + descriptor.shortId()).toLowerCase(Locale.ROOT).contains(wanted);
    }

    private boolean matches(Descriptor descriptor) {
        return wanted.isEmpty() || (descriptor.name() + " " + descriptor.id() + " " + descriptor.description()).toLowerCase(Locale.ROOT).contains(wanted);
    }

    private final class Search extends ViewerFilter {
        @Override
        public boolean select(Viewer viewer, Object parent, Object element) {
            return element instanceof Descriptor descriptor ? matches(descriptor)
                    : categories.getOrDefault(element, List.of()).stream().anyMatch(PaletteDialog.this::matches);
        }
    }

    private final class Content implements ITreeContentProvider {
        @Override
        public Object[] getElements(Object input) {
            return categories.keySet().toArray();
        }

        @Override
        public Object[] getChildren(Object element) {
            return element instanceof String ? categories.get(element).toArray() : new Object[0];
        }

        @Override
        public Object getParent(Object element) {
            return element instanceof Descriptor descriptor ? category(descriptor) : null;
        }

        @Override
        public boolean hasChildren(Object element) {
            return element instanceof String;
        }
    }

    private static final class Labels extends LabelProvider implements DelegatingStyledCellLabelProvider.IStyledLabelProvider {
        @Override
        public StyledString getStyledText(Object element) {
            return element instanceof Descriptor descriptor
                    ? new StyledString(descriptor.name()).append("  " + descriptor.shortId(), StyledString.QUALIFIER_STYLER)
                    : new StyledString(element.toString());
        }

        @Override
        public Image getImage(Object element) {
            return Icons.image(element instanceof Descriptor ? "step" : "study");
        }
    }
}
