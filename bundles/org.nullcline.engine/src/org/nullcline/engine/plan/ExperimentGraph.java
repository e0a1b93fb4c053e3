// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.nullcline.api.contribution.Contributions;
import org.nullcline.api.contribution.Descriptor;
import org.nullcline.api.contribution.ExtensionPoint;
import org.nullcline.api.contribution.Port;
import org.nullcline.api.NullclineException;
import org.nullcline.model.Experiment;
import org.nullcline.model.Link;
import org.nullcline.model.Step;

/** How the steps of an experiment hang together. Tolerates experiments that are not valid, so that the validator can use it as well. */
public final class ExperimentGraph {

    private final Map<String, Step> steps = new LinkedHashMap<>();
    private final Map<String, List<Link>> incoming = new HashMap<>();
    private final Set<String> leftOut = new LinkedHashSet<>();
    private final List<Step> order = new ArrayList<>();
    private final List<List<String>> cycles = new ArrayList<>();

    /** Reads the steps and links of an experiment. */
    public ExperimentGraph(Experiment experiment, Contributions contributions) {
        for (Step step : experiment.getSteps()) {
            steps.putIfAbsent(step.getId(), step);
        }
        for (Link link : experiment.getLinks()) {
            if (steps.containsKey(link.getSource()) && steps.containsKey(link.getTarget())) {
                incoming.computeIfAbsent(link.getTarget(), id -> new ArrayList<>()).add(link);
            }
        }
        sort();
        leaveOut(contributions);
    }

    /** The step with this id. */
    public Optional<Step> step(String id) {
        return Optional.ofNullable(steps.get(id));
    }

    /** The links into a step whose both ends exist, in the order of the experiment. */
    public List<Link> incoming(String step) {
        return incoming.getOrDefault(step, List.of());
    }

    /** The links into a step that carry something: those of steps that take part. */
    public List<Link> carrying(String step) {
        return incoming(step).stream().filter(link -> !leftOut.contains(link.getSource())).toList();
    }

    /** The steps that take part, each after those that it needs. Steps of a cycle are missing. */
    public List<Step> order() {
        return order.stream().filter(step -> !leftOut.contains(step.getId())).toList();
    }

    /** Ids of the steps that are disabled, or need the output of one that is left out. */
    public Set<String> leftOut() {
        return leftOut;
    }

    /** Steps that wait for each other, by id. */
    public List<List<String>> cycles() {
        return cycles;
    }

    private void sort() {
        Map<String, Integer> missing = new HashMap<>();
        Map<String, List<String>> outgoing = new HashMap<>();
        steps.keySet().forEach(id -> {
            missing.put(id, incoming(id).size());
            incoming(id).forEach(link -> outgoing.computeIfAbsent(link.getSource(), s -> new ArrayList<>()).add(id));
        });
        Deque<String> ready = new ArrayDeque<>();
        steps.keySet().stream().filter(id -> missing.get(id) == 0).forEach(ready::add);
        while (!ready.isEmpty()) {
            String id = ready.remove();
            order.add(steps.get(id));
            for (String next : outgoing.getOrDefault(id, List.of())) {
                if (missing.merge(next, -1, Integer::sum) == 0) {
                    ready.add(next);
                }
            }
        }
        Set<String> stuck = new LinkedHashSet<>(steps.keySet());
        order.forEach(step -> stuck.remove(step.getId()));
        findCycles(stuck);
    }

    private void findCycles(Set<String> stuck) {
        Set<String> seen = new HashSet<>();
        for (String start : stuck) {
            List<String> path = new ArrayList<>();
            String id = start;
            while (id != null && seen.add(id)) {
                path.add(id);
                id = incoming(id).stream().map(Link::getSource).filter(stuck::contains).findFirst().orElse(null);
            }
            int from = id == null ? -1 : path.indexOf(id);
            if (from >= 0) {
                cycles.add(List.copyOf(path.subList(from, path.size()).reversed()));
            }
        }
    }

    private void leaveOut(Contributions contributions) {
        for (Step step : order) {
            if (!step.isEnabled() || lacksInput(step, contributions)) {
                leftOut.add(step.getId());
            }
        }
    }

    private boolean lacksInput(Step step, Contributions contributions) {
        Map<String, Boolean> carried = new HashMap<>();
        for (Link link : incoming(step.getId())) {
            carried.merge(String.valueOf(link.getInput()), !leftOut.contains(link.getSource()), Boolean::logicalOr);
        }
        if (!carried.containsValue(false)) {
            return false;
        }
        Optional<Descriptor> descriptor = descriptor(step, contributions);
        return carried.entrySet().stream().filter(e -> !e.getValue())
                .anyMatch(e -> !descriptor.flatMap(d -> d.input(e.getKey())).map(Port::optional).orElse(false));
    }

    private static Optional<Descriptor> descriptor(Step step, Contributions contributions) {
        try {
            return Optional.of(contributions.find(ExtensionPoint.STEPS, step.getContribution()));
        } catch (NullclineException e) {
            return Optional.empty();
        }
    }
}
