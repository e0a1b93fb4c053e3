// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.kernel;

import org.nullcline.compute.kernel.FloatVectorLoops.Operation;

/** {@link PlainFloatKernels} with vector instructions where they matter; the same bits. */
final class VectorFloatKernels extends PlainFloatKernels {

    @Override
    public String name() {
        return "vector-" + FloatVectorFunctions.S.vectorBitSize();
    }

    @Override
    public void add(int n, int a, int b, int y) {
        int i = FloatVectorLoops.arithmetic(Operation.ADD, m, n, a, b, 0, y);
        super.add(n - i, a + i, b + i, y + i);
    }

    @Override
    public void subtract(int n, int a, int b, int y) {
        int i = FloatVectorLoops.arithmetic(Operation.SUBTRACT, m, n, a, b, 0, y);
        super.subtract(n - i, a + i, b + i, y + i);
    }

    @Override
    public void multiply(int n, int a, int b, int y) {
        int i = FloatVectorLoops.arithmetic(Operation.MULTIPLY, m, n, a, b, 0, y);
        super.multiply(n - i, a + i, b + i, y + i);
    }

    @Override
    public void divide(int n, int a, int b, int y) {
        int i = FloatVectorLoops.arithmetic(Operation.DIVIDE, m, n, a, b, 0, y);
        super.divide(n - i, a + i, b + i, y + i);
    }

    @Override
    public void maximum(int n, int a, int b, int y) {
        int i = FloatVectorLoops.arithmetic(Operation.MAXIMUM, m, n, a, b, 0, y);
        super.maximum(n - i, a + i, b + i, y + i);
    }

    @Override
    public void multiplyAdd(int n, int a, int b, int y) {
        int i = FloatVectorLoops.arithmetic(Operation.MULTIPLY_ADD, m, n, a, b, 0, y);
        super.multiplyAdd(n - i, a + i, b + i, y + i);
    }

    @Override
    public void scale(int n, double alpha, int x, int y) {
        int i = FloatVectorLoops.arithmetic(Operation.SCALE, m, n, x, x, (float) alpha, y);
        super.scale(n - i, alpha, x + i, y + i);
    }

    @Override
    public void scaleAdd(int n, double alpha, int x, int y) {
        int i = FloatVectorLoops.arithmetic(Operation.SCALE_ADD, m, n, x, x, (float) alpha, y);
        super.scaleAdd(n - i, alpha, x + i, y + i);
    }

    @Override
    public void shift(int n, int x, double c, int y) {
        int i = FloatVectorLoops.arithmetic(Operation.SHIFT, m, n, x, x, (float) c, y);
        super.shift(n - i, x + i, c, y + i);
    }

    @Override
    public void apply(Elementary f, int n, int x, int y) {
        int i = switch (f) {
            case TANH -> FloatVectorFunctions.tanh(m, n, x, y);
            case SIGMOID -> FloatVectorFunctions.sigmoid(m, n, x, y);
            case EXP -> FloatVectorFunctions.exp(m, n, x, y);
            case RELU -> FloatVectorLoops.relu(m, n, x, y);
            case SOFTPLUS -> FloatVectorFunctions.softplus(m, n, x, y);
            case LOG -> FloatVectorFunctions.log(m, n, x, y);
            case SQUARE -> FloatVectorLoops.arithmetic(Operation.MULTIPLY, m, n, x, x, 0, y);
            default -> 0;
        };
        super.apply(f, n - i, x + i, y + i);
    }

    @Override
    public void backpropagate(Elementary f, int n, int x, int y, int dy, int dx) {
        int i = FloatVectorLoops.derivative(f, m, n, x, y, dy, dx);
        super.backpropagate(f, n - i, x + i, y + i, dy + i, dx + i);
    }

    @Override
    public void chain(Elementary f, int n, int x, int y, int dy) {
        int i = FloatVectorLoops.chain(f, m, n, x, y, dy);
        super.chain(f, n - i, x + i, y + i, dy + i);
    }

