// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.steps;

import java.util.ArrayList;
import java.util.List;

import org.nullcline.api.value.ArrayData;
import org.nullcline.api.value.NamedArray;
import org.nullcline.api.value.Recording;
import org.nullcline.api.value.Trials;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.data.inputs.LargeArrays;

/**
 * New trials made of parts of the old ones. Every array with first axis {@code time} follows; every array with first axis {@code trial} takes
 * the entry of the trial that a piece comes from.
 */
final class Pieces {

    private final Value value;
    private final List<Piece> pieces = new ArrayList<>();

    /**
     * A range of rows within one old trial.
     *
     * @param trial the old trial
     * @param from first row, counted over all trials
     * @param to row behind the last
     */
    record Piece(int trial, int from, int to) {

        int length() {
            return to - from;
        }
    }

    Pieces(Value value) {
        this.value = value;
    }

    void add(int trial, int from, int to) {
        pieces.add(new Piece(trial, from, to));
    }

    List<Piece> list() {
        return pieces;
    }

    /** The value with these trials. */
    Value.Builder build() {
        int total = pieces.stream().mapToInt(Piece::length).sum();
        int[] rows = new int[total];
        int[] origins = new int[pieces.size()];
        int at = 0;
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            origins[i] = piece.trial();
            for (int row = piece.from(); row < piece.to(); row++) {
                rows[at++] = row;
            }
        }
        Value.Builder builder = value.copy();
        for (NamedArray array : value.arrays().values()) {
            int[] chosen = switch (array.axes().getFirst().name()) {
                case "time" -> rows;
                case "trial" -> origins;
                default -> null;
            };
            if (chosen == rows && LargeArrays.large(array.data().shape()[0] * array.data().width())) {
                builder.array(new NamedArray(array.name(), array.axes(), array.unit(), ArrayData.ranges(array.data(),
                        pieces.stream().mapToLong(Piece::from).toArray(), pieces.stream().mapToLong(Piece::to).toArray())));
            } else if (chosen != null) {
                builder.array(new NamedArray(array.name(), array.axes(), array.unit(),
                        ArrayData.of(Rows.gather(array.data().all(), chosen))));
            }
        }
        return builder.array(Trials.ofLengths(pieces.stream().map(Piece::length).toList()).toArray());
    }

    /** Labels of the new trials: index into {@code names}, −1 for none. */
    static Value.Builder labelled(Value.Builder builder, long[] labels, List<String> names) {
        return builder.array(Recording.LABELS, "", NdArrays.of(labels, labels.length), "trial").attribute(Recording.LABELS, names);
    }
}
