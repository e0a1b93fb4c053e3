// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.validate;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.nullcline.api.NullclineException.Kind;
import org.nullcline.api.contribution.Descriptor;
import org.nullcline.api.contribution.Port;
import org.nullcline.engine.plan.Axis;
import org.nullcline.engine.plan.ExperimentGraph;
import org.nullcline.engine.validate.Problem.Severity;
import org.nullcline.model.Experiment;
import org.nullcline.model.Link;
import org.nullcline.model.Step;

/** Checks the links between steps. */
final class LinkCheck {

    private final Experiment experiment;
    private final ExperimentGraph graph;
    private final Map<String, Descriptor> descriptors;
    private final Set<String> axes = new HashSet<>();
    private final List<Problem> problems;

    LinkCheck(Experiment experiment, ExperimentGraph graph, Map<String, Descriptor> descriptors, List<Axis> axes, List<Problem> problems) {
        this.experiment = experiment;
        this.graph = graph;
        this.descriptors = descriptors;
        axes.forEach(axis -> this.axes.add(axis.id()));
        this.problems = problems;
    }

    void run() {
        Set<List<String>> seen = new HashSet<>();
        for (Link link : experiment.getLinks()) {
            checkEnds(link);
            List<String> ends = List.of(text(link.getSource()), text(link.getOutput()), text(link.getTarget()), text(link.getInput()));
            if (!seen.add(ends)) {
                error(text(link.getTarget()), text(link.getInput()), "The output '" + link.getOutput() + "' of step '" + link.getSource()
                        + "' is connected twice to the input '" + link.getInput() + "' of step '" + link.getTarget() + "'; remove one of the links.");
            }
            checkGather(link);
        }
        for (Step step : experiment.getSteps()) {
            if (step.isEnabled() && descriptors.containsKey(step.getId())) {
                checkInputs(step, descriptors.get(step.getId()));
            }
        }
    }

    private void checkEnds(Link link) {
        Optional<Step> source = graph.step(text(link.getSource()));
        Optional<Step> target = graph.step(text(link.getTarget()));
        if (source.isEmpty() || target.isEmpty()) {
            String missing = text(source.isEmpty() ? link.getSource() : link.getTarget());
            error(text(link.getTarget()), text(link.getInput()), "A link between '" + text(link.getSource()) + "' and '" + text(link.getTarget()) + "' has no step '" + missing
                    + "' at its end; remove the link.");
            return;
        }
        Descriptor producer = descriptors.get(link.getSource());
        Descriptor consumer = descriptors.get(link.getTarget());
        Optional<Port> output = producer == null ? Optional.empty() : producer.output(text(link.getOutput()));
        Optional<Port> input = consumer == null ? Optional.empty() : consumer.input(text(link.getInput()));
        if (producer != null && output.isEmpty()) {
            error(link.getSource(), text(link.getOutput()), "Step '" + link.getSource() + "' (" + producer.shortId() + ") has no output '" + text(link.getOutput())
                    + "'; it has: " + names(producer.outputs()) + ".");
        }
        if (consumer != null && input.isEmpty()) {
            error(link.getTarget(), text(link.getInput()), "Step '" + link.getTarget() + "' (" + consumer.shortId() + ") has no input '" + text(link.getInput())
                    + "'; it has: " + names(consumer.inputs()) + ".");
        }
        if (output.isPresent() && input.isPresent()) {
            String kind = output.get().kinds().getFirst();
            if (!kind.equals("any") && !input.get().accepts(kind)) {
                error(link.getTarget(), link.getInput(), "The input '" + link.getInput() + "' of step '" + link.getTarget() + "' takes "
                        + String.join(" or ", input.get().kinds()) + ", but the output '" + link.getOutput() + "' of step '" + link.getSource() + "' is a " + kind
                        + "; put a step between them or connect another output.");
            }
            if (link.isGather() && !input.get().multiple()) {
                error(link.getTarget(), link.getInput(), "The input '" + link.getInput() + "' of step '" + link.getTarget()
                        + "' takes one value, but a gathering link brings several; turn gathering off.");
            }
        }
    }

    private void checkGather(Link link) {
        for (String axis : link.getOver()) {
            if (!axes.contains(axis)) {
                error(text(link.getTarget()), text(link.getInput()), "The link from '" + link.getSource() + "' to '" + link.getTarget() + "' gathers over the axis '"
                        + axis + "', which does not exist; remove it from the link.");
            }
        }
        if (!link.isGather() && !link.getOver().isEmpty()) {
            problems.add(new Problem(Severity.WARNING, Kind.INVALID, text(link.getTarget()), text(link.getInput()), "The link from '" + link.getSource()
                    + "' to '" + link.getTarget() + "' names axes but does not gather; turn gathering on or remove the axes."));
        }
    }

    private void checkInputs(Step step, Descriptor descriptor) {
        for (Port port : descriptor.inputs()) {
            long links = graph.incoming(step.getId()).stream().filter(link -> port.name().equals(link.getInput())).count();
            if (links == 0 && !port.optional()) {
                error(step.getId(), port.name(), "The input '" + port.name() + "' of step '" + step.getId() + "' is not connected; connect it to an output of kind "
                        + String.join(" or ", port.kinds()) + ".");
            }
            if (links > 1 && !port.multiple()) {
                error(step.getId(), port.name(), "The input '" + port.name() + "' of step '" + step.getId() + "' takes one value but has " + links
                        + " links; remove all but one.");
            }
        }
    }

    private static String names(List<Port> ports) {
        return ports.isEmpty() ? "none" : String.join(", ", ports.stream().map(Port::name).toList());
    }

    private static String text(String text) {
        return text == null ? "" : text;
    }

    private void error(String step, String place, String sentence) {
        problems.add(new Problem(Severity.ERROR, Kind.INVALID, step, place, sentence));
    }
}
