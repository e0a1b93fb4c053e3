// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.internal.steps;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.step.StepInputs.Item;
import org.nullcline.api.value.Distances;
import org.nullcline.api.value.Embedding;
import org.nullcline.api.value.Scores;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.marble.analysis.Consistency;
import org.nullcline.marble.analysis.Consistency.Session;

/** Measures how well embeddings of different animals or sessions predict each other linearly. */
public final class ConsistencyStep implements Step {

    @Override
    public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
        List<Item> items = inputs.many("embeddings");
        boolean time = parameters.text("align").equals("condition-time");
        List<Session> sessions = new ArrayList<>();
        for (Item item : items) {
            sessions.add(session(item, time, parameters.integer("binsPerPoint")));
        }
        double[][] matrix = Consistency.matrix(sessions);
        List<String> names = sessions.stream().map(Session::name).toList();
        double sum = 0;
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix.length; j++) {
                sum += i == j ? 0 : matrix[i][j];
            }
        }
        Value scores = new Scores.Builder(List.of("mean R²", "embeddings")).row("consistency", sum / (matrix.length * (matrix.length - 1.0)), matrix.length)
                .note("R² of linear maps between embeddings averaged over what they share; 1 is perfect agreement.").build();
        return Map.of("consistency", Distances.builder(matrix, names, names, "org.nullcline.consistency", true).build(), "scores", scores);
    }

    private static Session session(Item item, boolean time, int binsPerPoint) {
        Value value = item.value();
        Embedding embedding = Embedding.of(value);
        long[] condition = embedding.condition();
        List<String> names = embedding.conditions();
        long[] bin = time ? NdArrays.longs(value.array(EmbeddingValues.BIN)) : new long[0];
        String[] keys = new String[condition.length];
        for (int i = 0; i < keys.length; i++) {
            String name = names.get((int) condition[i]);
            keys[i] = time ? name + " @ " + bin[i] / binsPerPoint : name;
        }
        return new Session(item.label(), NdArrays.rows(embedding.points()), keys);
    }
}
