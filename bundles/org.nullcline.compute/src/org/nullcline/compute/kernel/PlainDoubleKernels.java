// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.kernel;

import java.util.Arrays;

/** {@link Kernels} for double precision in plain Java: the definition of every result, bit by bit. */
class PlainDoubleKernels implements Kernels {

    /** The memory. */
    double[] m = new double[0];

    @Override
    public Precision precision() {
        return Precision.DOUBLE;
    }

    @Override
    public String name() {
        return "plain";
    }

    @Override
    public int capacity() {
        return m.length;
    }

    @Override
    public void reserve(int capacity) {
        if (capacity > m.length) {
            m = Arrays.copyOf(m, capacity);
        }
    }

    @Override
    public double get(int at) {
        return m[at];
    }

    @Override
    public void set(int at, double value) {
        m[at] = value;
    }

    @Override
    public void fill(int n, int y, double value) {
        Arrays.fill(m, y, y + n, value);
    }

    @Override
    public void copy(int n, int x, int y) {
        System.arraycopy(m, x, m, y, n);
    }

    @Override
    public void read(int n, int x, double[] to, int at) {
        System.arraycopy(m, x, to, at, n);
    }

    @Override
    public void read(int n, int x, float[] to, int at) {
        for (int i = 0; i < n; i++) {
            to[at + i] = (float) m[x + i];
        }
    }

    @Override
    public void write(int n, int y, double[] from, int at) {
        System.arraycopy(from, at, m, y, n);
    }

    @Override
    public void write(int n, int y, float[] from, int at) {
        for (int i = 0; i < n; i++) {
            m[y + i] = from[at + i];
        }
    }

    @Override
    public void add(int n, int a, int b, int y) {
        for (int i = 0; i < n; i++) {
            m[y + i] = m[a + i] + m[b + i];
        }
    }

    @Override
    public void subtract(int n, int a, int b, int y) {
        for (int i = 0; i < n; i++) {
            m[y + i] = m[a + i] - m[b + i];
        }
    }

    @Override
    public void multiply(int n, int a, int b, int y) {
        for (int i = 0; i < n; i++) {
            m[y + i] = m[a + i] * m[b + i];
        }
    }

    @Override
    public void divide(int n, int a, int b, int y) {
        for (int i = 0; i < n; i++) {
            m[y + i] = m[a + i] / m[b + i];
        }
    }

    @Override
    public void maximum(int n, int a, int b, int y) {
        for (int i = 0; i < n; i++) {
            m[y + i] = Math.max(m[a + i], m[b + i]);
        }
    }

    @Override
    public void scale(int n, double alpha, int x, int y) {
        double s = alpha;
        for (int i = 0; i < n; i++) {
            m[y + i] = s * m[x + i];
        }
    }

    @Override
    public void scaleAdd(int n, double alpha, int x, int y) {
        double s = alpha;
        for (int i = 0; i < n; i++) {
            m[y + i] = Math.fma(s, m[x + i], m[y + i]);
        }
    }

    @Override
    public void multiplyAdd(int n, int a, int b, int y) {
        for (int i = 0; i < n; i++) {
            m[y + i] = Math.fma(m[a + i], m[b + i], m[y + i]);
        }
    }

    @Override
    public void shift(int n, int x, double c, int y) {
        double s = c;
        for (int i = 0; i < n; i++) {
            m[y + i] = m[x + i] + s;
        }
    }

    @Override
    public void apply(Elementary f, int n, int x, int y) {
        for (int i = 0; i < n; i++) {
            m[y + i] = DoubleMath.value(f, m[x + i]);
        }
    }

    @Override
    public void backpropagate(Elementary f, int n, int x, int y, int dy, int dx) {
        for (int i = 0; i < n; i++) {
            m[dx + i] = Math.fma(m[dy + i], DoubleMath.derivative(f, m[x + i], m[y + i]), m[dx + i]);
        }
    }

    @Override
    public void chain(Elementary f, int n, int x, int y, int dy) {
        for (int i = 0; i < n; i++) {
            m[dy + i] *= DoubleMath.derivative(f, m[x + i], m[y + i]);
        }
    }

    @Override
    public void rows(int rows, int n, int bias, int y, int ldy, boolean accumulate) {
        for (int i = 0; i < rows; i++) {
            if (accumulate) {
                shift(n, y + i * ldy, m[bias + i], y + i * ldy);
            } else {
                fill(n, y + i * ldy, m[bias + i]);
            }
        }
    }

    @Override
    public void product(int rows, int n, int k, int a, int aRow, int aColumn, int b, int ldb, int bias, int c, int ldc,
            boolean accumulate) {
        int i = 0;
        for (; i + 2 <= rows; i += 2) {
            for (int j = 0; j < n; j += 4) {
                twoRows(k, a + i * aRow, aRow, aColumn, b + j, ldb, bias < 0 ? -1 : bias + i, c + i * ldc + j, ldc, accumulate);
            }
        }
        if (i < rows) {
            for (int j = 0; j < n; j += 4) {
                oneRow(k, a + i * aRow, aColumn, b + j, ldb, bias < 0 ? 0 : m[bias + i], c + i * ldc + j, accumulate);
            }
        }
    }

