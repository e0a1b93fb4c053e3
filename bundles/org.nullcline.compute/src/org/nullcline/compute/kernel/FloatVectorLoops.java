// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.kernel;

import static jdk.incubator.vector.VectorOperators.GT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Loops over vectors. Each returns how many elements it has done; the plain kernels do the rest, fewer than one vector.
 *
 * <p>Loops of one kind share a method on purpose. A method of more than 325 bytes of code is never inlined into its callers, and a caller
 * into which many vector loops were inlined is no longer compiled to vector instructions but allocates every vector, which is a hundred
 * times slower.
 */
final class FloatVectorLoops {

    /** Simple operations of {@link #arithmetic}. */
    enum Operation {
        ADD, SUBTRACT, MULTIPLY, DIVIDE, MAXIMUM, MULTIPLY_ADD, SCALE, SCALE_ADD, SHIFT
    }

    private static final VectorSpecies<Float> S = FloatVectorFunctions.S;
    private static final int L = S.length();

    private FloatVectorLoops() {
    }

    /** y ← a ∘ b or y ← s ∘ a, where {@code s} is a number. */
    static int arithmetic(Operation operation, float[] m, int n, int a, int b, float s, int y) {
        int end = n - n % L;
        switch (operation) {
            case ADD -> {
                for (int i = 0; i < end; i += L) {
                    FloatVector.fromArray(S, m, a + i).add(FloatVector.fromArray(S, m, b + i)).intoArray(m, y + i);
                }
            }
            case SUBTRACT -> {
                for (int i = 0; i < end; i += L) {
                    FloatVector.fromArray(S, m, a + i).sub(FloatVector.fromArray(S, m, b + i)).intoArray(m, y + i);
                }
            }
            case MULTIPLY -> {
                for (int i = 0; i < end; i += L) {
                    FloatVector.fromArray(S, m, a + i).mul(FloatVector.fromArray(S, m, b + i)).intoArray(m, y + i);
                }
            }
            case DIVIDE -> {
                for (int i = 0; i < end; i += L) {
                    FloatVector.fromArray(S, m, a + i).div(FloatVector.fromArray(S, m, b + i)).intoArray(m, y + i);
                }
            }
            case MAXIMUM -> {
                for (int i = 0; i < end; i += L) {
                    FloatVector.fromArray(S, m, a + i).max(FloatVector.fromArray(S, m, b + i)).intoArray(m, y + i);
                }
            }
            case MULTIPLY_ADD -> {
                for (int i = 0; i < end; i += L) {
                    FloatVector.fromArray(S, m, a + i).fma(FloatVector.fromArray(S, m, b + i), FloatVector.fromArray(S, m, y + i))
                        .intoArray(m, y + i);
                }
            }
            case SCALE -> {
                FloatVector factor = FloatVector.broadcast(S, s);
                for (int i = 0; i < end; i += L) {
                    factor.mul(FloatVector.fromArray(S, m, a + i)).intoArray(m, y + i);
                }
            }
            case SCALE_ADD -> {
                FloatVector factor = FloatVector.broadcast(S, s);
                for (int i = 0; i < end; i += L) {
                    factor.fma(FloatVector.fromArray(S, m, a + i), FloatVector.fromArray(S, m, y + i)).intoArray(m, y + i);
                }
            }
            case SHIFT -> {
                FloatVector term = FloatVector.broadcast(S, s);
                for (int i = 0; i < end; i += L) {
                    FloatVector.fromArray(S, m, a + i).add(term).intoArray(m, y + i);
                }
            }
        }
        return end;
    }

    /** y ← max(0, x). */
    static int relu(float[] m, int n, int x, int y) {
        int end = n - n % L;
        for (int i = 0; i < end; i += L) {
            FloatVector v = FloatVector.fromArray(S, m, x + i);
            v.mul(0).blend(v, v.compare(GT, 0)).intoArray(m, y + i);
        }
        return end;
    }

