// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/** Transposition in squares of 4 × 4: four loads and four stores of 128 bits, which every processor with vectors has. */
final class FloatVectorTransposition {

    private static final VectorSpecies<Float> S = FloatVector.SPECIES_128;
    private static final VectorShuffle<Float> HALVES = VectorShuffle.fromValues(S, 2, 3, 0, 1);
    private static final VectorShuffle<Float> NEIGHBOURS = VectorShuffle.fromValues(S, 1, 0, 3, 2);
    private static final VectorMask<Float> LOW = VectorMask.fromValues(S, true, true, false, false);
    private static final VectorMask<Float> HIGH = VectorMask.fromValues(S, false, false, true, true);
    private static final VectorMask<Float> EVEN = VectorMask.fromValues(S, true, false, true, false);
    private static final VectorMask<Float> ODD = VectorMask.fromValues(S, false, true, false, true);

    private FloatVectorTransposition() {
    }

    /** Bᵀ ← A for rows and columns that are multiples of four; see {@link Kernels#transpose}. */
    static void squares(float[] m, int rows, int columns, int a, int lda, int b, int ldb) {
        for (int i = 0; i < rows; i += 4) {
            int from = a + i * lda;
            int to = b + i;
            for (int j = 0; j < columns; j += 4, from += 4, to += 4 * ldb) {
                FloatVector r0 = FloatVector.fromArray(S, m, from);
                FloatVector r1 = FloatVector.fromArray(S, m, from + lda);
                FloatVector r2 = FloatVector.fromArray(S, m, from + 2 * lda);
                FloatVector r3 = FloatVector.fromArray(S, m, from + 3 * lda);
                FloatVector h0 = r0.blend(r2.rearrange(HALVES), HIGH);
                FloatVector h1 = r1.blend(r3.rearrange(HALVES), HIGH);
                FloatVector h2 = r2.blend(r0.rearrange(HALVES), LOW);
                FloatVector h3 = r3.blend(r1.rearrange(HALVES), LOW);
                h0.blend(h1.rearrange(NEIGHBOURS), ODD).intoArray(m, to);
                h1.blend(h0.rearrange(NEIGHBOURS), EVEN).intoArray(m, to + ldb);
                h2.blend(h3.rearrange(NEIGHBOURS), ODD).intoArray(m, to + 2 * ldb);
                h3.blend(h2.rearrange(NEIGHBOURS), EVEN).intoArray(m, to + 3 * ldb);
            }
        }
    }
}
