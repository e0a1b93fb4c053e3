// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.systems;

import org.nullcline.api.NullclineException;
import org.nullcline.api.dynamics.DynamicalSystem;
import org.nullcline.api.dynamics.SimulatedSystem;
import org.nullcline.api.dynamics.Update;
import org.nullcline.api.step.Progress;

/**
 * Integrates flows by the explicit Runge–Kutta method DOP853 of order 8 with error estimates of order 5 and 3 (Dormand and Prince; Hairer,
 * Nørsett and Wanner 1993, "Solving Ordinary Differential Equations I", II.10), and iterates maps.
 *
 * <p>Every sample time is a step's end, so that samples carry no interpolation error. Equal arguments give equal bits on every machine.
 */
public final class DormandPrince implements SimulatedSystem.Integrator {

    /** Error per step, relative and absolute, of {@link #accurate}. */
    public static final double TOLERANCE = 1e-10;

    private static final int STAGES = 12;
    private static final long MAX_STEPS_PER_SAMPLE = 2_000_000;
    private static final int CHECK_EVERY = 256;
    private static final double SAFETY = 0.9;
    private static final double SMALLEST_FACTOR = 0.2;
    private static final double LARGEST_FACTOR = 6;
    /** Below this share of the sampling interval a step is taken whatever its error. */
    private static final double SMALLEST_STEP = 1e-9;
    /** The same where the field jumps, which shows in errors that fall no faster than the step; they stay below the jump times the step. */
    private static final double SMALLEST_STEP_AT_JUMP = 1e-4;
    private static final double ORDER_AT_JUMP = 2;

    private static final double[][] A = {{},
        {0.05260015195876773},
        {0.0197250569845379, 0.0591751709536137},
        {0.02958758547680685, 0, 0.08876275643042054},
        {0.2413651341592667, 0, -0.8845494793282861, 0.924834003261792},
        {0.037037037037037035, 0, 0, 0.17082860872947386, 0.12546768756682242},
        {0.037109375, 0, 0, 0.17025221101954405, 0.06021653898045596, -0.017578125},
        {0.03709200011850479, 0, 0, 0.17038392571223998, 0.10726203044637328, -0.015319437748624402, 0.008273789163814023},
        {0.6241109587160757, 0, 0, -3.3608926294469414, -0.868219346841726, 27.59209969944671, 20.154067550477894, -43.48988418106996},
        {0.47766253643826434, 0, 0, -2.4881146199716677, -0.590290826836843, 21.230051448181193, 15.279233632882423, -33.28821096898486,
            -0.020331201708508627},
        {-0.9371424300859873, 0, 0, 5.186372428844064, 1.0914373489967295, -8.149787010746927, -18.52006565999696, 22.739487099350505,
            2.4936055526796523, -3.0467644718982196},
        {2.273310147516538, 0, 0, -10.53449546673725, -2.0008720582248625, -17.9589318631188, 27.94888452941996, -2.8589982771350235,
            -8.87285693353063, 12.360567175794303, 0.6433927460157636}};
    private static final double[] B = {0.054293734116568765, 0, 0, 0, 0, 4.450312892752409, 1.8915178993145003, -5.801203960010585, 0.3111643669578199,
        -0.1521609496625161, 0.20136540080403034, 0.04471061572777259};
    private static final double[] E3 = {-0.18980075407240762, 0, 0, 0, 0, 4.450312892752409, 1.8915178993145003, -5.801203960010585, -0.4226823213237919,
        -0.1521609496625161, 0.20136540080403034, 0.02265179219836082};
    private static final double[] E5 = {0.01312004499419488, 0, 0, 0, 0, -1.2251564463762044, -0.4957589496572502, 1.6643771824549864,
        -0.35032884874997366, 0.3341791187130175, 0.08192320648511571, -0.022355307863886294};

    private final double tolerance;
    private final Progress progress;

    /**
     * An integrator of a chosen accuracy.
     *
     * @param tolerance error allowed per step, relative to the state and absolute
     * @param progress learns how far the samples are and may cancel
     */
    public DormandPrince(double tolerance, Progress progress) {
        this.tolerance = tolerance;
        this.progress = progress;
    }

    /** An integrator with the default {@link #TOLERANCE}. */
    public static DormandPrince accurate(Progress progress) {
        return new DormandPrince(TOLERANCE, progress);
    }

