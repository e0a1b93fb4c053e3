// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.nullcline.api.NullclineException;
import org.nullcline.api.contribution.Contributions;
import org.nullcline.api.contribution.Descriptor;
import org.nullcline.api.contribution.Port;
import org.nullcline.engine.plan.Plan.PlannedAxis;
import org.nullcline.engine.plan.Plan.PlannedStep;
import org.nullcline.engine.plan.Task.TaskInput;
import org.nullcline.model.Experiment;
import org.nullcline.model.Link;
import org.nullcline.model.Step;
import org.nullcline.model.SweepPath;

/**
 * Turns an experiment into tasks. A step is planned once for every combination of the values that it, or something that it needs, depends
 * on; combinations that come to the same work share one task.
 *
 * <p>The experiment should have passed {@link org.nullcline.engine.validate.ExperimentValidator}; what is wrong nevertheless ends planning
 * with its sentence.
 */
public final class Planner {

    /** More tasks than this are refused before they are made. */
    public static final int MAX_TASKS = 1_000_000;

    private final Contributions contributions;

    /** Plans with the installed contributions. */
    public Planner(Contributions contributions) {
        this.contributions = contributions;
    }

    /**
     * Plans an experiment; reads the files that it names to hash them.
     *
     * @param base folder that relative paths in the experiment start from
     * @throws NullclineException of kind INVALID or INPUT with a sentence
     */
    public Plan plan(Experiment experiment, Path base) {
        return new Planning(experiment, base).run();
    }

    /** What is known of a planned step while its successors are planned. */
    private record Planned(Step step, int[] axes, int[] tasks) {
    }

    private final class Planning {

        private final Experiment experiment;
        private final ExperimentGraph graph;
        private final StepSettings.Resolver resolver;
        private final List<Axis> axes;
        private final Map<String, Planned> planned = new HashMap<>();
        private final List<Task> tasks = new ArrayList<>();
        private final Map<String, Integer> byKey = new HashMap<>();

        Planning(Experiment experiment, Path base) {
            this.experiment = experiment;
            graph = new ExperimentGraph(experiment, contributions);
            resolver = new StepSettings.Resolver(contributions, new FileHashes(), base);
            axes = experiment.getAxes().stream().map(Axis::of).toList();
        }

        Plan run() {
            if (!graph.cycles().isEmpty()) {
                throw NullclineException.invalid("The steps " + String.join(" → ", graph.cycles().getFirst()) + " wait for each other; remove one of the links.");
            }
            for (Step step : graph.order()) {
                plan(step);
            }
            List<PlannedAxis> plannedAxes = axes.stream()
                    .map(axis -> new PlannedAxis(axis.id(), IntStream.range(0, axis.size()).mapToObj(axis::text).toList())).toList();
            List<PlannedStep> steps = experiment.getSteps().stream().map(step -> planned.get(step.getId())).filter(p -> p != null)
                    .map(p -> new PlannedStep(p.step.getId(), label(p.step), Arrays.stream(p.axes).mapToObj(a -> axes.get(a).id()).toList(), p.tasks))
                    .toList();
            String name = experiment.getName() == null ? "experiment" : experiment.getName();
            return new Plan(name, experiment.getSeed(), plannedAxes, steps, List.copyOf(tasks));
        }

        private void plan(Step step) {
            BitSet own = ownAxes(step);
            BitSet all = (BitSet) own.clone();
            List<Link> links = graph.carrying(step.getId());
            for (Link link : links) {
                all.or(inherited(link));
            }
            int[] dependsOn = all.stream().toArray();
            int points = 1;
            for (int axis : dependsOn) {
                points = Math.multiplyExact(Math.min(points, MAX_TASKS + 1), axes.get(axis).size());
                if (points > MAX_TASKS || tasks.size() + points > MAX_TASKS) {
                    throw NullclineException.invalid("The sweep makes more than " + MAX_TASKS + " tasks of step '" + step.getId()
                            + "'; take fewer values or axes.");
                }
            }
            int[] taskAt = new int[points];
            var settings = new Settings(step, own.stream().toArray());
            var labels = new InputLabels(links);
            int[] point = new int[axes.size()];
            for (int i = 0; i < points; i++) {
                decode(i, dependsOn, point);
                taskAt[i] = add(step, settings.at(point), dependsOn, point, inputs(step, links, labels, point, settings.at(point)));
            }
            planned.put(step.getId(), new Planned(step, dependsOn, taskAt));
        }

