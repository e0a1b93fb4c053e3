// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.internal.values;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nullcline.api.NullclineException;
import org.nullcline.api.value.ArrayData;
import org.nullcline.api.value.NamedArray;
import org.nullcline.api.value.Recording;
import org.nullcline.api.value.Trials;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;

/** Recordings and trajectories made of some of the trials of another, in any order, also repeatedly. */
public final class TrialSelection {

    private TrialSelection() {
    }

    /**
     * A part of a value with its name.
     *
     * @param name of the part
     * @param value the part
     */
    public record Part(String name, Value value) {
    }

    /** Where the trials of a value lie. */
    public static Trials trialsOf(Value value) {
        return Trials.of(value, Inputs.series(value).size(0));
    }

    /** The value with the given trials only; everything along time or trials follows, the rest stays. */
    public static Value select(Value value, int[] chosen) {
        Trials trials = trialsOf(value);
        Value.Builder builder = value.copy();
        for (NamedArray array : value.arrays().values()) {
            String first = array.axes().getFirst().name();
            if (first.equals("time") || array == Inputs.series(value)) {
                builder.array(new NamedArray(array.name(), array.axes(), array.unit(), join(array, trials, chosen)));
            } else if (first.equals("trial")) {
                builder.array(new NamedArray(array.name(), array.axes(), array.unit(), ArrayData.of(pick(array, chosen))));
            }
        }
        return builder.array(Trials.ofLengths(IntStream.of(chosen).mapToObj(trials::length).toList()).toArray()).build();
    }

    /**
     * Divides a value.
     *
     * @param how {@code whole}, {@code halves} (first and second half of the trials), {@code alternating} (trials of even and odd number),
     *            {@code labels} (one part per label) or {@code trials} (one part per trial)
     */
    public static List<Part> parts(String label, Value value, String how) {
        if (how.equals("whole")) {
            return List.of(new Part(label, value));
        }
        int count = trialsOf(value).count();
        if (count < 2) {
            throw NullclineException.input(label + " has a single trial and cannot be divided; cut it into trials first.");
        }
        return switch (how) {
            case "halves" -> List.of(new Part(label + " first half", select(value, IntStream.range(0, count / 2).toArray())),
                    new Part(label + " second half", select(value, IntStream.range(count / 2, count).toArray())));
            case "alternating" -> List.of(new Part(label + " even trials", select(value, every(count, 0))),
                    new Part(label + " odd trials", select(value, every(count, 1))));
            case "trials" -> IntStream.range(0, count).mapToObj(i -> new Part(label + " trial " + i, select(value, new int[] {i}))).toList();
            default -> byLabel(label, value);
        };
    }

    private static int[] every(int count, int from) {
        return IntStream.range(0, count).filter(i -> i % 2 == from).toArray();
    }

    private static List<Part> byLabel(String label, Value value) {
        long[] labels = NdArrays.longs(value.find(Recording.LABELS).orElseThrow(() -> NullclineException.input(label
                + " has no labels to divide it by; cut it into trials by a label first.")).data().all());
        List<String> names = value.texts(Recording.LABELS);
        List<Part> parts = new ArrayList<>();
        for (long k : Arrays.stream(labels).filter(x -> x >= 0).distinct().sorted().toArray()) {
            String name = k < names.size() ? names.get((int) k) : Long.toString(k);
            parts.add(new Part(label + " " + name, select(value, IntStream.range(0, labels.length).filter(i -> labels[i] == k).toArray())));
        }
        return parts;
    }

    /** The chosen trials one after the other, read when they are asked for. */
    private static ArrayData join(NamedArray array, Trials trials, int[] chosen) {
        long[] from = IntStream.of(chosen).mapToLong(i -> trials.offsets()[i]).toArray();
        long[] to = IntStream.of(chosen).mapToLong(i -> trials.offsets()[i + 1]).toArray();
        return ArrayData.ranges(array.data(), from, to);
    }

    private static INDArray pick(NamedArray array, int[] chosen) {
        if (chosen.length == 0) {
            return array.data().slice(0, 0);
        }
        INDArray[] pieces = new INDArray[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            pieces[i] = array.data().slice(chosen[i], chosen[i] + 1);
        }
        return chosen.length == 1 ? pieces[0] : Nd4j.concat(0, pieces);
    }
}
