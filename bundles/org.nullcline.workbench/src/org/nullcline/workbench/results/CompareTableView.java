// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.results;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.ViewPart;
import org.nullcline.workbench.Messages;
import org.nullcline.workbench.laboratory.Laboratory;
import org.nullcline.workbench.look.Background;
import org.nullcline.workbench.look.Choices;
import org.nullcline.workbench.look.ColumnOrder;
import org.nullcline.workbench.look.CopyRows;
import org.nullcline.workbench.look.Hints;
import org.nullcline.workbench.look.Icons;
import org.nullcline.workbench.look.Times;
import org.nullcline.workbench.run.RunCenter;
import org.nullcline.workbench.run.RunRow;
import org.nullcline.workbench.run.RunSnapshot;
import org.nullcline.workbench.run.RunStates;

/** Runs side by side: one line per run and point of its sweep, one column per score. The selection feeds the matrices and embeddings below. */
public final class CompareTableView extends ViewPart implements RunCenter.Listener {

    private static final int MAX_RUNS = 60;
    private static final int MAX_COLUMNS = 30;
    private static final int FIXED = 3;
    private static final int ARROW = 18;

    private RunCenter center;
    private Laboratory laboratory;
    private Composite stack;
    private StackLayout pages;
    private Composite hint;
    private TableViewer table;
    private List<String> columns = List.of();
    private final Map<String, List<Line>> known = new HashMap<>();
    private Job reading;
    private ColumnOrder order;
    private IMemento remembered;
    private String shownRun = "";

    /** One line: a run at one point of its sweep. */
    record Line(RunRow row, String where, Map<String, Double> numbers) {
    }

    private record Loaded(List<Line> lines, Map<String, List<Line>> finished) {
    }

    @Override
    public void createPartControl(Composite parent) {
        center = getSite().getService(RunCenter.class);
        laboratory = getSite().getService(Laboratory.class);
        stack = new Composite(parent, SWT.NONE);
        pages = new StackLayout();
        stack.setLayout(pages);
        hint = Hints.page(stack, Messages.compare_empty);
        table = new TableViewer(stack, SWT.FULL_SELECTION | SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL);
        table.getTable().setHeaderVisible(true);
        table.setContentProvider(ArrayContentProvider.getInstance());
        ColumnViewerToolTipSupport.enableFor(table);
        order = new ColumnOrder(table);
        order.restore(remembered);
        CopyRows.enable(table.getTable(), (item, column) -> exact((Line) item.getData(), column));
        CopyRows.menu(table.getTable());
        column(Messages.runs_experiment, 0, SWT.LEFT, 170);
        column(Messages.compare_where, 1, SWT.LEFT, 170);
        column(Messages.runs_started, 2, SWT.LEFT, 110);
        Choices.listen(table.getTable(), certain -> {
            if (table.getStructuredSelection().getFirstElement() instanceof Line line && (certain || !line.row.id().equals(shownRun))) {
                shownRun = line.row.id();
                center.look(line.row.id());
            }
        });
        getSite().setSelectionProvider(table);
        pages.topControl = hint;
        center.addListener(this);
    }

    private void column(String title, int index, int style, int width) {
        var column = new TableViewerColumn(table, style);
        column.getColumn().setText(title);
        column.getColumn().setWidth(width);
        switch (index) {
            case 0, 1 -> order.column(column.getColumn(), Line.class, Comparator.comparing(line -> cell(line, index), String.CASE_INSENSITIVE_ORDER));
            case 2 -> order.column(column.getColumn(), Line.class, Comparator.comparing(line -> line.row.run().info().created()));
            default -> order.numbers(column.getColumn(), Line.class, line -> line.numbers.getOrDefault(title, Double.NaN));
        }
        column.setLabelProvider(new ColumnLabelProvider() {
            @Override
            public String getText(Object element) {
                return cell((Line) element, index);
            }

            @Override
            public Image getImage(Object element) {
                return index == 0 ? Icons.image(RunStates.icon(((Line) element).row.summary().state())) : null;
            }

            @Override
            public String getToolTipText(Object element) {
                return ((Line) element).row.id();
            }
        });
    }

