// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.internal.steps;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nullcline.api.value.ArrayData;
import org.nullcline.api.value.NamedArray;
import org.nullcline.api.value.Trajectories;
import org.nullcline.api.value.Trials;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;

/** Trajectories of several sessions, and those of one taken out. */
final class SessionPart {

    /** Array: the session of each trial. */
    static final String SESSION = Trajectories.SESSION;
    /** Attribute: names of the sessions. */
    static final String SESSIONS = Trajectories.SESSIONS;
    /** Attribute: number of channels of each session. */
    static final String CHANNELS = Trajectories.SESSION_CHANNELS;

    private SessionPart() {
    }

    /** Names of the sessions; empty for trajectories of a single recording. */
    static List<String> names(Value trajectories) {
        return trajectories.has(SESSION) ? trajectories.texts(SESSIONS) : List.of();
    }

    /** The trajectories of one session as if they had been inferred alone. */
    static Value of(Value all, int session) {
        Trials trials = Trajectories.of(all).trials();
        long[] sessions = NdArrays.longs(all.array(SESSION));
        int[] own = IntStream.range(0, sessions.length).filter(trial -> sessions[trial] == session).toArray();
        int channels = Integer.parseInt(all.texts(CHANNELS).get(session));
        long[] from = IntStream.of(own).mapToLong(trial -> trials.offsets()[trial]).toArray();
        long[] to = IntStream.of(own).mapToLong(trial -> trials.offsets()[trial + 1]).toArray();
        Value.Builder builder = Value.of(all.kind());
        for (NamedArray array : all.arrays().values()) {
            switch (array.axes().getFirst().name()) {
                case "time" -> {
                    ArrayData rows = ArrayData.ranges(array.data(), from, to);
                    builder.array(with(array, array.name().equals(Trajectories.RATES) ? new FirstColumns(rows, channels) : rows));
                }
                case "trial" -> {
                    if (!array.name().equals(SESSION)) {
                        builder.array(with(array, ArrayData.ranges(array.data(), IntStream.of(own).asLongStream().toArray(),
                                IntStream.of(own).mapToLong(trial -> trial + 1L).toArray())));
                    }
                }
                default -> {
                    // examples belong to the first session
                    if (session == 0 && !array.name().equals(Trials.ARRAY)) {
                        builder.array(array);
                    }
                }
            }
        }
        all.attributes().forEach((name, attribute) -> {
            if (!name.equals(SESSIONS) && !name.equals(CHANNELS)) {
                builder.attribute(name, attribute);
            }
        });
        List<Integer> lengths = new ArrayList<>();
        IntStream.of(own).forEach(trial -> lengths.add(trials.length(trial)));
        return builder.array(Trials.ofLengths(lengths).toArray()).attribute(SESSION, all.texts(SESSIONS).get(session)).build();
    }

    private static NamedArray with(NamedArray array, ArrayData data) {
        return new NamedArray(array.name(), array.axes(), array.unit(), data);
    }

    /** The first columns of a matrix, loaded when they are asked for. */
    private record FirstColumns(ArrayData source, int columns) implements ArrayData {

        @Override
        public long[] shape() {
            return new long[] {source.shape()[0], columns};
        }

        @Override
        public DataType type() {
            return source.type();
        }

        @Override
        public INDArray all() {
            return slice(0, source.shape()[0]);
        }

        @Override
        public INDArray slice(long from, long to) {
            return source.slice(from, to).get(NDArrayIndex.all(), NDArrayIndex.interval(0, columns)).dup('c').reshape('c', to - from, columns);
        }

        @Override
        public double[] doubles(long from, long to) {
            double[] wide = source.doubles(from, to);
            int width = (int) source.width();
            double[] first = new double[Math.toIntExact((to - from) * columns)];
            for (int row = 0; row < to - from; row++) {
                System.arraycopy(wide, row * width, first, row * columns, columns);
            }
            return first;
        }
    }
}
