// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.cases;

import java.util.ArrayList;
import java.util.List;

import org.nullcline.api.step.Progress;
import org.nullcline.compute.linalg.Matrix;
import org.nullcline.compute.random.RandomStream;

/**
 * A continuous attractor network of rectified units on a ring that can be cut open (Ostrow et al. 2023, figure 4; the network: Wang and Kang 2022):
 * τ h' = −h + [W h + b (1 + v W′ h̄)]₊ with local excitation by a cosine of the distance, broad inhibition, and an antisymmetric part that moves the
 * bump with a velocity. As {@code line} goes from 0 to 1 the connections through the seam vanish and the ring becomes a line with two ends.
 *
 * @param units number of units
 * @param width share of the ring that a unit's connections reach over, 0 to 1
 * @param line 0 for a ring, 1 for a line
 * @param turn mean velocity of the bump
 * @param wander standard deviation of the velocity
 * @param noise standard deviation of each unit's activity that its private noise alone would cause
 */
public record RingNetwork(int units, double width, double line, double turn, double wander, double noise) {

    private static final double TAU = 10;
    private static final double STEP = 0.5;
    private static final double GAIN = 8;
    private static final double INHIBITION = 0.6;
    private static final double DRIVE = 1;

    /**
     * Activity while the bump is moved with a velocity that changes slowly at random.
     *
     * @param trials number of trials; the bump begins at a random place in each
     * @param samples time bins of each
     * @param every steps of 0.5 (a twentieth of the time constant) between two bins
     * @return trials of samples × units
     */
    public List<Matrix> simulate(int trials, int samples, int every, RandomStream random, Progress progress) {
        Matrix weights = weights(0);
        Matrix turning = weights(1);
        List<Matrix> recorded = new ArrayList<>();
        for (int trial = 0; trial < trials; trial++) {
            recorded.add(run(weights, turning, samples, every, random.child("trial", trial), progress));
        }
        return recorded;
    }

    private Matrix run(Matrix weights, Matrix turning, int samples, int every, RandomStream own, Progress progress) {
        double[] h = new double[units];
        double place = own.uniform() * units;
        for (int i = 0; i < units; i++) {
            h[i] = Math.max(0, Math.cos(2 * Math.PI * (i - place) / units));
        }
        Matrix recorded = new Matrix(samples, units);
        double velocity = turn;
        int settle = 40 * every;
        for (int step = -settle; step < samples * every; step++) {
            if (step % 100 == 0) {
                progress.check();
            }
            if (step >= 0 && step % every == 0) {
                System.arraycopy(h, 0, recorded.data(), step / every * units, units);
            }
            // An Ornstein–Uhlenbeck process with a time constant of twenty τ.
            velocity += STEP / (20 * TAU) * (turn - velocity) + wander * Math.sqrt(2 * STEP / (20 * TAU)) * own.normal();
            double[] recurrent = weights.times(h);
            double[] shifted = turning.times(h);
            for (int i = 0; i < units; i++) {
                double input = recurrent[i] + velocity * shifted[i] + DRIVE;
                h[i] = Math.max(0, h[i] + STEP / TAU * (Math.max(0, input) - h[i]) + noise * Math.sqrt(2 * STEP / TAU) * own.normal());
            }
        }
        return recorded;
    }

    /** Connections from column to row; order 1 is the derivative along the ring, which moves the bump. */
    private Matrix weights(int order) {
        Matrix w = new Matrix(units, units);
        double reach = width * units / 2;
        for (int i = 0; i < units; i++) {
            for (int j = 0; j < units; j++) {
                double ring = Math.floorMod(i - j + units / 2, units) - units / 2;
                boolean seam = Math.abs(i - j) > units / 2.0;
                double strength = seam ? 1 - line : 1;
                double phase = Math.PI * ring / reach;
                double local = Math.abs(ring) < reach ? (order == 0 ? Math.cos(phase / 2) : 0.3 * Math.sin(phase)) : 0;
                double global = order == 0 ? INHIBITION : 0;
                w.set(i, j, GAIN / units * (strength * local - global));
            }
        }
        return w;
    }
}
