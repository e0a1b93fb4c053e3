// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.geometry;

/**
 * Heat flow in the basis of eigenvectors: exp(−t L) x = D^−½ Φ exp(−t Λ) Φᵀ D^½ x with S = Φ Λ Φᵀ. With fewer eigenpairs than nodes the flow
 * keeps the slow modes only.
 *
 * @param laplacian drives the flow
 * @param spectrum eigenpairs of its symmetric form
 */
public record SpectralHeat(Laplacian laplacian, LaplacianSpectrum spectrum) implements HeatFlow {

    @Override
    public double[] diffuse(double[] field, double time, Work work) {
        double[] x = laplacian.toSymmetric(field);
        double[] y = new double[x.length];
        for (int k = 0; k < spectrum.count(); k++) {
            double[] phi = spectrum.vector(k);
            double coefficient = 0;
            for (int i = 0; i < x.length; i++) {
                coefficient += phi[i] * x[i];
            }
            coefficient *= Math.exp(-time * Math.max(0, spectrum.value(k)));
            for (int i = 0; i < x.length; i++) {
                y[i] += coefficient * phi[i];
            }
        }
        return laplacian.fromSymmetric(y);
    }
}
