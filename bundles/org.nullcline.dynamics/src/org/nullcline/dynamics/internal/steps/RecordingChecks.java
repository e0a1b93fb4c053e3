// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.internal.steps;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.nullcline.api.NullclineException;
import org.nullcline.api.step.Progress;
import org.nullcline.api.value.Recording;
import org.nullcline.api.value.Split;
import org.nullcline.dynamics.model.Likelihood;
import org.nullcline.dynamics.model.Standardisation;
import org.nullcline.dynamics.score.SpikeLikelihood;

/** Finds what is wrong with a recording before a fit starts. */
final class RecordingChecks {

    private static final int NAMED = 8;

    private RecordingChecks() {
    }

    /** Checks the trials of all sessions. */
    static void requireTrials(List<String> names, List<Recording> recordings, int patience) {
        boolean validated = false;
        for (int s = 0; s < recordings.size(); s++) {
            Recording recording = recordings.get(s);
            String what = recordings.size() == 1 ? "The recording" : "The session '" + names.get(s) + "'";
            int[] training = recording.trialsOf(Split.TRAIN);
            validated |= recording.trialsOf(Split.VALIDATION).length > 0;
            if (training.length == 0) {
                throw NullclineException.input(what + " has no training trials, so there is nothing to fit; split it into training, validation and"
                        + " test trials first.");
            }
            for (int trial = 0; trial < recording.trials().count(); trial++) {
                if (recording.trials().length(trial) == 0) {
                    throw NullclineException.input(what + " has no time bins in trial " + trial + "; remove that trial before fitting.");
                }
            }
            if (IntStream.of(training).map(recording.trials()::length).max().orElse(0) < 2) {
                throw NullclineException.input(what + " has training trials of a single time bin, which says nothing about dynamics; use smaller bins or"
                        + " longer trials.");
            }
        }
        if (!validated && patience > 0) {
            throw NullclineException.invalid("fit: 'earlyStopping' needs validation trials, but the recording has none; split it first or set"
                    + " earlyStopping=0.");
        }
    }

    static void requireSignal(Recording recording, Likelihood likelihood) {
        if (likelihood.counts()) {
            recording.value().named(Recording.ACTIVITY).data().eachPart(0, recording.trials().total(), (from, counts) -> SpikeLikelihood.requireCounts(counts));
        }
    }

    static void remarkSilentChannels(Recording recording, int[] training, Likelihood likelihood, String where, Progress progress) {
        double[] deviation = Standardisation.of(recording, training).deviation();
        int[] constant = IntStream.range(0, deviation.length).filter(c -> deviation[c] == 0).toArray();
        if (constant.length == deviation.length) {
            throw NullclineException.input("No channel of the recording changes within the training trials, so there is nothing to fit; check the"
                    + " binning and the split.");
        }
        if (constant.length > 0) {
            String names = Arrays.stream(constant).limit(NAMED).mapToObj(Integer::toString).collect(Collectors.joining(", "))
                    + (constant.length > NAMED ? " and " + (constant.length - NAMED) + " more" : "");
            boolean one = constant.length == 1;
            progress.remark(where + (one ? "Channel" : "Channels") + " without variance in the training trials: " + names + ". " + (one ? "It was" : "They were")
                    + " kept, but " + (one ? "tells" : "tell") + " the model nothing" + (likelihood.counts() ? " beyond a constant rate" : "")
                    + "; the step select-channels can drop " + (one ? "it." : "them."));
        }
    }
}
