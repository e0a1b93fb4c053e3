// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.nullcline.api.NullclineException;

/**
 * How well distances between conditions follow a parameter of theirs, and whether they break at a critical value of it.
 *
 * @param spearman rank correlation of distances with differences of the parameter, over all pairs
 * @param withinSides the same over the pairs on one side of the critical value, averaged over the sides; NaN without one
 * @param acrossRatio how much farther apart pairs on different sides are than pairs on one side whose parameters differ as much, averaged over
 *        differences; NaN without a critical value
 * @param criticalStep the largest distance of consecutive conditions near the critical value, over the median of all such distances
 * @param criticalAt the parameter in the middle of that step
 */
public record ParameterOrder(double spearman, double withinSides, double acrossRatio, double criticalStep, double criticalAt) {

    private static final Pattern NUMBER = Pattern.compile("[-+−]?\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?");
    private static final int FEWEST = 3;
    /** Differences of a parameter that lie nearer than this fraction of its range count as equal: names tell a parameter with few digits. */
    private static final double EQUAL = 3e-4;

    /** The last number in each name, such as −0.5 of "mu=-0.5". */
    public static double[] numbersIn(List<String> names) {
        return names.stream().mapToDouble(name -> {
            Matcher matcher = NUMBER.matcher(name);
            String last = null;
            while (matcher.find()) {
                last = matcher.group();
            }
            if (last == null) {
                throw NullclineException.input("The name of the condition '" + name + "' holds no number to order it by; name conditions like mu=0.5 or 45°.");
            }
            return Double.parseDouble(last.replace('−', '-'));
        }).toArray();
    }

    /**
     * Measures the order.
     *
     * @param distances condition × condition
     * @param parameter of each condition
     * @param period of the parameter if it is an angle; empty if it is not
     * @param critical where a break is expected
     * @param window how far from there the middle of a step may lie
     */
    public static ParameterOrder of(double[][] distances, double[] parameter, OptionalDouble period, OptionalDouble critical, double window) {
        int n = parameter.length;
        if (n < FEWEST) {
            throw NullclineException.input("The order of conditions needs at least three of them, but there are " + n + ".");
        }
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                boolean across = critical.isPresent() && parameter[i] < critical.getAsDouble() != parameter[j] < critical.getAsDouble();
                pairs.add(new Pair(distances[i][j], difference(parameter[i], parameter[j], period), across, parameter[i] < critical.orElse(0)));
            }
        }
        equalise(pairs);
        double spearman = spearman(pairs);
        if (critical.isEmpty()) {
            return new ParameterOrder(spearman, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        double sides = (spearman(pairs.stream().filter(p -> !p.across() && p.below()).toList())
                + spearman(pairs.stream().filter(p -> !p.across() && !p.below()).toList())) / 2;
        double[] step = criticalStep(distances, parameter, critical.getAsDouble(), window);
        return new ParameterOrder(spearman, sides, acrossRatio(pairs), step[0], step[1]);
    }

    private record Pair(double distance, double difference, boolean across, boolean below) {
    }

    private static double difference(double a, double b, OptionalDouble period) {
        double apart = Math.abs(a - b);
        if (period.isEmpty()) {
            return apart;
        }
        double rest = apart % period.getAsDouble();
        return Math.min(rest, period.getAsDouble() - rest);
    }

    /** Differences that are equal but for rounding become the same number, so that they share a rank. */
    private static void equalise(List<Pair> pairs) {
        pairs.sort(Comparator.comparingDouble(Pair::difference));
        double tolerance = EQUAL * pairs.getLast().difference();
        double current = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < pairs.size(); i++) {
            Pair p = pairs.get(i);
            if (p.difference() - current > tolerance) {
                current = p.difference();
            }
            pairs.set(i, new Pair(p.distance(), current, p.across(), p.below()));
        }
    }

    private static double spearman(List<Pair> pairs) {
        return correlation(ranks(pairs.stream().mapToDouble(Pair::distance).toArray()), ranks(pairs.stream().mapToDouble(Pair::difference).toArray()));
    }

    /** Ranks; equal values share their mean rank. */
    private static double[] ranks(double[] x) {
        int[] order = IntStream.range(0, x.length).boxed().sorted(Comparator.comparingDouble(i -> x[i])).mapToInt(Integer::intValue).toArray();
        double[] ranks = new double[x.length];
        for (int from = 0; from < order.length;) {
            int to = from;
            while (to < order.length && x[order[to]] == x[order[from]]) {
                to++;
            }
            for (int i = from; i < to; i++) {
                ranks[order[i]] = (from + to - 1) / 2.0;
            }
            from = to;
        }
        return ranks;
    }

    private static double correlation(double[] a, double[] b) {
        double meanA = Arrays.stream(a).average().orElse(Double.NaN);
        double meanB = Arrays.stream(b).average().orElse(Double.NaN);
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += (a[i] - meanA) * (b[i] - meanB);
            aa += (a[i] - meanA) * (a[i] - meanA);
            bb += (b[i] - meanB) * (b[i] - meanB);
        }
        return ab / Math.sqrt(aa * bb);
    }

    private static double acrossRatio(List<Pair> pairs) {
        double sum = 0;
        int count = 0;
        for (double difference : pairs.stream().mapToDouble(Pair::difference).distinct().toArray()) {
            double across = mean(pairs, difference, true);
            double within = mean(pairs, difference, false);
            if (within > 0 && !Double.isNaN(across)) {
                sum += across / within;
                count++;
            }
        }
        return sum / count;
    }

    private static double mean(List<Pair> pairs, double difference, boolean across) {
        return pairs.stream().filter(p -> p.difference() == difference && p.across() == across).mapToDouble(Pair::distance).average().orElse(Double.NaN);
    }

    /** The largest step near the critical value over the median step, and where it is. */
    private static double[] criticalStep(double[][] distances, double[] parameter, double critical, double window) {
        int[] order = IntStream.range(0, parameter.length).boxed().sorted(Comparator.comparingDouble(i -> parameter[i])).mapToInt(Integer::intValue).toArray();
        double[] steps = new double[order.length - 1];
        double largest = Double.NaN;
        double at = Double.NaN;
        for (int i = 0; i < steps.length; i++) {
            steps[i] = distances[order[i]][order[i + 1]];
            double middle = (parameter[order[i]] + parameter[order[i + 1]]) / 2;
            if (Math.abs(middle - critical) <= window && !(steps[i] <= largest)) {
                largest = steps[i];
                at = middle;
            }
        }
        Arrays.sort(steps);
        int n = steps.length;
        double median = n % 2 == 1 ? steps[n / 2] : (steps[n / 2 - 1] + steps[n / 2]) / 2;
        return new double[] {largest / median, at};
    }
}
