// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.internal.steps;

import java.util.ArrayList;
import java.util.List;

import org.nullcline.api.value.Embedding;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.marble.field.Conditions;
import org.nullcline.marble.network.MarbleModel.Embedded;

/**
 * Embeddings with the place in the recordings that each point comes from: {@value #SOURCE} (point; which of the values), {@value #ROW} (point;
 * index on the time axis of that value), {@value #TRIAL} (point; trial of that value), {@value #BIN} (point; bin within the trial).
 */
final class EmbeddingValues {

    static final String SOURCE = "source";
    static final String ROW = "row";
    static final String TRIAL = "trial";
    static final String BIN = "bin";

    private EmbeddingValues() {
    }

    static Value.Builder of(List<Embedded> embedded, Conditions conditions) {
        List<double[]> points = new ArrayList<>();
        embedded.forEach(e -> points.addAll(List.of(e.points())));
        int n = points.size();
        long[] condition = new long[n];
        long[] source = new long[n];
        long[] row = new long[n];
        long[] trial = new long[n];
        long[] bin = new long[n];
        int at = 0;
        for (int c = 0; c < embedded.size(); c++) {
            int value = conditions.source()[c];
            for (int r : embedded.get(c).rows()) {
                condition[at] = c;
                source[at] = value;
                row[at] = r;
                trial[at] = conditions.trialOf(value, r);
                bin[at] = r - conditions.trials().get(value).offsets()[(int) trial[at]];
                at++;
            }
        }
        return Embedding.builder(NdArrays.of(points.toArray(double[][]::new)), condition, embedded.stream().map(Embedded::name).toList())
                .array(SOURCE, "", NdArrays.of(source, n), "point").array(ROW, "", NdArrays.of(row, n), "point")
                .array(TRIAL, "", NdArrays.of(trial, n), "point").array(BIN, "", NdArrays.of(bin, n), "point");
    }
}
