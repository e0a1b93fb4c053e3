// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.look;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.XMLMemento;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nullcline.workbench.Window;

/** Sorting and copying, for a table of names with a number each. */
class TablesTest {

    private record Line(String name, double number) {
    }

    private static final List<Line> LINES = List.of(new Line("b", 2.5), new Line("a", Double.NaN), new Line("c", 1.0 / 3));

    private Shell shell;
    private TableViewer viewer;
    private ColumnOrder order;

    @BeforeEach
    void openATable() {
        shell = new Shell(Window.window().getShell());
        shell.setLayout(new FillLayout());
        shell.setSize(300, 200);
        make(null);
        shell.open();
    }

    private void make(XMLMemento memento) {
        viewer = new TableViewer(shell, SWT.MULTI | SWT.FULL_SELECTION);
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        order = new ColumnOrder(viewer);
        order.restore(memento);
        order.column(column("name"), Line.class, Comparator.comparing(Line::name));
        order.numbers(column("number"), Line.class, Line::number);
        viewer.setInput(LINES);
    }

    private TableColumn column(String title) {
        var column = new TableViewerColumn(viewer, SWT.LEFT);
        column.getColumn().setText(title);
        column.getColumn().setWidth(100);
        column.setLabelProvider(new ColumnLabelProvider() {
            @Override
            public String getText(Object element) {
                var line = (Line) element;
                return title.equals("name") ? line.name : String.format("%.1f", line.number);
            }
        });
        return column.getColumn();
    }

    @AfterEach
    void close() {
        shell.dispose();
    }

    private void click(int column) {
        viewer.getTable().getColumn(column).notifyListeners(SWT.Selection, new Event());
    }

    private String names() {
        return String.join("", Arrays.stream(viewer.getTable().getItems()).map(TableItem::getText).toList());
    }

    @Test
    void aHeadingSortsUpThenDownThenAsItCame() {
        viewer.setSelection(new StructuredSelection(LINES.getFirst()));
        click(0);
        assertEquals("abc", names());
        click(0);
        assertEquals("cba", names());
        assertEquals(LINES.getFirst(), viewer.getStructuredSelection().getFirstElement(), "the selection stays");
        click(0);
        assertEquals("bac", names());
    }

    @Test
    void missingNumbersComeLastBothWays() {
        click(1);
        assertEquals("cba", names());
        click(1);
        assertEquals("bca", names());
    }

    @Test
    void theOrderOutlivesTheSession() {
        click(1);
        click(1);
        var memento = XMLMemento.createWriteRoot("view");
        order.save(memento);
        viewer.getTable().dispose();
        make(memento);
        assertEquals("bca", names());
        assertEquals(SWT.DOWN, viewer.getTable().getSortDirection());
        assertEquals("number", viewer.getTable().getSortColumn().getText());
    }

    @Test
    void copiedRowsHaveHeadingsAndAllDigits() {
        CopyRows.enable(viewer.getTable(), (item, column) -> column == 0 ? item.getText() : Double.toString(((Line) item.getData()).number));
        viewer.setSelection(new StructuredSelection(List.of(LINES.get(0), LINES.get(2))));
        assertEquals("name\tnumber\nb\t2.5\nc\t0.3333333333333333\n", CopyRows.text(viewer.getTable(), viewer.getTable().getSelection()));
    }
}
