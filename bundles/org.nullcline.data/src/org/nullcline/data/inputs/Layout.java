// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.inputs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.api.NullclineException;
import org.nullcline.api.format.ArrayInfo;
import org.nullcline.api.value.ArrayData;
import org.nullcline.api.value.Axis;
import org.nullcline.api.value.Kinds;
import org.nullcline.api.value.NamedArray;
import org.nullcline.api.value.Recording;
import org.nullcline.api.value.Trajectories;
import org.nullcline.api.value.Trials;
import org.nullcline.api.value.Value;
import org.nullcline.data.inputs.Inputs.NamedInput;

/** What plain arrays mean: 2-D is time × channels, 3-D trials × time × channels, several arrays are several trials. */
public final class Layout {

    /** Kind of a value that is nothing but named arrays. */
    public static final String ARRAYS = "org.nullcline.arrays";

    /**
     * Trials one below the other.
     *
     * @param rows time × channels
     * @param trials where the trials lie
     */
    public record Stacked(INDArray rows, Trials trials) {
    }

    private Layout() {
    }

    /**
     * Stacks arrays as trials.
     *
     * @param what for messages
     * @param transpose whether the last two axes are channels × time
     */
    public static Stacked stack(String what, List<NamedInput> arrays, boolean transpose) {
        List<INDArray> parts = new ArrayList<>();
        List<Integer> lengths = new ArrayList<>();
        long channels = -1;
        for (NamedInput input : arrays) {
            INDArray array = Reals.of(input.array());
            if (array.rank() > 3) {
                throw NullclineException.input(what + ": the array '" + input.name() + "' has " + array.rank()
                        + " axes; a recording is time × channels or trials × time × channels.");
            }
            INDArray turned = transpose && array.rank() >= 2 ? array.swapAxes(array.rank() - 2, array.rank() - 1).dup('c') : array;
            long[] shape = turned.shape();
            long columns = shape.length < 2 ? 1 : shape[shape.length - 1];
            long time = shape.length == 0 ? 1 : shape.length == 3 ? shape[1] : shape[0];
            long count = shape.length == 3 ? shape[0] : 1;
            requireNotEmpty(what, input.name(), turned);
            if (channels >= 0 && columns != channels) {
                throw NullclineException.input(what + ": '" + input.name() + "' has " + columns + " channels where '" + arrays.getFirst().name() + "' has "
                        + channels + "; read them apart, or transpose if the channels come first.");
            }
            channels = columns;
            parts.add(turned.reshape('c', count * time, columns));
            for (int i = 0; i < count; i++) {
                lengths.add(Math.toIntExact(time));
            }
        }
        return new Stacked(Reals.stack(parts), Trials.ofLengths(lengths));
    }

    private static void requireNotEmpty(String what, String name, INDArray array) {
        if (array.length() == 0 || array.isEmpty()) {
            throw NullclineException.input(what + ": the array '" + name + "' is empty (" + shape(array) + ").");
        }
    }

    /**
     * Trials one below the other that stay in their files.
     *
     * @param rows time × channels
     * @param trials where the trials lie
     */
    public record Large(ArrayData rows, Trials trials) {

        /** A recording of unknown bin width and signal. */
        public Value recording() {
            return Value.of(Kinds.RECORDING).array(new NamedArray(Recording.ACTIVITY, List.of(Axis.of("time"), Axis.of("channel")), "", rows))
                    .array(trials.toArray()).build();
        }

        Value matrix() {
            return Value.of(Kinds.MATRIX).array(new NamedArray("matrix", List.of(Axis.of("row"), Axis.of("column")), "", rows)).build();
        }
    }

