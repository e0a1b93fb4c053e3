// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.diff;

import org.nullcline.compute.kernel.Elementary;
import org.nullcline.compute.kernel.Kernels;

/**
 * Negative log-likelihoods and divergences. Each gives one number (1 × 1): the mean over all elements, accumulated in double precision.
 * Observations are constants; no gradient flows to them.
 */
public final class Losses {

    private Losses() {
    }

    private static void same(Var a, Var b) {
        if (a.rows() != b.rows() || a.columns() != b.columns()) {
            throw new IllegalArgumentException("Predictions are " + a.shape() + " but observations are " + b.shape() + ".");
        }
    }

    /**
     * Poisson, λ = exp(logRate): mean of λ − y log λ. With {@code full}, Stirling's approximation of log y!, y log y − y + ½ log 2πy, is
     * added where y &gt; 1, as in {@code torch.nn.functional.poisson_nll_loss(log_input=True, full=True)}.
     */
    public static Var poisson(Var logRate, Var counts, boolean full) {
        same(logRate, counts);
        Tape tape = logRate.tape;
        Kernels k = tape.kernels;
        int n = logRate.length();
        int stride = logRate.stride;
        int rows = logRate.rows();
        double factor = 1.0 / ((double) rows * logRate.columns());
        Var y = tape.result(1, 1, logRate);
        int residual = y.needs ? tape.allocate(n) : tape.borrow(n);
        k.apply(Elementary.EXP, n, logRate.at, residual);
        int columns = logRate.columns();
        double total = k.sum(columns, rows, residual, stride) - k.dot(columns, rows, counts.at, stride, logRate.at, stride);
        float[] column = new float[full ? rows : 0];
        for (int c = 0; full && c < columns; c++) {
            k.read(rows, counts.at + c * stride, column, 0);
            total += stirling(column, rows);
        }
        y.exact = factor * total;
        k.set(y.at, y.exact);
        if (!y.needs) {
            tape.giveBack(residual, n);
            return y;
        }
        k.subtract(n, residual, counts.at, residual);
        return tape.record(y, () -> k.scaleAdd(n, factor * k.get(y.slope), residual, logRate.slope()));
    }

    /** Terms for whole counts, which most are. */
    private static final double[] STIRLING = new double[64];

    static {
        for (int y = 2; y < STIRLING.length; y++) {
            STIRLING[y] = stirling(y);
        }
    }

    private static double stirling(double y) {
        double log = StrictMath.log(y);
        return y * log - y + 0.5 * (StrictMath.log(2 * Math.PI) + log);
    }

    private static double stirling(float[] counts, int n) {
        double total = 0;
        for (int i = 0; i < n; i++) {
            float y = counts[i];
            int whole = (int) y;
            if (whole == y && whole >= 0 && whole < STIRLING.length) {
                total += STIRLING[whole];
            } else if (y > 1) {
                total += stirling(y);
            }
        }
        return total;
    }

    /** Gaussian with mean and log variance: mean of ½ (log 2π + log σ² + (y − μ)²/σ²). */
    public static Var gaussian(Var mean, Var logVariance, Var observed) {
        same(mean, observed);
        Var residual = observed.stopGradient().minus(mean);
        return residual.square().times(logVariance.negate().exp()).plus(logVariance).plus(Math.log(2 * Math.PI)).mean().scale(0.5);
    }

    /** Mean squared error. */
    public static Var squaredError(Var predicted, Var observed) {
        same(predicted, observed);
        return predicted.minus(observed.stopGradient()).square().mean();
    }

    /**
     * Negative binomial with mean μ = exp(logMean) and dispersion r = exp(logDispersion) (variance μ + μ²/r): mean of
     * −log Γ(y + r) + log Γ(r) + log y! − r log(r/(r + μ)) − y log(μ/(r + μ)).
     */
    public static Var negativeBinomial(Var logMean, Var logDispersion, Var counts) {
        same(logMean, counts);
        Var y = counts.stopGradient();
        Var s = logDispersion.expand(logMean.rows(), logMean.columns());
        Var r = s.exp();
        // log(r + mu) = s + softplus(log mu - s)
        Var logSum = s.plus(logMean.minus(s).softplus());
        Var log = y.plus(r).logGamma().minus(r.logGamma()).minus(y.plus(1).logGamma()).plus(r.times(s.minus(logSum)))
            .plus(y.times(logMean.minus(logSum)));
        return log.mean().negate();
    }

    /**
     * Zero-inflated gamma (Wei et al. 2020; Zhu et al. 2021) for calcium events: an event is present with probability q = σ(logit) and then
     * y − {@code location} is gamma distributed with shape α = exp(logShape) and scale θ = exp(logScale). Observations at or below
     * {@code location} count as no event. The mean of −log(1 − q) without an event, otherwise of
     * −log q − (α − 1) log(y − loc) + (y − loc)/θ + α log θ + log Γ(α).
     */
    public static Var zeroInflatedGamma(Var logit, Var logShape, Var logScale, Var observed, double location) {
        same(logit, observed);
        Tape tape = logit.tape;
        int n = logit.rows() * logit.columns();
        double[] excess = observed.values();
        double[] present = new double[n];
        for (int i = 0; i < n; i++) {
            present[i] = excess[i] > location ? 1 : 0;
            excess[i] = excess[i] > location ? excess[i] - location : 1;
        }
        Var y = tape.constant(logit.rows(), logit.columns(), excess);
        Var event = tape.constant(logit.rows(), logit.columns(), present);
        Var shape = logShape.exp();
        Var density = shape.minus(1).times(y.log()).minus(y.times(logScale.negate().exp())).minus(shape.times(logScale)).minus(shape.logGamma());
        Var log = event.times(logit.logSigmoid().plus(density)).plus(event.oneMinus().times(logit.negate().logSigmoid()));
        return log.mean().negate();
    }

    /** Logistic loss: mean of −log σ(s x) with s = +1 where {@code label} is 1 and −1 where it is 0. */
    public static Var logistic(Var x, Var label) {
        same(x, label);
        return x.times(label.stopGradient().scale(2).minus(1)).logSigmoid().mean().negate();
    }

    /**
     * Kullback–Leibler divergence of N(μ, e^v) from N(μ₀, e^v₀), both with diagonal covariance: mean over the rows of the sum over the
     * columns of ½ (v₀ − v + (e^v + (μ − μ₀)²)/e^v₀ − 1).
     */
    public static Var gaussianDivergence(Var mean, Var logVariance, Var priorMean, Var priorLogVariance) {
        same(mean, logVariance);
        Var difference = mean.minus(priorMean);
        Var ratio = logVariance.exp().plus(difference.square()).times(priorLogVariance.negate().exp());
        return ratio.plus(priorLogVariance).minus(logVariance).minus(1).scale(0.5).sumOverColumns().mean();
    }
}
