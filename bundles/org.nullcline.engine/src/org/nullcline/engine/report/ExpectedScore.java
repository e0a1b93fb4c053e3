// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.nullcline.api.value.Kinds;
import org.nullcline.api.value.Scores;
import org.nullcline.engine.plan.Axis;
import org.nullcline.engine.plan.Plan;
import org.nullcline.engine.plan.Plan.PlannedStep;
import org.nullcline.engine.plan.Task;
import org.nullcline.engine.store.Store;
import org.nullcline.model.Expectation;
import org.nullcline.model.Experiment;

/**
 * An expectation of an experiment beside what its run gave, as far as the results are there.
 *
 * @param expectation as in the experiment
 * @param values the scores that count, over the points of the sweep
 * @param value their summary; NaN without any
 */
public record ExpectedScore(Expectation expectation, List<Double> values, double value) {

    /** Name of a row in conditions that choose rows of a table. */
    public static final String ROW = "row";

    /** What can be said of an expectation. */
    public enum Verdict {
        /** The number is within its bounds. */
        MET("as expected"),
        /** The number is outside its bounds. */
        MISSED("not as expected"),
        /** No bounds are given. */
        SHOWN(""),
        /** There is no number yet. */
        OPEN("no result");

        private final String text;

        Verdict(String text) {
            this.text = text;
        }

        /** For people. */
        public String text() {
            return text;
        }
    }

    /** The expectations of an experiment in their order, without those about points that the sweep does not have. */
    public static List<ExpectedScore> of(Experiment experiment, Plan plan, Store store) {
        return experiment.getExpectations().stream().filter(expectation -> isPartOf(expectation, plan)).map(expectation -> {
            List<Double> values = values(expectation, plan, store);
            return new ExpectedScore(expectation, values, summary(expectation, values));
        }).toList();
    }

    private static boolean isPartOf(Expectation expectation, Plan plan) {
        return expectation.getWhere().stream().allMatch(condition -> {
            int equals = Math.max(0, condition.indexOf('='));
            String wanted = condition.substring(Math.min(equals + 1, condition.length())).strip();
            return plan.axes().stream().filter(axis -> axis.id().equals(condition.substring(0, equals).strip()))
                    .allMatch(axis -> axis.values().stream().anyMatch(point -> Axis.isAt(point, wanted)));
        });
    }

    private static List<Double> values(Expectation expectation, Plan plan, Store store) {
        Optional<PlannedStep> step = plan.step(expectation.getSource());
        List<Double> values = new ArrayList<>();
        if (step.isEmpty()) {
            return values;
        }
        Set<Integer> tasks = new LinkedHashSet<>(Arrays.stream(step.get().tasks()).boxed().toList());
        for (int index : tasks) {
            Task task = plan.tasks().get(index);
            if (Kinds.SCORES.equals(task.outputs().get(expectation.getOutput())) && store.has(task.key())) {
                collect(expectation, task, Scores.of(store.value(task.key(), expectation.getOutput())), values);
            }
        }
        return List.copyOf(values);
    }

    private static void collect(Expectation expectation, Task task, Scores scores, List<Double> values) {
        int column = scores.columns().indexOf(expectation.getScore());
        double[][] table = scores.table();
        for (int row = 0; column >= 0 && row < table.length; row++) {
            String name = scores.rows().get(row);
            if (Double.isFinite(table[row][column]) && expectation.getWhere().stream().allMatch(condition -> holds(condition, task.coordinates(), name))) {
                values.add(table[row][column]);
            }
        }
    }

    private static boolean holds(String condition, Map<String, String> coordinates, String row) {
        int equals = condition.indexOf('=');
        if (equals < 0) {
            return false;
        }
        String what = condition.substring(0, equals).strip();
        String wanted = condition.substring(equals + 1).strip();
        return coordinates.containsKey(what) ? Axis.isAt(coordinates.get(what), wanted) : what.equals(ROW) && Axis.isAt(row, wanted);
    }

    private static double summary(Expectation expectation, List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int n = sorted.length;
        if (n == 0) {
            return Double.NaN;
        }
        return switch (expectation.getSummary()) {
            case "min" -> sorted[0];
            case "max" -> sorted[n - 1];
            case "median" -> (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
            default -> Arrays.stream(sorted).average().getAsDouble();
        };
    }

    /** Standard deviation of the scores that count; NaN for fewer than two. */
    public double spread() {
        if (values.size() < 2) {
            return Double.NaN;
        }
        double mean = values.stream().mapToDouble(Double::doubleValue).average().getAsDouble();
        double squares = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
        return Math.sqrt(squares / (values.size() - 1));
    }

    /** Whether the number is what was expected. */
    public Verdict verdict() {
        Double least = expectation.getAtLeast();
        Double most = expectation.getAtMost();
        if (Double.isNaN(value)) {
            return Verdict.OPEN;
        }
        if (least == null && most == null) {
            return Verdict.SHOWN;
        }
        return (least == null || value >= least) && (most == null || value <= most) ? Verdict.MET : Verdict.MISSED;
    }

    /** What the number is, for people. */
    public String title() {
        if (expectation.getTitle() != null && !expectation.getTitle().isBlank()) {
            return expectation.getTitle();
        }
        String where = String.join(", ", expectation.getWhere());
        return where.isEmpty() ? expectation.getScore() : expectation.getScore() + " (" + where + ")";
    }

    /** The bounds for people: {@code ≥ 0.89}; empty when there are none. */
    public String bounds() {
        Double least = expectation.getAtLeast();
        Double most = expectation.getAtMost();
        if (least != null && most != null) {
            return least.equals(most) ? "= " + text(least) : text(least) + " … " + text(most);
        }
        return least != null ? "≥ " + text(least) : most != null ? "≤ " + text(most) : "";
    }

    /** The published number for people, with its spread where it is known. */
    public String published() {
        Double number = expectation.getPublished();
        return number == null ? "" : expectation.getSpread() == null ? text(number) : text(number) + " ± " + text(expectation.getSpread());
    }

    private static String text(double number) {
        String text = Double.toString(number);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
