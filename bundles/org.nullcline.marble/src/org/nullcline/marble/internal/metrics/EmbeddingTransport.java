// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.internal.metrics;

import java.util.List;

import org.nullcline.api.NullclineException;
import org.nullcline.api.metric.Metric;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.value.Embedding;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.marble.analysis.ConditionDistances;
import org.nullcline.marble.geometry.Work;

/** The Wasserstein distance of order 1 between the points of two embeddings in the same space. */
public final class EmbeddingTransport implements Metric {

    @Override
    public double compare(Value first, Value second, Parameters parameters) {
        double[][] x = NdArrays.rows(Embedding.of(first).points());
        double[][] y = NdArrays.rows(Embedding.of(second).points());
        if (x.length == 0 || y.length == 0 || x[0].length != y[0].length) {
            throw NullclineException.input("Embeddings of " + x.length + " and " + y.length + " points with " + (x.length == 0 ? 0 : x[0].length) + " and "
                    + (y.length == 0 ? 0 : y[0].length) + " dimensions cannot be compared; both must come from the same trained network.");
        }
        ConditionDistances.requireComparable(List.of("the first embedding", "the second embedding"), new int[] {x.length, y.length});
        return ConditionDistances.exact(List.of(x, y), Work.ALONE).matrix()[0][1];
    }
}
