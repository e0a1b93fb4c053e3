// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.internal.metrics;

import org.nullcline.api.metric.Metric;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.value.Value;
import org.nullcline.comparison.dsa.OperatorProcrustes;
import org.nullcline.comparison.dsa.OperatorProcrustes.Alignment;
import org.nullcline.comparison.internal.values.Operators;
import org.nullcline.compute.linalg.Matrix;

/** Procrustes analysis over vector fields between square matrices. */
public final class OperatorProcrustesMetric implements Metric {

    @Override
    public double compare(Value first, Value second, Parameters parameters) {
        return align(first, second, parameters);
    }

    /** By the parameters {@code score} and {@code patience}. */
    static double align(Value first, Value second, Parameters parameters) {
        Matrix a = Operators.matrix(first);
        Matrix b = Operators.matrix(second);
        Alignment alignment = parameters.has("patience") ? OperatorProcrustes.align(a, b, parameters.integer("patience")) : OperatorProcrustes.align(a, b);
        return parameters.text("score").equals("euclidean") ? alignment.euclidean() : alignment.angular();
    }
}
