// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** {@link PlainDoubleKernels} with vector instructions where they matter; the same bits. */
final class VectorDoubleKernels extends PlainDoubleKernels {

    private static final VectorSpecies<Double> S = DoubleVectorMath.SPECIES;
    private static final int L = S.length();

    @Override
    public String name() {
        return "vector-" + S.vectorBitSize();
    }

    private DoubleVector at(int i) {
        return DoubleVector.fromArray(S, m, i);
    }

    @Override
    public void add(int n, int a, int b, int y) {
        int i = 0;
        for (; i + L <= n; i += L) {
            at(a + i).add(at(b + i)).intoArray(m, y + i);
        }
        super.add(n - i, a + i, b + i, y + i);
    }

    @Override
    public void subtract(int n, int a, int b, int y) {
        int i = 0;
        for (; i + L <= n; i += L) {
            at(a + i).sub(at(b + i)).intoArray(m, y + i);
        }
        super.subtract(n - i, a + i, b + i, y + i);
    }

    @Override
    public void multiply(int n, int a, int b, int y) {
        int i = 0;
        for (; i + L <= n; i += L) {
            at(a + i).mul(at(b + i)).intoArray(m, y + i);
        }
        super.multiply(n - i, a + i, b + i, y + i);
    }

    @Override
    public void divide(int n, int a, int b, int y) {
        int i = 0;
        for (; i + L <= n; i += L) {
            at(a + i).div(at(b + i)).intoArray(m, y + i);
        }
        super.divide(n - i, a + i, b + i, y + i);
    }

    @Override
    public void maximum(int n, int a, int b, int y) {
        int i = 0;
        for (; i + L <= n; i += L) {
            at(a + i).max(at(b + i)).intoArray(m, y + i);
        }
        super.maximum(n - i, a + i, b + i, y + i);
    }

    @Override
    public void scale(int n, double alpha, int x, int y) {
        double s = alpha;
        int i = 0;
        for (; i + L <= n; i += L) {
            at(x + i).mul(s).intoArray(m, y + i);
        }
        super.scale(n - i, alpha, x + i, y + i);
    }

    @Override
    public void scaleAdd(int n, double alpha, int x, int y) {
        DoubleVector s = DoubleVector.broadcast(S, alpha);
        int i = 0;
        for (; i + L <= n; i += L) {
            s.fma(at(x + i), at(y + i)).intoArray(m, y + i);
        }
        super.scaleAdd(n - i, alpha, x + i, y + i);
    }

    @Override
    public void multiplyAdd(int n, int a, int b, int y) {
        int i = 0;
        for (; i + L <= n; i += L) {
            at(a + i).fma(at(b + i), at(y + i)).intoArray(m, y + i);
        }
        super.multiplyAdd(n - i, a + i, b + i, y + i);
    }

    @Override
    public void shift(int n, int x, double c, int y) {
        double s = c;
        int i = 0;
        for (; i + L <= n; i += L) {
            at(x + i).add(s).intoArray(m, y + i);
        }
        super.shift(n - i, x + i, c, y + i);
    }

    @Override
    public void apply(Elementary f, int n, int x, int y) {
        int done = switch (f) {
            case TANH -> tanh(n, x, y);
            case SIGMOID -> sigmoid(n, x, y);
            case EXP -> exp(n, x, y);
            case RELU -> relu(n, x, y);
            case SOFTPLUS -> softplus(n, x, y);
            case SQUARE -> square(n, x, y);
            default -> 0;
        };
        super.apply(f, n - done, x + done, y + done);
    }

    private int tanh(int n, int x, int y) {
        int i = 0;
        for (; i + L <= n; i += L) {
            DoubleVectorMath.tanh(at(x + i)).intoArray(m, y + i);
        }
        return i;
    }

    private int sigmoid(int n, int x, int y) {
        int i = 0;
        for (; i + L <= n; i += L) {
            DoubleVectorMath.sigmoid(at(x + i)).intoArray(m, y + i);
        }
        return i;
    }

