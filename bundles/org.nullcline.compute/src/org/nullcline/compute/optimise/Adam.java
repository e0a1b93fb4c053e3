// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.optimise;

/**
 * Adam (Kingma and Ba 2015) as in PyTorch, and its variants AdamW (Loshchilov and Hutter 2019) and RAdam (Liu et al. 2020).
 */
public final class Adam extends Moments {

    private enum Variant {
        /** Weight decay is added to the gradient (L2 penalty). */
        COUPLED,
        /** Weight decay shrinks the weights directly. */
        DECOUPLED,
        /** As COUPLED, and the adaptive step is rectified while its variance is unknown. */
        RECTIFIED
    }

    private final Variant variant;
    private final double beta1;
    private final double beta2;
    private final double epsilon;
    private final double weightDecay;
    private double rate;
    private double correction1;
    private double rootCorrection2;
    /** Factor of the adaptive step, or 0 where RAdam does not adapt. */
    private double rectification;

    private Adam(Variant variant, double beta1, double beta2, double epsilon, double weightDecay) {
        super("first moment", "second moment");
        if (!(beta1 >= 0 && beta1 < 1 && beta2 >= 0 && beta2 < 1 && epsilon > 0 && weightDecay >= 0)) {
            throw new IllegalArgumentException("Adam needs decay rates in [0, 1), a positive epsilon and a weight decay of at least 0.");
        }
        this.variant = variant;
        this.beta1 = beta1;
        this.beta2 = beta2;
        this.epsilon = epsilon;
        this.weightDecay = weightDecay;
    }

    /** β₁ = 0.9, β₂ = 0.999, ε = 1e-8, with the L2 penalty {@code weightDecay}. */
    public static Adam adam(double weightDecay) {
        return adam(0.9, 0.999, 1e-8, weightDecay);
    }

    /** Adam with an L2 penalty. */
    public static Adam adam(double beta1, double beta2, double epsilon, double weightDecay) {
        return new Adam(Variant.COUPLED, beta1, beta2, epsilon, weightDecay);
    }

    /** AdamW, β₁ = 0.9, β₂ = 0.999, ε = 1e-8: weights shrink by rate · weightDecay in each step. */
    public static Adam adamW(double weightDecay) {
        return new Adam(Variant.DECOUPLED, 0.9, 0.999, 1e-8, weightDecay);
    }

    /** RAdam, β₁ = 0.9, β₂ = 0.999, ε = 1e-8, with the L2 penalty {@code weightDecay}. */
    public static Adam rectified(double weightDecay) {
        return new Adam(Variant.RECTIFIED, 0.9, 0.999, 1e-8, weightDecay);
    }

    @Override
    void begin(double stepRate) {
        rate = stepRate;
        double power2 = StrictMath.pow(beta2, steps());
        correction1 = 1 - StrictMath.pow(beta1, steps());
        rootCorrection2 = Math.sqrt(1 - power2);
        if (variant == Variant.RECTIFIED) {
            double limit = 2 / (1 - beta2) - 1;
            double rho = limit - 2 * steps() * power2 / (1 - power2);
            rectification = rho <= 5 ? 0 : Math.sqrt((rho - 4) * (rho - 2) * limit / ((limit - 4) * (limit - 2) * rho));
        }
    }

    @Override
    void update(double[] w, double[] gradient, int from, int to) {
        double[] m = moment(0);
        double[] v = moment(1);
        double coupled = variant == Variant.DECOUPLED ? 0 : weightDecay;
        double shrink = variant == Variant.DECOUPLED ? 1 - rate * weightDecay : 1;
        for (int i = from; i < to; i++) {
            double g = gradient[i] + coupled * w[i];
            m[i] = beta1 * m[i] + (1 - beta1) * g;
            v[i] = beta2 * v[i] + (1 - beta2) * g * g;
        }
        switch (variant) {
            case COUPLED, DECOUPLED -> {
                for (int i = from; i < to; i++) {
                    w[i] = shrink * w[i] - rate / correction1 * m[i] / (Math.sqrt(v[i]) / rootCorrection2 + epsilon);
                }
            }
            case RECTIFIED -> {
                for (int i = from; i < to; i++) {
                    double adaptive = rectification == 0 ? 1 : rectification * rootCorrection2 / (Math.sqrt(v[i]) + epsilon);
                    w[i] -= rate * m[i] / correction1 * adaptive;
                }
            }
        }
    }
}
