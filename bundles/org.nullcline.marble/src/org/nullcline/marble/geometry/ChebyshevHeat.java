// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.geometry;

/**
 * Heat flow without eigenvectors: with S = D^½ L D^−½, whose spectrum lies in [0, 2],
 *
 * <p>exp(−t S) = e^−t [ I₀(t) + 2 Σ_k (−1)^k I_k(t) T_k(S − 1) ],
 *
 * <p>where I_k are modified Bessel functions and T_k Chebyshev polynomials (Tal-Ezer 1989, doi 10.1137/0726001). The series ends when its
 * coefficients fall below 1e-12; about √(55 t) + 10 products with S for large t.
 *
 * @param laplacian drives the flow
 */
public record ChebyshevHeat(Laplacian laplacian) implements HeatFlow {

    private static final double NEGLIGIBLE = 1e-12;

    @Override
    public double[] diffuse(double[] field, double time, Work work) {
        if (!(time >= 0) || Double.isInfinite(time)) {
            throw new IllegalArgumentException("Heat flows forward in time, not for " + time + ".");
        }
        double[] c = coefficients(time);
        double[] older = laplacian.toSymmetric(field);
        double[] sum = new double[older.length];
        accumulate(sum, c[0], older);
        if (c.length > 1) {
            double[] recent = shifted(older, work);
            accumulate(sum, c[1], recent);
            for (int k = 2; k < c.length; k++) {
                // T_k = 2 (S − 1) T_{k−1} − T_{k−2}
                double[] next = shifted(recent, work);
                for (int i = 0; i < next.length; i++) {
                    next[i] = 2 * next[i] - older[i];
                }
                accumulate(sum, c[k], next);
                older = recent;
                recent = next;
            }
        }
        return laplacian.fromSymmetric(sum);
    }

    /** (S − 1) x. */
    private double[] shifted(double[] x, Work work) {
        double[] y = new double[x.length];
        laplacian.applySymmetric(x, y, work);
        for (int i = 0; i < y.length; i++) {
            y[i] -= x[i];
        }
        return y;
    }

    private static void accumulate(double[] sum, double factor, double[] x) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * x[i];
        }
    }

    /** The series in the basis T_k(S − 1): e^−t I₀(t), then 2 (−1)^k e^−t I_k(t). */
    static double[] coefficients(double time) {
        double[] bessel = scaledBessel(time);
        int last = bessel.length - 1;
        while (last > 0 && bessel[last] < NEGLIGIBLE) {
            last--;
        }
        double[] c = new double[last + 1];
        for (int k = 0; k <= last; k++) {
            c[k] = (k == 0 ? 1 : k % 2 == 0 ? 2 : -2) * bessel[k];
        }
        return c;
    }

    /** e^−t I_k(t) by Miller's backward recurrence, normalised with I₀ + 2 Σ I_k = e^t. */
    private static double[] scaledBessel(double time) {
        int terms = 30 + (int) Math.ceil(1.5 * time + 9 * Math.sqrt(time));
        double[] bessel = new double[terms + 1];
        if (time < 1e-12) {
            bessel[0] = 1;
            return bessel;
        }
        double above = 0;
        double here = 1e-300;
        double sum = 0;
        for (int k = terms; k >= 0; k--) {
            bessel[k] = here;
            sum += k == 0 ? here : 2 * here;
            double below = above + 2 * k / time * here;
            above = here;
            here = below;
            if (here > 1e250) {
                for (int o = k; o <= terms; o++) {
                    bessel[o] *= 1e-250;
                }
                sum *= 1e-250;
                above *= 1e-250;
                here *= 1e-250;
            }
        }
        for (int k = 0; k <= terms; k++) {
            bessel[k] /= sum;
        }
        return bessel;
    }
}