    private int exp(int n, int x, int y) {
        int i = 0;
        for (; i + L <= n; i += L) {
            DoubleVectorMath.exp(at(x + i)).intoArray(m, y + i);
        }
        return i;
    }

    private int relu(int n, int x, int y) {
        int i = 0;
        for (; i + L <= n; i += L) {
            DoubleVectorMath.relu(at(x + i)).intoArray(m, y + i);
        }
        return i;
    }

    private int softplus(int n, int x, int y) {
        int i = 0;
        for (; i + L <= n; i += L) {
            DoubleVectorMath.softplus(at(x + i)).intoArray(m, y + i);
        }
        return i;
    }

    private int square(int n, int x, int y) {
        int i = 0;
        for (; i + L <= n; i += L) {
            DoubleVector v = at(x + i);
            v.mul(v).intoArray(m, y + i);
        }
        return i;
    }

    @Override
    public void backpropagate(Elementary f, int n, int x, int y, int dy, int dx) {
        int done = switch (f) {
            case TANH -> tanhBack(n, y, dy, dx);
            case SIGMOID -> sigmoidBack(n, y, dy, dx);
            case EXP -> expBack(n, y, dy, dx);
            case SQUARE -> squareBack(n, x, dy, dx);
            default -> 0;
        };
        super.backpropagate(f, n - done, x + done, y + done, dy + done, dx + done);
    }

    private int tanhBack(int n, int y, int dy, int dx) {
        DoubleVector one = DoubleVector.broadcast(S, 1);
        int i = 0;
        for (; i + L <= n; i += L) {
            DoubleVector v = at(y + i);
            at(dy + i).fma(v.neg().fma(v, one), at(dx + i)).intoArray(m, dx + i);
        }
        return i;
    }

    private int sigmoidBack(int n, int y, int dy, int dx) {
        int i = 0;
        for (; i + L <= n; i += L) {
            DoubleVector v = at(y + i);
            at(dy + i).fma(v.neg().fma(v, v), at(dx + i)).intoArray(m, dx + i);
        }
        return i;
    }

    private int expBack(int n, int y, int dy, int dx) {
        int i = 0;
        for (; i + L <= n; i += L) {
            at(dy + i).fma(at(y + i), at(dx + i)).intoArray(m, dx + i);
        }
        return i;
    }

    private int squareBack(int n, int x, int dy, int dx) {
        int i = 0;
        for (; i + L <= n; i += L) {
            DoubleVector v = at(x + i);
            at(dy + i).fma(v.add(v), at(dx + i)).intoArray(m, dx + i);
        }
        return i;
    }

    @Override
    public void product(int rows, int n, int k, int a, int aRow, int aColumn, int b, int ldb, int c, int ldc, boolean accumulate) {
        DoubleVectorProducts.product(m, rows, n, k, a, aRow, aColumn, b, ldb, c, ldc, accumulate);
    }

    @Override
    public void productTransposed(int rows, int n, int k, int a, int lda, int b, int ldb, int c, int ldc, int scratch) {
        int wide = Kernels.stride(n);
        for (int p = 0; p < k; p += TRIAL_BLOCK) {
            int block = Math.min(TRIAL_BLOCK, k - p);
            transpose(n, block, b + p, ldb, scratch, wide, false);
            product(rows, wide, block, a + p, lda, 1, scratch, wide, c, ldc, true);
        }
    }

    @Override
    public void laneSums(int rows, int k, int x, int ldx, int y) {
        int whole = k & -LANES;
        for (int i = 0; i < rows; i++) {
            for (int lane = 0; lane < LANES; lane += L) {
                DoubleVector sum = at(y + i * LANES + lane);
                for (int j = lane; j < whole; j += LANES) {
                    sum = sum.add(at(x + i * ldx + j));
                }
                sum.intoArray(m, y + i * LANES + lane);
            }
        }
        if (whole < k) {
            super.laneSums(rows, k - whole, x + whole, ldx, y);
        }
    }
}
