// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.nullcline.api.NullclineException;
import org.nullcline.compute.random.RandomStream;

/**
 * Van der Pol oscillators x′ = y, y′ = μ (1 − x²) y − x for a range of μ: below 0 trajectories spiral into the origin, above 0 they run into a
 * limit cycle (a degenerate Hopf bifurcation at 0).
 *
 * @param oscillators number of values of μ, equally spaced
 * @param lowest smallest μ
 * @param highest largest μ
 * @param trajectories of each oscillator, from random points of [−3, 3]²
 * @param duration of each trajectory
 * @param interval between the points of a trajectory
 * @param surface on which the plane lies
 * @param ownPose whether each oscillator lies differently in its space: on a paraboloid of its own curvature, between 0.5 and 1.5 times that of
 *        {@code surface}, rotated and perhaps mirrored at random. Then only what does not depend on the embedding can be compared
 * @param seed of the initial points and poses
 */
public record VanDerPolFamily(int oscillators, double lowest, double highest, int trajectories, double duration, double interval,
        Paraboloid surface, boolean ownPose, long seed) {

    private static final double RANGE = 3;
    /** Points that left this square, or move faster, are dropped. */
    private static final double OUTLIER = 5;
    private static final double STEP = 0.005;

    /** Checks the numbers. */
    public VanDerPolFamily {
        if (oscillators < 1 || trajectories < 1 || !(interval > 0) || !(duration >= interval)) {
            throw NullclineException.invalid("A van der Pol family needs at least one oscillator, one trajectory and a duration of at least one interval.");
        }
    }

    /** The parameter of oscillator {@code index}. */
    public double mu(int index) {
        return oscillators == 1 ? lowest : lowest + (highest - lowest) * index / (oscillators - 1);
    }

    /** One condition per oscillator, named by its μ; the vectors are the derivatives. */
    public List<FieldSample> sample() {
        List<FieldSample> conditions = new ArrayList<>();
        for (int o = 0; o < oscillators; o++) {
            conditions.add(oscillator(o));
        }
        return conditions;
    }

    private FieldSample oscillator(int index) {
        double mu = mu(index);
        RandomStream random = RandomStream.of(seed).child("van-der-pol", index);
        List<double[]> points = new ArrayList<>();
        List<double[]> vectors = new ArrayList<>();
        int samples = (int) Math.floor(duration / interval * (1 + 1e-12));
        int steps = (int) Math.ceil(interval / STEP);
        for (int t = 0; t < trajectories; t++) {
            double[] z = random.uniforms(2, -RANGE, RANGE);
            for (int s = 0; s < samples; s++) {
                double[] v = derivative(z, mu);
                if (inside(z) && inside(v)) {
                    points.add(z.clone());
                    vectors.add(v);
                }
                for (int i = 0; i < steps; i++) {
                    z = advance(z, mu, interval / steps);
                }
            }
        }
        if (points.size() < 3) {
            throw NullclineException.task("Nearly all points of the oscillator with μ = " + mu + " run out of range; choose μ nearer to 0.");
        }
        RandomStream lie = random.child("pose");
        Paraboloid own = ownPose ? new Paraboloid(surface.alpha() * lie.uniforms(1, 0.5, 1.5)[0]) : surface;
        FieldSample sample = own.lift("mu=" + String.format(Locale.ROOT, "%.4f", mu), points.toArray(double[][]::new),
                vectors.toArray(double[][]::new), false);
        return ownPose ? Pose.random(sample.components(), lie).of(sample) : sample;
    }

    private static boolean inside(double[] p) {
        return Math.abs(p[0]) < OUTLIER && Math.abs(p[1]) < OUTLIER;
    }

    private static double[] derivative(double[] z, double mu) {
        return new double[] {z[1], mu * (1 - z[0] * z[0]) * z[1] - z[0]};
    }

    /** One step of the classical fourth-order Runge–Kutta method. */
    private static double[] advance(double[] z, double mu, double h) {
        double[] k1 = derivative(z, mu);
        double[] k2 = derivative(new double[] {z[0] + h / 2 * k1[0], z[1] + h / 2 * k1[1]}, mu);
        double[] k3 = derivative(new double[] {z[0] + h / 2 * k2[0], z[1] + h / 2 * k2[1]}, mu);
        double[] k4 = derivative(new double[] {z[0] + h * k3[0], z[1] + h * k3[1]}, mu);
        return new double[] {z[0] + h / 6 * (k1[0] + 2 * k2[0] + 2 * k3[0] + k4[0]), z[1] + h / 6 * (k1[1] + 2 * k2[1] + 2 * k3[1] + k4[1])};
    }
}
