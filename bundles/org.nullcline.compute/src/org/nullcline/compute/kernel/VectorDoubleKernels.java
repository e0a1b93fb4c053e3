// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.kernel;

import org.nullcline.compute.kernel.DoubleVectorLoops.Operation;

/** {@link PlainDoubleKernels} with vector instructions where they matter; the same bits. */
final class VectorDoubleKernels extends PlainDoubleKernels {

    @Override
    public String name() {
        return "vector-" + DoubleVectorFunctions.S.vectorBitSize();
    }

    @Override
    public void add(int n, int a, int b, int y) {
        int i = DoubleVectorLoops.arithmetic(Operation.ADD, m, n, a, b, 0, y);
        super.add(n - i, a + i, b + i, y + i);
    }

    @Override
    public void subtract(int n, int a, int b, int y) {
        int i = DoubleVectorLoops.arithmetic(Operation.SUBTRACT, m, n, a, b, 0, y);
        super.subtract(n - i, a + i, b + i, y + i);
    }

    @Override
    public void multiply(int n, int a, int b, int y) {
        int i = DoubleVectorLoops.arithmetic(Operation.MULTIPLY, m, n, a, b, 0, y);
        super.multiply(n - i, a + i, b + i, y + i);
    }

    @Override
    public void divide(int n, int a, int b, int y) {
        int i = DoubleVectorLoops.arithmetic(Operation.DIVIDE, m, n, a, b, 0, y);
        super.divide(n - i, a + i, b + i, y + i);
    }

    @Override
    public void maximum(int n, int a, int b, int y) {
        int i = DoubleVectorLoops.arithmetic(Operation.MAXIMUM, m, n, a, b, 0, y);
        super.maximum(n - i, a + i, b + i, y + i);
    }

    @Override
    public void multiplyAdd(int n, int a, int b, int y) {
        int i = DoubleVectorLoops.arithmetic(Operation.MULTIPLY_ADD, m, n, a, b, 0, y);
        super.multiplyAdd(n - i, a + i, b + i, y + i);
    }

    @Override
    public void scale(int n, double alpha, int x, int y) {
        int i = DoubleVectorLoops.arithmetic(Operation.SCALE, m, n, x, x, alpha, y);
        super.scale(n - i, alpha, x + i, y + i);
    }

    @Override
    public void scaleAdd(int n, double alpha, int x, int y) {
        int i = DoubleVectorLoops.arithmetic(Operation.SCALE_ADD, m, n, x, x, alpha, y);
        super.scaleAdd(n - i, alpha, x + i, y + i);
    }

    @Override
    public void shift(int n, int x, double c, int y) {
        int i = DoubleVectorLoops.arithmetic(Operation.SHIFT, m, n, x, x, c, y);
        super.shift(n - i, x + i, c, y + i);
    }

    @Override
    public void apply(Elementary f, int n, int x, int y) {
        int i = switch (f) {
            case TANH -> DoubleVectorFunctions.tanh(m, n, x, y);
            case SIGMOID -> DoubleVectorFunctions.sigmoid(m, n, x, y);
            case EXP -> DoubleVectorFunctions.exp(m, n, x, y);
            case RELU -> DoubleVectorLoops.relu(m, n, x, y);
            case SOFTPLUS -> DoubleVectorFunctions.softplus(m, n, x, y);
            case LOG -> DoubleVectorFunctions.log(m, n, x, y);
            case SQUARE -> DoubleVectorLoops.arithmetic(Operation.MULTIPLY, m, n, x, x, 0, y);
            default -> 0;
        };
        super.apply(f, n - i, x + i, y + i);
    }

    @Override
    public void backpropagate(Elementary f, int n, int x, int y, int dy, int dx) {
        int i = DoubleVectorLoops.derivative(f, m, n, x, y, dy, dx);
        super.backpropagate(f, n - i, x + i, y + i, dy + i, dx + i);
    }

    @Override
    public void chain(Elementary f, int n, int x, int y, int dy) {
        int i = DoubleVectorLoops.chain(f, m, n, x, y, dy);
        super.chain(f, n - i, x + i, y + i, dy + i);
    }

    @Override
    public void gruForward(int n, int r, int z, int a, int u, int h, int y) {
        int i = DoubleVectorFunctions.gruForward(m, n, r, z, a, u, h, y);
        super.gruForward(n - i, r + i, z + i, a + i, u + i, h + i, y + i);
    }

    @Override
    public void gruBackward(int n, int r, int z, int a, int u, int h, int dy, int dr, int dz, int da, int du, int dh) {
        int i = DoubleVectorLoops.gruBackward(m, n, r, z, a, u, h, dy, dr, dz, da, du, dh);
        super.gruBackward(n - i, r + i, z + i, a + i, u + i, h + i, dy + i, dr + i, dz + i, da + i, du + i, dh < 0 ? dh : dh + i);
    }

    @Override
    public void product(int rows, int n, int k, int a, int aRow, int aColumn, int b, int ldb, int bias, int c, int ldc,
            boolean accumulate) {
        DoubleVectorProducts.product(m, rows, n, k, a, aRow, aColumn, b, ldb, bias, c, ldc, accumulate);
    }

    @Override
    public void laneProducts(int rows, int n, int k, int a, int lda, int b, int ldb, int c) {
        DoubleVectorLanes.products(m, rows, n, k, a, lda, b, ldb, c);
    }

    @Override
    public void laneSums(int rows, int k, int x, int ldx, int y) {
        DoubleVectorLanes.sums(m, rows, k, x, ldx, y);
    }
}
