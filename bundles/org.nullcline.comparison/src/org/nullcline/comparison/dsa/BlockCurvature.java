// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.dsa;

import java.util.ArrayList;
import java.util.List;

import org.nullcline.compute.linalg.Matrix;

/**
 * The Gauss–Newton curvature of ½‖A − C B Cᵀ‖² in the Lie algebra, M(Ω, Ξ) = ⟨[B, Ω], [B, Ξ]⟩ for skew Ω and Ξ, without the coupling between
 * different pairs of invariant subspaces: blocks of at most 4 × 4, exact for normal operators in their {@link EigenFrame}. It depends on B alone, so
 * that it serves all starts of a search as a preconditioner.
 */
final class BlockCurvature {

    /** Share of the mean curvature that is added to each, for directions in which B is invariant. */
    private static final double FLOOR = 1e-4;

    private final int[][] members;
    private final double[][] inverse;

    private BlockCurvature(int[][] members, double[][] inverse) {
        this.members = members;
        this.inverse = inverse;
    }

    static BlockCurvature of(EigenFrame frame) {
        Matrix b = frame.operator();
        int n = b.rows();
        int[] block = frame.block();
        Matrix s = b.gram().plus(b.timesTranspose(b));
        double mean = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                mean += element(b, s, i, j, i, j);
            }
        }
        double floor = FLOOR * (mean / Math.max(1, n * (n - 1) / 2) + 1e-3 * b.dot(b));
        List<int[]> members = new ArrayList<>();
        List<double[]> inverse = new ArrayList<>();
        for (int p = 0; p < n; p += block[p]) {
            for (int q = p; q < n; q += block[q]) {
                List<int[]> planes = planes(p, block[p], q, block[q]);
                if (!planes.isEmpty()) {
                    members.add(planes.stream().mapToInt(plane -> index(n, plane[0], plane[1])).toArray());
                    inverse.add(inverse(b, s, planes, floor));
                }
            }
        }
        return new BlockCurvature(members.toArray(int[][]::new), inverse.toArray(double[][]::new));
    }

    /** The coordinate planes between two blocks, or within one. */
    private static List<int[]> planes(int p, int sizeP, int q, int sizeQ) {
        List<int[]> planes = new ArrayList<>();
        for (int i = p; i < p + sizeP; i++) {
            for (int j = p == q ? i + 1 : q; j < q + sizeQ; j++) {
                planes.add(new int[] {i, j});
            }
        }
        return planes;
    }

    private static double[] inverse(Matrix b, Matrix s, List<int[]> planes, double floor) {
        int d = planes.size();
        Matrix m = new Matrix(d, d);
        for (int x = 0; x < d; x++) {
            for (int y = 0; y < d; y++) {
                int[] u = planes.get(x);
                int[] v = planes.get(y);
                m.set(x, y, element(b, s, u[0], u[1], v[0], v[1]) + (x == y ? floor : 0));
            }
        }
        SmallInverse.inPlace(m.data(), d);
        return m.data();
    }

    /** Where the plane (i, j), i &lt; j, stands in a vector over all planes. */
    static int index(int n, int i, int j) {
        return i * n - i * (i + 1) / 2 + j - i - 1;
    }

    /** M(e_i e_jᵀ − e_j e_iᵀ, e_k e_lᵀ − e_l e_kᵀ), with S = BᵀB + BBᵀ. */
    static double element(Matrix b, Matrix s, int i, int j, int k, int l) {
        double element = 2 * (b.get(j, k) * b.get(i, l) - b.get(j, l) * b.get(i, k) + b.get(l, i) * b.get(k, j) - b.get(l, j) * b.get(k, i));
        element -= j == k ? s.get(l, i) : 0;
        element += j == l ? s.get(k, i) : 0;
        element += i == k ? s.get(l, j) : 0;
        element -= i == l ? s.get(k, j) : 0;
        return element;
    }

    /** M⁻¹ g. */
    double[] solve(double[] g) {
        double[] result = new double[g.length];
        for (int k = 0; k < members.length; k++) {
            int[] at = members[k];
            double[] m = inverse[k];
            int d = at.length;
            if (d == 1) {
                result[at[0]] = m[0] * g[at[0]];
            } else {
                for (int x = 0; x < d; x++) {
                    double sum = 0;
                    for (int y = 0; y < d; y++) {
                        sum += m[x * d + y] * g[at[y]];
                    }
                    result[at[x]] = sum;
                }
            }
        }
        return result;
    }
}
