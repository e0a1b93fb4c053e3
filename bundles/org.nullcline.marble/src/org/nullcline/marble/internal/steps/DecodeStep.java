// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.internal.steps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.nullcline.api.NullclineException;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.step.StepInputs.Item;
import org.nullcline.api.value.Embedding;
import org.nullcline.api.value.Kinds;
import org.nullcline.api.value.NamedArray;
import org.nullcline.api.value.Recording;
import org.nullcline.api.value.Scores;
import org.nullcline.api.value.Trials;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.marble.analysis.Decoding;
import org.nullcline.marble.analysis.Regressor;
import org.nullcline.marble.field.Conditions;
import org.nullcline.marble.geometry.Work;

/** Decodes behaviour from an embedding, or from states, cross-validated over trials. */
public final class DecodeStep implements Step {

    /**
     * Kind of the predictions: {@code truth} and {@code predicted} (sample × target), {@code trial} and {@code bin} (sample). Attributes
     * {@code target} and {@code lag}.
     */
    public static final String KIND = "decoding";

    private static final String BEHAVIOUR = "behaviour.";

    @Override
    public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
        Work work = GeometryParameters.work(context);
        List<Item> behaviour = inputs.many("behaviour");
        if (behaviour.isEmpty()) {
            throw NullclineException.invalid("The input 'behaviour' is not connected; connect the recordings with the behaviour.");
        }
        String target = parameters.has("target") ? parameters.text("target") : firstBehaviour(behaviour.getFirst());
        List<Decoding.Trial> trials = trials(inputs.one("embedding"), behaviour, target);
        Regressor regressor = parameters.text("method").equals("knn")
                ? new Regressor.Nearest(parameters.integer("neighbours"), parameters.text("distance").equals("cosine"))
                : new Regressor.Linear();
        int most = parameters.integer("searchLag");
        int folds = parameters.integer("folds");
        long seed = parameters.whole("seed");
        Decoding decoding = most > 0 ? Decoding.withBestLag(trials, regressor, most, folds, seed, work)
                : Decoding.crossValidated(trials, regressor, parameters.integer("lag"), folds, seed, work);
        double binWidth = behaviour.getFirst().value().number(Recording.BIN_WIDTH, Double.NaN);
        return Map.of("scores", scores(decoding, target, binWidth), "predictions", value(decoding, target));
    }

    private static String firstBehaviour(Item item) {
        return item.value().arrays().keySet().stream().filter(name -> name.startsWith(BEHAVIOUR)).findFirst()
                .orElseThrow(() -> NullclineException.input("'" + item.label() + "' has no behaviour array (behaviour.…); set target to one of "
                        + String.join(", ", item.value().arrays().keySet()) + "."));
    }

    /** The points of each trial with the behaviour of the whole trial. */
    private static List<Decoding.Trial> trials(Value points, List<Item> behaviour, String target) {
        TreeMap<Long, List<Integer>> byTrial = new TreeMap<>();
        double[][] places;
        long[] source;
        long[] trial;
        long[] bin;
        if (points.kind().equals(Kinds.EMBEDDING)) {
            places = NdArrays.rows(points.array(Embedding.POINTS));
            source = NdArrays.longs(points.array(EmbeddingValues.SOURCE));
            trial = NdArrays.longs(points.array(EmbeddingValues.TRIAL));
            bin = NdArrays.longs(points.array(EmbeddingValues.BIN));
        } else {
            NamedArray states = Conditions.states(points);
            places = NdArrays.rows(states.data().all());
            Trials cut = Trials.of(points, states.size(0));
            source = new long[places.length];
            trial = new long[places.length];
            bin = new long[places.length];
            for (int t = 0; t < cut.count(); t++) {
                for (int b = 0; b < cut.length(t); b++) {
                    int row = Math.toIntExact(cut.offsets()[t]) + b;
                    trial[row] = t;
                    bin[row] = b;
                }
            }
        }
        for (int i = 0; i < places.length; i++) {
            byTrial.computeIfAbsent(source[i] << 32 | trial[i], key -> new ArrayList<>()).add(i);
        }
        List<Decoding.Trial> trials = new ArrayList<>();
        byTrial.forEach((key, members) -> {
            double[][] known = behaviour(behaviour, (int) (key >> 32), (int) (key & 0xFFFFFFFFL), target);
            trials.add(new Decoding.Trial(members.stream().map(i -> places[i]).toArray(double[][]::new),
                    members.stream().mapToInt(i -> (int) bin[i]).toArray(), known));
        });
        return trials;
    }

    private static double[][] behaviour(List<Item> behaviour, int source, int trial, String target) {
        if (source >= behaviour.size()) {
            throw NullclineException.input("The embedding was made of " + (source + 1) + " or more recordings but behaviour is given for "
                    + behaviour.size() + "; connect the same recordings in the same order.");
        }
        Item item = behaviour.get(source);
        NamedArray array = item.value().named(target);
        if (!array.axes().getFirst().name().equals("time")) {
            throw NullclineException.input("The array '" + target + "' of '" + item.label() + "' is not given over time and cannot be decoded.");
        }
        Trials trials = Trials.of(item.value(), array.size(0));
        if (trial >= trials.count()) {
            throw NullclineException.input("The embedding has a trial " + trial + " but '" + item.label() + "' has only " + trials.count()
                    + "; connect the recording that the embedding was made of.");
        }
        var rows = trials.slice(array, trial);
        return NdArrays.rows(rows.reshape('c', rows.size(0), Math.max(1, rows.length() / Math.max(1, rows.size(0)))));
    }

    private static Value scores(Decoding decoding, String target, double binWidth) {
        double[] r2 = decoding.r2();
        double[] error = decoding.medianError();
        boolean velocity = target.toLowerCase(Locale.ROOT).contains("vel") && !Double.isNaN(binWidth);
        double[] position = velocity ? decoding.integratedR2(binWidth) : new double[r2.length];
        List<String> columns = new ArrayList<>(List.of("R²", "median absolute error", "lag [bins]", "samples"));
        if (velocity) {
            columns.add("R² of the integrated position");
        }
        Scores.Builder scores = new Scores.Builder(columns);
        double sum = 0;
        double positions = 0;
        for (int t = 0; t < r2.length; t++) {
            scores.row(target + "[" + t + "]", row(r2[t], error[t], decoding, position[t], velocity));
            sum += r2[t] / r2.length;
            positions += position[t] / r2.length;
        }
        return scores.row("mean", row(sum, Arrays.stream(error).average().orElse(Double.NaN), decoding, positions, velocity))
                .note("Every sample is predicted from other trials than its own.").build();
    }

    private static double[] row(double r2, double error, Decoding decoding, double position, boolean velocity) {
        double[] row = {r2, error, decoding.lag(), decoding.truth().length, position};
        return velocity ? row : Arrays.copyOf(row, 4);
    }

    private static Value value(Decoding decoding, String target) {
        int n = decoding.truth().length;
        long[] trial = Arrays.stream(decoding.trial()).asLongStream().toArray();
        long[] bin = Arrays.stream(decoding.time()).asLongStream().toArray();
        return Value.of(KIND).array("truth", "", NdArrays.of(decoding.truth()), "sample", "target")
                .array("predicted", "", NdArrays.of(decoding.predicted()), "sample", "target").array("trial", "", NdArrays.of(trial, n), "sample")
                .array("bin", "", NdArrays.of(bin, n), "sample").attribute("target", target).attribute("lag", decoding.lag()).build();
    }
}
