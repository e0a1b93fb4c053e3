// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.kernel;

/**
 * The functions of one variable that kernels can apply element by element, with their derivatives.
 *
 * <p>Outside the domain of a function (logarithm or root of a negative number) the result is NaN, as in {@link Math}.
 */
public enum Elementary {
    /** 1/(1 + e⁻ˣ). */
    SIGMOID,
    /** Hyperbolic tangent. */
    TANH,
    /** max(0, x); derivative 0 at 0. */
    RELU,
    /** x Φ(x) with the exact normal distribution function Φ. */
    GELU,
    /** x σ(x), also called swish. */
    SILU,
    /** x for x &gt; 0, eˣ − 1 otherwise. */
    ELU,
    /** log(1 + eˣ). */
    SOFTPLUS,
    /** log σ(x) = −softplus(−x). */
    LOG_SIGMOID,
    /** eˣ. */
    EXP,
    /** Natural logarithm. */
    LOG,
    /** Square root. */
    SQRT,
    /** x². */
    SQUARE,
    /** |x|; derivative 0 at 0. */
    ABS,
    /** 1/x. */
    RECIPROCAL,
    /** Sine of an angle in radians. */
    SIN,
    /** Cosine of an angle in radians. */
    COS,
    /** log Γ(x) for x &gt; 0. */
    LOG_GAMMA,
    /** Error function. */
    ERF
}
