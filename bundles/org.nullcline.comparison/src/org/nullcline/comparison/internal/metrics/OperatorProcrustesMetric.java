// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.internal.metrics;

import org.nullcline.api.metric.Metric;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.value.Value;
import org.nullcline.comparison.dsa.OperatorProcrustes;
import org.nullcline.comparison.dsa.OperatorProcrustes.Alignment;
import org.nullcline.comparison.internal.values.Operators;

/** Procrustes analysis over vector fields between square matrices. */
public final class OperatorProcrustesMetric implements Metric {

    @Override
    public double compare(Value first, Value second, Parameters parameters) {
        Alignment alignment = OperatorProcrustes.align(Operators.matrix(first), Operators.matrix(second));
        return parameters.text("score").equals("euclidean") ? alignment.euclidean() : alignment.angular();
    }
}
