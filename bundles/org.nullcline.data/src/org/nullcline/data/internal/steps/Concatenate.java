// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.steps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.api.NullclineException;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.step.StepInputs.Item;
import org.nullcline.api.value.ArrayData;
import org.nullcline.api.value.NamedArray;
import org.nullcline.api.value.Recording;
import org.nullcline.api.value.Trials;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.data.inputs.LargeArrays;
import org.nullcline.data.inputs.Reals;

/** Joins recordings: more trials of the same channels, or more channels of the same trials. */
public final class Concatenate implements Step {

    @Override
    public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
        List<Item> items = inputs.many("recordings");
        if (items.isEmpty()) {
            throw NullclineException.invalid("concatenate: connect at least one recording.");
        }
        List<Recording> recordings = items.stream().map(item -> Recording.of(item.value())).toList();
        requireSameSignal(items, recordings);
        return Map.of("recording", parameters.text("along").equals("trials") ? trials(items, recordings) : channels(items, recordings));
    }

    private static void requireSameSignal(List<Item> items, List<Recording> recordings) {
        Recording first = recordings.getFirst();
        for (int i = 1; i < recordings.size(); i++) {
            Recording other = recordings.get(i);
            if (other.signal() != first.signal() || Double.compare(other.binWidth(), first.binWidth()) != 0) {
                throw NullclineException.input("'" + items.get(i).label() + "' holds " + other.signal().text() + " in bins of " + other.binWidth() + " s, but '"
                        + items.getFirst().label() + "' " + first.signal().text() + " in bins of " + first.binWidth() + " s; bring them to the same first.");
            }
        }
    }

    private static Value trials(List<Item> items, List<Recording> recordings) {
        Set<String> shared = new LinkedHashSet<>(items.getFirst().value().arrays().keySet());
        Set<String> all = new TreeSet<>();
        for (Item item : items) {
            shared.retainAll(item.value().arrays().keySet());
            all.addAll(item.value().arrays().keySet());
        }
        Set<String> labelNames = new LinkedHashSet<>();
        recordings.forEach(r -> labelNames.addAll(r.labelNames()));
        List<String> names = List.copyOf(labelNames);
        Value first = items.getFirst().value();
        Value.Builder builder = Value.of(first.kind());
        first.attributes().forEach(builder::attribute);
        for (String name : shared) {
            NamedArray array = first.named(name);
            switch (array.axes().getFirst().name()) {
                case "time", "trial" -> builder.array(new NamedArray(name, array.axes(), array.unit(), stacked(items, recordings, name, names)));
                case "offset" -> {
                }
                default -> {
                    if (items.stream().allMatch(item -> item.value().array(name).equals(array.data().all()))) {
                        builder.array(array);
                        continue;
                    }
                    all.add(name + " (differs)");
                }
            }
        }
        List<Integer> lengths = new ArrayList<>();
        recordings.forEach(r -> {
            for (int i = 0; i < r.trials().count(); i++) {
                lengths.add(r.trials().length(i));
            }
        });
        builder.array(Trials.ofLengths(lengths).toArray());
        if (!names.isEmpty()) {
            builder.attribute(Recording.LABELS, names);
        }
        Set<String> dropped = new TreeSet<>(all);
        dropped.removeAll(builder.build().arrays().keySet());
        if (!dropped.isEmpty()) {
            Notes.add(builder, first, "Left out, because not all recordings have it alike: " + String.join(", ", dropped) + ".");
        }
        return builder.build();
    }

    private static ArrayData stacked(List<Item> items, List<Recording> recordings, String name, List<String> labelNames) {
        long[] expected = items.getFirst().value().named(name).data().shape();
        long elements = 0;
        for (int i = 0; i < items.size(); i++) {
            long[] shape = items.get(i).value().named(name).data().shape();
            if (!Arrays.equals(shape, 1, shape.length, expected, 1, expected.length)) {
                throw NullclineException.input("'" + name + "' of '" + items.get(i).label() + "' is " + Arrays.toString(shape) + " where that of '"
                        + items.getFirst().label() + "' is " + Arrays.toString(expected) + "; only the first size may differ.");
            }
            elements += items.get(i).value().named(name).data().shape()[0] * items.get(i).value().named(name).data().width();
        }
        boolean labels = name.equals(Recording.LABELS) || name.equals(LoadRecording.BIN_LABELS);
        if (!labels && expected.length == 2 && LargeArrays.large(elements)) {
            return LargeArrays.stacked(items.stream().map(item -> item.value().named(name).data()).toList());
        }
        List<INDArray> parts = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            INDArray part = items.get(i).value().array(name);
            parts.add(labels ? relabelled(part, recordings.get(i).labelNames(), labelNames) : part);
        }
        return ArrayData.of(Reals.stack(parts));
    }

    private static ArrayData sideBySide(List<Item> items, String name, DataType type) {
        return LargeArrays.settled(new SideBySide(type, items.stream().map(item -> SideBySide.Columns.all(item.value().named(name).data())).toList()));
    }

    private static INDArray relabelled(INDArray labels, List<String> own, List<String> common) {
        long[] renamed = Arrays.stream(NdArrays.longs(labels)).map(l -> l < 0 ? -1 : common.indexOf(own.get((int) l))).toArray();
        return NdArrays.of(renamed, renamed.length);
    }

    private static Value channels(List<Item> items, List<Recording> recordings) {
        Recording first = recordings.getFirst();
        for (int i = 1; i < recordings.size(); i++) {
            if (!Arrays.equals(recordings.get(i).trials().offsets(), first.trials().offsets())) {
                throw NullclineException.input("'" + items.get(i).label() + "' and '" + items.getFirst().label()
                        + "' differ in their trials; only recordings of the same time bins can be joined along channels.");
            }
        }
        Value.Builder builder = items.getFirst().value().copy();
        NamedArray activity = items.getFirst().value().named(Recording.ACTIVITY);
        builder.array(new NamedArray(activity.name(), activity.axes(), activity.unit(), sideBySide(items, Recording.ACTIVITY, DataType.DOUBLE)));
        boolean rates = recordings.stream().allMatch(r -> r.value().has(Recording.TRUE_RATES));
        if (rates) {
            builder.array(new NamedArray(Recording.TRUE_RATES, activity.axes(), "spikes/bin", sideBySide(items, Recording.TRUE_RATES, items.getFirst().value().named(Recording.TRUE_RATES).data().type())));
        } else {
            builder.without(Recording.TRUE_RATES);
        }
        builder.without("truth.readout");
        return (items.getFirst().value().texts("channels").isEmpty() ? builder : builder.attribute("channels", List.of())).build();
    }
}
