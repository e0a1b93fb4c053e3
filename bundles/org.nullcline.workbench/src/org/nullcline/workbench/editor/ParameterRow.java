// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.editor;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jface.fieldassist.ControlDecoration;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.nullcline.api.contribution.Descriptor;
import org.nullcline.api.parameter.ParameterDeclaration;
import org.nullcline.api.parameter.ParameterType;
import org.nullcline.engine.validate.Problem;
import org.nullcline.model.Experiments;
import org.nullcline.model.Step;
import org.nullcline.model.SweepAxis;
import org.nullcline.model.SweepPath;
import org.nullcline.workbench.Messages;
import org.nullcline.workbench.editor.ParameterSection.Place;
import org.nullcline.workbench.look.Hints;
import org.nullcline.workbench.look.Icons;

/** One parameter: label, typed field, unit and range, and the ways back to the default and into a sweep. */
final class ParameterRow {

    private static final int WIDTH = 210;

    private final ExperimentDocument document;
    private final Step step;
    private final String path;
    private final ParameterDeclaration declaration;
    private final List<String> values = new ArrayList<>();
    private final Label label;
    private final Control control;
    private final Control focus;
    private final Label hint;
    private final ToolItem reset;
    private final ControlDecoration decoration;

    ParameterRow(Composite parent, FormToolkit toolkit, ExperimentDocument document, Step step, Place place) {
        this.document = document;
        this.step = step;
        path = place.path();
        declaration = place.declaration();
        label = toolkit.createLabel(parent, Fields.label(declaration.name()));
        label.setToolTipText(toolTip());
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).indent(18 * place.depth(), 0).applyTo(label);
        control = create(parent, toolkit);
        focus = control instanceof Composite composite && !(control instanceof Combo) ? composite.getChildren()[0] : control;
        focus.setToolTipText(toolTip());
        focus.setData("org.nullcline.parameter", path);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).hint(WIDTH, SWT.DEFAULT).indent(8, 0).applyTo(control);
        var bar = new ToolBar(parent, SWT.FLAT);
        toolkit.adapt(bar);
        reset = new ToolItem(bar, SWT.PUSH);
        reset.setImage(Icons.image("reset"));
        reset.setToolTipText(declaration.defaultValue().isEmpty() ? Messages.parameters_unset
                : NLS.bind(Messages.parameters_reset, declaration.defaultValue()));
        reset.addListener(SWT.Selection, event -> document.editor().steps().set(step, path, null));
        var vary = new ToolItem(bar, SWT.PUSH);
        vary.setImage(Icons.image("vary"));
        vary.setToolTipText(Messages.parameters_vary);
        vary.addListener(SWT.Selection, event -> vary());
        hint = toolkit.createLabel(parent, range());
        hint.setForeground(Hints.quiet());
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(hint);
        decoration = new ControlDecoration(focus, SWT.LEFT | SWT.TOP);
        decoration.hide();
    }

    Control control() {
        return focus;
    }

    private String toolTip() {
        var text = new StringBuilder(declaration.description());
        text.append("\n").append(path);
        if (!declaration.defaultValue().isEmpty()) {
            text.append("\n").append(NLS.bind(Messages.parameters_default, declaration.defaultValue()));
        }
        return text.toString();
    }

    /** Unit and range as they stand beside the field. */
    private String range() {
        var below = declaration.min() > Double.NEGATIVE_INFINITY;
        var above = declaration.max() < Double.POSITIVE_INFINITY;
        var range = below && above ? Fields.number(declaration.min()) + " … " + Fields.number(declaration.max())
                : below ? "≥ " + Fields.number(declaration.min()) : above ? "≤ " + Fields.number(declaration.max()) : "";
        if (declaration.type() == ParameterType.INTEGERS || declaration.type() == ParameterType.REALS) {
            range = range.isEmpty() ? Messages.parameters_list : NLS.bind(Messages.parameters_listRange, range);
        }
        return declaration.unit().isEmpty() ? range : range.isEmpty() ? declaration.unit() : declaration.unit() + "   " + range;
    }

    // ---- the field

    private Control create(Composite parent, FormToolkit toolkit) {
        return switch (declaration.type()) {
            case BOOLEAN -> check(parent, toolkit);
            case CHOICE -> combo(parent, declaration.choices(), declaration.choices());
            case CONTRIBUTION -> contributions(parent);
            case FILE -> file(parent, toolkit);
            case INTEGER, REAL, TEXT, INTEGERS, REALS -> text(parent, toolkit);
        };
    }

    private Button check(Composite parent, FormToolkit toolkit) {
        var check = toolkit.createButton(parent, "", SWT.CHECK);
        check.addListener(SWT.Selection, event -> set(Boolean.toString(check.getSelection())));
        return check;
    }

    private Combo combo(Composite parent, List<String> texts, List<String> meanings) {
        var combo = new Combo(parent, SWT.READ_ONLY | SWT.DROP_DOWN);
        combo.setItems(texts.toArray(String[]::new));
        values.addAll(meanings);
        combo.addListener(SWT.Selection, event -> set(values.get(combo.getSelectionIndex())));
        // Scrolling through a form must not change what it passes over.
        combo.addListener(SWT.MouseVerticalWheel, event -> event.doit = false);
        return combo;
    }

    private Combo contributions(Composite parent) {
        List<String> texts = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        if (declaration.optional() || declaration.defaultValue().isEmpty()) {
            texts.add(declaration.optional() ? Messages.parameters_notSet : "");
            ids.add("");
        }
        var current = ParameterSection.chosen(declaration, step.value(path), document);
        for (Descriptor descriptor : document.laboratory().contributions().list(declaration.point())) {
            if (!descriptor.deprecated() || current.equals(java.util.Optional.of(descriptor))) {
                texts.add(descriptor.name());
                ids.add(descriptor.id());
            }
        }
        return combo(parent, texts, ids);
    }

    private Composite file(Composite parent, FormToolkit toolkit) {
        var both = toolkit.createComposite(parent);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(4, 0).applyTo(both);
        var text = text(both, toolkit);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
        var browse = toolkit.createButton(both, "…", SWT.PUSH);
        browse.setToolTipText(Messages.parameters_browse);
        browse.addListener(SWT.Selection, event -> {
            var dialog = new FileDialog(text.getShell(), SWT.OPEN);
            dialog.setFilterPath(document.path().getParent().toString());
            var chosen = dialog.open();
            if (chosen != null) {
                set(relative(java.nio.file.Path.of(chosen)));
            }
        });
        return both;
    }

    /** Files beside the experiment are named from there, so that both can be moved together. */
    private String relative(java.nio.file.Path chosen) {
        var folder = document.path().toAbsolutePath().getParent();
        return chosen.startsWith(folder) ? folder.relativize(chosen).toString() : chosen.toString();
    }

    private Text text(Composite parent, FormToolkit toolkit) {
        var text = toolkit.createText(parent, "", SWT.SINGLE | SWT.BORDER);
        text.setMessage(declaration.defaultValue());
        Fields.onEdit(text, typed -> set(typed.isEmpty() ? null : typed), document);
        return text;
    }

    /** The default is not written down, so that the file says what was chosen. */
    private void set(String value) {
        var isDefault = value != null && declaration.type() != ParameterType.TEXT && value.equals(defaultId());
        document.editor().steps().set(step, path, isDefault ? null : value);
    }

    private String defaultId() {
        return declaration.type() == ParameterType.CONTRIBUTION
                ? ParameterSection.chosen(declaration, null, document).map(Descriptor::id).orElse(declaration.defaultValue())
                : declaration.defaultValue();
    }

    // ---- showing

    /** Shows the value of the step. */
    void refresh() {
        var value = step.value(path);
        switch (focus) {
            case Text text -> Fields.setText(text, value);
            case Button check -> check.setSelection(Boolean.parseBoolean(value == null ? declaration.defaultValue() : value));
            case Combo combo -> select(combo, value);
            default -> throw new IllegalStateException("No field for " + path);
        }
        reset.setEnabled(value != null);
        label.setFont(value == null ? JFaceResources.getDefaultFont() : JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        var axis = axis();
        var text = axis == null ? range() : NLS.bind(Messages.parameters_varied, axis.getId());
        if (!hint.getText().equals(text)) {
            hint.setText(text);
        }
        focus.setEnabled(axis == null);
    }

    private void select(Combo combo, String value) {
        var wanted = value == null ? defaultId() : declaration.type() == ParameterType.CONTRIBUTION
                ? ParameterSection.chosen(declaration, value, document).map(Descriptor::id).orElse(value) : value;
        var index = values.indexOf(wanted);
        if (index < 0 && !wanted.isEmpty()) {
            // A choice that this installation does not know stays visible and stays as it is.
            combo.add(wanted);
            values.add(wanted);
            index = values.size() - 1;
        }
        if (index != combo.getSelectionIndex()) {
            combo.select(index);
        }
    }

    /** Marks the field with a problem; null takes the mark away. */
    void mark(Problem problem) {
        if (problem == null) {
            decoration.hide();
            return;
        }
        decoration.setImage(Icons.image(problem.error() ? "error-over" : "warning-over"));
        decoration.setDescriptionText(problem.sentence());
        decoration.show();
    }

    // ---- sweeps

    private SweepAxis axis() {
        return find(document.experiment().getAxes(), new SweepPath.OfParameter(step.getId(), path).toString());
    }

    private static SweepAxis find(List<SweepAxis> axes, String path) {
        for (var axis : axes) {
            if (path.equals(axis.getPath())) {
                return axis;
            }
            var inner = find(axis.getAxes(), path);
            if (inner != null) {
                return inner;
            }
        }
        return null;
    }

    private void vary() {
        var axis = axis();
        if (axis == null) {
            var value = step.value(path) == null ? declaration.defaultValue() : step.value(path);
            var added = new SweepAxis[1];
            document.editor().edit(Messages.parameters_variedEdit, () -> added[0] = Experiments.sweep(document.experiment(),
                    new SweepPath.OfParameter(step.getId(), path), value.isEmpty() ? List.of() : List.of(value)));
            axis = added[0];
        }
        document.revealAxis(axis.getId());
    }
}
