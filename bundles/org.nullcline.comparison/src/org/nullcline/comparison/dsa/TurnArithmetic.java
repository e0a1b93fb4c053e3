// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.dsa;

import org.nullcline.compute.kernel.KernelSets;
import org.nullcline.compute.kernel.Kernels;
import org.nullcline.compute.kernel.Precision;

/**
 * The products that a step of a {@link Climb} needs. At a few tens of rows they fit into the nearest cache and take about a microsecond each, less
 * than the way to native code. For one thread at a time.
 */
final class TurnArithmetic {

    /** Rows that are eliminated together. */
    private static final int BLOCK = 4;

    private final int n;
    private final int stride;
    private final int area;
    private final Kernels memory = KernelSets.create(Precision.DOUBLE);
    private final int b = 0;
    private final int bTransposed;
    private final int x;
    private final int turn;
    private final int work;
    private final int columns;
    private final int rows;
    private final int pivot;
    private final double[] block = new double[BLOCK * BLOCK];
    private final double[] plain;

    TurnArithmetic(AlignmentProblem problem) {
        n = problem.size();
        stride = problem.stride();
        area = n * stride;
        bTransposed = area;
        x = 2 * area;
        turn = 3 * area;
        work = 4 * area;
        columns = 5 * area;
        rows = columns + BLOCK * stride;
        pivot = rows + BLOCK * stride;
        plain = new double[area];
        memory.reserve(pivot + BLOCK * BLOCK);
        memory.write(area, b, problem.b(), 0);
        memory.write(area, bTransposed, problem.bTransposed(), 0);
    }

    /** ∂f/∂ω at Ã for C exp(Ω), Ω = Σ_{i<j} ω_ij (e_i e_jᵀ − e_j e_iᵀ): the skew part of ÃᵀB − BÃᵀ. */
    void gradient(double[] turned, double[] gradient) {
        memory.write(area, x, turned, 0);
        // ÃᵀB + ÃBᵀ has the same skew part.
        memory.product(n, stride, n, x, 1, stride, b, stride, -1, work, stride, false);
        memory.product(n, stride, n, x, stride, 1, bTransposed, stride, -1, work, stride, true);
        memory.read(area, work, plain, 0);
        int k = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                gradient[k++] = plain[i * stride + j] - plain[j * stride + i];
            }
        }
    }

    /**
     * Ã becomes GᵀÃG with G = (I − K)⁻¹(I + K), the Cayley transform, which agrees with exp Ω to second order.
     *
     * @param upper Ω above its diagonal; K = factor · Ω / 2
     */
    void turn(double[] turned, double[] upper, double factor, double[] result) {
        cayley(upper, factor / 2);
        memory.write(area, x, turned, 0);
        memory.product(n, stride, n, x, stride, 1, turn, stride, -1, work, stride, false);
        memory.product(n, stride, n, turn, 1, stride, work, stride, -1, x, stride, false);
        memory.read(area, x, result, 0);
    }

    /** Cᵀ becomes GᵀCᵀ with the G of the last {@link #turn}. */
    void follow(double[] rotationTransposed) {
        memory.write(area, x, rotationTransposed, 0);
        memory.product(n, stride, n, turn, 1, stride, x, stride, -1, work, stride, false);
        memory.read(area, work, rotationTransposed, 0);
    }

    private void cayley(double[] upper, double factor) {
        int k = 0;
        for (int i = 0; i < n; i++) {
            plain[i * stride + i] = 1;
            for (int j = i + 1; j < n; j++) {
                double angle = factor * upper[k++];
                plain[i * stride + j] = -angle;
                plain[j * stride + i] = angle;
            }
            for (int j = n; j < stride; j++) {
                plain[i * stride + j] = 0;
            }
        }
        memory.write(area, turn, plain, 0);
        for (int p = 0; p < n; p += BLOCK) {
            eliminate(p, Math.min(BLOCK, n - p));
        }
        // (I − K)⁻¹(I + K) = 2(I − K)⁻¹ − I
        memory.scale(area, 2, turn, turn);
        for (int i = 0; i < n; i++) {
            memory.set(turn + i * stride + i, memory.get(turn + i * stride + i) - 1);
        }
    }

    /** One block of the inversion of I − K in place; its symmetric part is the identity, so that no rows need be exchanged. */
    private void eliminate(int p, int size) {
        memory.transpose(n, size, turn + p, stride, columns, stride, false);
        int at = turn + p * stride;
        for (int i = 0; i < size; i++) {
            memory.read(size, at + i * stride + p, block, i * size);
        }
        SmallInverse.inPlace(block, size);
        for (int i = 0; i < size * size; i++) {
            memory.set(pivot + i, -block[i]);
        }
        // With the pivot D and the rows P of its block, −D P; and in the columns of the block −D for the rows themselves, −D − I for the others.
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                memory.set(at + i * stride + p + j, i == j ? 1 : 0);
            }
        }
        memory.product(size, stride, size, pivot, size, 1, at, stride, -1, rows, stride, false);
        for (int i = 0; i < size; i++) {
            memory.set(rows + i * stride + p + i, -block[i * size + i] - 1);
        }
        memory.product(n, stride, size, columns, 1, stride, rows, stride, -1, turn, stride, true);
        for (int i = 0; i < size; i++) {
            memory.set(rows + i * stride + p + i, -block[i * size + i]);
        }
        memory.scale(size * stride, -1, rows, at);
    }
}
