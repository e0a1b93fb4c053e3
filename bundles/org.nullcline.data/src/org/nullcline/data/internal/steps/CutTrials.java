// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.steps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.nullcline.api.NullclineException;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.NamedArray;
import org.nullcline.api.value.Recording;
import org.nullcline.api.value.Trials;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;

/** Cuts a continuous recording, or each of its trials, into trials: where the label changes, every so many bins, or around events. */
public final class CutTrials implements Step {

    @Override
    public void check(Parameters parameters) {
        String by = parameters.text("by");
        if (by.equals("length") && !parameters.has("length")) {
            throw NullclineException.invalid("cut-trials: set length (bins) to cut by length.");
        }
        if (by.equals("events") && (parameters.reals("events").length == 0 || !parameters.has("after"))) {
            throw NullclineException.invalid("cut-trials: set events (s) and after (s) to cut around events.");
        }
    }

    @Override
    public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
        check(parameters);
        Value value = inputs.one("recording");
        Recording recording = Recording.of(value);
        Cut cut = new Cut(recording, parameters);
        switch (parameters.text("by")) {
            case "labels" -> cut.byLabels();
            case "length" -> cut.byLength();
            default -> cut.aroundEvents();
        }
        return Map.of("recording", cut.finish());
    }

    /** One recording being cut. */
    private static final class Cut {

        private final Recording recording;
        private final Value value;
        private final Parameters parameters;
        private final Pieces pieces;
        private final List<Long> labels = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();
        private int divided;
        private int dropped;

        Cut(Recording recording, Parameters parameters) {
            this.recording = recording;
            this.value = recording.value();
            this.parameters = parameters;
            this.pieces = new Pieces(value);
        }

        void byLabels() {
            NamedArray array = value.find(LoadRecording.BIN_LABELS).orElseThrow(() -> NullclineException.input(
                    "This recording has no label per time bin, so it cannot be cut where the label changes; set labels in load-recording, or cut by length."));
            long[] bins = NdArrays.longs(array.data().all());
            Trials trials = recording.trials();
            for (int trial = 0; trial < trials.count(); trial++) {
                int from = (int) trials.offsets()[trial];
                int end = (int) trials.offsets()[trial + 1];
                while (from < end) {
                    int to = from;
                    while (to < end && bins[to] == bins[from]) {
                        to++;
                    }
                    if (bins[from] >= 0) {
                        divide(trial, from, to, bins[from]);
                    }
                    from = to;
                }
            }
        }

        void byLength() {
            long[] bins = value.find(LoadRecording.BIN_LABELS).map(a -> NdArrays.longs(a.data().all())).orElse(null);
            int[] perTrial = recording.labels();
            for (int trial = 0; trial < recording.trials().count(); trial++) {
                int from = (int) recording.trials().offsets()[trial];
                int to = (int) recording.trials().offsets()[trial + 1];
                int first = pieces.list().size();
                divide(trial, from, to, perTrial[trial]);
                for (int i = first; bins != null && i < pieces.list().size(); i++) {
                    labels.set(i, common(bins, pieces.list().get(i)));
                }
            }
        }

        /** The label that all bins of a piece share, −1 if they differ. */
        private static long common(long[] bins, Pieces.Piece piece) {
            for (int row = piece.from(); row < piece.to(); row++) {
                if (bins[row] != bins[piece.from()]) {
                    return -1;
                }
            }
            return bins[piece.from()];
        }

        /** Divides a run of bins by the length of a trial; what to do with a rest is the user's choice. */
        private void divide(int trial, int from, int to, long label) {
            int run = to - from;
            int length = parameters.has("length") ? parameters.integer("length") : run;
            switch (parameters.text("remainder")) {
                case "spread" -> {
                    int count = Math.max(1, (int) Math.round(run / (double) length));
                    for (int i = 0; i < count; i++) {
                        add(trial, from + (int) ((long) run * i / count), from + (int) ((long) run * (i + 1) / count), label);
                    }
                    divided += count > 1 && run != count * length ? 1 : 0;
                }
                case "keep" -> {
                    for (int at = from; at < to; at += length) {
                        add(trial, at, Math.min(to, at + length), label);
                    }
                }
                default -> {
                    for (int at = from; at + length <= to; at += length) {
                        add(trial, at, at + length, label);
                    }
                    dropped += run % length;
                }
            }
        }

        private void add(int trial, int from, int to, long label) {
            if (to - from < parameters.integer("minimum")) {
                dropped += to - from;
                return;
            }
            pieces.add(trial, from, to);
            labels.add(label);
        }

        /** Windows around times in seconds after the beginning of the recording's only trial. */
        void aroundEvents() {
            double width = recording.binWidth();
            if (Double.isNaN(width)) {
                throw NullclineException.input("The bin width of this recording is not known, so events in seconds cannot be found in it; set binWidth in"
                        + " load-recording.");
            }
            if (recording.trials().count() != 1) {
                throw NullclineException.input("This recording is already cut into " + recording.trials().count()
                        + " trials; events can be cut only from one continuous recording.");
            }
            long total = recording.trials().total();
            for (double event : parameters.reals("events")) {
                long from = Math.round((event - parameters.real("before")) / width);
                long to = Math.round((event + parameters.real("after")) / width);
                if (from < 0 || to > total) {
                    notes.add("The event at " + event + " s was left out: its window reaches beyond the recording.");
                } else if (to > from) {
                    add(0, (int) from, (int) to, -1);
                }
            }
        }

        Value finish() {
            if (pieces.list().isEmpty()) {
                throw NullclineException.input("No trial is left: " + (dropped > 0 ? "all runs are shorter than a trial; lower length or minimum."
                        : "there is nothing to cut; check labels and events."));
            }
            Value.Builder builder = pieces.build();
            long[] all = labels.stream().mapToLong(Long::longValue).toArray();
            if (Arrays.stream(all).anyMatch(l -> l >= 0)) {
                Pieces.labelled(builder, all, value.texts(Recording.LABELS));
            }
            if (divided > 0) {
                notes.add(divided + " runs of one label were divided evenly into trials of about " + parameters.integer("length") + " bins.");
            }
            if (dropped > 0) {
                notes.add(dropped + " time bins that do not fill a trial were left out.");
            }
            return Notes.add(builder, value, notes.toArray(String[]::new)).build();
        }
    }
}
