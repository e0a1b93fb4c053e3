// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.optimise;

/** Gradient descent with momentum and L2 penalty as {@code torch.optim.SGD}: v ← μ v + g, w ← w − rate · v (Nesterov: g + μ v). */
public final class GradientDescent extends Moments {

    private final double momentum;
    private final double weightDecay;
    private final boolean nesterov;
    private double rate;

    /** Plain gradient descent. */
    public GradientDescent() {
        this(0, 0, false);
    }

    /** Gradient descent with momentum in [0, 1) and L2 penalty. */
    public GradientDescent(double momentum, double weightDecay, boolean nesterov) {
        super("velocity");
        if (!(momentum >= 0 && momentum < 1 && weightDecay >= 0)) {
            throw new IllegalArgumentException("Gradient descent needs a momentum in [0, 1) and a weight decay of at least 0.");
        }
        this.momentum = momentum;
        this.weightDecay = weightDecay;
        this.nesterov = nesterov;
    }

    @Override
    void begin(double stepRate) {
        rate = stepRate;
    }

    @Override
    void update(double[] w, double[] gradient, int from, int to) {
        double[] v = moment(0);
        for (int i = from; i < to; i++) {
            double g = gradient[i] + weightDecay * w[i];
            v[i] = momentum * v[i] + g;
            w[i] -= rate * (nesterov ? g + momentum * v[i] : v[i]);
        }
    }
}
