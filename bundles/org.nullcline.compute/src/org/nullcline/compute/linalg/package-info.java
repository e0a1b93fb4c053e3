// SPDX-License-Identifier: EPL-2.0
/**
 * Dense linear algebra in double precision.
 *
 * <p>{@link org.nullcline.compute.linalg.Matrix} holds row-major doubles on the heap. Factorisations go to LAPACK in the OpenBLAS that ND4J
 * brings; it is as fast and as accurate as NumPy. Not a number and infinite elements are refused, because LAPACK may not return from them, and
 * every error code of LAPACK becomes a {@link org.nullcline.compute.linalg.LinearAlgebraException} with a sentence.
 */
package org.nullcline.compute.linalg;
