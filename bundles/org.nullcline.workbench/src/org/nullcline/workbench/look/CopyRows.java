// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.look;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.ISources;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.swt.IFocusService;
import org.nullcline.workbench.Messages;

/** Copies rows of tables as text that spreadsheets take: columns separated by tabs, below their headings. The command <i>Copy</i> while a table has the focus. */
public final class CopyRows extends AbstractHandler {

    /** The name by which {@code plugin.xml} knows such a table while it has the focus. */
    private static final String FOCUS = "org.nullcline.workbench.table";
    private static final String CELLS = "org.nullcline.cells";

    /** What is copied of a cell. */
    @FunctionalInterface
    public interface Cells {
        /** The text of a cell, for example with all digits. */
        String text(TableItem item, int column);
    }

    /** Lets the rows of a table be copied as they are shown. */
    public static void enable(Table table) {
        enable(table, TableItem::getText);
    }

    /** Lets the rows of a table be copied. */
    public static void enable(Table table, Cells cells) {
        table.setData(CELLS, cells);
        PlatformUI.getWorkbench().getService(IFocusService.class).addFocusTracker(table, FOCUS);
    }

    /** A context menu with nothing else but copying. */
    public static void menu(Table table) {
        var menu = new Menu(table);
        item(menu, Messages.copy_rows, () -> copy(table, selected(table)));
        item(menu, Messages.copy_table, () -> copy(table, table.getItems()));
        table.setMenu(menu);
    }

    private static void item(Menu menu, String text, Runnable action) {
        var item = new MenuItem(menu, SWT.PUSH);
        item.setText(text);
        item.addListener(SWT.Selection, event -> action.run());
    }

    /** The selected rows; all where none is selected. */
    private static TableItem[] selected(Table table) {
        return table.getSelectionCount() == 0 ? table.getItems() : table.getSelection();
    }

    @Override
    public Object execute(ExecutionEvent event) {
        if (HandlerUtil.getVariable(event, ISources.ACTIVE_FOCUS_CONTROL_NAME) instanceof Table table) {
            copy(table, selected(table));
        }
        return null;
    }

    private static void copy(Table table, TableItem[] items) {
        var clipboard = new Clipboard(table.getDisplay());
        try {
            clipboard.setContents(new Object[] {text(table, items)}, new Transfer[] {TextTransfer.getInstance()});
        } finally {
            clipboard.dispose();
        }
    }

    /** Headings and rows. */
    static String text(Table table, TableItem[] items) {
        var cells = (Cells) table.getData(CELLS);
        List<String> lines = new ArrayList<>(List.of(String.join("\t", Arrays.stream(table.getColumns()).map(column -> column.getText()).toList())));
        for (var item : items) {
            List<String> line = new ArrayList<>();
            for (var column = 0; column < Math.max(1, table.getColumnCount()); column++) {
                line.add(cells.text(item, column).replaceAll("[\t\r\n]+", " "));
            }
            lines.add(String.join("\t", line));
        }
        return String.join("\n", lines) + "\n";
    }
}
