// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.internal.steps;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.nullcline.api.MemoryNeed;
import org.nullcline.api.NullclineException;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.FixedPoints;
import org.nullcline.api.value.Recording;
import org.nullcline.api.value.Scores;
import org.nullcline.api.value.Trajectories;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.compute.linalg.Matrix;
import org.nullcline.dynamics.score.AffineMap;
import org.nullcline.dynamics.score.FixedPointMatch;

/** Compares fixed points of a fitted model with those of the simulated system behind its recording. */
public final class MatchFixedPointsStep implements Step {

    /** Attribute of a simulated recording: time bin in the system's unit of time. */
    static final String INTERVAL = "interval";

    /** A point farther away than the states spread lies off the attractor. */
    private static final double NEAR = 1;
    private static final double COPIES = 5;

    @Override
    public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
        FixedPoints truth = FixedPoints.of(inputs.one("truth"));
        FixedPoints model = FixedPoints.of(inputs.one("model"));
        Recording recording = Recording.of(inputs.one("recording"));
        Trajectories trajectories = Trajectories.of(inputs.one("trajectories"));
        requireMemory(recording, trajectories);
        int[] all = IntStream.range(0, recording.trials().count()).toArray();
        Matrix latents = TrialRows.find(recording, Recording.TRUE_LATENTS, all);
        if (latents == null) {
            throw NullclineException.input("The recording has no true states ('" + Recording.TRUE_LATENTS + "'), so true fixed points cannot be carried into"
                    + " the model's space; use a simulated recording.");
        }
        if (recording.value().text("standardised", "false").equals("true")) {
            throw NullclineException.input("The true states of this recording were standardised, so they no longer are those of the system whose fixed points"
                    + " are known; simulate it with standardise=false.");
        }
        Matrix inferred = TrialRows.of(trajectories.value().named(Trajectories.STATE), trajectories.trials(), all);
        AffineMap map = AffineMap.fit(latents, inferred);
        double trueInterval = truth.continuous() ? interval(parameters, recording) : Double.NaN;
        double modelInterval = model.value().number(FixedPointsStep.INTERVAL, Double.NaN);
        if (model.continuous() && !(modelInterval > 0)) {
            throw NullclineException.input("The model's fixed points do not tell how long a time bin is in its unit of time, so its eigenvalues cannot be"
                    + " compared bin by bin; take those of a fitted model from fixed-points.");
        }
        FixedPointMatch match = FixedPointMatch.of(points(truth, trueInterval), points(model, modelInterval), map,
                FixedPointMatch.spread(map.apply(latents)));
        return Map.of("scores", scores(match), "summary", summary(match), "mapped", mapped(match, truth));
    }

    /** The map from true to inferred states is fitted to all of them at once, with a few copies. */
    private static void requireMemory(Recording recording, Trajectories trajectories) {
        long columns = trajectories.dimension() + recording.aligned(Recording.TRUE_LATENTS).map(a -> a.data().width()).orElse(0L);
        MemoryNeed.require("match-fixed-points: " + trajectories.trials().total() + " true and inferred states", COPIES * Double.BYTES * columns
                * trajectories.trials().total(), "simulate and fit fewer trials");
    }

    private static double interval(Parameters parameters, Recording recording) {
        double interval = parameters.has("interval") ? parameters.real("interval") : recording.value().number(INTERVAL, Double.NaN);
        if (!(interval > 0)) {
            throw NullclineException.invalid("match-fixed-points: the recording does not tell its time bin in the simulated system's unit of time; set"
                    + " 'interval'.");
        }
        return interval;
    }

    private static List<FixedPointMatch.Point> points(FixedPoints points, double interval) {
        Matrix states = Matrix.of(points.value().array(FixedPoints.STATE));
        return IntStream.range(0, points.count()).mapToObj(i -> {
            double[][] eigenvalues = points.eigenvalues(i);
            if (points.continuous()) {
                for (double[] l : eigenvalues) {
                    l[0] = 1 + interval * l[0];
                    l[1] *= interval;
                }
            }
            return new FixedPointMatch.Point(states.row(i), eigenvalues);
        }).toList();
    }

    private static Value scores(FixedPointMatch match) {
        Scores.Builder table = new Scores.Builder(List.of("matched", "distance", "relative distance", "eigenvalue error", "true leading modulus",
                "model leading modulus"));
        for (FixedPointMatch.Pair pair : match.pairs()) {
            table.row("true point " + (pair.truth() + 1), pair.model() + 1, pair.distance(), pair.relativeDistance(), pair.eigenvalueError(),
                    pair.trueModulus(), pair.modelModulus());
        }
        return table.note(match.trueCount() + " true points, " + match.modelCount() + " points of the model, " + match.pairs().size() + " matched.")
                .note("Eigenvalues are those of one time bin, I + J Δt for flows; distances are relative to the spread of the mapped true states.").build();
    }

    private static Value summary(FixedPointMatch match) {
        long near = match.pairs().stream().filter(pair -> pair.relativeDistance() <= NEAR).count();
        double distance = match.pairs().stream().mapToDouble(FixedPointMatch.Pair::relativeDistance).average().orElse(Double.NaN);
        double error = match.pairs().stream().mapToDouble(FixedPointMatch.Pair::eigenvalueError).average().orElse(Double.NaN);
        return new Scores.Builder(List.of("points of the model", "true points", "true points found", "mean relative distance", "mean eigenvalue error"))
                .row("fixed points", match.modelCount(), match.trueCount(), near, distance, error)
                .note("A true point is found when the point matched to it is nearer than the spread of the mapped true states.").build();
    }

    private static Value mapped(FixedPointMatch match, FixedPoints truth) {
        int count = match.mapped().rows();
        int n = match.mapped().columns();
        Value value = truth.value();
        return Value.of(value.kind()).array(FixedPoints.STATE, "", match.mapped().toArray(), "point", "state")
                .array(value.named(FixedPoints.SPEED)).array(value.named(FixedPoints.EIGENVALUES)).array(value.named(FixedPoints.JACOBIAN))
                .array("match", "", NdArrays.of(match.matchOfEach(), count), "point").attribute(FixedPoints.CONTINUOUS, truth.continuous())
                .attribute("name", "true points in " + n + " dimensions of the model").build();
    }
}
