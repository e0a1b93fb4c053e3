// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.optimise;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;

/**
 * Minimises a smooth function by the limited-memory method of Broyden, Fletcher, Goldfarb and Shanno (Nocedal and Wright 2006, algorithms
 * 7.4 and 7.5), with a line search for the strong Wolfe conditions (algorithms 3.5 and 3.6).
 */
public final class Lbfgs {

    /** Sufficient decrease. */
    private static final double C1 = 1e-4;
    /** Curvature. */
    private static final double C2 = 0.9;
    private static final int LINE_STEPS = 40;

    private final int iterations;
    private final double tolerance;
    private final int history;

    /** A function with its gradient. */
    @FunctionalInterface
    public interface Objective {

        /** The value at {@code x}; writes the gradient. */
        double evaluate(double[] x, double[] gradient);
    }

    /**
     * Where the search ended.
     *
     * @param point      the best point
     * @param value      the function there
     * @param slope      largest component of the gradient there, absolute
     * @param iterations iterations done
     * @param converged  whether the gradient fell below the tolerance
     */
    public record Result(double[] point, double value, double slope, int iterations, boolean converged) {
    }

    private record Pair(double[] s, double[] y, double rho) {
    }

    /** A place along the line: the step, the value and the slope there, with the point and its gradient. */
    private record Trial(double step, double value, double slope, double[] point, double[] gradient) {
    }

    /**
     * A method with its limits.
     *
     * @param iterations most iterations
     * @param tolerance  largest component of the gradient that counts as zero
     * @param history    how many differences are remembered, about 10
     */
    public Lbfgs(int iterations, double tolerance, int history) {
        if (iterations < 0 || !(tolerance >= 0) || history < 1) {
            throw new IllegalArgumentException("The search needs at least 0 iterations, a tolerance of at least 0 and a history of at least 1.");
        }
        this.iterations = iterations;
        this.tolerance = tolerance;
        this.history = history;
    }

    /** Searches a minimum from {@code start}. */
    public Result minimise(Objective f, double[] start) {
        int n = start.length;
        double[] gradient = new double[n];
        double[] x = start.clone();
        double value = f.evaluate(x, gradient);
        Deque<Pair> pairs = new ArrayDeque<>();
        int done = 0;
        while (done < iterations && largest(gradient) > tolerance && Double.isFinite(value)) {
            double[] direction = direction(gradient, pairs);
            double slope = dot(direction, gradient);
            if (!(slope < 0)) {
                // rounding has spoilt the history: go down the gradient
                pairs.clear();
                direction = direction(gradient, pairs);
                slope = dot(direction, gradient);
            }
            double first = pairs.isEmpty() ? Math.min(1, 1 / Math.sqrt(-slope)) : 1;
            Trial next = search(f, new Trial(0, value, slope, x, gradient), direction, first);
            if (next == null) {
                break;
            }
            remember(pairs, x, gradient, next);
            x = next.point();
            gradient = next.gradient();
            value = next.value();
            done++;
        }
        return new Result(x, value, largest(gradient), done, largest(gradient) <= tolerance);
    }

    private void remember(Deque<Pair> pairs, double[] x, double[] gradient, Trial next) {
        double[] s = new double[x.length];
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            s[i] = next.point()[i] - x[i];
            y[i] = next.gradient()[i] - gradient[i];
        }
        double sy = dot(s, y);
        if (sy > 1e-16 * dot(y, y)) {
            pairs.addLast(new Pair(s, y, 1 / sy));
            if (pairs.size() > history) {
                pairs.removeFirst();
            }
        }
    }

    /** Algorithm 7.4: −H g. */
    private static double[] direction(double[] gradient, Deque<Pair> pairs) {
        double[] q = gradient.clone();
        double[] alpha = new double[pairs.size()];
        int i = pairs.size();
        for (Iterator<Pair> newest = pairs.descendingIterator(); newest.hasNext();) {
            Pair p = newest.next();
            alpha[--i] = p.rho() * dot(p.s(), q);
            add(q, -alpha[i], p.y());
        }
        if (!pairs.isEmpty()) {
            Pair last = pairs.getLast();
            double scale = 1 / (last.rho() * dot(last.y(), last.y()));
            for (int j = 0; j < q.length; j++) {
                q[j] *= scale;
            }
        }
        for (Pair p : pairs) {
            double beta = p.rho() * dot(p.y(), q);
            add(q, alpha[i++] - beta, p.s());
        }
        for (int j = 0; j < q.length; j++) {
            q[j] = -q[j];
        }
        return q;
    }

    /** Algorithm 3.5; null if no lower place was found. */
    private static Trial search(Objective f, Trial start, double[] direction, double first) {
        Trial previous = start;
        double step = first;
        for (int i = 0; i < LINE_STEPS; i++) {
            Trial trial = at(f, start, direction, step);
            if (!(trial.value() <= start.value() + C1 * step * start.slope()) || i > 0 && trial.value() >= previous.value()) {
                return zoom(f, start, direction, previous, trial);
            }
            if (Math.abs(trial.slope()) <= -C2 * start.slope()) {
                return trial;
            }
            if (trial.slope() >= 0) {
                return zoom(f, start, direction, trial, previous);
            }
            previous = trial;
            step *= 2;
        }
        return previous.step() > 0 ? previous : null;
    }

    /** Algorithm 3.6: the interval between {@code low} (the lowest place so far) and {@code high} holds a place that is good enough. */
    private static Trial zoom(Objective f, Trial start, double[] direction, Trial from, Trial to) {
        Trial low = from;
        Trial high = to;
        for (int i = 0; i < LINE_STEPS; i++) {
            Trial trial = at(f, start, direction, between(low, high));
            if (!(trial.value() <= start.value() + C1 * trial.step() * start.slope()) || trial.value() >= low.value()) {
                high = trial;
            } else {
                if (Math.abs(trial.slope()) <= -C2 * start.slope()) {
                    return trial;
                }
                if (trial.slope() * (high.step() - low.step()) >= 0) {
                    high = low;
                }
                low = trial;
            }
        }
        return low.step() > 0 && low.value() < start.value() ? low : null;
    }

    /** The minimum of the cubic through both ends (equation 3.59), kept away from them. */
    private static double between(Trial a, Trial b) {
        double width = b.step() - a.step();
        double d1 = a.slope() + b.slope() - 3 * (b.value() - a.value()) / width;
        double square = d1 * d1 - a.slope() * b.slope();
        double middle = a.step() + 0.5 * width;
        if (!(square >= 0) || !Double.isFinite(b.value())) {
            return middle;
        }
        double d2 = Math.copySign(Math.sqrt(square), width);
        double step = b.step() - width * (b.slope() + d2 - d1) / (b.slope() - a.slope() + 2 * d2);
        double part = (step - a.step()) / width;
        return part > 0.1 && part < 0.9 ? step : middle;
    }

    private static Trial at(Objective f, Trial start, double[] direction, double step) {
        double[] x = start.point().clone();
        add(x, step, direction);
        double[] gradient = new double[x.length];
        double value = f.evaluate(x, gradient);
        return new Trial(step, value, dot(direction, gradient), x, gradient);
    }

    private static void add(double[] x, double factor, double[] y) {
        for (int i = 0; i < x.length; i++) {
            x[i] += factor * y[i];
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double largest(double[] gradient) {
        return Arrays.stream(gradient).map(Math::abs).max().orElse(0);
    }
}
