// SPDX-License-Identifier: EPL-2.0
package org.nullcline.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Expands sweep axes to the values that they stand for. Numbers are computed in decimal and come out as a person would write them
 * (0.1, 0.2, 0.3); the same axis gives the same texts on every machine.
 */
public final class Sweeps {
    /** Most points that one axis may have. */
    public static final int MAX_POINTS = 100_000;

    /** Digits of computed values: fewer than a double has, so that the last bit of a logarithm cannot show. */
    private static final MathContext DIGITS = new MathContext(12, RoundingMode.HALF_EVEN);

    private Sweeps() {
    }

    /**
     * One thing set to one value.
     *
     * @param path  what is set
     * @param value the value as text
     */
    public record Assignment(SweepPath path, String value) {
    }

    /**
     * The points of an axis.
     *
     * @param axis the axis
     * @return the points in order; each sets one thing, or as many as a zip has members
     * @throws SweepException with a sentence that names the axis
     */
    public static List<List<Assignment>> points(SweepAxis axis) throws SweepException {
        if (kind(axis) == AxisKind.ZIP) {
            return zipped(axis);
        }
        SweepPath path;
        try {
            path = SweepPath.parse(axis.getPath());
        } catch (SweepException e) {
            throw wrong(axis, e.getMessage());
        }
        return values(axis).stream().map(value -> List.of(new Assignment(path, value))).toList();
    }

    /**
     * How many points the whole sweep has.
     *
     * @param experiment the experiment
     * @return product of the lengths of its axes; 1 without axes
     * @throws SweepException if an axis cannot be expanded, or the product does not fit a long
     */
    public static long count(Experiment experiment) throws SweepException {
        var count = 1L;
        for (var axis : experiment.getAxes()) {
            try {
                count = Math.multiplyExact(count, points(axis).size());
            } catch (ArithmeticException e) {
                throw new SweepException("The sweep has more points than can be counted; take away an axis.");
            }
        }
        return count;
    }

    private static AxisKind kind(SweepAxis axis) throws SweepException {
        return AxisKind.of(axis.getKind()).orElseThrow(() -> wrong(axis, "the kind '" + axis.getKind()
                + "' is not known; use list, range, log, random or zip, or open the experiment with a newer version of the program."));
    }

    private static List<List<Assignment>> zipped(SweepAxis axis) throws SweepException {
        if (axis.getAxes().isEmpty()) {
            throw wrong(axis, "a zip needs at least one axis inside.");
        }
        var result = new ArrayList<List<Assignment>>();
        var first = true;
        for (var member : axis.getAxes()) {
            var points = points(member);
            if (first) {
                points.forEach(point -> result.add(new ArrayList<>(point)));
                first = false;
            } else if (points.size() != result.size()) {
                throw wrong(axis, "its axes vary together but have " + result.size() + " and " + points.size()
                        + " values; give all the same number.");
            } else {
                for (var i = 0; i < points.size(); i++) {
                    result.get(i).addAll(points.get(i));
                }
            }
        }
        if (!axis.getValues().isEmpty() && axis.getValues().size() != result.size()) {
            throw wrong(axis, "it names " + axis.getValues().size() + " points but has " + result.size() + "; give every point a name, or none.");
        }
        return result.stream().map(List::copyOf).toList();
    }

    private static List<String> values(SweepAxis axis) throws SweepException {
        return switch (kind(axis)) {
            case LIST -> listed(axis);
            case RANGE -> axis.getStep() != null && !axis.getStep().isBlank() ? stepped(axis) : spaced(axis);
            case LOG -> logarithmic(axis);
            case RANDOM -> random(axis);
            case ZIP -> throw new IllegalStateException("A zip has points, not values.");
        };
    }

    private static List<String> listed(SweepAxis axis) throws SweepException {
        if (axis.getValues().isEmpty()) {
            throw wrong(axis, "the list of values is empty.");
        }
        requireCount(axis, axis.getValues().size());
        return List.copyOf(axis.getValues());
    }

    private static List<String> stepped(SweepAxis axis) throws SweepException {
        var from = number(axis, "first value", axis.getFrom());
        var to = number(axis, "last value", axis.getTo());
        var step = number(axis, "step", axis.getStep());
        if (step.signum() == 0 || step.signum() != to.subtract(from).signum() && to.compareTo(from) != 0) {
            throw wrong(axis, "a step of " + text(step) + " does not lead from " + text(from) + " to " + text(to) + ".");
        }
        var steps = to.subtract(from).divide(step, new MathContext(20, RoundingMode.FLOOR)).setScale(0, RoundingMode.FLOOR);
        if (steps.compareTo(BigDecimal.valueOf(MAX_POINTS)) >= 0) {
            throw wrong(axis, "it has more than " + MAX_POINTS + " values; use a larger step.");
        }
        var values = new ArrayList<BigDecimal>();
        for (var i = 0; i <= steps.intValueExact(); i++) {
            values.add(from.add(step.multiply(BigDecimal.valueOf(i))));
        }
        return texts(axis, values, true);
    }

    private static List<String> spaced(SweepAxis axis) throws SweepException {
        var from = number(axis, "first value", axis.getFrom());
        var to = number(axis, "last value", axis.getTo());
        var count = requireCount(axis, axis.getCount());
        var values = new ArrayList<BigDecimal>();
        for (var i = 0; i < count; i++) {
            values.add(i == 0 ? from : i == count - 1 ? to : from.add(to.subtract(from).multiply(BigDecimal.valueOf(i))
                    .divide(BigDecimal.valueOf(count - 1L), DIGITS)).round(DIGITS));
        }
        return texts(axis, values, true);
    }

