// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.results;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.nullcline.engine.report.ExpectedScore;
import org.nullcline.workbench.Messages;
import org.nullcline.workbench.look.CopyRows;
import org.nullcline.workbench.look.Hints;
import org.nullcline.workbench.results.RunResults.ScoreRow;
import org.nullcline.workbench.results.RunResults.ScoreTable;

/** The scores of a run, one table per step. Copies have all digits. */
public final class ScoreTables {

    private static final int MAX_VISIBLE_ROWS = 18;
    private static final int LEAST_WIDTH = 380;

    private final ScrolledComposite scroll;
    private final Composite body;

    ScoreTables(Composite parent) {
        scroll = new ScrolledComposite(parent, SWT.V_SCROLL | SWT.H_SCROLL);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        body = new Composite(scroll, SWT.NONE);
        body.setLayout(new GridLayout());
        scroll.setContent(body);
        scroll.addListener(SWT.Resize, event -> fit());
    }

    /** The widget. */
    public Composite control() {
        return scroll;
    }

    void show(List<ExpectedScore> expected, List<ScoreTable> tables) {
        scroll.setRedraw(false);
        for (var child : body.getChildren()) {
            child.dispose();
        }
        if (!expected.isEmpty()) {
            title(Messages.results_expected);
            expected(expected);
            notes(expected.stream().map(e -> e.expectation().getNote()).filter(Objects::nonNull).distinct().toList());
        }
        for (var scores : tables) {
            title(scores.step());
            table(scores);
            notes(scores.notes());
        }
        fit();
        scroll.setRedraw(true);
    }

    private void title(String text) {
        var title = new Label(body, SWT.NONE);
        title.setText(text.replace("&", "&&"));
        title.setFont(JFaceResources.getBannerFont());
    }

    private void notes(List<String> notes) {
        for (var note : notes) {
            var label = new Label(body, SWT.WRAP);
            label.setText(note.replace("&", "&&"));
            label.setForeground(Hints.quiet());
            var data = new GridData(SWT.FILL, SWT.CENTER, true, false);
            data.widthHint = LEAST_WIDTH - 40;
            label.setLayoutData(data);
        }
    }

    /** What the experiment expects beside what came out. */
    private void expected(List<ExpectedScore> expected) {
        var table = widget(List.of(Messages.expectations_published, Messages.expectations_bounds, Messages.results_found, Messages.results_count, ""));
        for (var each : expected) {
            var found = Numbers.text(each.value()) + (Double.isNaN(each.spread()) ? "" : " ± " + Numbers.text(each.spread()));
            var item = new TableItem(table, SWT.NONE);
            item.setText(new String[] {each.title(), each.published(), each.bounds(), found, Integer.toString(each.values().size()), each.verdict().text()});
        }
        finish(table, expected.size());
    }

    private Table widget(List<String> columns) {
        var table = new Table(body, SWT.FULL_SELECTION | SWT.MULTI | SWT.BORDER | SWT.V_SCROLL | SWT.H_SCROLL);
        CopyRows.enable(table, (item, column) -> item.getData() instanceof ScoreRow row && column > 0 ? Double.toString(row.numbers()[column - 1]) : item.getText(column));
        CopyRows.menu(table);
        table.setHeaderVisible(true);
        new TableColumn(table, SWT.LEFT).setText("");
        columns.forEach(name -> new TableColumn(table, SWT.RIGHT).setText(name));
        return table;
    }

    private static void finish(Table table, int rows) {
        for (var column : table.getColumns()) {
            column.pack();
            column.setWidth(column.getWidth() + 14);
        }
        var data = new GridData(SWT.FILL, SWT.BEGINNING, true, false);
        data.widthHint = LEAST_WIDTH - 40;
        if (rows > MAX_VISIBLE_ROWS) {
            data.heightHint = MAX_VISIBLE_ROWS * table.getItemHeight() + table.getHeaderHeight();
        }
        table.setLayoutData(data);
    }

    private void fit() {
        var width = Math.max(LEAST_WIDTH, scroll.getClientArea().width);
        scroll.setMinSize(LEAST_WIDTH, body.computeSize(width, SWT.DEFAULT).y);
        body.layout(true, true);
    }

    private void table(ScoreTable scores) {
        var table = widget(scores.columns());
        fill(table, scores.rows());
        finish(table, scores.rows().size());
        for (var i = 0; i < table.getColumnCount(); i++) {
            sortable(table, i, scores.rows());
        }
    }

    /** Sorts the lines when a heading is clicked: up, down, and as they came; missing numbers last. */
    private static void sortable(Table table, int index, List<ScoreRow> rows) {
        var column = table.getColumn(index);
        column.addListener(SWT.Selection, event -> {
            var same = table.getSortColumn() == column;
            var down = same && table.getSortDirection() == SWT.UP;
            table.setSortColumn(same && !down ? null : column);
            table.setSortDirection(down ? SWT.DOWN : SWT.UP);
            List<ScoreRow> sorted = new ArrayList<>(rows);
            if (table.getSortColumn() != null) {
                Comparator<ScoreRow> order = index == 0 ? Comparator.comparing(ScoreRow::name, String.CASE_INSENSITIVE_ORDER)
                        : Comparator.comparingDouble(row -> (down ? -1 : 1) * row.numbers()[index - 1]);
                sorted.sort(index == 0 && down ? order.reversed() : order);
            }
            fill(table, sorted);
        });
    }

    private static void fill(Table table, List<ScoreRow> rows) {
        for (var r = 0; r < rows.size(); r++) {
            var row = rows.get(r);
            var item = r < table.getItemCount() ? table.getItem(r) : new TableItem(table, SWT.NONE);
            item.setData(row);
            item.setText(0, row.name());
            for (var i = 0; i < row.numbers().length; i++) {
                item.setText(i + 1, Numbers.text(row.numbers()[i]));
            }
        }
    }
}
