// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.internal.steps;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Progress;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.NamedArray;
import org.nullcline.api.value.Recording;
import org.nullcline.api.value.Split;
import org.nullcline.api.value.Trajectories;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.compute.diff.Weights;
import org.nullcline.compute.linalg.Matrix;
import org.nullcline.compute.random.RandomStream;
import org.nullcline.dynamics.internal.Quietly;
import org.nullcline.dynamics.model.Blueprint;
import org.nullcline.dynamics.model.FittedModel;
import org.nullcline.dynamics.model.Likelihood;
import org.nullcline.dynamics.model.Predictions;
import org.nullcline.dynamics.model.SequentialAutoencoder;
import org.nullcline.dynamics.model.Standardisation;
import org.nullcline.dynamics.model.TrialData;
import org.nullcline.dynamics.training.MemoryBound;
import org.nullcline.dynamics.training.Trainer;
import org.nullcline.dynamics.training.TrainingSettings;

/** Fits a sequential autoencoder to a recording. */
public final class FitStep implements Step {

    private static final int STATES = 2048;
    private static final double CHECKPOINT_SECONDS = 20;

    @Override
    public void check(Parameters parameters) {
        ModelChoice.check(parameters);
    }

    @Override
    public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
        Recording recording = Recording.of(inputs.one("recording"));
        Progress progress = context.progress();
        int[] training = recording.trialsOf(Split.TRAIN);
        int[] validation = recording.trialsOf(Split.VALIDATION);
        RecordingChecks.requireTrials(recording, training, validation, parameters.integer("earlyStopping"));
        Likelihood likelihood = Likelihood.of(parameters.text("likelihood"), recording.signal());
        RecordingChecks.requireSignal(recording, likelihood);
        RecordingChecks.noteSilentChannels(recording, training, likelihood, progress);
        Standardisation standard = likelihood == Likelihood.GAUSSIAN ? Standardisation.of(recording, training)
                : Standardisation.none(recording.channels());
        TrialData data = TrialData.of(recording, standard, names(parameters.text("inputs")));
        int longest = data.longest(all(recording));
        Blueprint blueprint = ModelChoice.blueprint(parameters, recording.channels(), data.inputSize(), longest, likelihood, context.contributions());
        long seed = Seeds.of(parameters, context);
        SequentialAutoencoder model = new SequentialAutoencoder(blueprint, RandomStream.of(seed).child("model"), context.contributions());
        TrainingSettings settings = settings(parameters, training.length, seed, progress);
        progress.note("Fitting " + blueprint.summary() + ", " + model.weights().size() + " weights, to " + training.length + " trials ("
                + validation.length + " for validation).");
        MemoryBound.announce(model, data, training, context.threads(), progress);
        Trainer.Outcome outcome = new Trainer(model, data, standard, training, validation, settings, truth(recording, data.longestFirst(validation)),
                context.threads(), progress, context.checkpoints()).train();
        return results(recording, parameters, context, model, data, standard, outcome, seed);
    }

    private static TrainingSettings settings(Parameters p, int trials, long seed, Progress progress) {
        int batch = p.integer("batch");
        if (batch > trials) {
            progress.note("A batch of " + batch + " trials is more than the " + trials + " training trials; each step uses all of them.");
        }
        return new TrainingSettings(p.integer("epochs"), Math.min(batch, trials), p.real("learningRate"), p.real("weightDecay"), p.text("optimiser"),
                p.real("clip"), p.integer("pointsPerGroup"), p.integer("epochsPerGroup"), p.integer("earlyStopping"),
                p.real("divergenceWeight"), p.integer("divergenceEpochs"), CHECKPOINT_SECONDS, seed);
    }

    private Map<String, Value> results(Recording recording, Parameters parameters, StepContext context, SequentialAutoencoder model, TrialData data,
            Standardisation standard, Trainer.Outcome outcome, long seed) {
        Weights weights = model.weights();
        boolean keepBest = parameters.text("keep").equals(FittedModel.BEST);
        Value.Builder builder = FittedModel.builder(model.blueprint(), standard, data.longest(all(recording)));
        weights.setAll(outcome.best());
        FittedModel.addWeights(builder, FittedModel.BEST, weights);
        weights.setAll(outcome.last());
        FittedModel.addWeights(builder, FittedModel.LAST, weights);
        weights.setAll(keepBest ? outcome.best() : outcome.last());
        outcome.curves().write(builder);
        Predictions predictions = Predictions.of(model, data, standard, all(recording), context.threads(), Quietly.within(context.progress()));
        int size = model.dynamics().stateSize();
        for (Map.Entry<String, String> entry : parameters.normalised().entrySet()) {
            builder.attribute("fit." + entry.getKey(), entry.getValue());
        }
        Value fitted = builder.attribute(FittedModel.KEPT, keepBest ? FittedModel.BEST : FittedModel.LAST).attribute("seed", seed)
                .attribute("epochs", outcome.curves().epochs()).attribute("bestEpoch", outcome.bestEpoch())
                .array(FittedModel.STATES, "", sample(predictions.states(), size, seed), "sample", "state").build();
        return Map.of("model", fitted, "trajectories", trajectories(recording, model, predictions));
    }

    private static INDArray sample(double[] states, int size, long seed) {
        int count = states.length / size;
        int[] chosen = RandomStream.of(seed).child("sample of states").choice(count, Math.min(STATES, count));
        Arrays.sort(chosen);
        double[] sample = new double[chosen.length * size];
        for (int i = 0; i < chosen.length; i++) {
            System.arraycopy(states, chosen[i] * size, sample, i * size, size);
        }
        return NdArrays.of(sample, chosen.length, size);
    }

    private static Value trajectories(Recording recording, SequentialAutoencoder model, Predictions predictions) {
        int size = model.dynamics().stateSize();
        int latent = model.blueprint().latentSize();
        int bins = predictions.states().length / size;
        float[] state = new float[bins * latent];
        for (int t = 0; t < bins; t++) {
            for (int d = 0; d < latent; d++) {
                state[t * latent + d] = (float) predictions.states()[t * size + d];
            }
        }
        float[] rates = new float[predictions.rates().length];
        for (int i = 0; i < rates.length; i++) {
            rates[i] = (float) predictions.rates()[i];
        }
        NamedArray predicted = NamedArray.of(Trajectories.RATES, model.blueprint().likelihood() == Likelihood.POISSON ? "spikes/bin" : "",
                NdArrays.of(rates, bins, recording.channels()), "time", "channel");
        Value.Builder builder = Trajectories.builder(NdArrays.of(state, bins, latent), recording.trials()).array(predicted);
        Examples.add(builder, recording, predicted);
        Value source = recording.value();
        source.find(Recording.LABELS).ifPresent(builder::array);
        source.find(Recording.SPLIT).ifPresent(builder::array);
        for (String attribute : List.of(Recording.LABELS, Recording.BIN_WIDTH)) {
            if (source.attributes().containsKey(attribute)) {
                builder.attribute(attribute, source.attributes().get(attribute));
            }
        }
        return builder.build();
    }

    private static Trainer.Truth truth(Recording recording, int[] validation) {
        Matrix rates = TrialRows.find(recording, Recording.TRUE_RATES, validation);
        Matrix latents = TrialRows.find(recording, Recording.TRUE_LATENTS, validation);
        return rates == null && latents == null || validation.length == 0 ? null : new Trainer.Truth(rates, latents);
    }

    private static int[] all(Recording recording) {
        int[] all = new int[recording.trials().count()];
        Arrays.setAll(all, i -> i);
        return all;
    }

    private static List<String> names(String text) {
        return text.isBlank() ? List.of() : Arrays.stream(text.split(",")).map(String::strip).toList();
    }
}
