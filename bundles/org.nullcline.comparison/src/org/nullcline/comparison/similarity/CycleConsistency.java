// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.similarity;

import java.util.Arrays;

import org.nullcline.api.NullclineException;
import org.nullcline.comparison.shape.ShapeDistance;
import org.nullcline.compute.linalg.Matrix;
import org.nullcline.compute.linalg.Svd;
import org.nullcline.compute.random.RandomStream;

/**
 * Whether rates determine latent states: an affine map from states to logarithmic rates is inverted, and R² of the states that come back is reported
 * (Versteeg, Sedler, McCart and Pandarinath 2023, doi:10.48550/arXiv.2309.06402). It is 1 for an injective affine readout and lower when the model
 * keeps states that no neuron shows.
 *
 * @param variance fraction of the map's squared singular values that the inverse keeps
 * @param noise standard deviation of noise added to the logarithmic rates before the inversion, in units of their standard deviation
 */
public record CycleConsistency(double variance, double noise) {

    private static final double LEAST_RATE = 1e-9;

    /**
     * R² of reconstructed states, weighted by variance.
     *
     * @param states sample × state
     * @param rates sample × channel, positive
     */
    public double of(Matrix states, Matrix rates) {
        ShapeDistance.requireSameSamples(states, rates);
        Matrix logs = rates.copy();
        for (int i = 0; i < logs.data().length; i++) {
            double rate = logs.data()[i];
            if (!(rate >= 0)) {
                throw NullclineException.input("Rates must not be negative, but one is " + rate + ".");
            }
            logs.data()[i] = Math.log(Math.max(rate, LEAST_RATE));
        }
        AffineRegression readout = AffineRegression.fit(states, logs);
        Matrix shown = readout.predict(states);
        if (noise > 0) {
            double scale = noise * shown.centreColumns().norm() / Math.sqrt(shown.data().length);
            double[] normals = RandomStream.of(0).child("cycle-consistency").normals(shown.data().length);
            for (int i = 0; i < normals.length; i++) {
                shown.data()[i] += scale * normals[i];
            }
        }
        Svd svd = Svd.of(readout.map());
        double total = Arrays.stream(svd.values()).map(s -> s * s).sum();
        double sum = 0;
        int kept = 0;
        while (kept < svd.values().length && svd.values()[kept] > 0 && (kept == 0 || sum < variance * total)) {
            sum += svd.values()[kept] * svd.values()[kept];
            kept++;
        }
        double[] inverse = new double[kept];
        Arrays.setAll(inverse, i -> 1 / svd.values()[i]);
        Matrix inverted = svd.vt().rows(0, kept).transpose().scaleColumns(inverse).timesTranspose(svd.u().columns(0, kept));
        Matrix back = shown.copy();
        for (int i = 0; i < back.data().length; i++) {
            back.data()[i] -= readout.offset()[i % back.columns()];
        }
        back = back.times(inverted);
        return AffineRegression.r2(states, back, AffineRegression.Average.VARIANCE);
    }
}
