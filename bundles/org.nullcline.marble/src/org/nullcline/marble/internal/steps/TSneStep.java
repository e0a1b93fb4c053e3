// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.internal.steps;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.nullcline.api.NullclineException;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.Embedding;
import org.nullcline.api.value.Scores;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.marble.analysis.TSne;
import org.nullcline.marble.geometry.Work;

/** Draws a map of an embedding by t-SNE. */
public final class TSneStep implements Step {

    /** Array of the result: the row of the embedding that each point is. */
    public static final String POINT = "point";

    private static final int NEIGHBOURS = 10;

    @Override
    public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
        Work work = GeometryParameters.work(context);
        Embedding embedding = Embedding.of(inputs.one("embedding"));
        double[][] all = NdArrays.rows(embedding.points());
        int most = parameters.integer("points");
        int n = Math.min(all.length, most);
        if (n <= NEIGHBOURS) {
            throw NullclineException.input("A map of " + n + " points would show nothing; give more than " + NEIGHBOURS + ".");
        }
        int[] chosen = IntStream.range(0, n).map(i -> (int) ((long) i * all.length / n)).toArray();
        double[][] points = Arrays.stream(chosen).mapToObj(i -> all[i].clone()).toArray(double[][]::new);
        if (parameters.flag("standardise")) {
            standardise(points);
        }
        double[][] map = TSne.map(points, parameters.real("perplexity"), parameters.integer("dimensions"), parameters.integer("iterations"), work);
        long[] condition = Arrays.stream(chosen).mapToLong(i -> embedding.condition()[i]).toArray();
        Value result = Embedding.builder(NdArrays.of(map), condition, embedding.conditions())
                .array(POINT, "", NdArrays.of(Arrays.stream(chosen).asLongStream().toArray(), n), "point").build();
        Value scores = new Scores.Builder(List.of("neighbours kept", "by chance", "points")).row("t-SNE", TSne.neighboursKept(points, map, NEIGHBOURS, work),
                NEIGHBOURS / (n - 1.0), n).note("Neighbours kept: share of the ten nearest neighbours that are so in the map, too. Distances between groups in a"
                        + " map by t-SNE, and their sizes, mean little.").build();
        return Map.of("map", result, "scores", scores);
    }

    /** Every dimension gets mean 0 and standard deviation 1; one that never changes becomes 0. */
    private static void standardise(double[][] points) {
        int n = points.length;
        for (int d = 0; d < points[0].length; d++) {
            double mean = 0;
            double square = 0;
            for (double[] row : points) {
                mean += row[d] / n;
            }
            for (double[] row : points) {
                square += (row[d] - mean) * (row[d] - mean) / n;
            }
            for (double[] row : points) {
                row[d] = square > 0 ? (row[d] - mean) / Math.sqrt(square) : 0;
            }
        }
    }
}
