// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.look;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.jface.viewers.ViewerComparator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.ui.IMemento;

/** The order of a table by the column whose heading was clicked: up, down, and as it came. Columns are known by their headings, so they may come and go. */
public final class ColumnOrder extends ViewerComparator {

    private static final String COLUMN = "sorted";
    private static final String DOWN = "down";

    private final TableViewer viewer;
    private final Map<String, Comparator<Object>> orders = new HashMap<>();
    private String sorted = "";
    private boolean down;

    /** The order of a viewer, as it comes at first. */
    public ColumnOrder(TableViewer viewer) {
        this.viewer = viewer;
        viewer.setComparator(this);
    }

    /**
     * Sorts by a column when its heading is clicked.
     *
     * @param order of elements, smallest first
     */
    public <T> void column(TableColumn column, Class<T> type, Comparator<T> order) {
        orders.put(column.getText(), (a, b) -> order.compare(type.cast(a), type.cast(b)));
        column.addListener(SWT.Selection, event -> click(column));
        if (column.getText().equals(sorted)) {
            show(column);
        }
    }

    /**
     * Sorts by a column of numbers; lines without one come last, up and down.
     *
     * @param number of an element, NaN where it has none
     */
    public <T> void numbers(TableColumn column, Class<T> type, java.util.function.ToDoubleFunction<T> number) {
        column(column, type, (a, b) -> {
            var x = number.applyAsDouble(a);
            var y = number.applyAsDouble(b);
            return Double.isNaN(x) || Double.isNaN(y) ? (down ? -1 : 1) * Boolean.compare(Double.isNaN(x), Double.isNaN(y)) : Double.compare(x, y);
        });
    }

    private void click(TableColumn column) {
        var same = sorted.equals(column.getText());
        sorted = same && down ? "" : column.getText();
        down = same && !down;
        show(column);
        viewer.refresh();
    }

    private void show(TableColumn column) {
        viewer.getTable().setSortColumn(sorted.isEmpty() ? null : column);
        viewer.getTable().setSortDirection(down ? SWT.DOWN : SWT.UP);
    }

    @Override
    public int compare(Viewer owner, Object a, Object b) {
        var order = orders.get(sorted);
        return order == null ? 0 : down ? order.compare(b, a) : order.compare(a, b);
    }

    /** Writes down the order for the next session. */
    public void save(IMemento memento) {
        memento.putString(COLUMN, sorted);
        memento.putBoolean(DOWN, down);
    }

    /** Takes the order of the last session; null for none. Call it before columns are added. */
    public void restore(IMemento memento) {
        if (memento != null) {
            sorted = Objects.requireNonNullElse(memento.getString(COLUMN), "");
            down = Boolean.TRUE.equals(memento.getBoolean(DOWN));
        }
    }
}
