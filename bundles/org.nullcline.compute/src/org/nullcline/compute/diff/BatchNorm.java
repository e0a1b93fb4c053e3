// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.diff;

/** Batch normalisation; see {@link Layers#batchNorm}. */
record BatchNorm(Parameter gain, Parameter bias, Parameter runningMean, Parameter runningVariance) implements Layer {

    private static final double EPSILON = 1e-5;
    private static final double RATE = 0.1;

    @Override
    public Var of(Var x) {
        Tape tape = x.tape();
        Var mean;
        Var variance;
        if (tape.training()) {
            if (x.rows() < 2) {
                throw new IllegalArgumentException("Batch normalisation needs at least two trials in a shard.");
            }
            mean = x.meanOverRows();
            variance = x.minus(mean).square().meanOverRows();
            double[] unbiased = variance.values();
            for (int i = 0; i < unbiased.length; i++) {
                unbiased[i] *= (double) x.rows() / (x.rows() - 1);
            }
            tape.observe(runningMean, mean.values(), RATE);
            tape.observe(runningVariance, unbiased, RATE);
        } else {
            mean = runningMean.on(tape).stopGradient();
            variance = runningVariance.on(tape).stopGradient();
        }
        return x.minus(mean).times(variance.plus(EPSILON).sqrt().reciprocal()).times(gain.on(tape)).plus(bias.on(tape));
    }
}
