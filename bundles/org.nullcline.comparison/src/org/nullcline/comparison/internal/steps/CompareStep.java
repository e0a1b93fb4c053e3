// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.internal.steps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.nullcline.api.NullclineException;
import org.nullcline.api.metric.Metric;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.Distances;
import org.nullcline.api.value.Value;
import org.nullcline.comparison.internal.values.TrialSelection;
import org.nullcline.comparison.internal.values.TrialSelection.Part;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.compute.random.RandomStream;

/**
 * Compares every value with every other (or with every value of a second group) by any installed metric. Each value is prepared once, if it was not
 * before, and then needed no more; pairs run in parallel. Trials may be resampled to tell how sure the distances are.
 */
public final class CompareStep implements Step {

    @Override
    public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
        Parameters.Choice choice = parameters.choice("metric");
        String how = parameters.text("parts");
        Comparison comparison = new Comparison(choice, context);
        boolean oneGroup = inputs.many("others").isEmpty();
        int resamples = parameters.integer("resamples");
        long room = resamples > 0 ? Runtime.getRuntime().maxMemory() / 4 : 0;
        Systems rows = new Systems(inputs.many("values"), how, choice.descriptor(), room / 2);
        Systems columns = oneGroup ? rows : new Systems(inputs.many("others"), how, choice.descriptor(), room / 2);
        try (Pairs pairs = new Pairs(context.threads(), context.progress())) {
            double share = 1.0 / (1 + resamples);
            List<Value> left = rows.prepared(comparison::prepareOnce, pairs, 0, share / (oneGroup ? 2 : 4));
            List<Value> right = oneGroup ? left : columns.prepared(comparison::prepareOnce, pairs, share / 4, share / 2);
            if (oneGroup && left.size() < 2) {
                throw NullclineException.invalid("A comparison needs at least two values, but has " + left.size() + "; connect more, or divide a recording into parts.");
            }
            double[][] matrix = comparison.matrix(left, right, oneGroup, rows.names(), columns.names(), pairs, share / 2, share);
            Value.Builder result = Distances.builder(matrix, rows.names(), columns.names(), choice.descriptor().id(),
                    comparison.similarity()).array(Distances.MATRIX, comparison.unit(), NdArrays.of(matrix), "row", "column");
            List<String> notes = new ArrayList<>();
            notes.add(choice.descriptor().name() + ", " + (comparison.similarity() ? "larger means closer" : "0 means the same") + ".");
            if (resamples > 0) {
                double confidence = parameters.real("confidence");
                double[][][] limits = resampled(rows, oneGroup ? null : columns, comparison, pairs, resamples, confidence, context.seed());
                result.array("low", "", NdArrays.of(limits[0]), "row", "column").array("high", "", NdArrays.of(limits[1]), "row", "column");
                notes.add("Arrays low and high: " + Math.round(100 * confidence) + " % of " + resamples + " repetitions with resampled trials"
                        + (oneGroup ? "; on the diagonal, two resamples of one value against each other. A resample holds fewer different trials and is noisier, so that"
                                + " limits can lie above the distance itself: two values differ for sure where their lower limit is above the upper ones of both on the"
                                + " diagonal." : "."));
            }
            return Map.of("distances", result.attribute(Distances.NOTES, notes).build());
        }
    }

    /** Lower and upper limits, each rows × columns. */
    private static double[][][] resampled(Systems rows, Systems columns, Comparison comparison, Pairs pairs, int resamples, double confidence, long seed) {
        boolean oneGroup = columns == null;
        Systems others = oneGroup ? rows : columns;
        RandomStream stream = RandomStream.of(seed).child("resample-trials");
        int m = rows.names().size();
        int n = others.names().size();
        double[][][] samples = new double[m][n][resamples];
        for (int r = 0; r < resamples; r++) {
            double from = (1.0 + r) / (1 + resamples);
            double to = (2.0 + r) / (1 + resamples);
            RandomStream ofRows = stream.child("rows", r);
            RandomStream ofColumns = stream.child("columns", r);
            List<Value> left = rows.prepared((part, k) -> comparison.prepare(drawn(part, ofRows.child("value", k))), pairs, from, from);
            List<Value> right = others.prepared((part, k) -> comparison.prepare(drawn(part, ofColumns.child("value", k))), pairs, from, from);
            double[][] once = comparison.matrix(left, oneGroup ? left : right, oneGroup, rows.names(), others.names(), pairs, from, to);
            for (int i = 0; i < m; i++) {
                if (oneGroup) {
                    once[i][i] = comparison.one(left.get(i), right.get(i), rows.names().get(i), rows.names().get(i), comparison.context);
                }
                for (int j = 0; j < n; j++) {
                    samples[i][j][r] = once[i][j];
                }
            }
        }
        double[][][] limits = new double[2][m][n];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                Arrays.sort(samples[i][j]);
                limits[0][i][j] = quantile(samples[i][j], (1 - confidence) / 2);
                limits[1][i][j] = quantile(samples[i][j], (1 + confidence) / 2);
            }
        }
        return limits;
    }

    private static Value drawn(Part part, RandomStream own) {
        int count = TrialSelection.trialsOf(part.value()).count();
        if (count < 2) {
            throw NullclineException.input(part.name() + " has a single trial, so trials cannot be resampled; cut it into trials, or set resamples to 0.");
        }
        int[] chosen = new int[count];
        for (int i = 0; i < count; i++) {
            chosen[i] = own.below(count);
        }
        return TrialSelection.select(part.value(), chosen);
    }

    /** Linear interpolation between order statistics. */
    private static double quantile(double[] sorted, double p) {
        double at = p * (sorted.length - 1);
        int below = (int) Math.floor(at);
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    /** One metric with its parameters. */
    private static final class Comparison {

        private final Parameters.Choice choice;
        private final StepContext context;
        private final Metric metric;
        private final boolean symmetric;
        private final boolean zeroOnIdentity;

        Comparison(Parameters.Choice choice, StepContext context) {
            this.choice = choice;
            this.context = context;
            this.metric = context.contributions().create(choice.descriptor(), Metric.class);
            this.symmetric = Boolean.parseBoolean(choice.descriptor().attribute("symmetric", "false"));
            this.zeroOnIdentity = !similarity() && Boolean.parseBoolean(choice.descriptor().attribute("identity", "false"));
        }

        boolean similarity() {
            String flag = choice.descriptor().attribute("distanceWhen", "");
            boolean turned = !flag.isEmpty() && choice.parameters().flag(flag);
            return choice.descriptor().attribute("kind", "distance").equals("similarity") && !turned;
        }

        /** Angles are in radians; other distances have the units of their metric. */
        String unit() {
            boolean angle = Stream.of("score", "distance").filter(name -> choice.descriptor().parameter(name).isPresent())
                    .anyMatch(name -> choice.parameters().text(name).equals("angular"));
            String flag = choice.descriptor().attribute("distanceWhen", "");
            return angle || flag.equals("arccos") && choice.parameters().flag(flag) ? "rad" : "";
        }

        Value prepare(Value value) {
            return metric.prepare(value, choice.parameters(), context);
        }

        /** As {@link #prepare}, unless that was done before and its result kept. */
        Value prepareOnce(Part part, int index) {
            return context.prepared().of(choice.descriptor(), choice.parameters(), part.value(), () -> prepare(part.value()));
        }

        double one(Value first, Value second, String firstName, String secondName, StepContext within) {
            try {
                return metric.compare(first, second, choice.parameters(), within);
            } catch (NullclineException e) {
                throw new NullclineException(e.kind(), "Comparing " + firstName + " with " + secondName + ": " + e.getMessage(), e);
            }
        }

        double[][] matrix(List<Value> left, List<Value> right, boolean oneGroup, List<String> rows, List<String> columns, Pairs pairs, double from,
                double to) {
            int m = left.size();
            int n = right.size();
            boolean half = oneGroup && symmetric;
            List<int[]> cells = new ArrayList<>();
            for (int i = 0; i < m; i++) {
                for (int j = 0; j < n; j++) {
                    boolean known = oneGroup && i == j && zeroOnIdentity;
                    if (!known && !(half && j < i)) {
                        cells.add(new int[] {i, j});
                    }
                }
            }
            double[][] matrix = new double[m][n];
            StepContext within = pairs.within(context, cells.size());
            pairs.forEach(cells.size(), from, to, k -> {
                int i = cells.get(k)[0];
                int j = cells.get(k)[1];
                matrix[i][j] = one(left.get(i), right.get(j), rows.get(i), columns.get(j), within);
                if (half) {
                    matrix[j][i] = matrix[i][j];
                }
            });
            return matrix;
        }
    }
}
