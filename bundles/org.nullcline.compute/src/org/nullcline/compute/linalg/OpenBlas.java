// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.linalg;

import org.nullcline.nd4j.NativeRuntime;

/** What every call of OpenBLAS needs: the library started once, finite input, and error codes turned into sentences. */
final class OpenBlas {

    /** LAPACKE and CBLAS constant: matrices are stored row by row. */
    static final int ROW_MAJOR = 101;
    /** LAPACKE and CBLAS constant: matrices are stored column by column. */
    static final int COLUMN_MAJOR = 102;
    /** CBLAS constant. */
    static final int NO_TRANSPOSE = 111;
    /** CBLAS constant. */
    static final int TRANSPOSE = 112;
    /** CBLAS constant. */
    static final int UPPER = 121;

    private OpenBlas() {
    }

    /** Starts the native library; it runs one thread per caller, so that results do not depend on the number of cores. */
    static void start() {
        NativeRuntime.require();
    }

    /** Starts the library and refuses elements that are not finite. */
    static void start(String what, Matrix matrix) {
        requireFinite(what, matrix);
        start();
    }

    static void requireFinite(String what, Matrix matrix) {
        double[] data = matrix.data();
        for (int i = 0; i < data.length; i++) {
            if (!Double.isFinite(data[i])) {
                throw new LinearAlgebraException("The " + what + " needs finite numbers, but row " + i / matrix.columns() + ", column "
                        + i % matrix.columns() + " of the " + matrix.rows() + " × " + matrix.columns() + " matrix is " + data[i] + ".");
            }
        }
    }

    static void requireSquare(String what, Matrix matrix) {
        if (matrix.rows() != matrix.columns()) {
            throw new LinearAlgebraException("The " + what + " needs a square matrix, not one of " + matrix.rows() + " × " + matrix.columns() + ".");
        }
    }

    /** Throws unless LAPACK reported success. */
    static void check(int info, String what, String meaningOfPositive) {
        if (info > 0) {
            throw new LinearAlgebraException("The " + what + " failed: " + meaningOfPositive + ".");
        }
        if (info < 0) {
            throw new LinearAlgebraException("The " + what + " failed: " + (info <= -1010 ? "there is not enough memory for its workspace"
                    : "LAPACK refused its argument " + -info) + ".");
        }
    }
}
