// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.dsa;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.nullcline.compute.linalg.Eigen;
import org.nullcline.compute.linalg.Matrix;

/**
 * How far each eigenpair of an operator is from the data (residual dynamic mode decomposition: Colbrook and Townsend 2024, doi:10.1002/cpa.22125):
 * res² = ‖(V₊ − λV₋)g‖² / ‖V₋g‖² for a left eigenvector g. Spurious eigenvalues have large residuals.
 *
 * @param eigenvalues eigenvalue × (real, imaginary), by falling modulus
 * @param residual res² of each
 * @param normalised res² over that of λ = 1 (persistence) for the same g
 * @param participation inverse participation ratio Σ|g|⁴ / (Σ|g|²)² of each eigenvector: 1 for one coordinate, 1/n for all alike
 */
public record Residuals(Matrix eigenvalues, double[] residual, double[] normalised, double[] participation) {

    /**
     * Residuals on data, which may be other data than the operator was fitted to.
     *
     * @param trials each time × channels; those too short for a pair are left out
     */
    public static Residuals of(DmdOperator operator, List<Matrix> trials) {
        int ahead = operator.settings().stepsAhead();
        DelayEmbedding embedding = operator.settings().embedding();
        int k = operator.reduced().rows();
        double[] inverse = new double[k];
        Arrays.setAll(inverse, i -> operator.singularValues()[i] > 0 ? 1 / operator.singularValues()[i] : 0);
        Matrix encode = operator.modes().scaleColumns(inverse);
        List<Matrix> past = new ArrayList<>();
        List<Matrix> future = new ArrayList<>();
        for (Matrix trial : trials) {
            int rows = embedding.rows(trial.rows());
            if (rows > ahead) {
                Matrix v = embedding.of(trial).times(encode);
                past.add(v.rows(0, rows - ahead));
                future.add(v.rows(ahead, rows));
            }
        }
        return of(operator.reduced(), Dmdc.stack(past), Dmdc.stack(future));
    }

    /** Residuals of an operator with V₊ᵀ ≈ A V₋ᵀ; rows are samples. */
    public static Residuals of(Matrix a, Matrix past, Matrix future) {
        Eigen eigen = sorted(Eigen.of(a.transpose()));
        Matrix xx = past.gram();
        Matrix xy = past.transposeTimes(future);
        Matrix yy = future.gram();
        int n = a.rows();
        Residuals residuals = new Residuals(Matrix.of(eigen.values().points()), new double[n], new double[n], new double[n]);
        for (int i = 0; i < n; i++) {
            double[] gr = eigen.vectorsRe().column(i);
            double[] gi = eigen.vectorsIm().column(i);
            double scale = form(xx, gr, gi)[0];
            double energy = form(yy, gr, gi)[0];
            double[] cross = form(xy, gr, gi);
            double re = eigen.re()[i];
            double im = eigen.im()[i];
            // g*(YᵀY − λ̄ XᵀY − λ YᵀX + |λ|² XᵀX)g, and YᵀX is the adjoint of XᵀY.
            residuals.residual[i] = Math.max(0, energy - 2 * (re * cross[0] + im * cross[1]) + (re * re + im * im) * scale) / scale;
            residuals.normalised[i] = residuals.residual[i] / (Math.max(0, energy - 2 * cross[0] + scale) / scale + 1e-10);
            double squares = 0;
            double fourths = 0;
            for (int j = 0; j < n; j++) {
                double square = gr[j] * gr[j] + gi[j] * gi[j];
                squares += square;
                fourths += square * square;
            }
            residuals.participation[i] = fourths / (squares * squares);
        }
        return residuals;
    }

    /** Eigenvalues by falling modulus, those of a pair with the negative imaginary part first. */
    private static Eigen sorted(Eigen eigen) {
        int n = eigen.re().length;
        Integer[] order = new Integer[n];
        Arrays.setAll(order, i -> i);
        double[] modulus = new double[n];
        Arrays.setAll(modulus, i -> eigen.values().modulus(i));
        Arrays.sort(order, (i, j) -> modulus[i] != modulus[j] ? Double.compare(modulus[j], modulus[i]) : Double.compare(eigen.im()[i], eigen.im()[j]));
        Matrix re = new Matrix(n, n);
        Matrix im = new Matrix(n, n);
        double[] lambdaRe = new double[n];
        double[] lambdaIm = new double[n];
        for (int k = 0; k < n; k++) {
            lambdaRe[k] = eigen.re()[order[k]];
            lambdaIm[k] = eigen.im()[order[k]];
            for (int i = 0; i < n; i++) {
                re.set(i, k, eigen.vectorsRe().get(i, order[k]));
                im.set(i, k, eigen.vectorsIm().get(i, order[k]));
            }
        }
        return new Eigen(lambdaRe, lambdaIm, re, im);
    }

    /** The eigenvalues whose residual is at most {@code largest}, as a spectrum to compare. */
    public Matrix clean(double largest) {
        List<double[]> kept = new ArrayList<>();
        for (int i = 0; i < residual.length; i++) {
            if (residual[i] <= largest) {
                kept.add(eigenvalues.row(i));
            }
        }
        return kept.isEmpty() ? new Matrix(0, 2) : Matrix.of(kept.toArray(double[][]::new));
    }

    /** The {@code count} eigenvalues with the smallest residuals. */
    public Matrix best(int count) {
        Integer[] order = new Integer[residual.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (i, j) -> Double.compare(residual[i], residual[j]));
        double[][] kept = Arrays.stream(order).limit(count).map(eigenvalues::row).toArray(double[][]::new);
        return Matrix.of(kept);
    }

    /** Real and imaginary part of g* M g. */
    private static double[] form(Matrix m, double[] gr, double[] gi) {
        double[] a = m.times(gr);
        double[] b = m.times(gi);
        double re = 0;
        double im = 0;
        for (int i = 0; i < gr.length; i++) {
            re += gr[i] * a[i] + gi[i] * b[i];
            im += gr[i] * b[i] - gi[i] * a[i];
        }
        return new double[] {re, im};
    }
}
