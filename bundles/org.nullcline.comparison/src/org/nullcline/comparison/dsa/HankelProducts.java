// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.dsa;

import java.util.Arrays;
import java.util.List;

import org.nullcline.compute.linalg.Matrix;

/**
 * The products HᵀH, H₋ᵀH₋ and H₋ᵀH₊ of a delay embedding without ever forming it.
 *
 * <p>A block-Hankel matrix repeats its blocks along diagonals, so the blocks E(i+1, j+1) and E(i, j) of its covariance differ by the first and
 * last rows of the trials alone. Only the first block row is summed over time, which costs d times less than the full product. H₋ and H₊ are both
 * parts of one embedding with more delays when the step is a multiple of the interval.
 *
 * @param all HᵀH over all rows
 * @param past H₋ᵀH₋ over the rows that have a successor
 * @param cross H₋ᵀH₊, row to successor
 */
record HankelProducts(Matrix all, Matrix past, Matrix cross) {

    /** Doubles of the first block row that still fit the fastest cache. */
    private static final int SMALL = 6000;

    static HankelProducts of(List<Matrix> trials, DelayEmbedding embedding, int stepsAhead) {
        int n = trials.getFirst().columns();
        int width = embedding.delays() * n;
        if (stepsAhead % embedding.interval() != 0) {
            return byDefinition(trials, embedding, stepsAhead);
        }
        int shift = stepsAhead / embedding.interval() * n;
        Matrix extended = gram(trials, new DelayEmbedding(embedding.delays() + stepsAhead / embedding.interval(), embedding.interval()));
        Matrix past = block(extended, shift, shift, width);
        Matrix cross = block(extended, shift, 0, width);
        Matrix last = lastRows(trials, embedding, stepsAhead);
        return new HankelProducts(past.plus(last.gram()), past, cross);
    }

    private static HankelProducts byDefinition(List<Matrix> trials, DelayEmbedding embedding, int stepsAhead) {
        int width = embedding.delays() * trials.getFirst().columns();
        Matrix all = new Matrix(width, width);
        Matrix past = all;
        Matrix cross = all;
        for (Matrix trial : trials) {
            Matrix h = embedding.of(trial);
            all = all.plus(h.gram());
            if (h.rows() > stepsAhead) {
                Matrix before = h.rows(0, h.rows() - stepsAhead);
                past = past.plus(before.gram());
                cross = cross.plus(before.transposeTimes(h.rows(stepsAhead, h.rows())));
            }
        }
        return new HankelProducts(all, past, cross);
    }

    private static Matrix block(Matrix extended, int row, int column, int width) {
        Matrix block = new Matrix(width, width);
        for (int i = 0; i < width; i++) {
            System.arraycopy(extended.data(), (row + i) * extended.columns() + column, block.data(), i * width, width);
        }
        return block;
    }

    /** The rows of each trial's embedding that have no successor. */
    private static Matrix lastRows(List<Matrix> trials, DelayEmbedding embedding, int stepsAhead) {
        int count = trials.stream().mapToInt(trial -> Math.min(stepsAhead, embedding.rows(trial.rows()))).sum();
        Matrix last = new Matrix(count, embedding.delays() * trials.getFirst().columns());
        int row = 0;
        for (Matrix trial : trials) {
            int kept = Math.min(stepsAhead, embedding.rows(trial.rows()));
            embedding.fill(trial.rows(trial.rows() - kept - embedding.span(), trial.rows()), last, row);
            row += kept;
        }
        return last;
    }

    /** The covariance EᵀE of an embedding over all trials that are long enough for it. */
    static Matrix gram(List<Matrix> trials, DelayEmbedding embedding) {
        int n = trials.getFirst().columns();
        int blocks = embedding.delays();
        int width = blocks * n;
        List<Matrix> used = trials.stream().filter(trial -> embedding.rows(trial.rows()) > 0).toList();
        double[] first = new double[n * width];
        for (Matrix trial : used) {
            addFirstBlockRow(trial, embedding, first);
        }
        Matrix boundary = boundary(used, embedding, n);
        Matrix gram = new Matrix(width, width);
        double[] e = gram.data();
        System.arraycopy(first, 0, e, 0, first.length);
        for (int i = n; i < width; i++) {
            for (int j = i; j < width; j++) {
                e[i * width + j] = e[(i - n) * width + j - n] + boundary.get(i - n, j - n);
            }
        }
        for (int i = 0; i < width; i++) {
            for (int j = 0; j < i; j++) {
                e[i * width + j] = e[j * width + i];
            }
        }
        return gram;
    }

