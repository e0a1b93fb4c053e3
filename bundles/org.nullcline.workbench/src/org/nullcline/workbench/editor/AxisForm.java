// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.editor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.nullcline.model.AxisKind;
import org.nullcline.model.SweepAxis;
import org.nullcline.model.SweepPath;
import org.nullcline.workbench.Messages;
import org.nullcline.workbench.look.Hints;

/** The form of one sweep axis: what varies and which values it takes. */
final class AxisForm {

    private final ExperimentDocument document;
    private final FormToolkit toolkit;
    private final Composite body;
    private final Runnable layout;
    private final List<Runnable> updates = new ArrayList<>();
    private SweepAxis axis;
    private String kind;
    private boolean setting;

    AxisForm(Composite parent, FormToolkit toolkit, ExperimentDocument document, Runnable layout) {
        this.document = document;
        this.toolkit = toolkit;
        this.layout = layout;
        body = toolkit.createComposite(parent);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 6).applyTo(body);
    }

    Composite control() {
        return body;
    }

    /** Name of a kind of axis for people. */
    static String name(AxisKind kind) {
        return switch (kind) {
            case LIST -> Messages.axis_list;
            case RANGE -> Messages.axis_range;
            case LOG -> Messages.axis_log;
            case RANDOM -> Messages.axis_random;
            case ZIP -> Messages.axis_zip;
        };
    }

    /** Shows an axis; null for none. */
    void show(SweepAxis shown) {
        if (shown != axis || shown == null || !shown.getKind().equals(kind)) {
            axis = shown;
            kind = shown == null ? null : shown.getKind();
            build();
        }
        updates.forEach(Runnable::run);
    }

    private void build() {
        updates.clear();
        for (var child : body.getChildren()) {
            child.dispose();
        }
        if (axis == null) {
            var hint = toolkit.createLabel(body, document.experiment().getAxes().isEmpty() ? Messages.axis_none : Messages.axis_select, SWT.WRAP);
            hint.setForeground(Hints.quiet());
            GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(240, SWT.DEFAULT).applyTo(hint);
        } else {
            fields();
        }
        body.layout(true, true);
        layout.run();
    }

    private void fields() {
        var known = AxisKind.of(axis.getKind()).orElse(null);
        kinds();
        if (known != AxisKind.ZIP) {
            path();
        }
        if (known == null) {
            return;
        }
        switch (known) {
            case LIST -> values(Messages.axis_values);
            case RANGE -> {
                text(Messages.axis_from, SweepAxis::getFrom, SweepAxis::setFrom);
                text(Messages.axis_to, SweepAxis::getTo, SweepAxis::setTo);
                text(Messages.axis_step, SweepAxis::getStep, (a, t) -> a.setStep(t.isBlank() ? null : t));
                count();
                integer();
            }
            case LOG -> {
                text(Messages.axis_from, SweepAxis::getFrom, SweepAxis::setFrom);
                text(Messages.axis_to, SweepAxis::getTo, SweepAxis::setTo);
                count();
                integer();
            }
            case RANDOM -> {
                text(Messages.axis_from, SweepAxis::getFrom, SweepAxis::setFrom);
                text(Messages.axis_to, SweepAxis::getTo, SweepAxis::setTo);
                count();
                distribution();
                number(Messages.axis_seed, a -> Long.toString(a.getSeed()), (a, n) -> a.setSeed(n));
                integer();
            }
            case ZIP -> {
                var hint = toolkit.createLabel(body, Messages.axis_zipHint, SWT.WRAP);
                hint.setForeground(Hints.quiet());
                GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(240, SWT.DEFAULT).applyTo(hint);
                values(Messages.axis_names);
            }
        }
    }

    private Label label(String text) {
        var label = toolkit.createLabel(body, text);
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(label);
        return label;
    }

    private void update(Runnable update) {
        updates.add(() -> {
            setting = true;
            try {
                update.run();
            } finally {
                setting = false;
            }
        });
    }

    private void kinds() {
        label(Messages.axis_kind);
        var combo = new Combo(body, SWT.READ_ONLY);
        combo.setItems(Arrays.stream(AxisKind.values()).map(AxisForm::name).toArray(String[]::new));
        var current = axis;
        combo.addListener(SWT.Selection, event -> document.editor().sweep().change(current, null,
                a -> a.setKind(AxisKind.values()[combo.getSelectionIndex()].text())));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(combo);
        update(() -> AxisKind.of(current.getKind()).ifPresent(k -> combo.select(k.ordinal())));
    }

    private void path() {
        label(Messages.axis_path);
        var combo = new Combo(body, SWT.DROP_DOWN);
        combo.setItems(paths().toArray(String[]::new));
        combo.setVisibleItemCount(20);
        combo.setToolTipText(Messages.axis_pathHint);
        GridDataFactory.fillDefaults().grab(true, false).hint(160, SWT.DEFAULT).applyTo(combo);
        var current = axis;
        combo.addModifyListener(event -> {
            if (!setting && !combo.getText().equals(current.getPath())) {
                document.editor().sweep().change(current, "path", a -> a.setPath(combo.getText()));
            }
        });
        update(() -> {
            var path = current.getPath() == null ? "" : current.getPath();
            if (!combo.getText().equals(path)) {
                combo.setText(path);
            }
        });
    }

    /** Everything that can be varied: parameters of all steps, their contributions, and seeds. */
    private List<String> paths() {
        List<String> paths = new ArrayList<>(List.of(new SweepPath.OfSeed().toString()));
        for (var step : document.experiment().getSteps()) {
            StepLabels.descriptor(step, document.laboratory().contributions()).ifPresent(descriptor -> {
                ParameterSection.places(descriptor, step, document)
                        .forEach(place -> paths.add(new SweepPath.OfParameter(step.getId(), place.path()).toString()));
                paths.add(new SweepPath.OfStepSeed(step.getId()).toString());
                paths.add(new SweepPath.OfContribution(step.getId()).toString());
            });
        }
        return paths;
    }

    private void values(String name) {
        label(name);
        var text = toolkit.createText(body, "", SWT.MULTI | SWT.WRAP | SWT.BORDER | SWT.V_SCROLL);
        text.setToolTipText(Messages.axis_valuesHint);
        GridDataFactory.fillDefaults().grab(true, false).hint(160, 88).applyTo(text);
        var current = axis;
        Fields.onEdit(text, typed -> document.editor().sweep().change(current, "values", a -> {
            a.getValues().clear();
            a.getValues().addAll(lines(typed));
        }), document);
        update(() -> {
            if (!lines(text.getText()).equals(current.getValues())) {
                Fields.setText(text, String.join("\n", current.getValues()));
            }
        });
    }

    /** One value on a line; on a single line, commas separate them. */
    private static List<String> lines(String typed) {
        var separator = typed.strip().contains("\n") ? "\n" : ",";
        return Arrays.stream(typed.split(separator)).map(String::strip).filter(s -> !s.isEmpty()).toList();
    }

    private void text(String label, Function<SweepAxis, String> get, BiConsumer<SweepAxis, String> set) {
        label(label);
        var text = toolkit.createText(body, "", SWT.SINGLE | SWT.BORDER);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
        var current = axis;
        Fields.onEdit(text, typed -> document.editor().sweep().change(current, label, a -> set.accept(a, typed.strip())), document);
        update(() -> Fields.setText(text, get.apply(current)));
    }

    private void number(String label, Function<SweepAxis, String> get, BiConsumer<SweepAxis, Long> set) {
        label(label);
        var text = toolkit.createText(body, "", SWT.SINGLE | SWT.BORDER);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
        text.addVerifyListener(event -> event.doit = event.text.matches("[-0-9]*"));
        var current = axis;
        Fields.onEdit(text, typed -> {
            if (typed.matches("-?[0-9]{1,18}")) {
                document.editor().sweep().change(current, label, a -> set.accept(a, Long.parseLong(typed)));
            }
        }, document);
        update(() -> {
            if (!text.isFocusControl() || text.getText().matches("-?[0-9]{1,18}")) {
                Fields.setText(text, get.apply(current));
            }
        });
    }

    private void count() {
        number(Messages.axis_count, a -> Integer.toString(a.getCount()), (a, n) -> a.setCount((int) Math.min(1_000_000, Math.max(0, n))));
    }

    private void distribution() {
        label(Messages.axis_distribution);
        var combo = new Combo(body, SWT.READ_ONLY);
        combo.setItems("uniform", "log");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(combo);
        var current = axis;
        combo.addListener(SWT.Selection, event -> document.editor().sweep().change(current, null,
                a -> a.setDistribution(combo.getSelectionIndex() == 0 ? null : combo.getText())));
        update(() -> combo.select("log".equals(current.getDistribution()) ? 1 : 0));
    }

    private void integer() {
        label("");
        Button check = toolkit.createButton(body, Messages.axis_integer, SWT.CHECK);
        var current = axis;
        check.addListener(SWT.Selection, event -> document.editor().sweep().change(current, null, a -> a.setInteger(check.getSelection())));
        update(() -> check.setSelection(current.isInteger()));
    }
}