        private int add(Step step, Settings.Point settings, int[] dependsOn, int[] point, List<TaskInput> inputs) {
            SortedMap<String, String> coordinates = new TreeMap<>();
            for (int axis : dependsOn) {
                coordinates.put(axes.get(axis).id(), axes.get(axis).text(point[axis]));
            }
            StepSettings s = settings.settings;
            SortedMap<String, String> outputs = new TreeMap<>();
            s.descriptor().outputs().forEach(port -> outputs.put(port.name(), port.kinds().getFirst()));
            Task task = new Task(tasks.size(), "", step.getId(), label(step), coordinates, s.descriptor().id(), s.descriptor().version(),
                    s.descriptor().bundle(), s.texts(), s.chosen(), s.files(), inputs, settings.seed, outputs).keyed();
            Integer known = byKey.putIfAbsent(task.key(), task.index());
            if (known == null) {
                tasks.add(task);
                return task.index();
            }
            return known;
        }

        private BitSet ownAxes(Step step) {
            BitSet own = new BitSet();
            boolean followsRoot = step.getSeed() == null && drawsNumbers(step);
            for (int a = 0; a < axes.size(); a++) {
                boolean root = followsRoot && axes.get(a).points().getFirst().containsKey(new SweepPath.OfSeed());
                own.set(a, root || axes.get(a).concerns(step.getId()));
            }
            return own;
        }

        private boolean drawsNumbers(Step step) {
            var choice = new SweepPath.OfContribution(step.getId());
            Set<String> contributed = new LinkedHashSet<>(Set.of(step.getContribution()));
            axes.forEach(axis -> axis.points().stream().map(p -> p.get(choice)).filter(Objects::nonNull).forEach(contributed::add));
            return contributed.stream().anyMatch(c -> !deterministic(resolver.descriptor(step, c)));
        }

        private static boolean deterministic(Descriptor descriptor) {
            return Boolean.parseBoolean(descriptor.attribute("deterministic", "false"));
        }

        /** The axes that a link hands on to its target. */
        private BitSet inherited(Link link) {
            BitSet inherited = new BitSet();
            Arrays.stream(planned.get(link.getSource()).axes).forEach(inherited::set);
            Arrays.stream(gathered(link)).forEach(inherited::clear);
            return inherited;
        }

        /** The axes that a link collects, the slowest first. */
        private int[] gathered(Link link) {
            int[] source = planned.get(link.getSource()).axes;
            if (!link.isGather()) {
                return new int[0];
            }
            if (link.getOver().isEmpty()) {
                return source;
            }
            return link.getOver().stream().mapToInt(this::axisIndex).filter(a -> Arrays.stream(source).anyMatch(s -> s == a)).toArray();
        }

        private int axisIndex(String id) {
            for (int a = 0; a < axes.size(); a++) {
                if (axes.get(a).id().equals(id)) {
                    return a;
                }
            }
            throw NullclineException.invalid("A link gathers over the axis '" + id + "', which does not exist; remove it from the link.");
        }

        private List<TaskInput> inputs(Step step, List<Link> links, InputLabels labels, int[] point, Settings.Point settings) {
            List<TaskInput> inputs = new ArrayList<>(links.size());
            for (Link link : links) {
                Port port = settings.settings.descriptor().input(link.getInput()).orElseThrow(() -> NullclineException.invalid("Step '" + step.getId()
                        + "' has no input '" + link.getInput() + "'; remove the link or connect another input."));
                Planned source = planned.get(link.getSource());
                int[] over = gathered(link);
                int[] at = point.clone();
                int count = 1;
                for (int axis : over) {
                    count = Math.multiplyExact(count, axes.get(axis).size());
                }
                for (int i = 0; i < count; i++) {
                    decode(i, over, at);
                    Task producer = tasks.get(source.tasks[encode(source.axes, at)]);
                    String label = port.multiple() ? labels.label(link, over, at) : "";
                    inputs.add(new TaskInput(port.name(), producer.index(), producer.key(), link.getOutput(), label));
                }
            }
            return InputLabels.distinct(inputs);
        }

