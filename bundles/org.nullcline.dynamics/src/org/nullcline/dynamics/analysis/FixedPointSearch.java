// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.nullcline.api.NullclineException;
import org.nullcline.api.dynamics.DynamicalSystem;
import org.nullcline.api.dynamics.Update;
import org.nullcline.api.step.Progress;
import org.nullcline.compute.linalg.Eigen;
import org.nullcline.compute.linalg.Matrix;
import org.nullcline.compute.random.RandomStream;
import org.nullcline.dynamics.internal.Workers;

/**
 * Finds fixed points of a flow or a map by minimising the speed q(x) = ½‖F(x)‖² from many starts (Sussillo &amp; Barak 2013, doi
 * 10.1162/NECO_a_00409; Golub &amp; Sussillo 2018, doi 10.21105/joss.01003), with second-order steps instead of gradient descent.
 *
 * @param starts number of starts; states are drawn from the given ones and moved by noise
 * @param noise standard deviation of that noise, in units of the standard deviation of each state variable over the given states
 * @param tolerance largest speed q of a fixed point
 * @param uniqueness points nearer than this (Euclidean) are one point
 * @param most largest number of points kept, those of lowest speed first
 * @param seed of the choice of starts and of the noise
 */
public record FixedPointSearch(int starts, double noise, double tolerance, double uniqueness, int most, long seed) {

    /** What a search found. */
    public record Outcome(List<FixedPoint> points, int converged, int dropped) {

        /** Copies the points. */
        public Outcome {
            points = List.copyOf(points);
        }
    }

    private record End(double[] state, double speed) {
    }

    /**
     * Searches.
     *
     * @param states representative states to start from, state × dimension; at least one
     * @param threads number of threads; the result does not depend on it
     * @return the fixed points sorted by their coordinates, how many starts came to a fixed point, and how many points beyond {@link #most} were
     *         dropped
     */
    public Outcome search(DynamicalSystem system, double[][] states, int threads, Progress progress) {
        if (states.length == 0) {
            throw NullclineException.input("The search for fixed points needs at least one state to start from.");
        }
        double[] spread = spread(states);
        double[][] from = perturbed(states, spread);
        double longestStep = Math.max(0.5 * Math.sqrt(Arrays.stream(spread).map(s -> s * s).sum()), 1e-3);
        List<End> ends = Workers.map(threads, IntStream.range(0, starts).boxed().toList(), () -> new SpeedMinimiser(system, longestStep),
                (minimiser, index) -> {
                    double[] x = from[index].clone();
                    return new End(x, minimiser.minimise(x));
                }, progress);
        return distinct(system, states, ends);
    }

    private double[][] perturbed(double[][] states, double[] spread) {
        RandomStream root = RandomStream.of(seed).child("fixed points");
        RandomStream choice = root.child("starts");
        double[][] from = new double[starts][];
        for (int i = 0; i < starts; i++) {
            RandomStream jitter = root.child("noise", i);
            double[] x = states[starts <= states.length || i >= states.length ? choice.below(states.length) : i].clone();
            for (int d = 0; d < x.length; d++) {
                x[d] += noise * spread[d] * jitter.normal();
            }
            from[i] = x;
        }
        return from;
    }

    private Outcome distinct(DynamicalSystem system, double[][] states, List<End> ends) {
        List<End> candidates = ends.stream().filter(e -> e.speed() <= tolerance).sorted(Comparator.comparingDouble(End::speed)).toList();
        List<End> representatives = new ArrayList<>();
        List<Integer> counts = new ArrayList<>();
        for (End end : candidates) {
            int nearest = -1;
            for (int i = 0; i < representatives.size() && nearest < 0; i++) {
                if (SpeedMinimiser.distance(representatives.get(i).state(), end.state()) < uniqueness) {
                    nearest = i;
                }
            }
            if (nearest >= 0) {
                counts.set(nearest, counts.get(nearest) + 1);
            } else {
                representatives.add(end);
                counts.add(1);
            }
        }
        List<FixedPoint> points = IntStream.range(0, Math.min(most, representatives.size()))
                .mapToObj(i -> linearised(system, representatives.get(i), counts.get(i), states))
                .sorted(Comparator.comparing(FixedPoint::state, FixedPointSearch::byCoordinates)).toList();
        return new Outcome(points, candidates.size(), representatives.size() - points.size());
    }

    /** Coordinates that agree to within the uniqueness are equal, so that rounding does not decide the order. */
    private static int byCoordinates(double[] a, double[] b) {
        for (int i = 0; i < a.length; i++) {
            if (Math.abs(a[i] - b[i]) > 1e-6 * (1 + Math.abs(a[i]))) {
                return Double.compare(a[i], b[i]);
            }
        }
        return Arrays.compare(a, b);
    }

    private static FixedPoint linearised(DynamicalSystem system, End end, int count, double[][] states) {
        double distance = Arrays.stream(states).mapToDouble(s -> SpeedMinimiser.distance(s, end.state())).min().orElseThrow();
        return linearise(system, end.state(), end.speed(), count, distance);
    }

    /** The linearisation of a system around a known point. */
    static FixedPoint linearise(DynamicalSystem system, double[] state, double speed, int starts, double distance) {
        int n = system.dimension();
        double[] jacobian = new double[n * n];
        system.jacobian(state, jacobian);
        double[][] eigenvalues = Eigen.values(new Matrix(n, n, jacobian)).points();
        Comparator<double[]> order = system.update() == Update.DERIVATIVE ? Comparator.comparingDouble(l -> -l[0])
                : Comparator.comparingDouble(l -> -Math.hypot(l[0], l[1]));
        Arrays.sort(eigenvalues, order.thenComparing(l -> -l[1]));
        return new FixedPoint(state, speed, jacobian, eigenvalues, system.update(), starts, distance);
    }

    /** Standard deviation of each coordinate. */
    static double[] spread(double[][] states) {
        int n = states[0].length;
        double[] mean = new double[n];
        double[] spread = new double[n];
        for (double[] state : states) {
            for (int d = 0; d < n; d++) {
                mean[d] += state[d] / states.length;
            }
        }
        for (double[] state : states) {
            for (int d = 0; d < n; d++) {
                spread[d] += (state[d] - mean[d]) * (state[d] - mean[d]) / states.length;
            }
        }
        return Arrays.stream(spread).map(Math::sqrt).toArray();
    }
}
