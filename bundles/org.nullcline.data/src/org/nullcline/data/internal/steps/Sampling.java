// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.steps;

import java.nio.file.Path;

import org.nullcline.api.NullclineException;
import org.nullcline.api.format.ArrayFile;
import org.nullcline.compute.array.NdArrays;

/** The sampling interval of a time series whose file stores its time stamps beside it, as NWB does. */
final class Sampling {

    private static final double TOLERANCE = 0.01;

    private Sampling() {
    }

    /** Seconds between samples of {@code array}, NaN where the file does not say. */
    static double interval(ArrayFile file, Path path, String array) {
        if (!array.endsWith("/data")) {
            return Double.NaN;
        }
        String series = array.substring(0, array.length() - "data".length());
        if (has(file, series + "rate")) {
            return 1 / NdArrays.doubles(file.read(series + "rate"))[0];
        }
        return has(file, series + "timestamps") ? regular(NdArrays.doubles(file.read(series + "timestamps")), path + ": " + series + "timestamps")
                : Double.NaN;
    }

    private static boolean has(ArrayFile file, String name) {
        return file.arrays().stream().anyMatch(a -> a.name().equals(name));
    }

    /** The distance of evenly spaced times. */
    static double regular(double[] times, String what) {
        if (times.length < 2) {
            return Double.NaN;
        }
        double mean = (times[times.length - 1] - times[0]) / (times.length - 1);
        for (int i = 1; i < times.length; i++) {
            if (!(Math.abs(times[i] - times[i - 1] - mean) <= TOLERANCE * mean)) {
                throw NullclineException.input(what + " are not evenly spaced (" + (times[i] - times[i - 1]) + " s before sample " + i + ", " + mean
                        + " s on average); resample the series first.");
            }
        }
        return mean;
    }
}
