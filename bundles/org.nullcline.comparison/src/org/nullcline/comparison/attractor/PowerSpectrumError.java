// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.attractor;

import java.util.Arrays;
import java.util.List;

import org.nullcline.api.NullclineException;
import org.nullcline.compute.linalg.Matrix;

/**
 * The Hellinger distance between normalised, smoothed power spectra, averaged over dimensions (Mikhaeil, Monfared and Durstewitz 2022,
 * doi:10.48550/arXiv.2110.07238). It ignores shifts in time, offset and scale.
 *
 * @param smoothing standard deviation of the Gaussian filter in frequency bins; 0 for none
 */
public record PowerSpectrumError(double smoothing) {

    /** The filter is cut off at this many standard deviations. */
    private static final double CUT = 4;

    /** Checks the smoothing. */
    public PowerSpectrumError {
        if (!(smoothing >= 0)) {
            throw NullclineException.invalid("The smoothing must not be negative, but is " + smoothing + ".");
        }
    }

    /** Between two systems given as trials (time × dimension); of longer trials the first time bins are used. */
    public double between(List<Matrix> first, List<Matrix> second) {
        int dimensions = first.getFirst().columns();
        if (dimensions != second.getFirst().columns()) {
            throw NullclineException.input("These systems have " + dimensions + " and " + second.getFirst().columns()
                    + " dimensions; this comparison needs the same ones.");
        }
        int length = Math.min(first.stream().mapToInt(Matrix::rows).min().orElse(0), second.stream().mapToInt(Matrix::rows).min().orElse(0));
        if (length < 2) {
            throw NullclineException.input("Power spectra need at least two time bins in each trial.");
        }
        double sum = 0;
        for (int j = 0; j < dimensions; j++) {
            double[] p = spectrum(first, j, length);
            double[] q = spectrum(second, j, length);
            double overlap = 0;
            for (int k = 0; k < p.length; k++) {
                double difference = Math.sqrt(p[k]) - Math.sqrt(q[k]);
                overlap += difference * difference;
            }
            sum += Math.sqrt(overlap / 2);
        }
        return sum / dimensions;
    }

    /** The mean spectrum of the standardised trials, smoothed, with sum 1. */
    double[] spectrum(List<Matrix> trials, int dimension, int length) {
        double[] mean = new double[length / 2 + 1];
        for (Matrix trial : trials) {
            double[] x = Arrays.copyOf(trial.column(dimension), length);
            double average = Arrays.stream(x).average().orElse(0);
            double variance = Arrays.stream(x).map(v -> (v - average) * (v - average)).sum() / length;
            if (!(variance > 0)) {
                throw NullclineException.input("Dimension " + dimension + " never varies in one of the trials, so that it has no power spectrum.");
            }
            for (int t = 0; t < length; t++) {
                x[t] = (x[t] - average) / Math.sqrt(variance);
            }
            double[] power = Fourier.power(x);
            for (int k = 0; k < mean.length; k++) {
                mean[k] += power[k];
            }
        }
        double[] smooth = smoothing > 0 ? filter(mean) : mean;
        double total = Arrays.stream(smooth).sum();
        return Arrays.stream(smooth).map(v -> v / total).toArray();
    }

    /** A Gaussian filter; beyond its ends the spectrum is continued by reflection with the end bins repeated. */
    private double[] filter(double[] x) {
        int n = x.length;
        int radius = (int) (CUT * smoothing + 0.5);
        double[] weights = new double[2 * radius + 1];
        for (int i = -radius; i <= radius; i++) {
            weights[i + radius] = Math.exp(-0.5 * i * i / (smoothing * smoothing));
        }
        double total = Arrays.stream(weights).sum();
        double[] result = new double[n];
        for (int k = 0; k < n; k++) {
            double sum = 0;
            for (int i = -radius; i <= radius; i++) {
                int at = Math.floorMod(k + i, 2 * n);
                sum += weights[i + radius] * x[at < n ? at : 2 * n - 1 - at];
            }
            result[k] = sum / total;
        }
        return result;
    }
}
