// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.internal.metrics;

import java.util.Arrays;

import org.nullcline.api.NullclineException;
import org.nullcline.api.metric.Metric;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;

/** Differences of Lyapunov spectra, of their largest exponents or of the Kaplan–Yorke dimensions. */
public final class LyapunovMetric implements Metric {

    private static final String SPECTRUM = "spectrum";
    private static final String DIMENSION = "kaplanYorke";

    @Override
    public double compare(Value first, Value second, Parameters parameters) {
        double[] x = sorted(first);
        double[] y = sorted(second);
        return switch (parameters.text("by")) {
            case "largest" -> Math.abs(x[0] - y[0]);
            case "dimension" -> Math.abs(dimension(first) - dimension(second));
            default -> {
                int count = parameters.has("count") ? Math.min(parameters.integer("count"), Math.min(x.length, y.length)) : x.length;
                if (!parameters.has("count") && x.length != y.length) {
                    throw NullclineException.input("These spectra have " + x.length + " and " + y.length + " exponents; set count to compare the largest ones.");
                }
                double sum = 0;
                for (int i = 0; i < count; i++) {
                    sum += (x[i] - y[i]) * (x[i] - y[i]);
                }
                yield Math.sqrt(sum / count);
            }
        };
    }

    private static double dimension(Value value) {
        double dimension = value.number(DIMENSION, Double.NaN);
        if (Double.isNaN(dimension)) {
            throw NullclineException.input("This Lyapunov spectrum tells no Kaplan–Yorke dimension.");
        }
        return dimension;
    }

    private static double[] sorted(Value value) {
        double[] exponents = NdArrays.doubles(value.array(SPECTRUM));
        if (exponents.length == 0) {
            throw NullclineException.input("This Lyapunov spectrum is empty.");
        }
        Arrays.sort(exponents);
        for (int i = 0; i < exponents.length / 2; i++) {
            double swap = exponents[i];
            exponents[i] = exponents[exponents.length - 1 - i];
            exponents[exponents.length - 1 - i] = swap;
        }
        return exponents;
    }
}
