// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.kernel;

import static jdk.incubator.vector.VectorOperators.GT;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Loops over vectors. Each returns how many elements it has done; the plain kernels do the rest, fewer than one vector.
 *
 * <p>Loops of one kind share a method on purpose. A method of more than 325 bytes of code is never inlined into its callers, and a caller
 * into which many vector loops were inlined is no longer compiled to vector instructions but allocates every vector, which is a hundred
 * times slower.
 */
final class DoubleVectorLoops {

    /** Simple operations of {@link #arithmetic}. */
    enum Operation {
        ADD, SUBTRACT, MULTIPLY, DIVIDE, MAXIMUM, MULTIPLY_ADD, SCALE, SCALE_ADD, SHIFT
    }

    private static final VectorSpecies<Double> S = DoubleVectorFunctions.S;
    private static final int L = S.length();

    private DoubleVectorLoops() {
    }

    /** y ← a ∘ b or y ← s ∘ a, where {@code s} is a number. */
    static int arithmetic(Operation operation, double[] m, int n, int a, int b, double s, int y) {
        int end = n - n % L;
        switch (operation) {
            case ADD -> {
                for (int i = 0; i < end; i += L) {
                    DoubleVector.fromArray(S, m, a + i).add(DoubleVector.fromArray(S, m, b + i)).intoArray(m, y + i);
                }
            }
            case SUBTRACT -> {
                for (int i = 0; i < end; i += L) {
                    DoubleVector.fromArray(S, m, a + i).sub(DoubleVector.fromArray(S, m, b + i)).intoArray(m, y + i);
                }
            }
            case MULTIPLY -> {
                for (int i = 0; i < end; i += L) {
                    DoubleVector.fromArray(S, m, a + i).mul(DoubleVector.fromArray(S, m, b + i)).intoArray(m, y + i);
                }
            }
            case DIVIDE -> {
                for (int i = 0; i < end; i += L) {
                    DoubleVector.fromArray(S, m, a + i).div(DoubleVector.fromArray(S, m, b + i)).intoArray(m, y + i);
                }
            }
            case MAXIMUM -> {
                for (int i = 0; i < end; i += L) {
                    DoubleVector.fromArray(S, m, a + i).max(DoubleVector.fromArray(S, m, b + i)).intoArray(m, y + i);
                }
            }
            case MULTIPLY_ADD -> {
                for (int i = 0; i < end; i += L) {
                    DoubleVector.fromArray(S, m, a + i).fma(DoubleVector.fromArray(S, m, b + i), DoubleVector.fromArray(S, m, y + i))
                        .intoArray(m, y + i);
                }
            }
            case SCALE -> {
                DoubleVector factor = DoubleVector.broadcast(S, s);
                for (int i = 0; i < end; i += L) {
                    factor.mul(DoubleVector.fromArray(S, m, a + i)).intoArray(m, y + i);
                }
            }
            case SCALE_ADD -> {
                DoubleVector factor = DoubleVector.broadcast(S, s);
                for (int i = 0; i < end; i += L) {
                    factor.fma(DoubleVector.fromArray(S, m, a + i), DoubleVector.fromArray(S, m, y + i)).intoArray(m, y + i);
                }
            }
            case SHIFT -> {
                DoubleVector term = DoubleVector.broadcast(S, s);
                for (int i = 0; i < end; i += L) {
                    DoubleVector.fromArray(S, m, a + i).add(term).intoArray(m, y + i);
                }
            }
        }
        return end;
    }

    /** y ← max(0, x). */
    static int relu(double[] m, int n, int x, int y) {
        int end = n - n % L;
        for (int i = 0; i < end; i += L) {
            DoubleVector v = DoubleVector.fromArray(S, m, x + i);
            v.mul(0).blend(v, v.compare(GT, 0)).intoArray(m, y + i);
        }
        return end;
    }

