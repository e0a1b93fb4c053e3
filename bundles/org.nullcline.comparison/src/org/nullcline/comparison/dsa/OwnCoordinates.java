// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.dsa;

import org.nullcline.compute.linalg.Matrix;
import org.nullcline.compute.linalg.SymmetricEigen;

/**
 * An operator in coordinates that it determines itself, so that all its orthogonal conjugates become the same matrix: the eigenvectors of its
 * symmetric part in falling order, signed so that the skew part turns each axis positively into the one before that it is most coupled to. Where
 * eigenvalues coincide the axes are not unique; nothing but the sameness of searches depends on them.
 *
 * @param axes orthogonal
 * @param operator axesᵀ · A · axes
 */
record OwnCoordinates(Matrix axes, Matrix operator) {

    static OwnCoordinates of(Matrix a) {
        Matrix axes = SymmetricEigen.of(a.plus(a.transpose())).vectors();
        Matrix turned = axes.transposeTimes(a.times(axes));
        int n = a.rows();
        double[] sign = new double[n];
        for (int j = 0; j < n; j++) {
            double coupling = 0;
            double towards = 1;
            for (int i = 0; i < j; i++) {
                double skew = turned.get(i, j) - turned.get(j, i);
                if (Math.abs(skew) > Math.abs(coupling)) {
                    coupling = skew;
                    towards = sign[i];
                }
            }
            sign[j] = coupling < 0 ? -towards : towards;
        }
        return new OwnCoordinates(axes.scaleColumns(sign), turned.scaleColumns(sign).scaleRows(sign));
    }
}
