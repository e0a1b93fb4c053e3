// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.dsa;

import java.util.ArrayList;
import java.util.List;

import org.nullcline.compute.linalg.Eigen;
import org.nullcline.compute.linalg.LinearAlgebraException;
import org.nullcline.compute.linalg.Matrix;
import org.nullcline.compute.linalg.Solve;
import org.nullcline.compute.linalg.Svd;
import org.nullcline.compute.linalg.SymmetricEigen;
import org.nullcline.compute.transport.Assignment;

/** Orthogonal matrices that match the structure of two operators: exact, up to symmetries, where one is a rotated copy of the other. */
final class SpectralStarts {

    private SpectralStarts() {
    }

    /**
     * Two orthogonal matrices: W Yᴴ, which cannot blow up, and W Y⁻¹, which is exact for conjugates; they agree for normal operators.
     *
     * <p>With A = V_A Λ V_A⁻¹ and B = V_B M V_B⁻¹, eigenvalues matched by an assignment, C = V_A D V_B⁻¹ for a diagonal D of phases. If A = Q B Qᵀ the
     * Gram matrices satisfy V_AᴴV_A = D*(V_BᴴV_B)D, which gives the phases as the leading eigenvector of their elementwise quotient.
     */
    static List<Matrix> of(Eigen ea, Eigen eb) {
        List<Matrix> starts = new ArrayList<>();
        int n = ea.re().length;
        Matrix cost = new Matrix(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double re = ea.re()[i] - eb.re()[j];
                double im = ea.im()[i] - eb.im()[j];
                cost.set(i, j, re * re + im * im);
            }
        }
        int[] partner = Assignment.minimise(cost).columnOf();
        Matrix xr = ea.vectorsRe();
        Matrix xi = ea.vectorsIm();
        Matrix yr = pick(eb.vectorsRe(), partner);
        Matrix yi = pick(eb.vectorsIm(), partner);
        double[][] phase = phases(xr, xi, yr, yi);
        Matrix wr = xr.scaleColumns(phase[0]).minus(xi.scaleColumns(phase[1]));
        Matrix wi = xr.scaleColumns(phase[1]).plus(xi.scaleColumns(phase[0]));
        // The phases are known up to a common one. With it, W Yᴴ = e^{iφ} C for a real C, so that the squares of the elements sum to e^{2iφ}‖C‖².
        Matrix mr = wr.timesTranspose(yr).plus(wi.timesTranspose(yi));
        Matrix mi = wi.timesTranspose(yr).minus(wr.timesTranspose(yi));
        double common = Math.atan2(2 * mr.dot(mi), mr.dot(mr) - mi.dot(mi)) / 2;
        double cos = Math.cos(common);
        double sin = Math.sin(common);
        add(mr.times(cos).plus(sin, mi), starts);
        try {
            add(stack(wr.times(cos).plus(sin, wi), wi.times(cos).plus(-sin, wr)).times(Solve.pseudoInverse(stack(yr, yi), 1e-10)), starts);
        } catch (LinearAlgebraException e) {
            return starts;
        }
        return starts;
    }

    /** cos and sin of the phase of each column. */
    private static double[][] phases(Matrix xr, Matrix xi, Matrix yr, Matrix yi) {
        int n = xr.rows();
        Matrix gr = xr.transposeTimes(xr).plus(xi.transposeTimes(xi));
        Matrix gi = xr.transposeTimes(xi).minus(xi.transposeTimes(xr));
        Matrix hr = yr.transposeTimes(yr).plus(yi.transposeTimes(yi));
        Matrix hi = yr.transposeTimes(yi).minus(yi.transposeTimes(yr));
        // P = G conj(H) elementwise is Hermitian; as a real symmetric matrix of twice the size its leading eigenvector holds both parts.
        Matrix p = new Matrix(2 * n, 2 * n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double re = gr.get(i, j) * hr.get(i, j) + gi.get(i, j) * hi.get(i, j);
                double im = gi.get(i, j) * hr.get(i, j) - gr.get(i, j) * hi.get(i, j);
                p.set(i, j, re);
                p.set(n + i, n + j, re);
                p.set(i, n + j, -im);
                p.set(n + i, j, im);
            }
        }
        double[] leading = SymmetricEigen.of(p).vectors().column(0);
        double[][] phase = new double[2][n];
        for (int i = 0; i < n; i++) {
            double length = Math.hypot(leading[i], leading[n + i]);
            // G(i,j) = conj(d_i) H(i,j) d_j: the eigenvector holds the conjugate phases.
            phase[0][i] = length > 0 ? leading[i] / length : 1;
            phase[1][i] = length > 0 ? leading[n + i] / length : 0;
        }
        return phase;
    }

    private static Matrix pick(Matrix vectors, int[] columns) {
        Matrix picked = new Matrix(vectors.rows(), columns.length);
        for (int i = 0; i < vectors.rows(); i++) {
            for (int j = 0; j < columns.length; j++) {
                picked.set(i, j, vectors.get(i, columns[j]));
            }
        }
        return picked;
    }

    /** [re, im] side by side. */
    private static Matrix stack(Matrix re, Matrix im) {
        int n = re.rows();
        Matrix wide = new Matrix(n, re.columns() + im.columns());
        for (int i = 0; i < n; i++) {
            System.arraycopy(re.data(), i * re.columns(), wide.data(), i * wide.columns(), re.columns());
            System.arraycopy(im.data(), i * im.columns(), wide.data(), i * wide.columns() + re.columns(), im.columns());
        }
        return wide;
    }

    private static void add(Matrix c, List<Matrix> starts) {
        starts.add(Svd.of(c).polar());
    }
}
