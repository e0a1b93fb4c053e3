// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.formats;

import java.nio.file.Path;
import java.util.Map;

import org.nullcline.api.NullclineException;
import org.nullcline.api.value.Distances;
import org.nullcline.api.value.Embedding;
import org.nullcline.api.value.FixedPoints;
import org.nullcline.api.value.Kinds;
import org.nullcline.api.value.NamedArray;
import org.nullcline.api.value.Recording;
import org.nullcline.api.value.Scores;
import org.nullcline.api.value.Trajectories;
import org.nullcline.api.value.Trials;
import org.nullcline.api.value.Value;

/** The one array that stands for a value in formats that hold a single array. */
final class MainArray {

    private static final Map<String, String> MAIN = Map.of(Kinds.RECORDING, Recording.ACTIVITY, Kinds.TRAJECTORIES, Trajectories.STATE,
            Kinds.FIXED_POINTS, FixedPoints.STATE, Kinds.DISTANCES, Distances.MATRIX, Kinds.EMBEDDING, Embedding.POINTS, Kinds.SCORES, Scores.TABLE);

    private MainArray() {
    }

    /** The array; trials of equal length become its first axis, trials × time × channels. */
    static NamedArray of(Value value, Path file) {
        NamedArray main = plain(value, file);
        boolean inTime = main.axes().getFirst().name().equals("time") && main.axes().size() == 2;
        Trials trials = inTime ? Trials.of(value, main.size(0)) : null;
        if (trials == null || trials.count() == 1) {
            return main;
        }
        if (!trials.equalLengths()) {
            throw NullclineException.invalid("The trials differ in length, so they do not fit into the one array of " + file.getFileName()
                    + "; write to .npz, .h5, .csv or a folder instead.");
        }
        long[] shape = {trials.count(), trials.length(0), main.size(1)};
        return NamedArray.of(main.name(), main.unit(), main.data().all().reshape('c', shape), "trial", "time", main.axes().get(1).name());
    }

    private static NamedArray plain(Value value, Path file) {
        String main = MAIN.get(value.kind());
        if (main != null && value.has(main)) {
            return value.named(main);
        }
        if (value.arrays().size() == 1) {
            return value.arrays().values().iterator().next();
        }
        throw NullclineException.invalid("A " + value.kind() + " has the arrays " + String.join(", ", value.arrays().keySet()) + ", but "
                + file.getFileName() + " can hold only one; write to .npz, .h5 or a folder instead.");
    }
}