    /** dx ← dx + dy f′, for the functions whose derivative is simple; others do nothing. */
    static int derivative(Elementary f, double[] m, int n, int x, int y, int dy, int dx) {
        int end = n - n % L;
        DoubleVector one = DoubleVector.broadcast(S, 1);
        switch (f) {
            case TANH -> {
                for (int i = 0; i < end; i += L) {
                    DoubleVector v = DoubleVector.fromArray(S, m, y + i);
                    DoubleVector.fromArray(S, m, dy + i).fma(v.neg().fma(v, one), DoubleVector.fromArray(S, m, dx + i)).intoArray(m, dx + i);
                }
            }
            case SIGMOID -> {
                for (int i = 0; i < end; i += L) {
                    DoubleVector v = DoubleVector.fromArray(S, m, y + i);
                    DoubleVector.fromArray(S, m, dy + i).fma(v.neg().fma(v, v), DoubleVector.fromArray(S, m, dx + i)).intoArray(m, dx + i);
                }
            }
            case EXP -> {
                for (int i = 0; i < end; i += L) {
                    DoubleVector.fromArray(S, m, dy + i).fma(DoubleVector.fromArray(S, m, y + i), DoubleVector.fromArray(S, m, dx + i))
                        .intoArray(m, dx + i);
                }
            }
            case SQUARE -> {
                for (int i = 0; i < end; i += L) {
                    DoubleVector v = DoubleVector.fromArray(S, m, x + i);
                    DoubleVector.fromArray(S, m, dy + i).fma(v.add(v), DoubleVector.fromArray(S, m, dx + i)).intoArray(m, dx + i);
                }
            }
            case RELU -> {
                for (int i = 0; i < end; i += L) {
                    DoubleVector slope = DoubleVector.zero(S).blend(1, DoubleVector.fromArray(S, m, x + i).compare(GT, 0));
                    DoubleVector.fromArray(S, m, dy + i).fma(slope, DoubleVector.fromArray(S, m, dx + i)).intoArray(m, dx + i);
                }
            }
            default -> end = 0;
        }
        return end;
    }

    /** dy ← dy f′, for the functions whose derivative is simple; others do nothing. */
    static int chain(Elementary f, double[] m, int n, int x, int y, int dy) {
        int end = n - n % L;
        DoubleVector one = DoubleVector.broadcast(S, 1);
        switch (f) {
            case TANH -> {
                for (int i = 0; i < end; i += L) {
                    DoubleVector v = DoubleVector.fromArray(S, m, y + i);
                    DoubleVector.fromArray(S, m, dy + i).mul(v.neg().fma(v, one)).intoArray(m, dy + i);
                }
            }
            case SIGMOID -> {
                for (int i = 0; i < end; i += L) {
                    DoubleVector v = DoubleVector.fromArray(S, m, y + i);
                    DoubleVector.fromArray(S, m, dy + i).mul(v.neg().fma(v, v)).intoArray(m, dy + i);
                }
            }
            case EXP -> {
                for (int i = 0; i < end; i += L) {
                    DoubleVector.fromArray(S, m, dy + i).mul(DoubleVector.fromArray(S, m, y + i)).intoArray(m, dy + i);
                }
            }
            case SQUARE -> {
                for (int i = 0; i < end; i += L) {
                    DoubleVector v = DoubleVector.fromArray(S, m, x + i);
                    DoubleVector.fromArray(S, m, dy + i).mul(v.add(v)).intoArray(m, dy + i);
                }
            }
            case RELU -> {
                for (int i = 0; i < end; i += L) {
                    DoubleVector slope = DoubleVector.zero(S).blend(1, DoubleVector.fromArray(S, m, x + i).compare(GT, 0));
                    DoubleVector.fromArray(S, m, dy + i).mul(slope).intoArray(m, dy + i);
                }
            }
            default -> end = 0;
        }
        return end;
    }

    /** See {@link Kernels#gruBackward}. */
    static int gruBackward(double[] m, int n, int r, int z, int a, int u, int h, int dy, int dr, int dz, int da, int du, int dh) {
        int end = n - n % L;
        DoubleVector one = DoubleVector.broadcast(S, 1);
        for (int i = 0; i < end; i += L) {
            DoubleVector g = DoubleVector.fromArray(S, m, dy + i);
            DoubleVector zi = DoubleVector.fromArray(S, m, z + i);
            DoubleVector ai = DoubleVector.fromArray(S, m, a + i);
            DoubleVector through = g.mul(zi);
            DoubleVector d = g.sub(through).mul(ai.neg().fma(ai, one));
            d.intoArray(m, da + i);
            DoubleVector ri = DoubleVector.fromArray(S, m, r + i);
            d.mul(ri).intoArray(m, du + i);
            d.mul(DoubleVector.fromArray(S, m, u + i)).mul(ri.neg().fma(ri, ri)).intoArray(m, dr + i);
            g.mul(DoubleVector.fromArray(S, m, h + i).sub(ai)).mul(zi.neg().fma(zi, zi)).intoArray(m, dz + i);
            if (dh >= 0) {
                DoubleVector.fromArray(S, m, dh + i).add(through).intoArray(m, dh + i);
            }
        }
        return end;
    }
}