    /**
     * Arrays that together are too large for memory, as trials; empty where they are small or do not fit together.
     *
     * @param arrays what is known about them
     * @param data opens the array of an index
     */
    public static Optional<Large> large(List<ArrayInfo> arrays, IntFunction<ArrayData> data) {
        List<Integer> lengths = new ArrayList<>();
        long elements = 0;
        long columns = -1;
        for (ArrayInfo array : arrays) {
            long[] shape = array.shape();
            if (shape.length < 2 || shape.length > 3 || columns >= 0 && shape[shape.length - 1] != columns) {
                return Optional.empty();
            }
            columns = shape[shape.length - 1];
            elements += Arrays.stream(shape).reduce(1, (a, b) -> a * b);
            for (int i = 0; i < (shape.length == 3 ? shape[0] : 1); i++) {
                lengths.add(Math.toIntExact(shape[shape.length - 2]));
            }
        }
        return LargeArrays.large(elements)
                ? Optional.of(new Large(LargeArrays.stacked(IntStream.range(0, arrays.size()).mapToObj(data).toList()), Trials.ofLengths(lengths)))
                : Optional.empty();
    }

    /** A recording of unknown bin width and signal. */
    static Value recording(String what, List<NamedInput> arrays, boolean transpose) {
        Stacked stacked = stack(what, arrays, transpose);
        return Value.of(Kinds.RECORDING).array(Recording.ACTIVITY, "", stacked.rows(), "time", "channel").array(stacked.trials().toArray()).build();
    }

    /** The states of trajectories as the channels of a continuous recording. */
    static Value statesAsRecording(Value trajectories) {
        Value.Builder builder = Value.of(Kinds.RECORDING);
        NamedArray state = trajectories.named(Trajectories.STATE);
        builder.array(new NamedArray(Recording.ACTIVITY, List.of(state.axes().getFirst(), Axis.of("channel")), state.unit(),
                state.data()));
        trajectories.arrays().values().stream().filter(a -> !a.name().equals(Trajectories.STATE)).forEach(builder::array);
        trajectories.attributes().forEach(builder::attribute);
        return builder.attribute(Recording.SIGNAL, "continuous").build();
    }

    /** One matrix; a vector becomes a column. */
    static Value matrix(NamedInput input) {
        INDArray array = Reals.of(input.array());
        requireNotEmpty(input.name(), input.name(), array);
        INDArray matrix = array.rank() == 2 ? array : array.reshape('c', array.length(), 1);
        return Value.of(Kinds.MATRIX).array("matrix", "", matrix, "row", "column").build();
    }

    /** Named arrays without meaning. */
    static Value bag(List<NamedInput> arrays) {
        Value.Builder builder = Value.of(ARRAYS);
        for (NamedInput input : arrays) {
            String name = input.name().replaceAll("[^A-Za-z0-9._-]", "_").replaceAll("^[^A-Za-z0-9]+", "");
            String[] axes = new String[input.array().rank()];
            Arrays.setAll(axes, i -> "axis" + i);
            builder.array(name.isEmpty() ? "array" : name.substring(0, Math.min(120, name.length())), "", input.array(), axes);
        }
        return builder.build();
    }

    /** The main table of a value as a matrix. */
    static Value rows(String what, Value value) {
        String main = switch (value.kind()) {
            case Kinds.RECORDING -> Recording.ACTIVITY;
            case Kinds.TRAJECTORIES -> Trajectories.STATE;
            default -> value.arrays().size() == 1 ? value.arrays().keySet().iterator().next() : "";
        };
        NamedArray array = value.find(main).orElseThrow(() -> NullclineException.input(what + " holds several arrays; choose one with #NAME: "
                + String.join(", ", value.arrays().keySet()) + "."));
        if (array.axes().size() != 2) {
            throw NullclineException.input(what + ": a matrix is needed, but '" + main + "' has " + array.axes().size() + " axes.");
        }
        return Value.of(Kinds.MATRIX).array(new NamedArray("matrix", array.axes(), array.unit(), array.data())).build();
    }

    /** A shape for people. */
    public static String shape(INDArray array) {
        return array.rank() == 0 ? "scalar" : String.join(" × ", Arrays.stream(array.shape()).mapToObj(Long::toString).toList());
    }
}
