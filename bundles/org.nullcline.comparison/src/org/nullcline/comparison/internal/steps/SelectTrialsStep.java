// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.internal.steps;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.nullcline.api.NullclineException;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.Recording;
import org.nullcline.api.value.Split;
import org.nullcline.api.value.Value;
import org.nullcline.comparison.internal.values.TrialSelection;
import org.nullcline.compute.array.NdArrays;

/** A part of a recording: a half, the trials of a label, of a split, or of given numbers. */
public final class SelectTrialsStep implements Step {

    @Override
    public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
        Value source = inputs.one("recording");
        int count = TrialSelection.trialsOf(source).count();
        int[] chosen = switch (parameters.text("part")) {
            case "first-half" -> IntStream.range(0, count / 2).toArray();
            case "second-half" -> IntStream.range(count / 2, count).toArray();
            case "even" -> IntStream.range(0, count).filter(i -> i % 2 == 0).toArray();
            case "odd" -> IntStream.range(0, count).filter(i -> i % 2 == 1).toArray();
            case "label" -> ofLabel(source, parameters.text("label"));
            case "train" -> ofSplit(source, Split.TRAIN, count);
            case "validation" -> ofSplit(source, Split.VALIDATION, count);
            case "test" -> ofSplit(source, Split.TEST, count);
            default -> numbered(parameters.integers("trials"), count);
        };
        if (chosen.length == 0) {
            throw NullclineException.input("No trial belongs to the chosen part of this recording of " + count + " trials.");
        }
        return Map.of("recording", TrialSelection.select(source, chosen));
    }

    private static int[] ofLabel(Value source, String label) {
        List<String> names = source.texts(Recording.LABELS);
        int index = names.indexOf(label);
        if (index < 0) {
            throw NullclineException.invalid("There is no label '" + label + "'; this recording has " + (names.isEmpty() ? "no labels" : String.join(", ", names))
                    + ".");
        }
        long[] labels = NdArrays.longs(source.array(Recording.LABELS));
        return IntStream.range(0, labels.length).filter(i -> labels[i] == index).toArray();
    }

    private static int[] ofSplit(Value source, Split split, int count) {
        long[] splits = source.find(Recording.SPLIT).map(a -> NdArrays.longs(a.data().all())).orElseGet(() -> new long[count]);
        return IntStream.range(0, count).filter(i -> splits[i] == split.ordinal()).toArray();
    }

    private static int[] numbered(int[] trials, int count) {
        for (int trial : trials) {
            if (trial < 0 || trial >= count) {
                throw NullclineException.invalid("There is no trial " + trial + "; this recording has the trials 0 to " + (count - 1) + ".");
            }
        }
        return trials;
    }
}
