// SPDX-License-Identifier: EPL-2.0
package org.nullcline.cli.steps;

import org.nullcline.api.metric.Metric;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;

/** Largest difference of two elements. */
public final class DifferenceMetric implements Metric {

    @Override
    public double compare(Value first, Value second, Parameters parameters) {
        double[] a = NdArrays.doubles(first.array("matrix"));
        double[] b = NdArrays.doubles(second.array("matrix"));
        double largest = 0;
        for (int i = 0; i < a.length; i++) {
            largest = Math.max(largest, Math.abs(a[i] - b[i]));
        }
        return largest * parameters.real("factor");
    }
}
