// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.nullcline.api.NullclineException;
import org.nullcline.model.AxisKind;
import org.nullcline.model.SweepAxis;
import org.nullcline.model.SweepException;
import org.nullcline.model.SweepPath;
import org.nullcline.model.Sweeps;

/**
 * A sweep axis with its values.
 *
 * @param id as in the experiment
 * @param points what is set at each point, never empty
 * @param names of the points of a zip, as many as points; empty when it gives none
 */
public record Axis(String id, List<Map<SweepPath, String>> points, List<String> names) {

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
            boolean zip = AxisKind.ZIP.text().equals(axis.getKind());
            return new Axis(axis.getId(), List.copyOf(points), zip ? List.copyOf(axis.getValues()) : List.of());
        } catch (SweepException e) {
            throw new NullclineException(NullclineException.Kind.INVALID, e.getMessage(), e);
        }
    }

    /** Number of points. */
    public int size() {
        return points.size();
    }

    private boolean named() {
        return !names.isEmpty();
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

    /** One point as it is stored in plans: its name, or else its value; the values of a zip without names are joined by a vertical bar. */
    public String text(int point) {
        return named() ? names.get(point) : String.join("|", points.get(point).values());
    }

    /** Whether this is the point that a text means: its name, its value, or one of the values of a zip. */
    public boolean isAt(int point, String wanted) {
        return same(text(point), wanted) || points.get(point).values().stream().anyMatch(value -> same(value, wanted));
    }

    /** Whether a point, as it is stored in plans, is the one that a text means. */
    public static boolean isAt(String stored, String wanted) {
        return same(stored, wanted) || Arrays.stream(stored.split("\\|")).anyMatch(value -> same(value, wanted));
    }

    /** Equal, equal numbers, or the full and the short id of a contribution. */
    private static boolean same(String value, String wanted) {
        if (value.equals(wanted) || value.endsWith("." + wanted)) {
            return true;
        }
        try {
            return Double.parseDouble(value) == Double.parseDouble(wanted);
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** One point for people: {@code gru} or {@code latentSize=3}. */
    public String label(int point) {
        return named() ? names.get(point) : points.get(point).entrySet().stream().map(e -> label(e.getKey(), e.getValue())).collect(Collectors.joining(", "));
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
