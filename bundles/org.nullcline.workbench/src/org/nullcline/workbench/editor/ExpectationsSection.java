// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.nullcline.api.value.Kinds;
import org.nullcline.engine.report.ExpectedScore;
import org.nullcline.model.Expectation;
import org.nullcline.model.Step;
import org.nullcline.workbench.Messages;
import org.nullcline.workbench.look.Hints;
import org.nullcline.workbench.look.Icons;

/** What is expected of the scores, for example numbers of a paper: a table with the fields of the selected one. */
public final class ExpectationsSection {

    private static final int MAX_HEIGHT = 240;

    private final ExperimentDocument document;
    private final TableViewer table;
    private final Composite fields;
    private final FormToolkit toolkit;
    private final Runnable layout;
    private final List<Runnable> updates = new ArrayList<>();
    private Expectation shown;

    ExpectationsSection(Composite parent, FormToolkit toolkit, ExperimentDocument document, Runnable layout) {
        this.document = document;
        this.toolkit = toolkit;
        this.layout = layout;
        var bar = new ToolBar(parent, SWT.FLAT | SWT.RIGHT);
        toolkit.adapt(bar);
        var add = new ToolItem(bar, SWT.DROP_DOWN);
        add.setImage(Icons.image("add"));
        add.setText(Messages.expectations_add);
        add.addListener(SWT.Selection, event -> ports(bar, add));
        var remove = new ToolItem(bar, SWT.PUSH);
        remove.setImage(Icons.image("remove"));
        remove.setToolTipText(Messages.expectations_remove);
        remove.addListener(SWT.Selection, event -> remove());
        var both = toolkit.createComposite(parent);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(both);
        GridLayoutFactory.fillDefaults().numColumns(2).equalWidth(true).spacing(14, 0).applyTo(both);
        var place = toolkit.createComposite(both);
        GridDataFactory.fillDefaults().grab(true, false).hint(300, MAX_HEIGHT).align(SWT.FILL, SWT.BEGINNING).applyTo(place);
        var columns = new TableColumnLayout();
        place.setLayout(columns);
        table = new TableViewer(place, SWT.SINGLE | SWT.BORDER | SWT.FULL_SELECTION | SWT.V_SCROLL);
        table.getTable().setHeaderVisible(true);
        table.setContentProvider(ArrayContentProvider.getInstance());
        column(columns, Messages.expectations_score, 56, e -> row(e).title());
        column(columns, Messages.expectations_published, 22, e -> row(e).published());
        column(columns, Messages.expectations_bounds, 22, e -> row(e).bounds());
        fields = toolkit.createComposite(both);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 6).applyTo(fields);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.BEGINNING).applyTo(fields);
        table.addSelectionChangedListener(event -> show(selected()));
        show(null);
    }

    private static ExpectedScore row(Expectation expectation) {
        return new ExpectedScore(expectation, List.of(), Double.NaN);
    }

    private void column(TableColumnLayout columns, String title, int weight, Function<Expectation, String> text) {
        var column = new TableViewerColumn(table, SWT.LEFT);
        column.getColumn().setText(title);
        columns.setColumnData(column.getColumn(), new ColumnWeightData(weight));
        column.setLabelProvider(new ColumnLabelProvider() {
            @Override
            public String getText(Object element) {
                return text.apply((Expectation) element);
            }
        });
    }

    /** Offers every output that holds scores. */
    private void ports(ToolBar bar, ToolItem add) {
        var menu = new Menu(bar);
        for (var step : document.experiment().getSteps()) {
            for (var port : scores(step)) {
                var item = new MenuItem(menu, SWT.PUSH);
                item.setText(NLS.bind(Messages.expectations_of, step.getId(), port));
                item.addListener(SWT.Selection, event -> add(step, port));
            }
        }
        if (menu.getItemCount() == 0) {
            var none = new MenuItem(menu, SWT.PUSH);
            none.setText(Messages.expectations_noScores);
            none.setEnabled(false);
        }
        menu.addListener(SWT.Hide, event -> bar.getDisplay().asyncExec(menu::dispose));
        var bounds = add.getBounds();
        menu.setLocation(bar.toDisplay(bounds.x, bounds.y + bounds.height));
        menu.setVisible(true);
    }

    private List<String> scores(Step step) {
        return StepLabels.descriptor(step, document.laboratory().contributions()).stream().flatMap(descriptor -> descriptor.outputs().stream())
                .filter(port -> port.kinds().contains(Kinds.SCORES)).map(port -> port.name()).toList();
    }

    /** Adds an expectation of a step's output and selects it. */
    public Expectation add(Step step, String port) {
        var expectation = document.editor().addExpectation(step, port, "score");
        refresh();
        table.setSelection(new StructuredSelection(expectation), true);
        return expectation;
    }

    private void remove() {
        if (selected() != null) {
            document.editor().removeExpectation(selected());
        }
    }

    private Expectation selected() {
        return (Expectation) table.getStructuredSelection().getFirstElement();
    }

    private void show(Expectation expectation) {
        if (expectation != shown || expectation == null) {
            shown = expectation;
            updates.clear();
            for (var child : fields.getChildren()) {
                child.dispose();
            }
            if (expectation == null) {
                var hint = toolkit.createLabel(fields, Messages.expectations_hint, SWT.WRAP);
                hint.setForeground(Hints.quiet());
                GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(240, SWT.DEFAULT).applyTo(hint);
            } else {
                build(expectation);
            }
            fields.layout(true, true);
            layout.run();
        }
        updates.forEach(Runnable::run);
    }

    private void build(Expectation expectation) {
        text(Messages.expectations_title, expectation, Expectation::getTitle, (e, text) -> e.setTitle(text.isBlank() ? null : text), SWT.SINGLE);
        text(Messages.expectations_score, expectation, Expectation::getScore, Expectation::setScore, SWT.SINGLE);
        text(Messages.expectations_where, expectation, e -> String.join("\n", e.getWhere()), (e, text) -> {
            e.getWhere().clear();
            e.getWhere().addAll(text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList());
        }, SWT.MULTI).setToolTipText(Messages.expectations_whereHint);
        summary(expectation);
        number(Messages.expectations_published, expectation, Expectation::getPublished, Expectation::setPublished);
        number(Messages.expectations_spread, expectation, Expectation::getSpread, Expectation::setSpread);
        number(Messages.expectations_atLeast, expectation, Expectation::getAtLeast, Expectation::setAtLeast);
        number(Messages.expectations_atMost, expectation, Expectation::getAtMost, Expectation::setAtMost);
        text(Messages.expectations_note, expectation, Expectation::getNote, (e, text) -> e.setNote(text.isBlank() ? null : text), SWT.MULTI);
    }

    private void label(String name) {
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.TOP).indent(0, 4).applyTo(toolkit.createLabel(fields, name));
    }

    private Text text(String name, Expectation expectation, Function<Expectation, String> get, BiConsumer<Expectation, String> set, int style) {
        label(name);
        var field = toolkit.createText(fields, "", style | SWT.BORDER | (style == SWT.MULTI ? SWT.WRAP | SWT.V_SCROLL : SWT.NONE));
        GridDataFactory.fillDefaults().grab(true, false).hint(160, style == SWT.MULTI ? 48 : SWT.DEFAULT).applyTo(field);
        var typedLast = new Object[1];
        Fields.onEdit(field, typed -> document.editor().change(expectation, name, e -> {
            set.accept(e, typed.replace("\r", ""));
            typedLast[0] = get.apply(e);
        }), document);
        updates.add(() -> {
            if (!typing(field, typedLast[0], get.apply(expectation))) {
                Fields.setText(field, get.apply(expectation));
            }
        });
        return field;
    }

    /** A number or nothing; what is no number is marked and not taken. */
    private void number(String name, Expectation expectation, Function<Expectation, Double> get, BiConsumer<Expectation, Double> set) {
        label(name);
        var field = toolkit.createText(fields, "", SWT.SINGLE | SWT.BORDER);
        GridDataFactory.fillDefaults().grab(true, false).hint(160, SWT.DEFAULT).applyTo(field);
        var typedLast = new Object[1];
        Fields.onEdit(field, typed -> {
            try {
                var number = typed.isBlank() ? null : Double.valueOf(typed.strip());
                field.setForeground(null);
                typedLast[0] = number;
                document.editor().change(expectation, name, e -> set.accept(e, number));
            } catch (NumberFormatException e) {
                field.setForeground(field.getDisplay().getSystemColor(SWT.COLOR_RED));
            }
        }, document);
        updates.add(() -> {
            if (!typing(field, typedLast[0], get.apply(expectation))) {
                field.setForeground(null);
                Fields.setText(field, get.apply(expectation) == null ? "" : Fields.number(get.apply(expectation)));
            }
        });
    }

    /** Whether a field says, in the user's own words, what the experiment says: "0." is not made "0" while more may follow. An edit undone is shown at once. */
    private static boolean typing(Text field, Object typed, Object now) {
        return field.isFocusControl() && Objects.equals(typed, now);
    }

    private void summary(Expectation expectation) {
        label(Messages.expectations_summary);
        var combo = new Combo(fields, SWT.READ_ONLY);
        combo.setItems("mean", "median", "min", "max");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(combo);
        combo.addListener(SWT.Selection, event -> document.editor().change(expectation, null, e -> e.setSummary(combo.getText())));
        updates.add(() -> combo.setText(expectation.getSummary()));
    }

    /** Shows what the experiment says now. */
    void refresh() {
        table.setInput(List.copyOf(document.experiment().getExpectations()));
        var selected = selected();
        show(selected != null && document.editor().contains(selected) ? selected : null);
    }

    /** The table of expectations. */
    public TableViewer table() {
        return table;
    }
}
