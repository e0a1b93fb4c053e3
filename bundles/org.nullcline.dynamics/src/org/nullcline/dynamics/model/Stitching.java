// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.model;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.nullcline.api.value.Value;

/**
 * How recordings with different channels share one model (Pandarinath et al. 2018, doi 10.1038/s41592-018-0109-9, "dynamic neural stitching"):
 * each session has a linear read-in, from its channels to inputs of a size that all sessions share, and a readout of its own; encoder, initial
 * state and dynamics are common to all.
 *
 * @param names of the sessions, in order; none for a single recording, which needs no read-in
 * @param channels of each session
 * @param size columns of what the shared encoder reads
 */
public record Stitching(List<String> names, List<Integer> channels, int size) {

    /** A single recording, which the encoder reads as it is. */
    public static final Stitching NONE = new Stitching(List.of(), List.of(), 0);

    /** Copies the lists. */
    public Stitching {
        names = List.copyOf(names);
        channels = List.copyOf(channels);
        if (names.size() != channels.size()) {
            throw new IllegalArgumentException(names.size() + " sessions have " + channels.size() + " numbers of channels.");
        }
    }

    /** Number of sessions, 1 for a single recording. */
    public int sessions() {
        return Math.max(1, names.size());
    }

    /** Whether sessions share the model. */
    public boolean several() {
        return !names.isEmpty();
    }

    /** Prefix of the weights that belong to a session alone. */
    static String prefix(int session) {
        return "session" + session;
    }

    void write(Value.Builder builder) {
        if (several()) {
            builder.attribute("sessions", names).attribute("sessionChannels", channels.stream().map(String::valueOf).collect(Collectors.joining(" ")))
                    .attribute("readinSize", size);
        }
    }

    static Stitching read(Value value) {
        List<String> names = value.texts("sessions");
        return names.isEmpty() ? NONE : new Stitching(names,
                Arrays.stream(value.text("sessionChannels", "").split(" ")).map(Integer::valueOf).toList(), (int) value.number("readinSize", 0));
    }
}
