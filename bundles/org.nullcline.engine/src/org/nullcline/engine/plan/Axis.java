// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.nullcline.api.NullclineException;
import org.nullcline.compute.random.RandomStream;
import org.nullcline.model.SweepAxis;

/**
 * A sweep axis with its values.
 *
 * @param id as in the experiment
 * @param points what is set at each point, never empty
 */
public record Axis(String id, List<Map<AxisPath, String>> points) {

    private static final int MAX_POINTS = 1_000_000;

    /**
     * Expands an axis of an experiment.
     *
     * @throws NullclineException of kind INVALID naming the axis, what is wrong and what to do
     */
    public static Axis of(SweepAxis axis) {
        List<Map<AxisPath, String>> points = points(axis);
        if (points.isEmpty()) {
            throw invalid(axis, "has no values; add some or remove the axis");
        }
        return new Axis(axis.getId(), points);
    }

    /** Number of points. */
    public int size() {
        return points.size();
    }

    /** One point as it is stored in plans: the values, joined by a vertical bar for a zip. */
    public String text(int point) {
        return String.join("|", points.get(point).values());
    }

    /** One point for people: {@code gru} or {@code latentSize=3}. */
    public String label(int point) {
        return points.get(point).entrySet().stream().map(e -> label(e.getKey(), e.getValue())).collect(Collectors.joining(", "));
    }

    private static String label(AxisPath path, String value) {
        if (value.matches("[-+]?[0-9.]+([eE][-+]?[0-9]+)?") || value.equals("true") || value.equals("false")) {
            return path.shortName() + "=" + value;
        }
        String file = value.substring(Math.max(value.lastIndexOf('/'), value.lastIndexOf('\\')) + 1);
        return file.length() < value.length() ? file : value.matches("[\\w-]+(\\.[\\w-]+){2,}") ? value.substring(value.lastIndexOf('.') + 1) : value;
    }

    private static List<Map<AxisPath, String>> points(SweepAxis axis) {
        if ("zip".equals(axis.getKind())) {
            return zip(axis);
        }
        List<String> values = switch (axis.getKind() == null ? "" : axis.getKind()) {
            case "list" -> List.copyOf(axis.getValues());
            case "range" -> range(axis);
            case "log" -> logRange(axis);
            case "random" -> random(axis);
            default -> throw invalid(axis, "is of the unknown kind '" + axis.getKind() + "'; use list, range, log, random or zip");
        };
        AxisPath path = path(axis);
        return values.stream().map(value -> Map.of(path, value)).toList();
    }

    private static AxisPath path(SweepAxis axis) {
        try {
            return AxisPath.parse(axis.getPath());
        } catch (NullclineException e) {
            throw new NullclineException(e.kind(), "The sweep axis '" + axis.getId() + "': " + e.getMessage(), e);
        }
    }

    private static List<Map<AxisPath, String>> zip(SweepAxis axis) {
        List<Map<AxisPath, String>> joined = new ArrayList<>();
        for (SweepAxis member : axis.getAxes()) {
            List<Map<AxisPath, String>> points = points(member);
            if (joined.isEmpty()) {
                points.forEach(point -> joined.add(new LinkedHashMap<>(point)));
                continue;
            }
            if (points.size() != joined.size()) {
                throw invalid(axis, "varies its members together, but '" + member.getId() + "' has " + points.size() + " values where the first has "
                        + joined.size() + "; give all the same number");
            }
            for (int i = 0; i < points.size(); i++) {
                joined.get(i).putAll(points.get(i));
            }
        }
        return joined;
    }