    /** dx ← dx + dy f′, for the functions whose derivative is simple; others do nothing. */
    static int derivative(Elementary f, float[] m, int n, int x, int y, int dy, int dx) {
        int end = n - n % L;
        FloatVector one = FloatVector.broadcast(S, 1);
        switch (f) {
            case TANH -> {
                for (int i = 0; i < end; i += L) {
                    FloatVector v = FloatVector.fromArray(S, m, y + i);
                    FloatVector.fromArray(S, m, dy + i).fma(v.neg().fma(v, one), FloatVector.fromArray(S, m, dx + i)).intoArray(m, dx + i);
                }
            }
            case SIGMOID -> {
                for (int i = 0; i < end; i += L) {
                    FloatVector v = FloatVector.fromArray(S, m, y + i);
                    FloatVector.fromArray(S, m, dy + i).fma(v.neg().fma(v, v), FloatVector.fromArray(S, m, dx + i)).intoArray(m, dx + i);
                }
            }
            case EXP -> {
                for (int i = 0; i < end; i += L) {
                    FloatVector.fromArray(S, m, dy + i).fma(FloatVector.fromArray(S, m, y + i), FloatVector.fromArray(S, m, dx + i))
                        .intoArray(m, dx + i);
                }
            }
            case SQUARE -> {
                for (int i = 0; i < end; i += L) {
                    FloatVector v = FloatVector.fromArray(S, m, x + i);
                    FloatVector.fromArray(S, m, dy + i).fma(v.add(v), FloatVector.fromArray(S, m, dx + i)).intoArray(m, dx + i);
                }
            }
            case RELU -> {
                for (int i = 0; i < end; i += L) {
                    FloatVector slope = FloatVector.zero(S).blend(1, FloatVector.fromArray(S, m, x + i).compare(GT, 0));
                    FloatVector.fromArray(S, m, dy + i).fma(slope, FloatVector.fromArray(S, m, dx + i)).intoArray(m, dx + i);
                }
            }
            default -> end = 0;
        }
        return end;
    }

    /** dy ← dy f′, for the functions whose derivative is simple; others do nothing. */
    static int chain(Elementary f, float[] m, int n, int x, int y, int dy) {
        int end = n - n % L;
        FloatVector one = FloatVector.broadcast(S, 1);
        switch (f) {
            case TANH -> {
                for (int i = 0; i < end; i += L) {
                    FloatVector v = FloatVector.fromArray(S, m, y + i);
                    FloatVector.fromArray(S, m, dy + i).mul(v.neg().fma(v, one)).intoArray(m, dy + i);
                }
            }
            case SIGMOID -> {
                for (int i = 0; i < end; i += L) {
                    FloatVector v = FloatVector.fromArray(S, m, y + i);
                    FloatVector.fromArray(S, m, dy + i).mul(v.neg().fma(v, v)).intoArray(m, dy + i);
                }
            }
            case EXP -> {
                for (int i = 0; i < end; i += L) {
                    FloatVector.fromArray(S, m, dy + i).mul(FloatVector.fromArray(S, m, y + i)).intoArray(m, dy + i);
                }
            }
            case SQUARE -> {
                for (int i = 0; i < end; i += L) {
                    FloatVector v = FloatVector.fromArray(S, m, x + i);
                    FloatVector.fromArray(S, m, dy + i).mul(v.add(v)).intoArray(m, dy + i);
                }
            }
            case RELU -> {
                for (int i = 0; i < end; i += L) {
                    FloatVector slope = FloatVector.zero(S).blend(1, FloatVector.fromArray(S, m, x + i).compare(GT, 0));
                    FloatVector.fromArray(S, m, dy + i).mul(slope).intoArray(m, dy + i);
                }
            }
            default -> end = 0;
        }
        return end;
    }

    /** See {@link Kernels#gruBackward}. */
    static int gruBackward(float[] m, int n, int r, int z, int a, int u, int h, int dy, int dr, int dz, int da, int du, int dh) {
        int end = n - n % L;
        FloatVector one = FloatVector.broadcast(S, 1);
        for (int i = 0; i < end; i += L) {
            FloatVector g = FloatVector.fromArray(S, m, dy + i);
            FloatVector zi = FloatVector.fromArray(S, m, z + i);
            FloatVector ai = FloatVector.fromArray(S, m, a + i);
            FloatVector through = g.mul(zi);
            FloatVector d = g.sub(through).mul(ai.neg().fma(ai, one));
            d.intoArray(m, da + i);
            FloatVector ri = FloatVector.fromArray(S, m, r + i);
            d.mul(ri).intoArray(m, du + i);
            d.mul(FloatVector.fromArray(S, m, u + i)).mul(ri.neg().fma(ri, ri)).intoArray(m, dr + i);
            g.mul(FloatVector.fromArray(S, m, h + i).sub(ai)).mul(zi.neg().fma(zi, zi)).intoArray(m, dz + i);
            if (dh >= 0) {
                FloatVector.fromArray(S, m, dh + i).add(through).intoArray(m, dh + i);
            }
        }
        return end;
    }
}
