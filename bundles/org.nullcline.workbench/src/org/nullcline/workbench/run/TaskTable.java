// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.run;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.nullcline.engine.run.RunMonitor.TaskState;
import org.nullcline.workbench.Messages;
import org.nullcline.workbench.look.Choices;
import org.nullcline.workbench.look.CopyRows;
import org.nullcline.workbench.look.Icons;

/** The tasks of one run. Only the rows in sight are filled, and only those that changed are drawn again, however many there are. */
public final class TaskTable {

    private final Table table;
    private RunSnapshot snapshot;
    /** Task in each row; null for the order of the plan. */
    private int[] order;
    private int sorted = -1;
    private boolean down;

    TaskTable(Composite parent, RunCenter center) {
        var holder = new Composite(parent, SWT.NONE);
        var layout = new TableColumnLayout();
        holder.setLayout(layout);
        table = new Table(holder, SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.MULTI | SWT.V_SCROLL);
        table.setHeaderVisible(true);
        column(layout, Messages.tasks_task, 46, 110);
        column(layout, Messages.tasks_state, 18, 70);
        column(layout, Messages.tasks_what, 36, 90);
        table.addListener(SWT.SetData, event -> fill((TableItem) event.item, event.index));
        Choices.listen(table, certain -> {
            if (snapshot != null) {
                center.lookAtTasks(snapshot.run().info().id(), selected());
            }
        });
        for (var i = 0; i < table.getColumnCount(); i++) {
            var index = i;
            table.getColumn(i).addListener(SWT.Selection, event -> sort(index));
        }
        CopyRows.enable(table);
        CopyRows.menu(table);
        table.addListener(SWT.MouseMove, event -> {
            var item = table.getItem(new org.eclipse.swt.graphics.Point(event.x, event.y));
            var text = item == null ? null : item.getText(2);
            if (!Objects.equals(text, table.getToolTipText())) {
                table.setToolTipText(text == null || text.isEmpty() ? null : text);
            }
        });
    }

    private void column(TableColumnLayout layout, String title, int weight, int least) {
        var column = new TableColumn(table, SWT.LEFT);
        column.setText(title);
        layout.setColumnData(column, new ColumnWeightData(weight, least));
    }

    private void fill(TableItem item, int index) {
        if (snapshot == null || index >= snapshot.states().size()) {
            return;
        }
        var task = task(index);
        var state = snapshot.states().get(task);
        item.setText(0, snapshot.plan().tasks().get(task).title());
        item.setImage(0, Icons.image(RunStates.icon(state)));
        item.setText(1, RunStates.text(state));
        item.setText(2, what(task, state));
    }

    private int task(int row) {
        return order == null ? row : order[row];
    }

    private List<Integer> selected() {
        return Arrays.stream(table.getSelectionIndices()).map(this::task).boxed().toList();
    }

    // ---- order

    private void sort(int column) {
        var same = sorted == column;
        sorted = same && down ? -1 : column;
        down = same && !down;
        table.setSortColumn(sorted < 0 ? null : table.getColumn(sorted));
        table.setSortDirection(down ? SWT.DOWN : SWT.UP);
        arrange(selected());
    }

    /** Puts the tasks in order; the selection stays with its tasks. */
    private void arrange(List<Integer> selected) {
        if (snapshot == null) {
            return;
        }
        order = sorted < 0 ? null : IntStream.range(0, snapshot.states().size()).boxed().sorted(down ? comparator().reversed() : comparator())
                .mapToInt(Integer::intValue).toArray();
        table.clearAll();
        table.deselectAll();
        table.select(IntStream.range(0, snapshot.states().size()).filter(row -> selected.contains(task(row))).toArray());
    }

    private Comparator<Integer> comparator() {
        return switch (sorted) {
            case 0 -> Comparator.comparing(task -> snapshot.plan().tasks().get(task).title(), String.CASE_INSENSITIVE_ORDER);
            case 1 -> Comparator.comparing(task -> snapshot.states().get(task));
            default -> Comparator.comparing(task -> what(task, snapshot.states().get(task)));
        };
    }

    /** What there is to say about a task: why it failed, or what it is doing. */
    private String what(int index, TaskState state) {
        if (state == TaskState.FAILED) {
            return snapshot.failures().getOrDefault(index, "");
        }
        var activity = snapshot.activities().get(index);
        if (activity == null) {
            return "";
        }
        var percent = Double.isNaN(activity.fraction()) ? "" : NLS.bind(Messages.tasks_percent, Math.round(100 * activity.fraction()));
        return percent.isEmpty() ? activity.note() : activity.note().isEmpty() ? percent : percent + "  " + activity.note();
    }

    void show(RunSnapshot next) {
        var before = snapshot;
        snapshot = next;
        if (next == null) {
            table.removeAll();
            return;
        }
        if (before == null || !before.run().path().equals(next.run().path()) || table.getItemCount() != next.states().size()) {
            table.deselectAll();
            order = null;
            table.setItemCount(next.states().size());
            arrange(List.of());
            return;
        }
        if (order != null) {
            if (!before.states().equals(next.states()) || !before.activities().equals(next.activities())) {
                arrange(selected());
            }
            return;
        }
        var first = table.getTopIndex();
        var last = Math.min(next.states().size() - 1, first + table.getClientArea().height / Math.max(1, table.getItemHeight()) + 1);
        for (var i = 0; i < next.states().size(); i++) {
            var changed = before.states().get(i) != next.states().get(i) || !Objects.equals(before.activities().get(i), next.activities().get(i));
            if (changed) {
                if (i >= first && i <= last) {
                    fill(table.getItem(i), i);
                } else {
                    table.clear(i);
                }
            }
        }
    }

    /** The widget. */
    public Table widget() {
        return table;
    }

    /** The states that are shown. */
    public List<TaskState> states() {
        return snapshot == null ? List.of() : snapshot.states();
    }
}
