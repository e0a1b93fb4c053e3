// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.internal.metrics;

import org.nullcline.api.metric.Metric;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Progress;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.value.Value;
import org.nullcline.comparison.dsa.OperatorProcrustes;
import org.nullcline.comparison.dsa.OperatorProcrustes.Alignment;
import org.nullcline.comparison.internal.values.Operators;
import org.nullcline.compute.linalg.Matrix;

/** Procrustes analysis over vector fields between square matrices. */
public final class OperatorProcrustesMetric implements Metric {

    @Override
    public double compare(Value first, Value second, Parameters parameters) {
        return align(first, second, parameters, 1, Progress.NONE);
    }

    @Override
    public double compare(Value first, Value second, Parameters parameters, StepContext context) {
        return align(first, second, parameters, context.threads(), context.progress());
    }

    /** By the parameters {@code score} and {@code patience}. */
    static double align(Value first, Value second, Parameters parameters, int threads, Progress progress) {
        Matrix a = Operators.matrix(first);
        Matrix b = Operators.matrix(second);
        int patience = parameters.has("patience") ? parameters.integer("patience") : OperatorProcrustes.patience(a.rows());
        Alignment alignment = OperatorProcrustes.align(a, b, patience, threads, progress);
        return parameters.text("score").equals("euclidean") ? alignment.euclidean() : alignment.angular();
    }
}
