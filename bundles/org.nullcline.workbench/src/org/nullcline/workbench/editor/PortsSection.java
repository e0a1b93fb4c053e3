// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.editor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.jface.fieldassist.ControlDecoration;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.nullcline.api.contribution.Descriptor;
import org.nullcline.api.contribution.Port;
import org.nullcline.engine.validate.Problem;
import org.nullcline.model.Link;
import org.nullcline.model.Step;
import org.nullcline.model.SweepAxis;
import org.nullcline.workbench.Messages;
import org.nullcline.workbench.look.Hints;
import org.nullcline.workbench.look.Icons;

/** The inputs of a step: each chooses among the outputs that fit, and says whether it collects over the sweep. */
public final class PortsSection {

    static final int COLUMNS = 4;

    private final ExperimentDocument document;
    private final Step step;
    private final FormToolkit toolkit;
    private final Map<String, Control> controls = new LinkedHashMap<>();
    private final Map<String, ControlDecoration> decorations = new LinkedHashMap<>();

    /** An output that an input may be connected to. */
    private record Source(Step step, String output, String label) {
    }

    PortsSection(Composite parent, FormToolkit toolkit, ExperimentDocument document, Step step, Descriptor descriptor) {
        this.document = document;
        this.step = step;
        this.toolkit = toolkit;
        for (var port : descriptor.inputs()) {
            port(parent, port);
        }
    }

    /** Says whether the same rows are needed. */
    static String structure(Step step, ExperimentDocument document) {
        var experiment = document.experiment();
        return experiment.getLinks().stream().filter(l -> step.getId().equals(l.getTarget()))
                .map(l -> l.getSource() + ">" + l.getOutput() + ">" + l.getInput() + l.isGather() + l.getOver()).collect(Collectors.joining(","))
                + experiment.getSteps().stream().map(s -> s.getId() + s.getContribution() + s.getLabel()).collect(Collectors.joining(","))
                + experiment.getAxes().stream().map(SweepAxis::getId).collect(Collectors.joining(","));
    }

    private List<Link> links(Port port) {
        return document.experiment().getLinks().stream().filter(l -> step.getId().equals(l.getTarget()) && port.name().equals(l.getInput())).toList();
    }

    private void port(Composite parent, Port port) {
        var sources = sources(port);
        var links = links(port);
        for (var link : links) {
            row(parent, port, link, sources, link == links.getFirst());
        }
        if (links.isEmpty() || port.multiple()) {
            row(parent, port, null, sources, links.isEmpty());
        }
    }

