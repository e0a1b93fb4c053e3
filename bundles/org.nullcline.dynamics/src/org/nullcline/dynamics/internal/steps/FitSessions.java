// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.internal.steps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.nullcline.api.NullclineException;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Progress;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.Recording;
import org.nullcline.api.value.Split;
import org.nullcline.compute.linalg.Matrix;
import org.nullcline.compute.random.RandomStream;
import org.nullcline.dynamics.model.ConditionAlignment;
import org.nullcline.dynamics.model.Likelihood;
import org.nullcline.dynamics.model.SequentialAutoencoder;
import org.nullcline.dynamics.model.Sessions;
import org.nullcline.dynamics.model.Standardisation;
import org.nullcline.dynamics.model.Stitching;
import org.nullcline.dynamics.model.TrialData;
import org.nullcline.dynamics.training.Trainer;

/**
 * The recordings of a fit, checked and ready to be read.
 *
 * @param names of the sessions
 * @param recordings one per session
 * @param likelihood of the observations of all
 * @param data what the model reads
 */
record FitSessions(List<String> names, List<Recording> recordings, Likelihood likelihood, Sessions data) {

    /** Numbers of the truth that are in memory for scoring while a model is trained. */
    private static final long TRUTH = 1L << 24;
    private static final double SAME_WIDTH = 1e-6;

    static FitSessions of(StepInputs inputs, Parameters parameters, Progress progress) {
        List<StepInputs.Item> items = inputs.many("recording");
        if (items.isEmpty()) {
            inputs.one("recording");
        }
        List<String> names = items.stream().map(StepInputs.Item::label).toList();
        List<Recording> recordings = items.stream().map(item -> Recording.of(item.value())).toList();
        requireSameBins(names, recordings);
        RecordingChecks.requireTrials(names, recordings, parameters.integer("earlyStopping"));
        List<TrialData> data = new ArrayList<>();
        List<Standardisation> standards = new ArrayList<>();
        List<Likelihood> likelihoods = new ArrayList<>();
        for (int s = 0; s < recordings.size(); s++) {
            Recording recording = recordings.get(s);
            String name = names.get(s);
            inSession(names, s, () -> {
                int[] training = recording.trialsOf(Split.TRAIN);
                Likelihood likelihood = Likelihood.of(parameters.text("likelihood"), recording.signal());
                RecordingChecks.requireSignal(recording, likelihood);
                RecordingChecks.remarkSilentChannels(recording, training, likelihood, names.size() == 1 ? "" : "Session '" + name + "': ", progress);
                Standardisation standard = likelihood == Likelihood.GAUSSIAN ? Standardisation.of(recording, training)
                        : Standardisation.none(recording.channels());
                standards.add(standard);
                likelihoods.add(likelihood);
                return data.add(TrialData.of(recording, standard, names(parameters.text("inputs"))));
            });
        }
        if (likelihoods.stream().distinct().count() > 1) {
            throw NullclineException.invalid("fit: some of the recordings hold counts and others do not, so they have no likelihood in common; set"
                    + " 'likelihood', or fit them apart.");
        }
        if (data.stream().map(TrialData::inputSize).distinct().count() > 1) {
            throw NullclineException.invalid("fit: the inputs '" + parameters.text("inputs") + "' have " + data.stream().map(d -> d.inputSize() + "").toList()
                    + " columns in the recordings; shared dynamics need the same inputs in all.");
        }
        return new FitSessions(names, recordings, likelihoods.getFirst(), new Sessions(data, standards));
    }

    /** What goes wrong with one of several sessions names it. */
    private static <T> T inSession(List<String> names, int session, Supplier<T> work) {
        if (names.size() == 1) {
            return work.get();
        }
        try {
            return work.get();
        } catch (NullclineException e) {
            throw new NullclineException(e.kind(), "Session '" + names.get(session) + "': " + e.getMessage(), e);
        }
    }

    private static void requireSameBins(List<String> names, List<Recording> recordings) {
        double first = recordings.getFirst().binWidth();
        for (int s = 1; s < recordings.size(); s++) {
            double width = recordings.get(s).binWidth();
            if (Math.abs(width - first) > SAME_WIDTH * first) {
                throw NullclineException.input("Session '" + names.get(s) + "' has bins of " + width + " s, but '" + names.getFirst() + "' has bins of "
                        + first + " s; shared dynamics need equal bins.");
            }
        }
    }