    @Override
    public void gruForward(int n, int r, int z, int a, int u, int h, int y) {
        int i = FloatVectorFunctions.gruForward(m, n, r, z, a, u, h, y);
        super.gruForward(n - i, r + i, z + i, a + i, u + i, h + i, y + i);
    }

    @Override
    public void gruBackward(int n, int r, int z, int a, int u, int h, int dy, int dr, int dz, int da, int du, int dh) {
        int i = FloatVectorLoops.gruBackward(m, n, r, z, a, u, h, dy, dr, dz, da, du, dh);
        super.gruBackward(n - i, r + i, z + i, a + i, u + i, h + i, dy + i, dr + i, dz + i, da + i, du + i, dh < 0 ? dh : dh + i);
    }

    @Override
    public void product(int rows, int n, int k, int a, int aRow, int aColumn, int b, int ldb, int bias, int c, int ldc,
            boolean accumulate) {
        FloatVectorProducts.product(m, rows, n, k, a, aRow, aColumn, b, ldb, bias, c, ldc, accumulate);
    }

    @Override
    public void laneProducts(int rows, int n, int k, int a, int lda, int b, int ldb, int c) {
        FloatVectorLanes.products(m, rows, n, k, a, lda, b, ldb, c);
    }

    @Override
    public void laneSums(int rows, int k, int x, int ldx, int y) {
        FloatVectorLanes.sums(m, rows, k, x, ldx, y);
    }

    @Override
    public void perceptron(PerceptronShape s, int n, Perceptron w, int x, int y, int scratch) {
        if (FloatVectorPerceptron.fits(s)) {
            FloatVectorPerceptron.forward(m, s.hidden(), n, w, x, y);
        } else {
            super.perceptron(s, n, w, x, y, scratch);
        }
    }

    @Override
    public void perceptronGradient(PerceptronShape s, int trials, int n, Perceptron w, Perceptron d, int x, int g, int dx, int scratch) {
        if (!FloatVectorPerceptron.fits(s)) {
            super.perceptronGradient(s, trials, n, w, d, x, g, dx, scratch);
            return;
        }
        fill(3 * n, scratch, 0);
        FloatVectorPerceptron.gradient(m, s.hidden(), trials, n, w, d, x, g, scratch);
        laneSums(3, trials, g, n, d.outBias());
        if (dx >= 0) {
            add(3 * n, dx, scratch, dx);
        }
    }

    @Override
    public void transpose(int rows, int columns, int a, int lda, int b, int ldb, boolean accumulate) {
        if (accumulate) {
            super.transpose(rows, columns, a, lda, b, ldb, true);
            return;
        }
        int i = rows & -4;
        int j = columns & -4;
        FloatVectorTransposition.squares(m, i, j, a, lda, b, ldb);
        super.transpose(i, columns - j, a + j, lda, b + j * ldb, ldb, false);
        super.transpose(rows - i, columns, a + i * lda, lda, b + i, ldb, false);
    }

    @Override
    public double sum(int rows, int n, int x, int ldx) {
        double[] lane = new double[LANES];
        int full = n - n % LANES;
        for (int i = 0; i < rows; i++) {
            FloatVectorLanes.doubleSums(m, full, x + i * ldx, lane);
            for (int j = full; j < n; j++) {
                lane[j - full] += m[x + i * ldx + j];
            }
        }
        return PlainDoubleKernels.combine(lane);
    }

    @Override
    public double dot(int rows, int n, int a, int lda, int b, int ldb) {
        double[] lane = new double[LANES];
        int full = n - n % LANES;
        for (int i = 0; i < rows; i++) {
            FloatVectorLanes.doubleProducts(m, full, a + i * lda, b + i * ldb, lane);
            for (int j = full; j < n; j++) {
                lane[j - full] = Math.fma((double) m[a + i * lda + j], (double) m[b + i * ldb + j], lane[j - full]);
            }
        }
        return PlainDoubleKernels.combine(lane);
    }
}
