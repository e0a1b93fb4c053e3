// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.internal.steps;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.Recording;
import org.nullcline.api.value.Trajectories;
import org.nullcline.api.value.Trials;
import org.nullcline.api.value.Value;
import org.nullcline.comparison.dsa.DelayEmbedding;
import org.nullcline.comparison.internal.values.DmdParameters;
import org.nullcline.comparison.internal.values.Inputs;
import org.nullcline.compute.linalg.Matrix;

/** Embeds every trial with delays; the rows of a trial keep its label and split. */
public final class DelayEmbeddingStep implements Step {

    @Override
    public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
        Value source = inputs.one("recording");
        DelayEmbedding embedding = DmdParameters.embedding(parameters);
        List<Matrix> embedded = new ArrayList<>();
        List<Matrix> trials = Inputs.trials(source);
        for (int i = 0; i < trials.size(); i++) {
            context.progress().check();
            embedding.requireRows(trials.get(i).rows(), i);
            embedded.add(embedding.of(trials.get(i)));
        }
        Matrix all = new Matrix(embedded.stream().mapToInt(Matrix::rows).sum(), embedded.isEmpty() ? 0 : embedded.getFirst().columns());
        int at = 0;
        for (Matrix part : embedded) {
            System.arraycopy(part.data(), 0, all.data(), at, part.data().length);
            at += part.data().length;
        }
        Value.Builder result = Trajectories.builder(all.toArray(), Trials.ofLengths(embedded.stream().map(Matrix::rows).toList()));
        for (String perTrial : List.of(Recording.LABELS, Recording.SPLIT)) {
            source.find(perTrial).ifPresent(result::array);
        }
        result.attribute(Recording.LABELS, source.texts(Recording.LABELS)).attribute("delays", embedding.delays()).attribute("interval", embedding.interval());
        return Map.of("trajectories", result.build());
    }
}