    private void row(Composite parent, Port port, Link link, List<Source> sources, boolean first) {
        Label name = toolkit.createLabel(parent, first ? Fields.label(port.name()) : "");
        name.setToolTipText(port.description());
        List<Source> offered = new ArrayList<>(sources);
        var combo = new Combo(parent, SWT.READ_ONLY);
        combo.addListener(SWT.MouseVerticalWheel, event -> event.doit = false);
        combo.setToolTipText(port.description());
        combo.add(link != null ? Messages.ports_disconnect : port.multiple() && !first ? Messages.ports_addMore
                : port.optional() ? Messages.ports_optional : Messages.ports_choose);
        sources.forEach(source -> combo.add(source.label));
        var selected = link == null ? -1 : indexOf(sources, link);
        if (link != null && selected < 0) {
            // The link leads to what is not there or does not fit; it stays until the user decides.
            combo.add(link.getSource() + " ▸ " + link.getOutput());
            offered.add(null);
            selected = offered.size() - 1;
        }
        combo.select(selected + 1);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).hint(280, SWT.DEFAULT).indent(8, 0).applyTo(combo);
        combo.addListener(SWT.Selection, event -> connect(port, link, combo.getSelectionIndex() == 0 ? null : offered.get(combo.getSelectionIndex() - 1)));
        if (first) {
            controls.put(port.name(), combo);
            var decoration = new ControlDecoration(combo, SWT.LEFT | SWT.TOP);
            decoration.hide();
            decorations.put(port.name(), decoration);
        }
        var bar = new ToolBar(parent, SWT.FLAT);
        toolkit.adapt(bar);
        var remove = new ToolItem(bar, SWT.PUSH);
        remove.setImage(Icons.image("remove"));
        remove.setToolTipText(Messages.ports_disconnect);
        remove.setEnabled(link != null);
        remove.addListener(SWT.Selection, event -> connect(port, link, null));
        if (link != null && (!document.experiment().getAxes().isEmpty() || link.isGather())) {
            gather(parent, link);
        } else {
            var kinds = toolkit.createLabel(parent, first ? String.join(", ", port.kinds()) + (port.multiple() ? "  " + Messages.ports_several : "") : "");
            kinds.setForeground(Hints.quiet());
            GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(kinds);
        }
    }

    private void connect(Port port, Link link, Source source) {
        var links = document.editor().links();
        if (link != null && source == null) {
            links.disconnect(List.of(link));
        } else if (link != null) {
            document.editor().edit(Messages.ports_reconnect, () -> {
                link.setSource(source.step.getId());
                link.setOutput(source.output);
            });
        } else if (source != null && port.multiple()) {
            links.connect(source.step, source.output, step, port.name());
        } else if (source != null) {
            links.connectOnly(source.step, source.output, step, port.name());
        }
    }

    private void gather(Composite parent, Link link) {
        var combo = new Combo(parent, SWT.READ_ONLY);
        combo.addListener(SWT.MouseVerticalWheel, event -> event.doit = false);
        combo.setToolTipText(Messages.ports_gatherHint);
        List<List<String>> over = new ArrayList<>();
        combo.add(Messages.ports_samePoint);
        over.add(null);
        combo.add(Messages.ports_gatherAll);
        over.add(List.of());
        for (var axis : document.experiment().getAxes()) {
            combo.add(NLS.bind(Messages.ports_gatherOver, axis.getId()));
            over.add(List.of(axis.getId()));
        }
        List<String> current = link.isGather() ? List.copyOf(link.getOver()) : null;
        if (!over.contains(current)) {
            combo.add(NLS.bind(Messages.ports_gatherOver, String.join(", ", current)));
            over.add(current);
        }
        combo.select(over.indexOf(current));
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).grab(true, false).applyTo(combo);
        combo.addListener(SWT.Selection, event -> {
            var chosen = over.get(combo.getSelectionIndex());
            document.editor().links().setGather(link, chosen != null, chosen == null ? List.of() : chosen);
        });
    }

    private static int indexOf(List<Source> sources, Link link) {
        for (var i = 0; i < sources.size(); i++) {
            if (sources.get(i).step.getId().equals(link.getSource()) && sources.get(i).output.equals(link.getOutput())) {
                return i;
            }
        }
        return -1;
    }

    /** The outputs of other steps that fit the port and do not make a circle. */
    private List<Source> sources(Port port) {
        var contributions = document.laboratory().contributions();
        var later = dependents();
        List<Source> sources = new ArrayList<>();
        for (var other : document.experiment().getSteps()) {
            if (later.contains(other.getId())) {
                continue;
            }
            StepLabels.descriptor(other, contributions).ifPresent(descriptor -> descriptor.outputs().stream()
                    .filter(output -> output.kinds().stream().anyMatch(kind -> kind.equals("any") || port.accepts(kind)))
                    .forEach(output -> sources.add(new Source(other, output.name(), StepLabels.name(other, contributions) + " ▸ " + output.name()))));
        }
        return sources;
    }

    /** This step and all that need it, directly or not. */
    private Set<String> dependents() {
        Set<String> found = new HashSet<>(Set.of(step.getId()));
        var grown = true;
        while (grown) {
            grown = false;
            for (var link : document.experiment().getLinks()) {
                grown |= found.contains(link.getSource()) && found.add(link.getTarget());
            }
        }
        return found;
    }

    /** The field of an input; null where there is none. */
    public Control control(String port) {
        return controls.get(port);
    }

    /** Marks the inputs that problems are about. */
    void mark(List<Problem> problems) {
        decorations.values().forEach(ControlDecoration::hide);
        for (var problem : problems) {
            var decoration = decorations.get(problem.place());
            if (decoration != null) {
                decoration.setImage(Icons.image(problem.error() ? "error-over" : "warning-over"));
                decoration.setDescriptionText(problem.sentence());
                decoration.show();
            }
        }
    }
}