    /** A tile of 2 × 4 elements of a product. */
    private void twoRows(int k, int a, int aRow, int aColumn, int b, int ldb, int bias, int c, int ldc, boolean accumulate) {
        double s0 = bias < 0 ? 0 : m[bias];
        double s1 = s0;
        double s2 = s0;
        double s3 = s0;
        double t0 = bias < 0 ? 0 : m[bias + 1];
        double t1 = t0;
        double t2 = t0;
        double t3 = t0;
        for (int p = 0, ap = a, bp = b; p < k; p++, ap += aColumn, bp += ldb) {
            double v = m[ap];
            double w = m[ap + aRow];
            s0 = Math.fma(v, m[bp], s0);
            s1 = Math.fma(v, m[bp + 1], s1);
            s2 = Math.fma(v, m[bp + 2], s2);
            s3 = Math.fma(v, m[bp + 3], s3);
            t0 = Math.fma(w, m[bp], t0);
            t1 = Math.fma(w, m[bp + 1], t1);
            t2 = Math.fma(w, m[bp + 2], t2);
            t3 = Math.fma(w, m[bp + 3], t3);
        }
        store(c, s0, s1, s2, s3, accumulate);
        store(c + ldc, t0, t1, t2, t3, accumulate);
    }

    private void oneRow(int k, int a, int aColumn, int b, int ldb, double start, int c, boolean accumulate) {
        double s0 = start;
        double s1 = start;
        double s2 = start;
        double s3 = start;
        for (int p = 0, ap = a, bp = b; p < k; p++, ap += aColumn, bp += ldb) {
            double v = m[ap];
            s0 = Math.fma(v, m[bp], s0);
            s1 = Math.fma(v, m[bp + 1], s1);
            s2 = Math.fma(v, m[bp + 2], s2);
            s3 = Math.fma(v, m[bp + 3], s3);
        }
        store(c, s0, s1, s2, s3, accumulate);
    }

    private void store(int c, double s0, double s1, double s2, double s3, boolean accumulate) {
        if (accumulate) {
            m[c] += s0;
            m[c + 1] += s1;
            m[c + 2] += s2;
            m[c + 3] += s3;
        } else {
            m[c] = s0;
            m[c + 1] = s1;
            m[c + 2] = s2;
            m[c + 3] = s3;
        }
    }

    @Override
    public void laneSums(int rows, int k, int x, int ldx, int y) {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < k; j++) {
                m[y + i * LANES + j % LANES] += m[x + i * ldx + j];
            }
        }
    }

    @Override
    public void laneProducts(int rows, int n, int k, int a, int lda, int b, int ldb, int c) {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < n; j++) {
                int lanes = c + (i * n + j) * LANES;
                for (int p = 0; p < k; p++) {
                    int at = lanes + p % LANES;
                    m[at] = Math.fma(m[a + i * lda + p], m[b + j * ldb + p], m[at]);
                }
            }
        }
    }

    @Override
    public void transpose(int rows, int columns, int a, int lda, int b, int ldb, boolean accumulate) {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                double v = m[a + i * lda + j];
                int at = b + j * ldb + i;
                m[at] = accumulate ? m[at] + v : v;
            }
        }
    }

    @Override
    public void sparse(int rows, int[] start, int[] column, double[] value, int x, int y, boolean accumulate) {
        for (int i = 0; i < rows; i++) {
            double s = accumulate ? m[y + i] : 0;
            for (int e = start[i]; e < start[i + 1]; e++) {
                s = Math.fma(value[e], m[x + column[e]], s);
            }
            m[y + i] = s;
        }
    }

    @Override
    public void gather(int[] index, int x, int y) {
        for (int i = 0; i < index.length; i++) {
            m[y + i] = m[x + index[i]];
        }
    }

    @Override
    public void scatter(int[] index, int x, int y) {
        for (int i = 0; i < index.length; i++) {
            m[y + index[i]] += m[x + i];
        }
    }

    @Override
    public void gruForward(int n, int r, int z, int a, int u, int h, int y) {
        for (int i = 0; i < n; i++) {
            double v = DoubleMath.tanh(Math.fma(m[r + i], m[u + i], m[a + i]));
            m[a + i] = v;
            m[y + i] = Math.fma(m[z + i], m[h + i] - v, v);
        }
    }

    @Override
    public void gruBackward(int n, int r, int z, int a, int u, int h, int dy, int dr, int dz, int da, int du, int dh) {
        for (int i = 0; i < n; i++) {
            double g = m[dy + i];
            double ri = m[r + i];
            double zi = m[z + i];
            double ai = m[a + i];
            double through = g * zi;
            double d = (g - through) * Math.fma(-ai, ai, 1);
            m[da + i] = d;
            m[du + i] = d * ri;
            m[dr + i] = d * m[u + i] * Math.fma(-ri, ri, ri);
            m[dz + i] = g * (m[h + i] - ai) * Math.fma(-zi, zi, zi);
            if (dh >= 0) {
                m[dh + i] += through;
            }
        }
    }

    @Override
    public double sum(int rows, int n, int x, int ldx) {
        double[] lane = new double[LANES];
        int full = n - n % LANES;
        for (int i = 0; i < rows; i++) {
            int row = x + i * ldx;
            for (int j = row; j < row + full; j += LANES) {
                for (int l = 0; l < LANES; l++) {
                    lane[l] += m[j + l];
                }
            }
            for (int j = full; j < n; j++) {
                lane[j - full] += m[row + j];
            }
        }
        return combine(lane);
    }

    @Override
    public double dot(int rows, int n, int a, int lda, int b, int ldb) {
        double[] lane = new double[LANES];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < n; j++) {
                lane[j % LANES] = Math.fma(m[a + i * lda + j], m[b + i * ldb + j], lane[j % LANES]);
            }
        }
        return combine(lane);
    }

    /** The partial sums combined as a fixed binary tree; destroys them. */
    static double combine(double[] lane) {
        for (int half = LANES / 2; half > 0; half /= 2) {
            for (int i = 0; i < half; i++) {
                lane[i] += lane[i + half];
            }
        }
        return lane[0];
    }
}
