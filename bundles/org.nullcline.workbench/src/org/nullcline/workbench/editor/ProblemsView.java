// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.editor;

import java.util.Comparator;

import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.part.ViewPart;
import org.nullcline.engine.validate.Problem;
import org.nullcline.workbench.Messages;
import org.nullcline.workbench.look.ColumnOrder;
import org.nullcline.workbench.look.CopyRows;
import org.nullcline.workbench.look.Hints;
import org.nullcline.workbench.look.Icons;

/** What the validator says about the experiment in the active editor. Double click shows the place. */
public final class ProblemsView extends ViewPart {

    private Composite stack;
    private StackLayout pages;
    private Composite hint;
    private Composite page;
    private TableViewer table;
    private ExperimentPart part;

    private final ExperimentDocument.Listener listener = new ExperimentDocument.Listener() {
        @Override
        public void problemsChanged() {
            show();
        }
    };

    private final IPartListener2 parts = new IPartListener2() {
        @Override
        public void partActivated(IWorkbenchPartReference reference) {
            if (reference.getPart(false) instanceof ExperimentPart activated) {
                follow(activated);
            }
        }

        @Override
        public void partBroughtToTop(IWorkbenchPartReference reference) {
            partActivated(reference);
        }

        @Override
        public void partClosed(IWorkbenchPartReference reference) {
            if (reference.getPart(false) == part) {
                follow(null);
            }
        }
    };

    @Override
    public void createPartControl(Composite parent) {
        stack = new Composite(parent, SWT.NONE);
        pages = new StackLayout();
        stack.setLayout(pages);
        hint = Hints.page(stack, "");
        page = new Composite(stack, SWT.NONE);
        var layout = new TableColumnLayout();
        page.setLayout(layout);
        table = new TableViewer(page, SWT.FULL_SELECTION | SWT.MULTI | SWT.V_SCROLL);
        table.getTable().setHeaderVisible(true);
        table.setContentProvider(ArrayContentProvider.getInstance());
        ColumnViewerToolTipSupport.enableFor(table);
        var order = new ColumnOrder(table);
        column(order, layout, Messages.problems_problem, 72, true, Problem::sentence);
        column(order, layout, Messages.problems_step, 14, false, Problem::step);
        column(order, layout, Messages.problems_place, 14, false, Problem::place);
        CopyRows.enable(table.getTable());
        CopyRows.menu(table.getTable());
        table.addDoubleClickListener(event -> {
            if (part != null && table.getStructuredSelection().getFirstElement() instanceof Problem problem) {
                getSite().getPage().activate(part);
                part.reveal(problem);
            }
        });
        getSite().setSelectionProvider(table);
        getSite().getPage().addPartListener(parts);
        follow(getSite().getPage().getActiveEditor() instanceof ExperimentPart active ? active : null);
    }

    private interface Cell {
        String of(Problem problem);
    }

    private void column(ColumnOrder order, TableColumnLayout layout, String title, int weight, boolean icon, Cell cell) {
        var column = new TableViewerColumn(table, SWT.LEFT);
        column.getColumn().setText(title);
        layout.setColumnData(column.getColumn(), new ColumnWeightData(weight, 60));
        order.column(column.getColumn(), Problem.class, Comparator.comparing(cell::of));
        column.setLabelProvider(new ColumnLabelProvider() {
            @Override
            public String getText(Object element) {
                return cell.of((Problem) element);
            }

            @Override
            public Image getImage(Object element) {
                return icon ? Icons.image(((Problem) element).error() ? "error" : "warning") : null;
            }

            @Override
            public String getToolTipText(Object element) {
                return ((Problem) element).sentence();
            }
        });
    }

    private void follow(ExperimentPart followed) {
        if (part != null) {
            part.document().removeListener(listener);
        }
        part = followed;
        if (part != null) {
            part.document().addListener(listener);
        }
        show();
    }

    private void show() {
        if (stack.isDisposed()) {
            return;
        }
        var problems = part == null ? java.util.List.<Problem>of() : part.document().problems();
        table.setInput(problems);
        if (problems.isEmpty()) {
            Hints.say(hint, part == null ? Messages.problems_noEditor : NLS.bind(Messages.problems_none, part.getPartName()));
        }
        pages.topControl = problems.isEmpty() ? hint : page;
        setPartName(problems.isEmpty() ? Messages.problems_title : NLS.bind(Messages.problems_titleCount, problems.size()));
        stack.layout();
    }

    /** The rows as they are shown. */
    public TableViewer table() {
        return table;
    }

    @Override
    public void setFocus() {
        pages.topControl.setFocus();
    }

    @Override
    public void dispose() {
        getSite().getPage().removePartListener(parts);
        if (part != null) {
            part.document().removeListener(listener);
        }
        super.dispose();
    }
}
