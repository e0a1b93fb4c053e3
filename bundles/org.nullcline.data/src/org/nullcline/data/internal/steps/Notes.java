// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.steps;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.nullcline.api.value.Value;

/** Remarks about a recording that travel with it: what was dropped, divided or assumed on the way. */
final class Notes {

    private static final int LISTED = 12;

    private Notes() {
    }

    /** Adds a sentence to those that {@code source} already carries and {@code builder} copied. */
    static Value.Builder add(Value.Builder builder, Value source, String... sentences) {
        List<String> all = new ArrayList<>(source.texts(Value.NOTES));
        all.addAll(List.of(sentences));
        return builder.attribute(Value.NOTES, all);
    }

    /** Indices for people, abbreviated when there are many. */
    static String indices(int[] indices) {
        return IntStream.of(indices).limit(LISTED).mapToObj(Integer::toString).collect(Collectors.joining(", "))
                + (indices.length > LISTED ? " … (" + indices.length + " in all)" : "");
    }
}