    private static List<String> range(SweepAxis axis) {
        BigDecimal from = number(axis, "from", axis.getFrom());
        BigDecimal to = number(axis, "to", axis.getTo());
        List<BigDecimal> values = new ArrayList<>();
        if (axis.getCount() > 0) {
            for (int i = 0; i < count(axis); i++) {
                values.add(axis.getCount() == 1 ? from : i == axis.getCount() - 1 ? to
                        : BigDecimal.valueOf(from.doubleValue() + (to.doubleValue() - from.doubleValue()) * i / (axis.getCount() - 1)));
            }
        } else {
            BigDecimal step = axis.getStep() == null || axis.getStep().isBlank() ? BigDecimal.valueOf(to.compareTo(from) < 0 ? -1 : 1)
                    : number(axis, "step", axis.getStep());
            if (step.signum() == 0 || step.signum() != to.subtract(from).signum() && to.compareTo(from) != 0) {
                throw invalid(axis, "goes from " + from + " to " + to + " and never arrives in steps of " + step + "; change the step");
            }
            for (BigDecimal value = from; value.compareTo(to) * step.signum() <= 0; value = value.add(step)) {
                values.add(value);
                if (values.size() > MAX_POINTS) {
                    throw invalid(axis, "has more than " + MAX_POINTS + " values; make its steps larger");
                }
            }
        }
        return texts(axis, values.stream().map(BigDecimal::doubleValue).toList());
    }

    private static List<String> logRange(SweepAxis axis) {
        double[] bounds = positiveBounds(axis);
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < count(axis); i++) {
            double fraction = axis.getCount() == 1 ? 0 : (double) i / (axis.getCount() - 1);
            values.add(fraction == 0 ? bounds[0] : fraction == 1 ? bounds[1] : between(bounds, fraction));
        }
        return texts(axis, values);
    }

    private static List<String> random(SweepAxis axis) {
        RandomStream stream = RandomStream.of(axis.getSeed()).child("sweep");
        boolean log = "log".equals(axis.getDistribution());
        if (!log && axis.getDistribution() != null && !axis.getDistribution().equals("uniform")) {
            throw invalid(axis, "has the unknown distribution '" + axis.getDistribution() + "'; use uniform or log");
        }
        double[] bounds = log ? positiveBounds(axis)
                : new double[] {number(axis, "from", axis.getFrom()).doubleValue(), number(axis, "to", axis.getTo()).doubleValue()};
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < count(axis); i++) {
            double u = stream.uniform();
            values.add(log ? between(bounds, u) : bounds[0] + (bounds[1] - bounds[0]) * u);
        }
        return values.stream().map(v -> text(axis, v)).toList();
    }

    private static double between(double[] bounds, double fraction) {
        return StrictMath.exp(StrictMath.log(bounds[0]) + (StrictMath.log(bounds[1]) - StrictMath.log(bounds[0])) * fraction);
    }

    private static double[] positiveBounds(SweepAxis axis) {
        double from = number(axis, "from", axis.getFrom()).doubleValue();
        double to = number(axis, "to", axis.getTo()).doubleValue();
        if (!(from > 0 && to > 0)) {
            throw invalid(axis, "is logarithmic and needs bounds above 0, not " + from + " and " + to);
        }
        return new double[] {from, to};
    }

    private static int count(SweepAxis axis) {
        if (axis.getCount() < 1 || axis.getCount() > MAX_POINTS) {
            throw invalid(axis, "needs a count between 1 and " + MAX_POINTS + ", not " + axis.getCount());
        }
        return axis.getCount();
    }

    private static BigDecimal number(SweepAxis axis, String what, String text) {
        try {
            return new BigDecimal(text == null ? "" : text.strip());
        } catch (NumberFormatException e) {
            throw new NullclineException(NullclineException.Kind.INVALID, "The sweep axis '" + axis.getId() + "' needs a number as its " + what
                    + (text == null ? "." : ", not '" + text + "'."), e);
        }
    }

    /** Texts of ordered values; rounding may make neighbours equal, which are then dropped. */
    private static List<String> texts(SweepAxis axis, List<Double> values) {
        List<String> texts = new ArrayList<>();
        for (double value : values) {
            String text = text(axis, value);
            if (!axis.isInteger() || texts.isEmpty() || !texts.getLast().equals(text)) {
                texts.add(text);
            }
        }
        return texts;
    }

    private static String text(SweepAxis axis, double value) {
        return axis.isInteger() || value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString(Math.round(value)) : Double.toString(value);
    }

    private static NullclineException invalid(SweepAxis axis, String what) {
        return NullclineException.invalid("The sweep axis '" + axis.getId() + "' " + what + ".");
    }
}
