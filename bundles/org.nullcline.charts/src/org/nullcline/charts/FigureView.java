// SPDX-License-Identifier: EPL-2.0
package org.nullcline.charts;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.nullcline.api.figure.Figure;
import org.nullcline.api.figure.Panel;

/**
 * A figure on screen: its panels in a grid, each live. Showing a figure of the same structure again updates the panels in place, which keeps
 * zoom and viewing angle. The context menu exports the figure.
 */
public final class FigureView extends Composite {

    private static final int MIN_PANEL_WIDTH = 320;
    private static final int MIN_PANEL_HEIGHT = 240;

    private Figure figure;
    private Composite grid;

    /** An empty view. */
    public FigureView(Composite parent) {
        super(parent, SWT.NONE);
        setLayout(new FillLayout());
    }

    /** The figure that is shown, or null. */
    public Figure figure() {
        return figure;
    }

    /** Shows a figure. */
    public void show(Figure shown) {
        checkWidget();
        boolean sameStructure = figure != null && grid != null && figure.panels().size() == shown.panels().size() && figure.columns() == shown.columns();
        for (int i = 0; sameStructure && i < shown.panels().size(); i++) {
            sameStructure = figure.panels().get(i).getClass() == shown.panels().get(i).getClass() && !(shown.panels().get(i) instanceof Panel.Table);
        }
        figure = shown;
        if (!sameStructure) {
            build();
        }
        for (int i = 0; i < shown.panels().size(); i++) {
            Composite cell = (Composite) grid.getChildren()[i];
            ((Label) cell.getChildren()[0]).setText(shown.panels().get(i).title().replace("&", "&&"));
            fill(cell.getChildren()[1], shown.panels().get(i));
        }
    }

    private void build() {
        if (grid != null) {
            grid.dispose();
        }
        grid = new Composite(this, SWT.NONE);
        inherit(grid, this);
        grid.setLayout(new GridLayout(Math.min(figure.columns(), Math.max(1, figure.panels().size())), true));
        for (Panel panel : figure.panels()) {
            Composite cell = new Composite(grid, SWT.NONE);
            inherit(cell, grid);
            GridLayout layout = new GridLayout();
            layout.marginWidth = 0;
            layout.marginHeight = 0;
            cell.setLayout(layout);
            GridData data = new GridData(SWT.FILL, SWT.FILL, true, true);
            data.minimumWidth = MIN_PANEL_WIDTH;
            data.minimumHeight = panel instanceof Panel.Table ? 0 : MIN_PANEL_HEIGHT;
            cell.setLayoutData(data);
            Label title = new Label(cell, SWT.CENTER);
            inherit(title, cell);
            title.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
            Control body = body(cell, panel);
            inherit(body, cell);
            body.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
            body.setMenu(menu(body));
        }
        layout(true, true);
    }

    private static void inherit(Control child, Control parent) {
        child.setBackground(parent.getBackground());
        child.setForeground(parent.getForeground());
    }

    private static Control body(Composite cell, Panel panel) {
        return switch (panel) {
            case Panel.Plot plot -> new PlotChart(cell);
            case Panel.HeatMap map -> new HeatMapCanvas(cell);
            case Panel.Space space -> new SpaceCanvas(cell);
            case Panel.Table table -> new Table(cell, SWT.FULL_SELECTION);
        };
    }

    private static void fill(Control body, Panel panel) {
        switch (panel) {
            case Panel.Plot plot -> ((PlotChart) body).show(plot);
            case Panel.HeatMap map -> ((HeatMapCanvas) body).show(map);
            case Panel.Space space -> ((SpaceCanvas) body).show(space);
            case Panel.Table table -> fill((Table) body, table);
        }
    }

    private static void fill(Table widget, Panel.Table table) {
        widget.setHeaderVisible(table.columns().stream().anyMatch(name -> !name.isBlank()));
        for (int i = 0; i < table.columns().size(); i++) {
            new TableColumn(widget, i == 0 ? SWT.LEFT : SWT.RIGHT).setText(table.columns().get(i));
        }
        table.rows().forEach(row -> new TableItem(widget, SWT.NONE).setText(row.toArray(String[]::new)));
        for (TableColumn column : widget.getColumns()) {
            column.pack();
        }
    }

    /** Whether the figure is nothing but tables, which are as high as their rows. */
    public static boolean isTable(Figure figure) {
        return !figure.panels().isEmpty() && figure.panels().stream().allMatch(Panel.Table.class::isInstance);
    }

    private Menu menu(Control body) {
        Menu menu = new Menu(getShell(), SWT.POP_UP);
        body.addDisposeListener(event -> menu.dispose());
        item(menu, Messages.copyImage, () -> FigureExport.copyImage(this));
        item(menu, Messages.copyNumbers, () -> FigureExport.copyNumbers(figure, getDisplay()));
        item(menu, Messages.export, () -> FigureExport.askAndWrite(this));
        return menu;
    }

    private static void item(Menu menu, String text, Runnable action) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(text);
        item.addListener(SWT.Selection, event -> action.run());
    }
}
