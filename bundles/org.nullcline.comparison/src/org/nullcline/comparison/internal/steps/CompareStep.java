// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.internal.steps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.nullcline.api.NullclineException;
import org.nullcline.api.contribution.Descriptor;
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
 * Compares every value with every other (or with every value of a second group) by any installed metric. Each value is prepared once; pairs run in
 * parallel. Trials may be resampled to tell how sure the distances are.
 */
public final class CompareStep implements Step {

    @Override
    public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
        Parameters.Choice choice = parameters.choice("metric");
        String how = parameters.text("parts");
        List<Part> rows = parts(inputs.many("values"), how);
        List<Part> columns = parts(inputs.many("others"), how);
        Comparison comparison = new Comparison(choice, context);
        boolean oneGroup = columns.isEmpty();
        if (rows.isEmpty() || oneGroup && rows.size() < 2) {
            throw NullclineException.invalid("A comparison needs at least two values, but has " + rows.size() + "; connect more, or divide a recording into parts.");
        }
        requireKinds(choice.descriptor(), rows, columns);
        int resamples = parameters.integer("resamples");
        try (Pairs pairs = new Pairs(context.threads(), context.progress())) {
            double share = 1.0 / (1 + resamples);
            List<Value> left = comparison.prepare(values(rows), pairs, 0, share / 2);
            List<Value> right = oneGroup ? left : comparison.prepare(values(columns), pairs, share / 2, share / 2);
            double[][] matrix = comparison.matrix(left, right, oneGroup, names(rows), names(oneGroup ? rows : columns), pairs, share / 2, share);
            Value.Builder result = Distances.builder(matrix, names(rows), names(oneGroup ? rows : columns), choice.descriptor().id(),
                    comparison.similarity());
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

    private static List<Part> parts(List<StepInputs.Item> items, String how) {
        return items.stream().flatMap(item -> TrialSelection.parts(item.label(), item.value(), how).stream()).toList();
    }

    private static List<Value> values(List<Part> parts) {
        return parts.stream().map(Part::value).toList();
    }

    private static List<String> names(List<Part> parts) {
        return parts.stream().map(Part::name).toList();
    }

    private static void requireKinds(Descriptor metric, List<Part> rows, List<Part> columns) {
        List<String> kinds = Arrays.asList(metric.attribute("input", "any").split("\\s+"));
        for (List<Part> group : List.of(rows, columns)) {
            for (Part part : group) {
                if (!kinds.contains("any") && !kinds.contains(part.value().kind())) {
                    throw NullclineException.invalid(metric.shortId() + " compares values of kind " + String.join(" or ", kinds) + ", but " + part.name()
                            + " is a " + part.value().kind() + ".");
                }
            }
        }
    }

    /** Lower and upper limits, each rows × columns. */
    private static double[][][] resampled(List<Part> rows, List<Part> columns, Comparison comparison, Pairs pairs, int resamples, double confidence,
            long seed) {
        boolean oneGroup = columns == null;
        RandomStream stream = RandomStream.of(seed).child("resample-trials");
        int m = rows.size();
        int n = oneGroup ? m : columns.size();
        double[][][] samples = new double[m][n][resamples];
        for (int r = 0; r < resamples; r++) {
            double from = (1.0 + r) / (1 + resamples);
            double to = (2.0 + r) / (1 + resamples);
            List<Value> left = comparison.prepare(draw(rows, stream.child("rows", r)), pairs, from, from);
            List<Value> right = comparison.prepare(draw(oneGroup ? rows : columns, stream.child("columns", r)), pairs, from, from);
            double[][] once = comparison.matrix(left, oneGroup ? left : right, oneGroup, names(rows), names(oneGroup ? rows : columns), pairs, from, to);
            for (int i = 0; i < m; i++) {
                if (oneGroup) {
                    once[i][i] = comparison.one(left.get(i), right.get(i), rows.get(i).name(), rows.get(i).name());
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

    private static List<Value> draw(List<Part> parts, RandomStream stream) {
        List<Value> drawn = new ArrayList<>();
        for (int k = 0; k < parts.size(); k++) {
            Part part = parts.get(k);
            int count = TrialSelection.trialsOf(part.value()).count();
            if (count < 2) {
                throw NullclineException.input(part.name() + " has a single trial, so trials cannot be resampled; cut it into trials, or set resamples to 0.");
            }
            RandomStream own = stream.child("value", k);
            int[] chosen = new int[count];
            for (int i = 0; i < count; i++) {
                chosen[i] = own.below(count);
            }
            drawn.add(TrialSelection.select(part.value(), chosen));
        }
        return drawn;
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

        List<Value> prepare(List<Value> values, Pairs pairs, double from, double to) {
            Value[] prepared = new Value[values.size()];
            pairs.forEach(prepared.length, from, to, i -> prepared[i] = metric.prepare(values.get(i), choice.parameters(), context));
            return Arrays.asList(prepared);
        }

        double one(Value first, Value second, String firstName, String secondName) {
            try {
                return metric.compare(first, second, choice.parameters());
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
            pairs.forEach(cells.size(), from, to, k -> {
                int i = cells.get(k)[0];
                int j = cells.get(k)[1];
                matrix[i][j] = one(left.get(i), right.get(j), rows.get(i), columns.get(j));
                if (half) {
                    matrix[j][i] = matrix[i][j];
                }
            });
            return matrix;
        }
    }
}
