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
        int n = sessions.size();
        double sum = 0;
        double least = Double.POSITIVE_INFINITY;
        double chance = 0;
        int fewest = Integer.MAX_VALUE;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (i != j) {
                    int shared = Consistency.shared(sessions.get(i), sessions.get(j));
                    sum += matrix[i][j];
                    least = Math.min(least, matrix[i][j]);
                    chance += Consistency.byChance(sessions.get(i).points()[0].length, shared);
                    fewest = Math.min(fewest, shared);
                }
            }
        }
        int pairs = n * (n - 1);
        Value scores = new Scores.Builder(List.of("mean R²", "lowest R²", "R² by chance", "fewest shared", "embeddings"))
                .row("consistency", sum / pairs, least, chance / pairs, fewest, n)
                .note("R² of linear maps between embeddings averaged over what they share; 1 is perfect agreement. By chance: what such maps reach on"
                        + " average where nothing goes together, dimensions over one less than the number of shared combinations.").build();
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
