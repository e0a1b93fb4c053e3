// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.internal.metrics;

import java.util.Locale;

import org.nullcline.api.NullclineException;
import org.nullcline.api.metric.Metric;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.value.Kinds;
import org.nullcline.api.value.Value;
import org.nullcline.comparison.dsa.ControlledOperator;
import org.nullcline.comparison.dsa.DelayEmbedding;
import org.nullcline.comparison.dsa.Dmdc;
import org.nullcline.comparison.dsa.DrivenTrials;
import org.nullcline.comparison.dsa.InputDistance;
import org.nullcline.comparison.dsa.RankRule;
import org.nullcline.comparison.dsa.SubspaceDmdc;
import org.nullcline.comparison.internal.values.DmdParameters;
import org.nullcline.comparison.internal.values.Inputs;
import org.nullcline.comparison.internal.values.Operators;
import org.nullcline.compute.linalg.Matrix;

/** Dynamical similarity of driven systems. */
public final class InputDsaMetric implements Metric {

    private static final RankRule USUAL_RANK = new RankRule.Fixed(10);

    @Override
    public Value prepare(Value value, Parameters parameters, StepContext context) {
        if (value.kind().equals(Kinds.OPERATOR)) {
            if (!value.has(Operators.CONTROL)) {
                throw NullclineException.input("This operator has no matrix 'control' of its inputs; compare undriven operators with dsa.");
            }
            return value;
        }
        String input = parameters.text("input");
        if (!value.has(input)) {
            throw NullclineException.input("There is no array '" + input + "' of inputs along time here; set the parameter 'input' to one of "
                    + String.join(", ", value.arrays().keySet()) + ".");
        }
        DrivenTrials trials = new DrivenTrials(Inputs.trials(value), Inputs.trials(value, input));
        DelayEmbedding embedding = DmdParameters.embedding(parameters);
        RankRule rank = DmdParameters.rank(parameters, USUAL_RANK);
        double ridge = parameters.real("ridge");
        ControlledOperator fitted = parameters.text("identification").equals("dmdc")
                ? Dmdc.fit(trials, embedding, parameters.integer("inputDelays"), rank, ridge)
                : SubspaceDmdc.fit(trials, embedding.delays(), rank, ridge);
        return Operators.of(fitted).build();
    }

    @Override
    public double compare(Value first, Value second, Parameters parameters) {
        InputDistance.Part part = InputDistance.Part.valueOf(parameters.text("part").toUpperCase(Locale.ROOT));
        return InputDistance.between(system(first), system(second), part, parameters.text("score").equals("angular"));
    }

    private static ControlledOperator system(Value value) {
        Matrix state = Operators.matrix(value);
        return new ControlledOperator(state, Matrix.of(value.array(Operators.CONTROL)), new Matrix(0, state.rows()), new double[0]);
    }
}
