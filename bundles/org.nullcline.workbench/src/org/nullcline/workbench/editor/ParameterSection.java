// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.editor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.nullcline.api.contribution.Descriptor;
import org.nullcline.api.parameter.ParameterDeclaration;
import org.nullcline.api.parameter.ParameterType;
import org.nullcline.engine.validate.Problem;
import org.nullcline.model.Parameter;
import org.nullcline.model.Step;
import org.nullcline.workbench.Messages;
import org.nullcline.workbench.look.Hints;
import org.nullcline.workbench.look.Icons;

/** The parameters of a step with those of the contributions that it chooses, one row each. */
public final class ParameterSection {

    static final int COLUMNS = 4;

    private final Map<String, ParameterRow> rows = new LinkedHashMap<>();

    /** A parameter where it stands: {@code architecture.hidden} is one level down. */
    record Place(String path, ParameterDeclaration declaration, int depth) {
    }

    ParameterSection(Composite parent, FormToolkit toolkit, ExperimentDocument document, Step step, Descriptor descriptor) {
        var places = places(descriptor, step, document);
        for (var place : places) {
            rows.put(place.path, new ParameterRow(parent, toolkit, document, step, place));
        }
        var known = places.stream().map(Place::path).collect(Collectors.toSet());
        var strays = strays(step, known);
        strays.forEach(stray -> strayRow(parent, toolkit, document, step, stray));
        if (places.isEmpty() && strays.isEmpty()) {
            var none = toolkit.createLabel(parent, Messages.parameters_none);
            none.setForeground(Hints.quiet());
        }
        refresh();
    }

    /** All parameters that the choices of a step bring with them. */
    static List<Place> places(Descriptor descriptor, Step step, ExperimentDocument document) {
        List<Place> places = new ArrayList<>();
        collect("", descriptor.parameters(), 0, step, document, places);
        return places;
    }

    private static void collect(String prefix, List<ParameterDeclaration> declarations, int depth, Step step, ExperimentDocument document,
            List<Place> places) {
        for (var declaration : declarations) {
            var path = prefix + declaration.name();
            places.add(new Place(path, declaration, depth));
            if (declaration.type() == ParameterType.CONTRIBUTION && depth < 6) {
                chosen(declaration, step.value(path), document).ifPresent(d -> collect(path + ".", d.parameters(), depth + 1, step, document, places));
            }
        }
    }

    /** The contribution that a text or the default chooses. */
    static Optional<Descriptor> chosen(ParameterDeclaration declaration, String text, ExperimentDocument document) {
        var id = text == null ? declaration.defaultValue() : text;
        return id.isBlank() ? Optional.empty() : document.laboratory().contributions().lookUp(declaration.point(), id);
    }

    /** Says whether the same rows are needed. */
    static String structure(Descriptor descriptor, Step step, ExperimentDocument document) {
        var places = places(descriptor, step, document);
        var known = places.stream().map(Place::path).collect(Collectors.toSet());
        return places.stream().map(Place::path).collect(Collectors.joining(",")) + "|"
                + strays(step, known).stream().map(p -> p.getName() + "=" + p.getValue()).collect(Collectors.joining(","));
    }

    private static List<Parameter> strays(Step step, Set<String> known) {
        return step.getParameters().stream().filter(p -> !known.contains(p.getName())).toList();
    }

    /** A value in the file that nothing declares: it is shown, so that it can be removed. */
    private static void strayRow(Composite parent, FormToolkit toolkit, ExperimentDocument document, Step step, Parameter stray) {
        toolkit.createLabel(parent, stray.getName()).setForeground(Hints.quiet());
        toolkit.createLabel(parent, String.valueOf(stray.getValue())).setForeground(Hints.quiet());
        var bar = new ToolBar(parent, SWT.FLAT);
        toolkit.adapt(bar);
        var remove = new ToolItem(bar, SWT.PUSH);
        remove.setImage(Icons.image("remove"));
        remove.setToolTipText(NLS.bind(Messages.parameters_removeStray, stray.getName()));
        remove.addListener(SWT.Selection, event -> document.editor().steps().set(step, stray.getName(), null));
        var text = toolkit.createLabel(parent, Messages.parameters_stray);
        text.setForeground(Hints.quiet());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
    }

    /** The field of a parameter, such as {@code architecture.hidden}; null where there is none. */
    public Control control(String path) {
        var row = row(path);
        return row == null ? null : row.control();
    }

    private ParameterRow row(String place) {
        var exact = rows.get(place);
        return exact != null || place.isEmpty() ? exact
                : rows.entrySet().stream().filter(e -> e.getKey().endsWith("." + place)).map(Map.Entry::getValue).findFirst().orElse(null);
    }

    /** Shows the values of the step. */
    void refresh() {
        rows.values().forEach(ParameterRow::refresh);
    }

    /** Marks the fields that problems are about. */
    void mark(List<Problem> problems) {
        Map<ParameterRow, Problem> marked = new LinkedHashMap<>();
        for (var problem : problems) {
            var row = row(problem.place());
            if (row != null) {
                marked.putIfAbsent(row, problem);
            }
        }
        rows.values().forEach(row -> row.mark(marked.get(row)));
    }
}