        private void decode(int index, int[] which, int[] point) {
            int rest = index;
            for (int i = which.length - 1; i >= 0; i--) {
                int size = axes.get(which[i]).size();
                point[which[i]] = rest % size;
                rest /= size;
            }
        }

        private int encode(int[] which, int[] point) {
            int index = 0;
            for (int axis : which) {
                index = index * axes.get(axis).size() + point[axis];
            }
            return index;
        }

        /** Settings of one step, found out once for each combination of its own axes. */
        private final class Settings {

            private final Step step;
            private final int[] own;
            private final Map<Integer, Point> known = new HashMap<>();

            Settings(Step step, int[] own) {
                this.step = step;
                this.own = own;
            }

            record Point(StepSettings settings, Long seed) {
            }

            Point at(int[] point) {
                return known.computeIfAbsent(encode(own, point), index -> resolve(point));
            }

            private Point resolve(int[] point) {
                Map<SweepPath, String> values = new HashMap<>();
                List<Axis> mine = new ArrayList<>();
                for (int axis : own) {
                    values.putAll(axes.get(axis).points().get(point[axis]));
                    mine.add(axes.get(axis));
                }
                StepSettings settings = resolver.withFiles(step, resolver.resolve(step, values, StepSettings.alternatives(step, mine)));
                return new Point(settings, deterministic(settings.descriptor()) ? null : seed(values));
            }

            private long seed(Map<SweepPath, String> values) {
                String text = values.get(new SweepPath.OfStepSeed(step.getId()));
                if (text == null && step.getSeed() != null) {
                    return step.getSeed();
                }
                if (text == null) {
                    text = values.get(new SweepPath.OfSeed());
                }
                try {
                    return text == null ? experiment.getSeed() : Long.parseLong(text.strip());
                } catch (NumberFormatException e) {
                    throw new NullclineException(NullclineException.Kind.INVALID, "The seed of step '" + step.getId() + "' must be a whole number, not '"
                            + text + "'.", e);
                }
            }
        }

        /** Names of values at ports that take several. */
        private final class InputLabels {

            private final Map<String, Integer> linksPerPort = new HashMap<>();

            InputLabels(List<Link> links) {
                links.forEach(link -> linksPerPort.merge(link.getInput(), 1, Integer::sum));
            }

            String label(Link link, int[] over, int[] point) {
                String name = Planner.label(planned.get(link.getSource()).step);
                List<String> parts = Arrays.stream(over).filter(a -> axes.get(a).size() > 1).mapToObj(a -> axes.get(a).label(point[a])).toList();
                String where = String.join(", ", parts);
                return where.isEmpty() ? name : linksPerPort.get(link.getInput()) == 1 ? where : name + " " + where;
            }

            static List<TaskInput> distinct(List<TaskInput> inputs) {
                Map<String, Integer> uses = new HashMap<>();
                List<TaskInput> result = new ArrayList<>(inputs.size());
                for (TaskInput input : inputs) {
                    int use = input.label().isEmpty() ? 1 : uses.merge(input.port() + "\0" + input.label(), 1, Integer::sum);
                    result.add(use == 1 ? input : new TaskInput(input.port(), input.task(), input.key(), input.output(), input.label() + " (" + use + ")"));
                }
                return List.copyOf(result);
            }
        }
    }

    /** Name of a step for people. */
    static String label(Step step) {
        return step.getLabel() == null || step.getLabel().isBlank() ? step.getId() : step.getLabel();
    }
}
