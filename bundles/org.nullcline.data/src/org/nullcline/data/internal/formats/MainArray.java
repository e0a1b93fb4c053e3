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
        NamedArray byTrial = byTrial(value, main);
        boolean cut = byTrial == main && main.axes().size() == 2 && inTime(main) && Trials.of(value, main.size(0)).count() > 1;
        if (cut) {
            throw NullclineException.invalid("The trials differ in length, so they do not fit into the one array of " + file.getFileName()
                    + "; write to .npz, .h5, .csv or a folder instead.");
        }
        return byTrial;
    }

    private static boolean inTime(NamedArray array) {
        return array.axes().getFirst().name().equals("time");
    }

    /** An array of time × something as trials × time × something, where there are several trials of equal length; otherwise as it is. */
    static NamedArray byTrial(Value value, NamedArray array) {
        if (array.axes().size() != 2 || !inTime(array)) {
            return array;
        }
        Trials trials = Trials.of(value, array.size(0));
        if (trials.count() < 2 || !trials.equalLengths()) {
            return array;
        }
        long[] shape = {trials.count(), trials.length(0), array.size(1)};
        return NamedArray.of(array.name(), array.unit(), array.data().all().reshape('c', shape), "trial", "time", array.axes().get(1).name());
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
