// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.nullcline.api.NullclineException;
import org.nullcline.model.SweepAxis;
import org.nullcline.model.SweepException;
import org.nullcline.model.SweepPath;
import org.nullcline.model.Sweeps;

/**
 * A sweep axis with its values.
 *
 * @param id as in the experiment
 * @param points what is set at each point, never empty
 */
public record Axis(String id, List<Map<SweepPath, String>> points) {

    /**
     * Expands an axis of an experiment.
     *
     * @throws NullclineException of kind INVALID naming the axis, what is wrong and what to do
     */
    public static Axis of(SweepAxis axis) {
        try {
            List<Map<SweepPath, String>> points = new ArrayList<>();
            for (List<Sweeps.Assignment> assignments : Sweeps.points(axis)) {
                Map<SweepPath, String> point = new LinkedHashMap<>();
                assignments.forEach(a -> point.put(a.path(), a.value()));
                points.add(point);
            }
            return new Axis(axis.getId(), List.copyOf(points));
        } catch (SweepException e) {
            throw new NullclineException(NullclineException.Kind.INVALID, e.getMessage(), e);
        }
    }

    /** Number of points. */
    public int size() {
        return points.size();
    }

    /** Id of the step that a path leads to; empty for the seed of the experiment. */
    public static String stepOf(SweepPath path) {
        return switch (path) {
            case SweepPath.OfParameter p -> p.step();
            case SweepPath.OfContribution c -> c.step();
            case SweepPath.OfStepSeed s -> s.step();
            case SweepPath.OfSeed root -> "";
        };
    }

    /** Whether the axis varies a setting of this step itself. */
    public boolean concerns(String step) {
        return points.getFirst().keySet().stream().anyMatch(path -> stepOf(path).equals(step));
    }

    /** One point as it is stored in plans: the values, joined by a vertical bar for a zip. */
    public String text(int point) {
        return String.join("|", points.get(point).values());
    }

    /** One point for people: {@code gru} or {@code latentSize=3}. */
    public String label(int point) {
        return points.get(point).entrySet().stream().map(e -> label(e.getKey(), e.getValue())).collect(Collectors.joining(", "));
    }

    private static String label(SweepPath path, String value) {
        if (value.matches("[-+]?[0-9.]+([eE][-+]?[0-9]+)?") || value.equals("true") || value.equals("false")) {
            return shortName(path) + "=" + value;
        }
        String file = value.substring(Math.max(value.lastIndexOf('/'), value.lastIndexOf('\\')) + 1);
        return file.length() < value.length() ? file : value.matches("[\\w-]+(\\.[\\w-]+){2,}") ? value.substring(value.lastIndexOf('.') + 1) : value;
    }

    private static String shortName(SweepPath path) {
        return switch (path) {
            case SweepPath.OfParameter p -> p.parameter().substring(p.parameter().lastIndexOf('.') + 1);
            case SweepPath.OfContribution c -> c.step();
            case SweepPath.OfStepSeed s -> "seed";
            case SweepPath.OfSeed root -> "seed";
        };
    }
}
