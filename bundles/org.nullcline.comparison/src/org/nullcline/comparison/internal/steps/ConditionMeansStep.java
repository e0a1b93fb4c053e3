// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.internal.steps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.Recording;
import org.nullcline.api.value.Trajectories;
import org.nullcline.api.value.Trials;
import org.nullcline.api.value.Value;
import org.nullcline.comparison.internal.values.Inputs;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.compute.linalg.Matrix;

/** Averages the trials of each label, up to the length of the shortest: one trial per condition. */
public final class ConditionMeansStep implements Step {

    @Override
    public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
        Value source = inputs.one("recording");
        List<Matrix> trials = Inputs.trials(source);
        long[] labels = source.find(Recording.LABELS).map(a -> NdArrays.longs(a.data().all())).orElseGet(() -> new long[trials.size()]);
        long[] present = Arrays.stream(labels).filter(label -> label >= 0).distinct().sorted().toArray();
        int length = Integer.MAX_VALUE;
        for (int i = 0; i < labels.length; i++) {
            length = labels[i] >= 0 ? Math.min(length, trials.get(i).rows()) : length;
        }
        context.progress().check();
        int channels = trials.getFirst().columns();
        Matrix all = new Matrix(present.length * length, channels);
        List<String> names = new ArrayList<>();
        List<String> known = source.texts(Recording.LABELS);
        for (int k = 0; k < present.length; k++) {
            Matrix sum = new Matrix(length, channels);
            int count = 0;
            for (int i = 0; i < labels.length; i++) {
                if (labels[i] == present[k]) {
                    sum = sum.plus(trials.get(i).rows(0, length));
                    count++;
                }
            }
            System.arraycopy(sum.times(1.0 / count).data(), 0, all.data(), k * length * channels, length * channels);
            names.add(present[k] < known.size() ? known.get((int) present[k]) : Long.toString(present[k]));
        }
        long[] index = new long[present.length];
        Arrays.setAll(index, k -> k);
        return Map.of("trajectories", Trajectories.builder(all.toArray(), Trials.equal(present.length, length))
                .array(Recording.LABELS, "", NdArrays.of(index, index.length), "trial").attribute(Recording.LABELS, names).build());
    }
}