    private static List<String> logarithmic(SweepAxis axis) throws SweepException {
        var from = positive(axis, "first value", axis.getFrom());
        var to = positive(axis, "last value", axis.getTo());
        var count = requireCount(axis, axis.getCount());
        var values = new ArrayList<BigDecimal>();
        for (var i = 0; i < count; i++) {
            values.add(i == 0 ? from : i == count - 1 ? to : between(from, to, i / (count - 1.0)));
        }
        return texts(axis, values, true);
    }

    /** Geometric interpolation. StrictMath, because Math.log may differ in the last bit between machines. */
    private static BigDecimal between(BigDecimal from, BigDecimal to, double part) {
        var log = (1 - part) * StrictMath.log(from.doubleValue()) + part * StrictMath.log(to.doubleValue());
        return new BigDecimal(StrictMath.exp(log)).round(DIGITS);
    }

    private static List<String> random(SweepAxis axis) throws SweepException {
        var distribution = axis.getDistribution() == null ? "uniform" : axis.getDistribution();
        var log = distribution.equals("log");
        if (!log && !distribution.equals("uniform")) {
            throw wrong(axis, "the distribution '" + distribution + "' is not known; use uniform or log.");
        }
        var from = log ? positive(axis, "lower bound", axis.getFrom()) : number(axis, "lower bound", axis.getFrom());
        var to = log ? positive(axis, "upper bound", axis.getTo()) : number(axis, "upper bound", axis.getTo());
        if (from.compareTo(to) > 0) {
            throw wrong(axis, "the lower bound " + text(from) + " is above the upper bound " + text(to) + ".");
        }
        var count = requireCount(axis, axis.getCount());
        var values = new ArrayList<BigDecimal>();
        for (var i = 0; i < count; i++) {
            var part = uniform(axis.getSeed(), i);
            if (log) {
                values.add(between(from, to, part));
            } else if (axis.isInteger()) {
                var lowest = from.setScale(0, RoundingMode.CEILING);
                var choices = to.setScale(0, RoundingMode.FLOOR).subtract(lowest).add(BigDecimal.ONE);
                if (choices.signum() <= 0) {
                    throw wrong(axis, "there is no whole number between " + text(from) + " and " + text(to) + ".");
                }
                values.add(lowest.add(choices.multiply(new BigDecimal(part)).setScale(0, RoundingMode.FLOOR)));
            } else {
                values.add(from.add(to.subtract(from).multiply(new BigDecimal(part))).round(DIGITS));
            }
        }
        return texts(axis, values, false);
    }

    /**
     * A number in [0, 1) that depends on seed and index alone: the output function of SplitMix64 (Steele, Lea and Flood 2014) at the
     * (index + 1)-th state after the seed.
     */
    private static double uniform(long seed, int index) {
        var z = seed + (index + 1) * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return ((z ^ (z >>> 31)) >>> 11) * 0x1.0p-53;
    }

    private static List<String> texts(SweepAxis axis, List<BigDecimal> values, boolean distinct) {
        var texts = new ArrayList<String>();
        for (var value : values) {
            var text = text(axis.isInteger() ? value.setScale(0, RoundingMode.HALF_UP) : value);
            if (!(distinct && axis.isInteger() && !texts.isEmpty() && texts.get(texts.size() - 1).equals(text))) {
                texts.add(text);
            }
        }
        return texts;
    }

    /** Plain where a person would write it so, scientific for the very small and the very large. */
    static String text(BigDecimal value) {
        var shortest = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        var exponent = shortest.precision() - shortest.scale() - 1;
        if (exponent >= -4 && exponent < 15) {
            return shortest.toPlainString();
        }
        var digits = shortest.unscaledValue().abs().toString();
        var mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        return (shortest.signum() < 0 ? "-" : "") + mantissa + "e" + exponent;
    }

    private static BigDecimal positive(SweepAxis axis, String what, String text) throws SweepException {
        var number = number(axis, what, text);
        if (number.signum() <= 0) {
            throw wrong(axis, "the " + what + " is " + text(number) + "; a logarithmic axis needs numbers above zero.");
        }
        return number;
    }

    private static BigDecimal number(SweepAxis axis, String what, String text) throws SweepException {
        if (text == null || text.isBlank()) {
            throw wrong(axis, "the " + what + " is missing.");
        }
        try {
            var number = new BigDecimal(text.strip());
            // A tiny text such as 1e999999999 would otherwise ask for gigabytes of digits.
            if (number.precision() <= 40 && Math.abs((long) number.precision() - number.scale()) <= 300) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw wrong(axis, "the " + what + " '" + text + "' is not a number.");
        }
        throw wrong(axis, "the " + what + " '" + text + "' has too many digits or too large an exponent.");
    }

    private static int requireCount(SweepAxis axis, int count) throws SweepException {
        if (count < 1 || count > MAX_POINTS) {
            throw wrong(axis, "the number of values is " + count + "; it must lie between 1 and " + MAX_POINTS + ".");
        }
        return count;
    }

    private static SweepException wrong(SweepAxis axis, String reason) {
        var name = axis.getId() != null ? axis.getId() : axis.getPath() != null ? axis.getPath() : "without a name";
        return new SweepException("Sweep axis " + name + ": " + reason);
    }
}
