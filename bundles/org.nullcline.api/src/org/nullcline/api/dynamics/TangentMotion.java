// SPDX-License-Identifier: EPL-2.0
package org.nullcline.api.dynamics;

/**
 * A state and a few orthonormal tangent vectors that move along with it, for systems that have no vector field of finite dimension, such as delay
 * equations. Lyapunov exponents are the mean growths per unit of time. Not safe for several threads.
 */
public interface TangentMotion {

    /** Number of tangent vectors. */
    int count();

    /** Time that one {@link #advance} takes, in the system's unit of time. */
    double duration();

    /** Moves state and tangent vectors and makes these orthonormal again. */
    void advance();

    /** Logarithm of the factor by which tangent vector {@code i} grew in the last {@link #advance}, beside those before it. */
    double growth(int i);

    /** The present state, in the coordinates that are shown. */
    double[] state();
}
