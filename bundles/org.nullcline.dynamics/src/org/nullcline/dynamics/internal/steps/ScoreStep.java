// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.internal.steps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import org.nullcline.api.MemoryNeed;
import org.nullcline.api.NullclineException;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Progress;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.NamedArray;
import org.nullcline.api.value.Recording;
import org.nullcline.api.value.Scores;
import org.nullcline.api.value.Split;
import org.nullcline.api.value.Trajectories;
import org.nullcline.api.value.Trials;
import org.nullcline.api.value.Value;
import org.nullcline.compute.linalg.Matrix;
import org.nullcline.dynamics.score.BehaviourDecoder;
import org.nullcline.dynamics.training.LearningCurves;

/** Scores inferred trajectories against their recording (S0 §4). */
public final class ScoreStep implements Step {

    private static final String BEHAVIOUR = "behaviour.";
    private static final double DECODER_COPIES = 8;

    @Override
    public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
        Value all = inputs.one("trajectories");
        List<String> sessions = SessionPart.names(all);
        List<StepInputs.Item> recordings = inputs.many("recording");
        if (sessions.isEmpty() && recordings.size() <= 1) {
            return Map.of("scores", table(parameters.text("split"), List.of(scores(Recording.of(inputs.one("recording")), Trajectories.of(all), inputs,
                    parameters, context.progress())), inputs));
        }
        if (recordings.size() != Math.max(1, sessions.size())) {
            throw NullclineException.input("The trajectories come from " + (sessions.isEmpty() ? "one recording" : sessions.size() + " recordings ("
                    + String.join(", ", sessions) + ")") + ", but " + recordings.size() + " are given; give those of the fit, in the same order.");
        }
        List<Row> rows = new ArrayList<>();
        for (int s = 0; s < sessions.size(); s++) {
            rows.add(scores(Recording.of(recordings.get(s).value()), Trajectories.of(SessionPart.of(all, s)), inputs, parameters,
                    context.progress()).named(sessions.get(s)));
        }
        return Map.of("scores", table(parameters.text("split"), rows, inputs));
    }

    /** The scores of one session, whose name is empty where there is but one. */
    private record Row(String session, int trials, Map<String, Double> scores) {

        Row named(String name) {
            return new Row(name, trials, scores);
        }
    }

    private static Row scores(Recording recording, Trajectories trajectories, StepInputs inputs, Parameters parameters, Progress progress) {
        requireSameTrials(recording, trajectories);
        int[] scored = scored(recording, parameters.text("split"));
        Map<String, Double> scores = new LinkedHashMap<>();
        TruthScores data = new TruthScores(recording, trajectories, scored, progress);
        data.likelihood(scores);
        inputs.optional("model").ifPresent(model -> data.coSmoothing((int) model.number("heldOut", 0), scores));
        data.truth(scores);
        behaviour(recording, trajectories, scored, parameters, scores);
        inputs.optional("model").ifPresent(model -> curves(LearningCurves.read(model), parameters.integer("lastEpochs"), scores));
        return new Row("", scored.length, scores);
    }

    /** One row per session, with the scores that any of them has. */
    private static Value table(String split, List<Row> rows, StepInputs inputs) {
        List<String> columns = rows.stream().flatMap(row -> row.scores().keySet().stream()).distinct().toList();
        Scores.Builder table = new Scores.Builder(columns);
        for (Row row : rows) {
            table.row(row.session().isEmpty() ? split : split + ", " + row.session(),
                    columns.stream().mapToDouble(column -> row.scores().getOrDefault(column, Double.NaN)).toArray());
        }
        for (Row row : rows) {
            table.note(row.trials() + " trials" + (row.session().isEmpty() ? "" : " of " + row.session()) + " scored.");
        }
        inputs.optional("model").ifPresent(model -> table.note(model.text("architecture", "") + ", latent size " + model.text("latentSize", "?")
                + ", epoch " + model.text("bestEpoch", "?") + " of " + model.text("epochs", "?") + "."));
        return table.build();
    }

    private static void requireSameTrials(Recording recording, Trajectories trajectories) {
        if (!Arrays.equals(recording.trials().offsets(), trajectories.trials().offsets())) {
            throw NullclineException.input("The trajectories have " + trajectories.trials().count() + " trials and " + trajectories.trials().total()
                    + " time bins, the recording " + recording.trials().count() + " and " + recording.trials().total()
                    + "; score a recording with the trajectories that were inferred from it.");
        }
    }

    private static int[] scored(Recording recording, String split) {
        int[] all = IntStream.range(0, recording.trials().count()).toArray();
        if (split.equals("all") || !recording.value().has(Recording.SPLIT)) {
            return all;
        }
        int[] chosen = recording.trialsOf(Split.valueOf(split.toUpperCase(Locale.ROOT)));
        if (chosen.length == 0) {
            throw NullclineException.input("The recording has no " + split + " trials to score; choose another split, or split it again.");
        }
        return chosen;
    }

    /** Fits a decoder on the trials that are not scored (all but the scored ones) and scores it on these; on one split alone, on every fifth trial. */
    private static void behaviour(Recording recording, Trajectories trajectories, int[] scored, Parameters parameters, Map<String, Double> scores) {
        String name = parameters.has("behaviour") ? parameters.text("behaviour")
                : recording.alignedNames().stream().filter(n -> n.startsWith(BEHAVIOUR)).findFirst().orElse("");
        if (name.isEmpty()) {
            return;
        }
        NamedArray behaviour = recording.aligned(name).orElseThrow(() -> NullclineException.invalid("The recording has no array '" + name
                + "' aligned in time to decode; it has " + String.join(", ", recording.alignedNames()) + "."));
        boolean[] held = new boolean[recording.trials().count()];
        Arrays.stream(scored).forEach(trial -> held[trial] = true);
        int[] training = recording.trialsOf(Split.TRAIN);
        int[] fitting = Arrays.stream(training).filter(trial -> !held[trial]).toArray();
        int[] tested = scored;
        if (fitting.length < 2) {
            fitting = IntStream.range(0, scored.length).filter(i -> i % 5 != 4).map(i -> scored[i]).toArray();
            tested = IntStream.range(0, scored.length).filter(i -> i % 5 == 4).map(i -> scored[i]).toArray();
        }
        requireMemory(behaviour, trajectories, fitting, tested);
        BehaviourDecoder.Result result = BehaviourDecoder.withLag(parameters.integer("lag")).decode(pairs(behaviour, trajectories, fitting),
                pairs(behaviour, trajectories, tested));
        scores.put("behaviour R²", result.r2());
    }

    /** The decoder holds states and behaviour as a whole, and a few copies of them while it solves. */
    private static void requireMemory(NamedArray behaviour, Trajectories trajectories, int[] fitting, int[] tested) {
        long bins = IntStream.concat(IntStream.of(fitting), IntStream.of(tested)).mapToLong(trajectories.trials()::length).sum();
        MemoryNeed.require("score: decoding behaviour from " + bins + " time bins of states", DECODER_COPIES * Double.BYTES * bins
                * (trajectories.dimension() + behaviour.data().width()), "make wider bins first, or cut and score fewer trials");
    }

    private static List<BehaviourDecoder.Trial> pairs(NamedArray behaviour, Trajectories trajectories, int[] chosen) {
        Trials trials = trajectories.trials();
        NamedArray states = trajectories.value().named(Trajectories.STATE);
        Matrix allStates = TrialRows.of(states, trials, chosen);
        Matrix allBehaviour = TrialRows.of(behaviour, trials, chosen);
        int[] at = {0};
        return Arrays.stream(chosen).mapToObj(trial -> {
            int from = at[0];
            at[0] += trials.length(trial);
            return new BehaviourDecoder.Trial(allStates.rows(from, at[0]), allBehaviour.rows(from, at[0]));
        }).toList();
    }

    private static void curves(LearningCurves curves, int last, Map<String, Double> scores) {
        for (Map.Entry<String, String> entry : Map.of(LearningCurves.RATE_R2, "rate R² (median of last epochs)", LearningCurves.HIDDEN_R2,
                "hidden R² (median of last epochs)").entrySet().stream().sorted(Map.Entry.comparingByKey()).toList()) {
            // S0 takes 500 of 3000 epochs; a shorter training gives the same share.
            double median = curves.medianOfLast(entry.getKey(), Math.min(last, Math.max(1, curves.epochs() / 6)));
            if (!Double.isNaN(median)) {
                scores.put(entry.getValue(), median);
            }
        }
    }
}
