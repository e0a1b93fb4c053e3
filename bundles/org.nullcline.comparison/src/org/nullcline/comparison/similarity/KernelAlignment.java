// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.similarity;

import java.util.Arrays;

import org.nullcline.api.NullclineException;
import org.nullcline.comparison.shape.ShapeDistance;
import org.nullcline.compute.linalg.Matrix;

/** Centred kernel alignment (Kornblith, Norouzi, Lee and Hinton 2019, doi:10.48550/arXiv.1905.00414): ⟨K, L⟩ / ‖K‖‖L‖ of centred kernels. */
public final class KernelAlignment {

    private KernelAlignment() {
    }

    /** With linear kernels: ‖XᵀY‖² / ‖XᵀX‖‖YᵀY‖ for centred columns. */
    public static double linear(Matrix x, Matrix y) {
        ShapeDistance.requireSameSamples(x, y);
        Matrix a = x.centreColumns();
        Matrix b = y.centreColumns();
        double cross = a.transposeTimes(b).norm();
        double scale = a.gram().norm() * b.gram().norm();
        requireVariance(scale);
        return cross * cross / scale;
    }

    /** With Gaussian kernels exp(−d² / 2σ²), σ the median distance between different samples of each matrix. */
    public static double gaussian(Matrix x, Matrix y) {
        ShapeDistance.requireSameSamples(x, y);
        Matrix k = centred(gaussianKernel(x));
        Matrix l = centred(gaussianKernel(y));
        double scale = k.norm() * l.norm();
        requireVariance(scale);
        return k.dot(l) / scale;
    }

    private static void requireVariance(double scale) {
        if (!(scale > 0)) {
            throw NullclineException.input("Kernel alignment is not defined for responses that never vary.");
        }
    }

    private static Matrix gaussianKernel(Matrix x) {
        int n = x.rows();
        double[] pairs = DissimilarityMatrix.euclidean(x);
        double[] sorted = pairs.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        double sigma = sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
        if (!(sigma > 0)) {
            throw NullclineException.input("The median distance between samples is 0, so that a Gaussian kernel has no width; use the linear kernel.");
        }
        Matrix kernel = Matrix.identity(n);
        int k = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                double value = Math.exp(-pairs[k] * pairs[k] / (2 * sigma * sigma));
                k++;
                kernel.set(i, j, value);
                kernel.set(j, i, value);
            }
        }
        return kernel;
    }

    private static Matrix centred(Matrix kernel) {
        return kernel.centreColumns().transpose().centreColumns();
    }
}
