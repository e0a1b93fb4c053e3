// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.internal.metrics;

import java.util.Locale;

import org.nullcline.api.NullclineException;
import org.nullcline.api.metric.Metric;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Progress;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.value.Kinds;
import org.nullcline.api.value.Value;
import org.nullcline.comparison.dsa.ControlledOperator;
import org.nullcline.comparison.dsa.InputDistance;
import org.nullcline.comparison.internal.values.DrivenInputs;
import org.nullcline.comparison.internal.values.Operators;
import org.nullcline.compute.linalg.Matrix;

/** Dynamical similarity of driven systems. */
public final class InputDsaMetric implements Metric {

    @Override
    public Value prepare(Value value, Parameters parameters, StepContext context) {
        if (value.kind().equals(Kinds.OPERATOR)) {
            if (!value.has(Operators.CONTROL)) {
                throw NullclineException.input("This operator has no matrix 'control' of its inputs; compare undriven operators with dsa.");
            }
            return value;
        }
        return DrivenInputs.operator(value)
                .orElseGet(() -> Operators.of(DrivenInputs.fit(DrivenInputs.trials(value, parameters), parameters).operator()).build());
    }

    @Override
    public double compare(Value first, Value second, Parameters parameters) {
        return compare(first, second, parameters, 1, Progress.NONE);
    }

    @Override
    public double compare(Value first, Value second, Parameters parameters, StepContext context) {
        return compare(first, second, parameters, context.threads(), context.progress());
    }

    private static double compare(Value first, Value second, Parameters parameters, int threads, Progress progress) {
        InputDistance.Part part = InputDistance.Part.valueOf(parameters.text("part").toUpperCase(Locale.ROOT));
        return InputDistance.between(system(first), system(second), part, parameters.text("score").equals("angular"), threads, progress);
    }

    private static ControlledOperator system(Value value) {
        Matrix state = Operators.matrix(value);
        return new ControlledOperator(state, Matrix.of(value.array(Operators.CONTROL)), new Matrix(0, state.rows()), new double[0]);
    }
}
