// SPDX-License-Identifier: EPL-2.0
package org.nullcline.api.value;

/** The kinds of value that the built-in steps exchange. A plug-in may use further kinds, named with its own prefix. */
public final class Kinds {

    /** Population activity: trials × time × channels, with bin width, signal type, labels, splits. See {@link Recording}. */
    public static final String RECORDING = "recording";
    /** Latent states: trials × time × state. See {@link Trajectories}. */
    public static final String TRAJECTORIES = "trajectories";
    /** A trained model: weights, architecture, settings, learning curves. */
    public static final String FITTED_MODEL = "fitted-model";
    /** A simulated dynamical system with its parameters. */
    public static final String SYSTEM = "system";
    /** Fixed points with speeds and Jacobian spectra. See {@link FixedPoints}. */
    public static final String FIXED_POINTS = "fixed-points";
    /** Pairwise distances or similarities. See {@link Distances}. */
    public static final String DISTANCES = "distances";
    /** Points in an embedding space with the condition of each. See {@link Embedding}. */
    public static final String EMBEDDING = "embedding";
    /** A table of named numbers. See {@link Scores}. */
    public static final String SCORES = "scores";
    /** A linear operator of delay-embedded dynamics (DMD), with spectrum and singular values. */
    public static final String OPERATOR = "operator";
    /** One plain matrix: samples × dimensions, or a square operator. */
    public static final String MATRIX = "matrix";

    private Kinds() {
    }
}
