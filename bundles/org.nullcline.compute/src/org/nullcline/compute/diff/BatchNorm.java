// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.diff;

import org.nullcline.compute.kernel.Kernels;

/** Batch normalisation; see {@link Layers#batchNorm}. */
record BatchNorm(Parameter gain, Parameter bias, Parameter runningMean, Parameter runningVariance) implements Layer {

    private static final double EPSILON = 1e-5;
    private static final double RATE = 0.1;

    @Override
    public Var of(Var x) {
        if (x.columns() != gain.columns()) {
            throw new IllegalArgumentException("Batch normalisation \"" + gain.name() + "\" is for " + gain.columns() + " units, not " + x.columns() + ".");
        }
        Tape tape = x.tape();
        if (tape.training()) {
            return normalise(x).times(gain.on(tape)).plus(bias.on(tape));
        }
        Var deviation = runningVariance.on(tape).stopGradient().plus(EPSILON).sqrt();
        return x.minus(runningMean.on(tape).stopGradient()).times(gain.on(tape).divide(deviation)).plus(bias.on(tape));
    }

    /** (x − mean)/√(variance + ε) over the trials, as one node. */
    private Var normalise(Var x) {
        int n = x.rows();
        if (n < 2) {
            throw new IllegalArgumentException("Batch normalisation needs at least two trials in a shard.");
        }
        Tape tape = x.tape;
        Kernels k = tape.kernels;
        Var y = tape.result(n, x.columns(), x);
        double[] mean = new double[x.columns()];
        double[] unbiased = new double[x.columns()];
        double[] precision = new double[x.columns()];
        for (int c = 0; c < mean.length; c++) {
            int to = y.at + c * y.stride;
            mean[c] = k.sum(1, n, x.at + c * x.stride, x.stride) / n;
            k.shift(n, x.at + c * x.stride, -mean[c], to);
            double squares = k.dot(1, n, to, y.stride, to, y.stride);
            unbiased[c] = squares / (n - 1);
            precision[c] = 1 / Math.sqrt(squares / n + EPSILON);
            k.scale(n, precision[c], to, to);
        }
        tape.observe(runningMean, mean, RATE);
        tape.observe(runningVariance, unbiased, RATE);
        return tape.record(y, () -> {
            int slope = x.slope();
            for (int c = 0; c < mean.length; c++) {
                int from = y.at + c * y.stride;
                int g = y.slope + c * y.stride;
                int to = slope + c * x.stride;
                double sum = k.sum(1, n, g, y.stride);
                double product = k.dot(1, n, g, y.stride, from, y.stride);
                k.scaleAdd(n, precision[c], g, to);
                k.scaleAdd(n, -precision[c] * product / n, from, to);
                k.shift(n, to, -precision[c] * sum / n, to);
            }
        });
    }
}
