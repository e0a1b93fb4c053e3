// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.steps;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.nullcline.api.NullclineException;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.ArrayData;
import org.nullcline.api.value.NamedArray;
import org.nullcline.api.value.Value;
import org.nullcline.data.inputs.LargeArrays;

/** Keeps chosen channels, and drops those that never change or are too weak. All arrays with an axis {@code channel} follow. */
public final class SelectChannels implements Step {

    private static final String NAMES = "channels";

    @Override
    public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
        Value value = inputs.one("recording");
        Activity activity = Activity.of(value, context.progress());
        int channels = activity.channels();
        int[] chosen = parameters.has("channels") ? parameters.integers("channels") : IntStream.range(0, channels).toArray();
        for (int channel : chosen) {
            if (channel < 0 || channel >= channels) {
                throw NullclineException.input("There is no channel " + channel + "; the channels are 0 to " + (channels - 1) + ".");
            }
        }
        List<Activity.Range> rows = activity.rows("all");
        double[][] extremes = activity.extremes(rows);
        double[] means = activity.means(rows);
        int[] constant = parameters.flag("dropConstant") ? Arrays.stream(chosen).filter(c -> extremes[0][c] == extremes[1][c]).toArray() : new int[0];
        double minimum = parameters.has("minimumMean") ? parameters.real("minimumMean") : Double.NEGATIVE_INFINITY;
        int[] weak = Arrays.stream(chosen).filter(c -> !contains(constant, c) && means[c] < minimum).toArray();
        int[] kept = Arrays.stream(chosen).filter(c -> !contains(constant, c) && !contains(weak, c)).toArray();
        if (kept.length == 0) {
            throw NullclineException.input("No channel is left: of " + chosen.length + ", " + constant.length + " never change and " + weak.length
                    + " are below the minimum; lower minimumMean.");
        }
        return Map.of("recording", keep(value, channels, kept, constant, weak).build());
    }

    private static ArrayData kept(ArrayData data, int axis, int[] kept) {
        boolean inParts = axis == 1 && data.shape().length == 2 && data.type().isFPType() && LargeArrays.large(data.shape()[0] * data.width());
        return inParts ? new SideBySide(data.type(), List.of(new SideBySide.Columns(data, kept))) : ArrayData.of(Rows.gather(data.all(), axis, kept));
    }

    private static boolean contains(int[] members, int wanted) {
        return Arrays.stream(members).anyMatch(m -> m == wanted);
    }

    private static Value.Builder keep(Value value, int channels, int[] kept, int[] constant, int[] weak) {
        Value.Builder builder = value.copy();
        for (NamedArray array : value.arrays().values()) {
            for (int axis = 0; axis < array.axes().size(); axis++) {
                if (array.axes().get(axis).name().equals("channel") && array.size(axis) == channels) {
                    builder.array(new NamedArray(array.name(), array.axes(), array.unit(), kept(array.data(), axis, kept)));
                }
            }
        }
        List<String> names = value.texts(NAMES);
        if (names.size() == channels) {
            builder.attribute(NAMES, Arrays.stream(kept).mapToObj(names::get).toList());
        }
        if (constant.length > 0) {
            Notes.add(builder, value, constant.length + " channels that never change were dropped (" + Notes.indices(constant) + ").");
        }
        if (weak.length > 0) {
            Notes.add(builder, builder.build(), weak.length + " channels below the minimum were dropped (" + Notes.indices(weak) + ").");
        }
        return builder;
    }
}