    /** What a step down the diagonal adds: the rows that enter before the start minus those that leave at the end of each trial. */
    private static Matrix boundary(List<Matrix> trials, DelayEmbedding embedding, int n) {
        int tau = embedding.interval();
        int width = (embedding.delays() - 1) * n;
        Matrix entering = new Matrix(trials.size() * tau, width);
        Matrix leaving = new Matrix(trials.size() * tau, width);
        int row = 0;
        for (Matrix trial : trials) {
            int rows = embedding.rows(trial.rows());
            for (int u = 1; u <= tau; u++) {
                for (int i = 0; i < embedding.delays() - 1; i++) {
                    int newest = (embedding.delays() - 1 - i) * tau;
                    System.arraycopy(trial.data(), (newest - u) * n, entering.data(), row * width + i * n, n);
                    System.arraycopy(trial.data(), (rows - u + newest) * n, leaving.data(), row * width + i * n, n);
                }
                row++;
            }
        }
        return entering.gram().minus(leaving.gram());
    }

    /** Adds Σ_t x(t + P₀) ⊗ (row t of the embedding) to the n × width matrix {@code sum}. */
    private static void addFirstBlockRow(Matrix trial, DelayEmbedding embedding, double[] sum) {
        int n = trial.columns();
        int width = embedding.delays() * n;
        if (n * width > SMALL) {
            Matrix h = embedding.of(trial);
            Matrix newest = trial.rows(embedding.span(), trial.rows());
            double[] product = newest.transposeTimes(h).data();
            for (int k = 0; k < sum.length; k++) {
                sum[k] += product[k];
            }
            return;
        }
        int tau = embedding.interval();
        int rows = embedding.rows(trial.rows());
        double[][] oldestFirst = new double[n][width];
        for (int residue = 0; residue < Math.min(tau, rows); residue++) {
            int count = (rows - residue + tau - 1) / tau;
            double[] x = every(trial, residue, tau, count + embedding.delays() - 1);
            addWindows(x, n, width, count, oldestFirst);
        }
        for (int a = 0; a < n; a++) {
            for (int i = 0; i < embedding.delays(); i++) {
                for (int b = 0; b < n; b++) {
                    sum[a * width + i * n + b] += oldestFirst[a][(embedding.delays() - 1 - i) * n + b];
                }
            }
        }
    }

    /** Every {@code tau}-th row from {@code residue} on, so that the rows of an embedding become contiguous windows. */
    private static double[] every(Matrix trial, int residue, int tau, int count) {
        int n = trial.columns();
        if (tau == 1) {
            return trial.data();
        }
        double[] rows = new double[count * n];
        for (int q = 0; q < count; q++) {
            System.arraycopy(trial.data(), (residue + q * tau) * n, rows, q * n, n);
        }
        return rows;
    }

    /**
     * sum[a][w] += Σ_q x(q, newest a) · x(q, w) over windows of {@code width} doubles that begin at row q. Four windows at a time are copied to
     * arrays of their own, because the compiler uses vector instructions only where all arrays are read at the same index.
     */
    private static void addWindows(double[] x, int n, int width, int count, double[][] sum) {
        double[][] window = new double[4][width];
        int newest = width - n;
        for (int q = 0; q < count; q += 4) {
            for (int k = 0; k < 4; k++) {
                if (q + k < count) {
                    System.arraycopy(x, (q + k) * n, window[k], 0, width);
                } else {
                    Arrays.fill(window[k], 0);
                }
            }
            for (int a = 0; a < n; a++) {
                addFour(window[0], window[1], window[2], window[3], newest + a, sum[a]);
            }
        }
    }

    private static void addFour(double[] x0, double[] x1, double[] x2, double[] x3, int at, double[] sum) {
        double f0 = x0[at];
        double f1 = x1[at];
        double f2 = x2[at];
        double f3 = x3[at];
        for (int w = 0; w < sum.length; w++) {
            sum[w] += f0 * x0[w] + f1 * x1[w] + (f2 * x2[w] + f3 * x3[w]);
        }
    }
}
