// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.internal.steps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.nullcline.api.NullclineException;
import org.nullcline.api.contribution.Descriptor;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.NamedArray;
import org.nullcline.api.value.Value;
import org.nullcline.comparison.internal.values.TrialSelection;
import org.nullcline.comparison.internal.values.TrialSelection.Part;

/**
 * One group of what is to be compared. Values are asked for when they are prepared, as many at a time as there are threads, and let go afterwards, so
 * that hundreds of recordings need not be in memory together. Those that are needed again stay as long as there is room.
 */
final class Systems {

    private final List<StepInputs.Item> items;
    private final String how;
    private final Descriptor metric;
    private final List<Part>[] kept;
    private long room;
    private List<String> names = List.of();
    /** Where the parts of each item begin. */
    private int[] begin;

    /** What is made of one part. */
    @FunctionalInterface
    interface Preparation {
        /** Of part number {@code index} of all. */
        Value of(Part part, int index);
    }

    /**
     * A group.
     *
     * @param how values are divided, see {@link TrialSelection#parts}
     * @param metric that will compare them
     * @param room bytes of values that may stay in memory
     */
    @SuppressWarnings("unchecked")
    Systems(List<StepInputs.Item> items, String how, Descriptor metric, long room) {
        this.items = items;
        this.how = how;
        this.metric = metric;
        this.room = room;
        this.kept = new List[items.size()];
    }

    /** Names of all parts; known after the first preparation. */
    List<String> names() {
        return names;
    }

    /** What a preparation makes of every part, in order. */
    List<Value> prepared(Preparation preparation, Pairs pairs, double from, double to) {
        // With fewer values than threads, these are all in memory anyway, and their parts go to the threads.
        List<List<Part>> all = items.size() < pairs.threads() ? IntStream.range(0, items.size()).mapToObj(this::parts).toList() : null;
        if (all != null) {
            note(all.stream().map(parts -> parts.stream().map(Part::name).toList()).toList());
            List<Part> flat = all.stream().flatMap(List::stream).toList();
            Value[] values = new Value[flat.size()];
            pairs.forEach(values.length, from, to, k -> values[k] = prepared(preparation, flat.get(k), k));
            return Arrays.asList(values);
        }
        List<List<String>> found = new ArrayList<>();
        List<List<Value>> values = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            found.add(null);
            values.add(null);
        }
        pairs.forEach(items.size(), from, to, i -> {
            List<Part> parts = parts(i);
            found.set(i, parts.stream().map(Part::name).toList());
            values.set(i, IntStream.range(0, parts.size()).mapToObj(k -> prepared(preparation, parts.get(k), begin == null ? i : begin[i] + k)).toList());
        });
        note(found);
        return values.stream().flatMap(List::stream).toList();
    }

    private static Value prepared(Preparation preparation, Part part, int index) {
        try {
            return preparation.of(part, index);
        } catch (NullclineException e) {
            String message = e.getMessage().startsWith(part.name()) ? e.getMessage() : part.name() + ": " + e.getMessage();
            throw new NullclineException(e.kind(), message, e);
        }
    }

    private void note(List<List<String>> found) {
        if (begin == null) {
            names = found.stream().flatMap(List::stream).toList();
            int[] at = new int[found.size()];
            for (int i = 1; i < at.length; i++) {
                at[i] = at[i - 1] + found.get(i - 1).size();
            }
            begin = at;
        }
    }

    private List<Part> parts(int item) {
        if (kept[item] != null) {
            return kept[item];
        }
        String label = items.get(item).label();
        Value value = items.get(item).value();
        requireKind(label, value);
        List<Part> parts = TrialSelection.parts(label, value, how);
        keep(item, parts, bytes(value));
        return parts;
    }

    private synchronized void keep(int item, List<Part> parts, long bytes) {
        if (bytes <= room) {
            room -= bytes;
            kept[item] = parts;
        }
    }

    private static long bytes(Value value) {
        long bytes = 0;
        for (NamedArray array : value.arrays().values()) {
            long elements = array.data().width() * (array.data().shape().length == 0 ? 1 : array.data().shape()[0]);
            bytes += elements * array.data().type().width();
        }
        return bytes;
    }

    private void requireKind(String label, Value value) {
        List<String> kinds = Arrays.asList(metric.attribute("input", "any").split("\\s+"));
        if (!kinds.contains("any") && !kinds.contains(value.kind())) {
            throw NullclineException.invalid(metric.shortId() + " compares values of kind " + String.join(" or ", kinds) + ", but " + label + " is a "
                    + value.kind() + ".");
        }
    }
}
