// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nullcline.engine.steps.Engines.axis;
import static org.nullcline.engine.steps.Engines.link;
import static org.nullcline.engine.steps.Engines.plan;
import static org.nullcline.engine.steps.Engines.step;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nullcline.compute.random.RandomStream;
import org.nullcline.model.Experiment;
import org.nullcline.model.Experiments;
import org.nullcline.model.Link;
import org.nullcline.model.Step;
import org.nullcline.model.SweepAxis;

/** Compares the planner with a second, naive evaluation of random experiments: at every point of the whole sweep, step by step, without sharing. */
class SweepAndGatherTest {

    private final Map<String, List<String>> axes = new LinkedHashMap<>();
    private Experiment experiment;
    private Plan plan;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30})
    void everyPointOfTheSweepGetsTheValuesThatBelongToIt(long seed) {
        build(RandomStream.of(seed).child("experiment"));
        plan = plan(experiment);
        for (TreeMap<String, String> point : points()) {
            for (Step step : experiment.getSteps()) {
                Task task = plan.at(step.getId(), point).orElseThrow();
                assertEquals(inputsOf(step, point), task.inputs().stream().map(i -> valueOf(plan.tasks().get(i.task()))).toList(), step.getId() + " at " + point);
                assertEquals(value(step, point), valueOf(task), 1e-9 * Math.abs(valueOf(task)) + 1e-9, step.getId() + " at " + point);
            }
        }
        assertEquals(plan.tasks().size(), plan.tasks().stream().map(Task::key).distinct().count(), "no work is planned twice");
        Set<Integer> used = new TreeSet<>();
        plan.steps().forEach(s -> Arrays.stream(s.tasks()).forEach(used::add));
        assertTrue(used.size() == plan.tasks().size(), "no task is planned in vain");
    }

    private void build(RandomStream random) {
        experiment = Experiments.create("random");
        axes.clear();
        int sources = 1 + random.below(3);
        int sums = 1 + random.below(4);
        for (int i = 0; i < sources; i++) {
            step(experiment, "n" + i, "number", "value", Integer.toString(random.below(5)));
        }
        for (int i = 0; i < sums; i++) {
            step(experiment, "s" + i, "sum", "factor", Integer.toString(1 + random.below(3)));
        }
        for (int i = 0, count = random.below(4); i < count; i++) {
            boolean onSource = random.below(3) > 0;
            String path = onSource ? "n" + random.below(sources) + (random.below(2) == 0 ? ".value" : ".noise") : "s" + random.below(sums) + ".factor";
            if (experiment.getAxes().stream().noneMatch(a -> path.equals(a.getPath()))) {
                List<String> values = new ArrayList<>();
                for (int v = 0, n = 1 + random.below(3); v < n; v++) {
                    values.add(Integer.toString(2 + v * (1 + random.below(2))));
                }
                axes.put("x" + i, values);
                axis(experiment, "x" + i, path, values.toArray(String[]::new));
            }
        }
        for (int i = 0; i < sums; i++) {
            Set<String> linked = new TreeSet<>();
            for (int l = 0, count = 1 + random.below(3); l < count; l++) {
                int which = random.below(sources + i);
                String source = which < sources ? "n" + which : "s" + (which - sources);
                if (linked.add(source)) {
                    Link link = link(experiment, source, "s" + i, "values");
                    link.setGather(random.below(2) == 0);
                    if (link.isGather() && random.below(2) == 0) {
                        axes.keySet().stream().filter(a -> random.below(2) == 0).forEach(link.getOver()::add);
                    }
                }
            }
        }
    }

    private List<TreeMap<String, String>> points() {
        List<TreeMap<String, String>> points = new ArrayList<>(List.of(new TreeMap<>()));
        axes.forEach((id, values) -> {
            List<TreeMap<String, String>> longer = new ArrayList<>();
            points.forEach(point -> values.forEach(value -> {
                TreeMap<String, String> next = new TreeMap<>(point);
                next.put(id, value);
                longer.add(next);
            }));
            points.clear();
            points.addAll(longer);
        });
        return points;
    }

    private double value(Step step, Map<String, String> point) {
        Map<String, Double> set = new HashMap<>(Map.of("value", 1.0, "factor", 1.0, "noise", 0.0));
        step.getParameters().forEach(p -> set.put(p.getName(), Double.parseDouble(p.getValue())));
        for (SweepAxis axis : experiment.getAxes()) {
            if (axis.getPath().startsWith(step.getId() + ".")) {
                set.put(axis.getPath().substring(step.getId().length() + 1), Double.parseDouble(point.get(axis.getId())));
            }
        }
        return step.getContribution().endsWith("number") ? set.get("value") + 100 * set.get("noise")
                : set.get("factor") * inputsOf(step, point).stream().mapToDouble(v -> v).sum();
    }

    private List<Double> inputsOf(Step step, Map<String, String> point) {
        List<Double> values = new ArrayList<>();
        for (Link link : experiment.getLinks()) {
            if (link.getTarget().equals(step.getId())) {
                Step source = experiment.step(link.getSource());
                List<String> over = new ArrayList<>(link.getOver().isEmpty() ? axes.keySet() : link.getOver());
                over.removeIf(axis -> !dependsOn(source, axis));
                collect(source, link.isGather() ? over : List.of(), point, values);
            }
        }
        return values;
    }

    private void collect(Step source, List<String> over, Map<String, String> point, List<Double> values) {
        if (over.isEmpty()) {
            values.add(value(source, point));
            return;
        }
        for (String value : axes.get(over.getFirst())) {
            Map<String, String> there = new HashMap<>(point);
            there.put(over.getFirst(), value);
            collect(source, over.subList(1, over.size()), there, values);
        }
    }

    /** Whether a step, or something that reaches it without being gathered, is varied by an axis. */
    private boolean dependsOn(Step step, String axis) {
        if (experiment.axis(axis).getPath().startsWith(step.getId() + ".")) {
            return true;
        }
        return experiment.getLinks().stream().filter(link -> link.getTarget().equals(step.getId()))
                .filter(link -> !link.isGather() || !link.getOver().isEmpty() && !link.getOver().contains(axis))
                .anyMatch(link -> dependsOn(experiment.step(link.getSource()), axis));
    }

    private double valueOf(Task task) {
        if (task.contribution().endsWith("number")) {
            return Double.parseDouble(task.parameters().get("value")) + 100 * Double.parseDouble(task.parameters().get("noise"));
        }
        return Double.parseDouble(task.parameters().get("factor")) * task.inputs().stream().mapToDouble(i -> valueOf(plan.tasks().get(i.task()))).sum();
    }
}