    private String cell(Line line, int index) {
        return switch (index) {
            case 0 -> line.row.run().info().experiment();
            case 1 -> line.where;
            case 2 -> Times.since(line.row.run().info().created());
            default -> line.numbers.containsKey(columns.get(index - FIXED)) ? Numbers.text(line.numbers.get(columns.get(index - FIXED))) : "";
        };
    }

    /** Numbers with all digits, and times that can be sorted. */
    private String exact(Line line, int index) {
        return index == 2 ? line.row.run().info().created()
                : index >= FIXED && line.numbers.containsKey(columns.get(index - FIXED)) ? line.numbers.get(columns.get(index - FIXED)).toString() : cell(line, index);
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
        if (reading != null) {
            reading.cancel();
        }
        var before = Map.copyOf(known);
        reading = Background.load(Messages.compare_reading, stack, () -> load(rows, before), this::show, sentence -> Hints.say(hint, sentence));
    }

    private Loaded load(List<RunRow> rows, Map<String, List<Line>> before) {
        List<Line> lines = new ArrayList<>();
        Map<String, List<Line>> finished = new HashMap<>();
        for (var row : rows.subList(0, Math.min(rows.size(), MAX_RUNS))) {
            var key = row.id() + row.summary().done() + row.summary().state();
            var read = before.containsKey(key) ? before.get(key) : lines(row);
            finished.put(key, read);
            lines.addAll(read);
        }
        return new Loaded(lines, finished);
    }

    /** The scores of a run by the point of its sweep; a run without scores has one line. */
    private List<Line> lines(RunRow row) {
        Map<String, Map<String, Double>> points = new LinkedHashMap<>();
        for (var table : RunResults.scores(RunResults.items(row.run(), laboratory.store()))) {
            for (var score : table.rows()) {
                var numbers = points.computeIfAbsent(score.name(), name -> new LinkedHashMap<>());
                for (var i = 0; i < score.numbers().length; i++) {
                    numbers.put(table.columns().get(i), score.numbers()[i]);
                }
            }
        }
        if (points.isEmpty()) {
            return List.of(new Line(row, "", Map.of()));
        }
        return points.entrySet().stream().map(entry -> new Line(row, entry.getKey(), entry.getValue())).toList();
    }

    private void show(Loaded loaded) {
        known.clear();
        known.putAll(loaded.finished);
        Set<String> names = new LinkedHashSet<>();
        loaded.lines.forEach(line -> names.addAll(line.numbers.keySet()));
        var wanted = names.stream().limit(MAX_COLUMNS).toList();
        table.getTable().setRedraw(false);
        if (!wanted.equals(columns)) {
            for (var i = table.getTable().getColumnCount() - 1; i >= FIXED; i--) {
                table.getTable().getColumn(i).dispose();
            }
            columns = wanted;
            for (var i = 0; i < columns.size(); i++) {
                column(columns.get(i), FIXED + i, SWT.RIGHT, 96);
            }
        }
        table.setInput(loaded.lines);
        for (var i = FIXED; i < table.getTable().getColumnCount(); i++) {
            table.getTable().getColumn(i).pack();
            // The arrow of a sorted column needs a place beside the heading.
            table.getTable().getColumn(i).setWidth(table.getTable().getColumn(i).getWidth() + ARROW);
        }
        select();
        table.getTable().setRedraw(true);
        pages.topControl = loaded.lines.isEmpty() ? hint : table.getControl();
        stack.layout();
    }

    @Override
    public void run(RunSnapshot snapshot) {
        if (!stack.isDisposed() && snapshot != null && !snapshot.run().info().id().equals(shownRun)) {
            shownRun = snapshot.run().info().id();
            select();
        }
    }

    private void select() {
        if (table.getInput() instanceof List<?> lines
                && !(table.getStructuredSelection().getFirstElement() instanceof Line selected && selected.row.id().equals(shownRun))) {
            lines.stream().map(Line.class::cast).filter(line -> line.row.id().equals(shownRun)).findFirst()
                    .ifPresent(line -> table.setSelection(new StructuredSelection(line), true));
        }
    }

    /** The table. */
    public TableViewer table() {
        return table;
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
}