    /** {@inheritDoc} */
    @Override
    public double[][] integrate(DynamicalSystem system, double[] start, double interval, int count) {
        double[][] samples = new double[count][];
        samples[0] = start.clone();
        boolean flow = system.update() == Update.DERIVATIVE;
        Integration integration = new Integration(system, interval);
        for (int i = 1; i < count; i++) {
            if (i % CHECK_EVERY == 0) {
                progress.check();
                progress.fraction(i / (double) count);
            }
            double[] next = samples[i - 1].clone();
            if (flow) {
                integration.advance(next, interval);
            } else {
                system.evaluate(samples[i - 1], next);
            }
            requireFinite(next, i, interval);
            samples[i] = next;
        }
        return samples;
    }

    private static void requireFinite(double[] state, int sample, double interval) {
        for (double x : state) {
            if (Double.isNaN(x) || Double.isInfinite(x)) {
                throw NullclineException.task("The system runs away to infinity after " + sample * interval
                        + " units of time; choose other parameters or another initial state.");
            }
        }
    }

    /** One run: the step size is carried from sample to sample. */
    private final class Integration {

        private final DynamicalSystem system;
        private final int n;
        private final double[][] k;
        private final double[] stage;
        private final double[] trial;
        private double step;

        Integration(DynamicalSystem system, double interval) {
            this.system = system;
            this.n = system.dimension();
            this.k = new double[STAGES][n];
            this.stage = new double[n];
            this.trial = new double[n];
            this.step = interval / 16;
        }

        /** Moves {@code state} by {@code duration}. */
        void advance(double[] state, double duration) {
            double left = duration;
            double smallest = SMALLEST_STEP * duration;
            double floor = smallest;
            double rejectedStep = 0;
            double rejectedError = 0;
            for (long steps = 0; left > 0; steps++) {
                if (steps == MAX_STEPS_PER_SAMPLE) {
                    throw NullclineException.task("The system is too stiff to be integrated at these parameters; change them.");
                }
                if (steps % CHECK_EVERY == CHECK_EVERY - 1) {
                    progress.check();
                }
                boolean last = step >= left;
                double h = last ? left : step;
                double error = attempt(state, h);
                boolean jump = rejectedStep > h && h <= SMALLEST_STEP_AT_JUMP * duration
                        && error > rejectedError * StrictMath.pow(h / rejectedStep, ORDER_AT_JUMP);
                floor = jump ? SMALLEST_STEP_AT_JUMP * duration : floor;
                if (error <= 1 || h <= floor) {
                    System.arraycopy(trial, 0, state, 0, n);
                    left = last ? 0 : left - h;
                    rejectedStep = 0;
                } else {
                    rejectedStep = h;
                    rejectedError = error;
                }
                double factor = error == 0 ? LARGEST_FACTOR : SAFETY * StrictMath.pow(error, -0.125);
                double next = h * Math.clamp(Double.isNaN(factor) ? SMALLEST_FACTOR : factor, SMALLEST_FACTOR, LARGEST_FACTOR);
                if (!last || next < step) {
                    step = Math.max(next, floor);
                }
            }
        }

        /** Takes a step of {@code h} into {@link #trial}; its error in units of what is allowed. */
        private double attempt(double[] state, double h) {
            system.evaluate(state, k[0]);
            for (int s = 1; s < STAGES; s++) {
                for (int i = 0; i < n; i++) {
                    double sum = 0;
                    for (int j = 0; j < s; j++) {
                        sum += A[s][j] * k[j][i];
                    }
                    stage[i] = state[i] + h * sum;
                }
                system.evaluate(stage, k[s]);
            }
            double error5 = 0;
            double error3 = 0;
            for (int i = 0; i < n; i++) {
                double sum = 0;
                double e5 = 0;
                double e3 = 0;
                for (int s = 0; s < STAGES; s++) {
                    sum += B[s] * k[s][i];
                    e5 += E5[s] * k[s][i];
                    e3 += E3[s] * k[s][i];
                }
                trial[i] = state[i] + h * sum;
                double scale = tolerance * (1 + Math.max(Math.abs(state[i]), Math.abs(trial[i])));
                error5 += e5 / scale * (e5 / scale);
                error3 += e3 / scale * (e3 / scale);
            }
            if (error5 == 0 && error3 == 0) {
                return 0;
            }
            return Math.abs(h) * error5 / Math.sqrt((error5 + 0.01 * error3) * n);
        }
    }
}
