// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.optimise;

/** Operations on a gradient as a whole. */
public final class Gradients {

    private Gradients() {
    }

    /** Euclidean norm. */
    public static double norm(double[] gradient) {
        double sum = 0;
        for (double g : gradient) {
            sum += g * g;
        }
        return Math.sqrt(sum);
    }

    /**
     * Shrinks the gradient to the given norm if it is longer, as {@code torch.nn.utils.clip_grad_norm_}.
     *
     * @return the norm before; not finite if the gradient is not, which is left as it is then
     */
    public static double clip(double[] gradient, double largestNorm) {
        if (!(largestNorm > 0)) {
            throw new IllegalArgumentException("A gradient cannot be clipped to the norm " + largestNorm + ".");
        }
        double norm = norm(gradient);
        double factor = largestNorm / (norm + 1e-6);
        if (factor < 1) {
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] *= factor;
            }
        }
        return norm;
    }
}
