// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.internal.values;

import java.util.List;

import org.nullcline.api.value.Recording;
import org.nullcline.api.value.Signal;
import org.nullcline.api.value.Trials;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.compute.linalg.Matrix;

/** Recordings made of simulated trials. */
public final class Recordings {

    private Recordings() {
    }

    /** A continuous recording. */
    public static Value.Builder of(List<Matrix> trials, double binWidth) {
        int channels = trials.getFirst().columns();
        Matrix all = new Matrix(trials.stream().mapToInt(Matrix::rows).sum(), channels);
        int at = 0;
        for (Matrix trial : trials) {
            System.arraycopy(trial.data(), 0, all.data(), at, trial.data().length);
            at += trial.data().length;
        }
        return Recording.builder(all.toArray(), Trials.ofLengths(trials.stream().map(Matrix::rows).toList()), Signal.CONTINUOUS, binWidth);
    }

    /** The same with a label for each trial. */
    public static Value.Builder of(List<Matrix> trials, double binWidth, long[] labels, List<String> names) {
        return of(trials, binWidth).array(Recording.LABELS, "", NdArrays.of(labels, labels.length), "trial").attribute(Recording.LABELS, names);
    }
}
