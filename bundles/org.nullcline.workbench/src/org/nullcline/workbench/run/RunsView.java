// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.run;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.ViewPart;
import org.nullcline.engine.run.RunSummary;
import org.nullcline.workbench.Messages;
import org.nullcline.workbench.look.Choices;
import org.nullcline.workbench.look.ColumnOrder;
import org.nullcline.workbench.look.CopyRows;
import org.nullcline.workbench.look.Hints;
import org.nullcline.workbench.look.Icons;
import org.nullcline.workbench.look.Times;

/** The runs of the store with their states, and the tasks of the selected one. Selecting a run makes it the one that all views show. */
public final class RunsView extends ViewPart implements RunCenter.Listener {

    private RunCenter center;
    private Composite stack;
    private StackLayout pages;
    private Composite hint;
    private SashForm sash;
    private TableViewer runs;
    private TaskTable tasks;
    private ColumnOrder order;
    private IMemento remembered;
    private String shown = "";

    @Override
    public void createPartControl(Composite parent) {
        center = getSite().getService(RunCenter.class);
        stack = new Composite(parent, SWT.NONE);
        pages = new StackLayout();
        stack.setLayout(pages);
        hint = Hints.page(stack, Messages.runs_empty);
        sash = new SashForm(stack, SWT.VERTICAL);
        var table = new Composite(sash, SWT.NONE);
        var layout = new TableColumnLayout();
        table.setLayout(layout);
        runs = new TableViewer(table, SWT.FULL_SELECTION | SWT.MULTI | SWT.V_SCROLL | SWT.VIRTUAL);
        runs.getTable().setHeaderVisible(true);
        runs.setContentProvider(ArrayContentProvider.getInstance());
        runs.setUseHashlookup(true);
        ColumnViewerToolTipSupport.enableFor(runs);
        order = new ColumnOrder(runs);
        order.restore(remembered);
        order.column(column(layout, Messages.runs_experiment, 46, true, row -> row.run().info().experiment()), RunRow.class,
                Comparator.comparing(row -> row.run().info().experiment(), String.CASE_INSENSITIVE_ORDER));
        order.column(column(layout, Messages.runs_state, 26, false, RunsView::state), RunRow.class, Comparator.comparing(row -> row.summary().state()));
        order.column(column(layout, Messages.runs_started, 18, false, row -> Times.since(row.run().info().created())), RunRow.class,
                Comparator.comparing(row -> row.run().info().created()));
        order.numbers(column(layout, Messages.runs_time, 12, false, row -> Times.span(row.summary().seconds())), RunRow.class, row -> row.summary().seconds());
        CopyRows.enable(runs.getTable());
        tasks = new TaskTable(sash, center);
        sash.setWeights(45, 55);
        // In a wide and low place the two tables stand side by side.
        sash.addListener(SWT.Resize, event -> {
            var size = sash.getSize();
            sash.setOrientation(size.x > 2.2 * size.y ? SWT.HORIZONTAL : SWT.VERTICAL);
        });
        Choices.listen(runs.getTable(), certain -> {
            // A run that has just begun is looked at before it is listed. Until then only a click or a key takes the views back to the selected one.
            if (runs.getStructuredSelection().getFirstElement() instanceof RunRow row && (certain || !row.id().equals(shown))) {
                center.look(row.id());
            }
        });
        var menu = new MenuManager();
        runs.getControl().setMenu(menu.createContextMenu(runs.getControl()));
        getSite().registerContextMenu(menu, runs);
        getSite().setSelectionProvider(runs);
        pages.topControl = hint;
        center.addListener(this);
    }

    private interface Cell {
        String of(RunRow row);
    }

    private static String state(RunRow row) {
        var summary = row.summary();
        var text = RunStates.text(summary.state());
        return summary.state() == RunSummary.State.DONE ? summary.cached() == summary.total() && summary.total() > 0 ? Messages.runs_allCached : text
                : NLS.bind(Messages.runs_stateCount, new Object[] {text, summary.done(), summary.total()});
    }

    private TableColumn column(TableColumnLayout layout, String title, int weight, boolean icon, Cell cell) {
        var column = new TableViewerColumn(runs, SWT.LEFT);
        column.getColumn().setText(title);
        layout.setColumnData(column.getColumn(), new ColumnWeightData(weight, icon ? 110 : 60));
        column.setLabelProvider(new ColumnLabelProvider() {
            @Override
            public String getText(Object element) {
                return cell.of((RunRow) element);
            }

            @Override
            public Image getImage(Object element) {
                return icon ? Icons.image(RunStates.icon(((RunRow) element).summary().state())) : null;
            }

            @Override
            public String getToolTipText(Object element) {
                var row = (RunRow) element;
                return NLS.bind(Messages.runs_toolTip, row.id(), row.run().info().source());
            }
        });
        return column.getColumn();
    }

    @Override
    public void init(IViewSite site, IMemento memento) throws PartInitException {
        super.init(site, memento);
        remembered = memento;
    }

    @Override
    public void saveState(IMemento memento) {
        order.save(memento);
    }

    @Override
    public void runs(List<RunRow> rows) {
        if (stack.isDisposed()) {
            return;
        }
        runs.setInput(rows);
        select();
        var top = rows.isEmpty() ? hint : sash;
        if (pages.topControl != top) {
            pages.topControl = top;
            stack.layout();
        }
    }

    @Override
    public void run(RunSnapshot snapshot) {
        if (stack.isDisposed()) {
            return;
        }
        tasks.show(snapshot);
        var id = snapshot == null ? "" : snapshot.run().info().id();
        if (!id.equals(shown)) {
            shown = id;
            select();
        }
    }

    private void select() {
        var row = center.rows().stream().filter(r -> r.id().equals(shown)).findFirst();
        var selected = runs.getStructuredSelection();
        if (row.isPresent() && (selected.size() < 2 || !selected.toList().contains(row.get()))) {
            runs.setSelection(new StructuredSelection(row.get()), true);
        }
    }

    /** The list of runs. */
    public TableViewer list() {
        return runs;
    }

    /** The tasks of the selected run. */
    public TaskTable tasks() {
        return tasks;
    }

    @Override
    public void setFocus() {
        pages.topControl.setFocus();
    }

    @Override
    public void dispose() {
        if (center != null) {
            center.removeListener(this);
        }
        super.dispose();
    }

    /** The runs of a selection. */
    static List<RunRow> rows(Object selection) {
        return selection instanceof org.eclipse.jface.viewers.IStructuredSelection structured
                ? Arrays.stream(structured.toArray()).filter(RunRow.class::isInstance).map(RunRow.class::cast).toList() : List.of();
    }
}
