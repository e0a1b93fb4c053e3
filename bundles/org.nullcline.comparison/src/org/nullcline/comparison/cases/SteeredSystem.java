// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.cases;

import java.util.ArrayList;
import java.util.List;

import org.nullcline.api.step.Progress;
import org.nullcline.compute.linalg.Matrix;
import org.nullcline.compute.random.RandomStream;

/**
 * Three systems that decide by different dynamics but have the same condition averages (Galgali, Sahani and Mante 2023; Ostrow et al. 2023, figure 3):
 * two point attractors with a saddle between them, a line attractor, and a single point attractor. The second and third are steered by an input that
 * is common to all trials and chosen such that their mean follows that of the first.
 *
 * <p>Euler steps of 0.01 with noise 0.01 · 𝒩(0, 0.05²) per step; the evidence is ±0.1.
 *
 * @param kind which dynamics
 * @param seed of the system's parameters; the same seed means the same condition averages for all kinds
 */
public record SteeredSystem(Kind kind, long seed) {

    private static final double STEP = 0.01;
    private static final double NOISE = 0.05;
    private static final double EVIDENCE = 0.1;

    /** The dynamics. */
    public enum Kind {
        /** x' = ax³ + bx + u, y' = cy + u with a in [−5, −4], b in [4, 5], c in [−4, −3]. */
        BISTABLE,
        /** A line of fixed points along the first axis, read by (1, 1); the other eigenvalue lies in [−3, −2]. */
        LINE,
        /** x' = a₁x, y' = a₂y with a₁ in [−5, −4], a₂ in [−9, −8]. */
        POINT
    }

    /**
     * Trials of one condition.
     *
     * @param right evidence for the positive side
     * @param trials at least 1
     * @param samples time bins that are kept
     * @param every steps between two of them
     * @param progress asked whether to stop
     * @return trials of samples × 2
     */
    public List<Matrix> simulate(boolean right, int trials, int samples, int every, Progress progress) {
        RandomStream stream = RandomStream.of(seed).child("steered-system");
        double[] u = stream.child("parameters").uniforms(6, 0, 1);
        Field bistable = bistable(-5 + u[0], 4 + u[1], -4 + u[2], right ? EVIDENCE : -EVIDENCE);
        List<Matrix> leading = run(bistable, null, stream.child(right ? "right" : "left"), trials, samples, every, progress);
        if (kind == Kind.BISTABLE) {
            return leading;
        }
        double e = -3 + u[3];
        Field field = kind == Kind.LINE ? (x, y, d) -> {
            d[0] = -e * y;
            d[1] = e * y;
        } : (x, y, d) -> {
            d[0] = (-5 + u[4]) * x;
            d[1] = (-9 + u[5]) * y;
        };
        Matrix mean = run(bistable, stream.child(right ? "right" : "left"), trials, samples * every, progress);
        return run(field, mean, stream.child(right ? "right" : "left").child(kind.name()), trials, samples, every, progress);
    }

    private interface Field {
        void at(double x, double y, double[] derivative);
    }

    private static Field bistable(double a, double b, double c, double input) {
        return (x, y, d) -> {
            d[0] = a * x * x * x + b * x + input;
            d[1] = c * y + input;
        };
    }

    /** The mean over trials at every step: (steps + 1) × 2. */
    private static Matrix run(Field field, RandomStream stream, int trials, int steps, Progress progress) {
        Matrix mean = new Matrix(steps + 1, 2);
        for (Matrix trial : run(field, null, stream, trials, steps + 1, 1, progress)) {
            for (int i = 0; i < mean.data().length; i++) {
                mean.data()[i] += trial.data()[i] / trials;
            }
        }
        return mean;
    }

    /** All trials step by step together; with a target, all get the input that moves their mean onto it. */
    private static List<Matrix> run(Field field, Matrix target, RandomStream stream, int trials, int samples, int every, Progress progress) {
        RandomStream[] noise = new RandomStream[trials];
        List<Matrix> recorded = new ArrayList<>();
        for (int i = 0; i < trials; i++) {
            noise[i] = stream.child("trial", i);
            recorded.add(new Matrix(samples, 2));
        }
        double[][] state = new double[trials][2];
        double[][] velocity = new double[trials][2];
        for (int step = 0; step < samples * every; step++) {
            if (step % 100 == 0) {
                progress.check();
            }
            double[] input = new double[2];
            for (int i = 0; i < trials; i++) {
                if (step % every == 0) {
                    System.arraycopy(state[i], 0, recorded.get(i).data(), step / every * 2, 2);
                }
                field.at(state[i][0], state[i][1], velocity[i]);
                for (int k = 0; k < 2; k++) {
                    velocity[i][k] = state[i][k] + STEP * velocity[i][k];
                    input[k] += velocity[i][k] / trials;
                }
            }
            for (int k = 0; k < 2; k++) {
                input[k] = target == null ? 0 : target.get(step + 1, k) - input[k];
            }
            for (int i = 0; i < trials; i++) {
                for (int k = 0; k < 2; k++) {
                    state[i][k] = velocity[i][k] + input[k] + STEP * NOISE * noise[i].normal();
                }
            }
        }
        return recorded;
    }
}