    private static List<String> names(String text) {
        return text.isBlank() ? List.of() : Arrays.stream(text.split(",")).map(String::strip).toList();
    }

    /** Channels of the widest session. */
    int channels() {
        return recordings.stream().mapToInt(Recording::channels).max().orElseThrow();
    }

    /** Trials of a split over all sessions. */
    int[] trialsOf(Split split) {
        return IntStream.range(0, recordings.size()).flatMap(s -> IntStream.of(recordings.get(s).trialsOf(split)).map(trial -> data.through(s, trial)))
                .toArray();
    }

    /** The longest trial of all, in bins. */
    int longest() {
        return data.longest(IntStream.range(0, data.trials()).toArray());
    }

    /** How the sessions share a model; {@link Stitching#NONE} for one recording. */
    Stitching stitching(Parameters parameters) {
        if (recordings.size() == 1) {
            return Stitching.NONE;
        }
        List<Integer> channels = recordings.stream().map(Recording::channels).toList();
        int heldOut = parameters.integer("heldOutChannels");
        int narrowest = channels.stream().mapToInt(Integer::intValue).min().orElseThrow() - heldOut;
        if (narrowest < 1) {
            throw NullclineException.invalid("fit: 'heldOutChannels' is " + heldOut + " but a recording has " + (narrowest + heldOut)
                    + " channels; leave at least one for the encoder.");
        }
        int usual = Math.min(narrowest, Math.max(4, 2 * parameters.integer("latentSize")));
        return new Stitching(names, channels, parameters.has("readinSize") ? parameters.integer("readinSize") : usual);
    }

    /** Gives the read-ins of several sessions their first values, as the parameters say. */
    void readIn(SequentialAutoencoder model, Parameters parameters, RandomStream random, Progress progress) {
        String wanted = parameters.text("readin");
        if (!model.blueprint().stitching().several() || wanted.equals("random")) {
            return;
        }
        List<int[]> training = recordings.stream().map(recording -> recording.trialsOf(Split.TRAIN)).toList();
        ConditionAlignment alignment = new ConditionAlignment(data, recordings, training, parameters.integer("heldOutChannels"));
        List<String> shared = alignment.shared();
        boolean aligned = !shared.isEmpty() && alignment.apply(model, shared, random);
        if (!aligned && wanted.equals("conditions")) {
            throw NullclineException.input(shared.isEmpty() ? "The sessions have no trial label in common, so their read-ins cannot be aligned by conditions;"
                    + " label the trials, or set readin=random." : "The " + shared.size() + " conditions that the sessions share have too few time bins for "
                    + model.blueprint().encoderInputs() + " read-in dimensions; lower 'readinSize', or set readin=random.");
        }
        progress.remark(aligned ? "Read-ins begin with " + model.blueprint().encoderInputs() + " principal components of the mean responses to "
                + shared.size() + " shared conditions." : "Read-ins begin at random, because the sessions share no conditions.");
    }

    /** What is known about the validation trials, or the first of them where it is much. */
    List<Trainer.Truth> truths(Progress progress) {
        List<Trainer.Truth> truths = new ArrayList<>();
        for (int s = 0; s < recordings.size(); s++) {
            Recording recording = recordings.get(s);
            int[] all = recording.trialsOf(Split.VALIDATION);
            long most = TRUTH / Math.max(1, recording.channels());
            int count = 0;
            for (long bins = 0; count < all.length && (bins += recording.trials().length(all[count])) <= most;) {
                count++;
            }
            int[] validation = data.data(s).longestFirst(Arrays.copyOf(all, count));
            Matrix rates = TrialRows.find(recording, Recording.TRUE_RATES, validation);
            Matrix latents = TrialRows.find(recording, Recording.TRUE_LATENTS, validation);
            if (validation.length > 0 && (rates != null || latents != null)) {
                truths.add(new Trainer.Truth(s, validation, rates, latents));
                if (count < all.length) {
                    progress.remark("Agreement with the truth is followed on the first " + count + " of " + all.length + " validation trials.");
                }
            }
        }
        return truths;
    }
}
