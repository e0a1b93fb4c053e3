// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.nullcline.api.NullclineException;
import org.nullcline.api.dynamics.DynamicalSystem;
import org.nullcline.api.dynamics.TangentMotion;
import org.nullcline.api.dynamics.Update;
import org.nullcline.api.step.Progress;
import org.nullcline.compute.random.RandomStream;

/**
 * Lyapunov exponents by repeated orthonormalisation of tangent vectors (Benettin, Galgani, Giorgilli &amp; Strelcyn 1980, doi
 * 10.1007/BF02128237): the state and the variational equation Φ' = J(x)Φ advance together by the classical fourth-order Runge–Kutta method with
 * a fixed step (a map: x ↦ f(x), Φ ↦ JΦ), Φ = QR after every step, and λᵢ is the time average of log Rᵢᵢ.
 *
 * @param time length of the averaged part in the system's unit of time (a map: iterations)
 * @param step step of the integration (a map: ignored, always one iteration)
 * @param transientTime time that is integrated first and not averaged
 * @param seed of the initial tangent vectors
 */
public record LyapunovSpectrum(double time, double step, double transientTime, long seed) {

    private static final int CURVE_POINTS = 200;
    private static final int BLOCKS = 20;

    /**
     * The result.
     *
     * @param exponents per unit of time, largest first
     * @param standardErrors from the scatter of 20 blocks of the averaged part, assumed independent
     * @param kaplanYorke the Kaplan–Yorke dimension
     * @param sum of the exponents
     * @param meanDivergence average of the trace of J (a map: of log |det J|) along the trajectory; equals the sum up to the error of the method
     * @param curveTimes times at which {@code curve} is sampled
     * @param curve running estimates, time × exponent
     * @param state the last state
     */
    public record Result(double[] exponents, double[] standardErrors, double kaplanYorke, double sum, double meanDivergence, double[] curveTimes,
            double[][] curve, double[] state) {
    }

    /** Checks the settings. */
    public LyapunovSpectrum {
        if (!(time > 0) || !(step > 0) || !(transientTime >= 0)) {
            throw NullclineException.invalid("Lyapunov exponents need a time and a step above 0 and a transient of at least 0, not " + time + ", " + step
                    + " and " + transientTime + ".");
        }
    }

    /** Follows the trajectory from {@code start}. */
    public Result compute(DynamicalSystem system, double[] start, Progress progress) {
        boolean map = system.update() == Update.NEXT_STATE;
        double h = map ? 1 : step;
        long count = Math.max(BLOCKS, Math.round(time / h));
        TangentFlow flow = new TangentFlow(system, start, RandomStream.of(seed).child("tangent vectors"));
        return follow(new Flow(flow, h), h, count, progress);
    }

    /** Follows tangent vectors that move by themselves; {@code step} is ignored, and there is no mean divergence (NaN). */
    public Result compute(TangentMotion motion, Progress progress) {
        double h = motion.duration();
        return follow(new Motion(motion), h, Math.max(BLOCKS, Math.round(time / h)), progress);
    }

    /** What moves. */
    private interface Moving {

        int dimension();

        void advance();

        double growth(int i);

        double divergence();

        void requireFinite();

        double[] state();
    }

    private record Flow(TangentFlow flow, double h) implements Moving {

        @Override
        public int dimension() {
            return flow.dimension();
        }

        @Override
        public void advance() {
            flow.advance(h);
        }

        @Override
        public double growth(int i) {
            return flow.growth(i);
        }

        @Override
        public double divergence() {
            return flow.divergence();
        }

        @Override
        public void requireFinite() {
            flow.requireFinite();
        }

        @Override
        public double[] state() {
            return flow.state();
        }
    }

    private record Motion(TangentMotion motion) implements Moving {

        @Override
        public int dimension() {
            return motion.count();
        }

        @Override
        public void advance() {
            motion.advance();
        }

        @Override
        public double growth(int i) {
            return motion.growth(i);
        }

        @Override
        public double divergence() {
            return Double.NaN;
        }

        @Override
        public void requireFinite() {
            // such systems look after themselves
        }

        @Override
        public double[] state() {
            return motion.state();
        }
    }

    private Result follow(Moving flow, double h, long count, Progress progress) {
        long skipped = Math.round(transientTime / h);
        for (long i = 0; i < skipped; i++) {
            advance(flow, i, progress, 0.3 * i / skipped);
        }
        return average(flow, h, count, progress);
    }

    private void advance(Moving flow, long i, Progress progress, double fraction) {
        flow.advance();
        if ((i & 0xff) == 0) {
            progress.check();
            progress.fraction(fraction);
            flow.requireFinite();
        }
    }

    private Result average(Moving flow, double h, long count, Progress progress) {
        int n = flow.dimension();
        double[] sums = new double[n];
        double[][] blocks = new double[BLOCKS][n];
        long[] blockSteps = new long[BLOCKS];
        double divergence = 0;
        List<Double> times = new ArrayList<>();
        List<double[]> curve = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            divergence += flow.divergence();
            advance(flow, i, progress, 0.3 + 0.7 * i / count);
            int block = (int) (i * BLOCKS / count);
            blockSteps[block]++;
            for (int k = 0; k < n; k++) {
                sums[k] += flow.growth(k);
                blocks[block][k] += flow.growth(k);
            }
            if ((i + 1) * CURVE_POINTS / count > i * CURVE_POINTS / count) {
                double elapsed = (i + 1) * h;
                times.add(elapsed);
                curve.add(Arrays.stream(sums).map(s -> s / elapsed).toArray());
                progress.measure("lyapunov.1", elapsed, sums[0] / elapsed);
            }
        }
        flow.requireFinite();
        double[] exponents = Arrays.stream(sums).map(s -> s / (count * h)).toArray();
        double[] errors = new double[n];
        for (int k = 0; k < n; k++) {
            double scatter = 0;
            for (int b = 0; b < BLOCKS; b++) {
                double deviation = blocks[b][k] / (blockSteps[b] * h) - exponents[k];
                scatter += deviation * deviation;
            }
            errors[k] = Math.sqrt(scatter / (BLOCKS * (BLOCKS - 1.0)));
        }
        sortTogether(exponents, errors);
        double meanDivergence = divergence / count;
        return new Result(exponents, errors, kaplanYorke(exponents), Arrays.stream(exponents).sum(), meanDivergence,
                times.stream().mapToDouble(Double::doubleValue).toArray(), curve.toArray(double[][]::new), flow.state());
    }

    private static void sortTogether(double[] exponents, double[] errors) {
        for (int i = 1; i < exponents.length; i++) {
            for (int j = i; j > 0 && exponents[j] > exponents[j - 1]; j--) {
                double e = exponents[j];
                exponents[j] = exponents[j - 1];
                exponents[j - 1] = e;
                double s = errors[j];
                errors[j] = errors[j - 1];
                errors[j - 1] = s;
            }
        }
    }

    /**
     * The Kaplan–Yorke dimension D = k + (λ₁ + … + λₖ)/|λₖ₊₁| with the largest k for which the partial sum is not negative; n where no sum is
     * negative, 0 where λ₁ is.
     *
     * @param exponents largest first
     */
    public static double kaplanYorke(double[] exponents) {
        double sum = 0;
        for (int k = 0; k < exponents.length; k++) {
            if (sum + exponents[k] < 0) {
                return k + sum / Math.abs(exponents[k]);
            }
            sum += exponents[k];
        }
        return exponents.length;
    }
}
