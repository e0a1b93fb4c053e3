// SPDX-License-Identifier: EPL-2.0
package org.nullcline.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.nullcline.api.NullclineException;
import org.nullcline.api.contribution.Descriptor;
import org.nullcline.api.contribution.ExtensionPoint;
import org.nullcline.api.contribution.Port;
import org.nullcline.api.metric.Metric;
import org.nullcline.api.step.PreparedValues;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.Distances;
import org.nullcline.api.value.Value;
import org.nullcline.cli.ExitCode;
import org.nullcline.cli.Session;
import org.nullcline.cli.input.Assignments;
import org.nullcline.cli.input.InputReader;
import org.nullcline.cli.input.Labels;
import org.nullcline.cli.input.StepCall;
import org.nullcline.cli.output.Json;
import org.nullcline.cli.output.ResultText;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.engine.store.Store;
import org.nullcline.engine.task.StoredPreparations;

import com.google.gson.JsonObject;

import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares values pairwise. */
@CommandLine.Command(name = "compare", header = "Pairwise distances or similarities between recordings, models or matrices.", footer = {"",
    "Examples: nullcline compare dsa a.npy b.npy c.npy --set delays=10 --set rank=6 --out M.csv", "          nullcline compare procrustes x.csv y.csv --json",
    "          nullcline compare dsa reach.mat#Y --labels T --length 31 --set parts=labels --set rank=10 --set resamples=50",
    "Besides the metric's parameters, --set takes parts (whole, halves, alternating, labels), resamples and confidence of the step 'compare'.",
    "Inputs are read one after the other. Operators of dsa and input-dsa are kept in the store and found again by the content of the input."})
public final class CompareCommand extends Command.WithStore {

    private static final String STEP = "org.nullcline.compare";
    private static final String VALUES = "values";

    @Parameters(index = "0", paramLabel = "METRIC", description = "id of a metric; see 'nullcline list metrics'")
    String metric;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "INPUT", description = "FILE, FILE#NAME, FILE#PREFIX*, A+B, model:RUN[/TASK]")
    List<String> inputs = new ArrayList<>();

    @Option(names = "--with", paramLabel = "INPUT", description = "an input of a second group; each of the first group is compared with each of the second; "
            + "may be repeated")
    List<String> others = new ArrayList<>();

    @Option(names = "--set", paramLabel = "NAME=VALUE", description = "parameter of the metric, or parts, resamples or confidence; may be repeated")
    List<String> set = new ArrayList<>();

    @Option(names = "--out", paramLabel = "M.csv", description = "write the matrix as CSV, with the names in the first row and column")
    Path out;

    @Option(names = "--seed", paramLabel = "N", description = "seed of random numbers (default: 0)")
    long seed;

    @Option(names = "--transpose", description = "exchange the last two axes of the input arrays")
    boolean transpose;

    @CommandLine.Mixin
    TrialOptions trials = new TrialOptions();

    /** The command within a session. */
    public CompareCommand(Session session) {
        super(session);
    }

    /**
     * What a comparison gave.
     *
     * @param limits lower and upper limits of confidence, or null where trials were not resampled
     * @param prepared where prepared values came from, or null without a store
     */
    private record Outcome(List<String> rows, List<String> columns, double[][] matrix, double[][][] limits, boolean similarity, Set<String> notes,
            StoredPreparations prepared) {
    }

    @Override
    public Integer call() {
        Descriptor descriptor = session.contributions().find(ExtensionPoint.METRICS, metric);
        Map<String, String> given = Assignments.parse("--set", set);
        Optional<Descriptor> step = session.contributions().list(ExtensionPoint.STEPS).stream().filter(d -> d.id().equals(STEP)).findAny();
        Map<String, String> ofStep = new LinkedHashMap<>();
        step.ifPresent(d -> given.keySet().stream().filter(name -> descriptor.parameter(name).isEmpty() && d.parameter(name).isPresent()
                && !name.equals("metric")).toList().forEach(name -> ofStep.put(name, given.remove(name))));
        var parameters = org.nullcline.api.parameter.Parameters.resolve(descriptor, given, session.contributions());
        Outcome outcome = step.isPresent() ? byStep(step.get(), descriptor, given, ofStep) : here(descriptor, parameters);
        if (out != null) {
            writeCsv(outcome);
        }
        if (json) {
            JsonObject document = Json.object("metric", descriptor.id(), "version", descriptor.version(), "kind", outcome.similarity ? "similarity" : "distance",
                    "parameters", parameters.normalised(), "inputs", inputs, "names", outcome.rows, "matrix", outcome.matrix, "notes", outcome.notes);
            if (!others.isEmpty()) {
                document.add("columns", Json.of(outcome.columns));
            }
            if (outcome.limits != null) {
                document.add("intervals", Json.object("confidence", number(step.get(), ofStep, "confidence"), "resamples", (int) number(step.get(), ofStep, "resamples"),
                        "low", outcome.limits[0], "high", outcome.limits[1]));
            }
            if (outcome.prepared != null) {
                document.add("prepared", Json.object("fromStore", outcome.prepared.found(), "made", outcome.prepared.made()));
            }
            session.print(document);
        } else {
            ResultText.matrix(outcome.rows, outcome.columns, outcome.matrix).forEach(session::print);
            if (outcome.limits != null) {
                printLimits("from", outcome, 0);
                printLimits("to", outcome, 1);
            }
            outcome.notes.forEach(note -> session.message("nullcline: " + note));
            if (outcome.prepared != null && outcome.prepared.found() > 0) {
                session.message("nullcline: " + outcome.prepared.sentence() + ".");
            }
        }
        return ExitCode.DONE;
    }

    private void printLimits(String word, Outcome outcome, int which) {
        session.print("");
        session.print(word);
        ResultText.matrix(outcome.rows, outcome.columns, outcome.limits[which]).forEach(session::print);
    }

    private static double number(Descriptor step, Map<String, String> given, String name) {
        return Double.parseDouble(given.getOrDefault(name, step.parameter(name).orElseThrow().defaultValue()));
    }

    private List<StepInputs.Item> items(List<String> texts, Port port, int before) {
        InputReader reader = new InputReader(session, storeFolder, transpose);
        List<String> labels = Labels.of(texts);
        List<StepInputs.Item> items = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            int index = before + i;
            items.add(StepInputs.Item.reading(labels.get(i), () -> trials.given()
                    ? trials.read(session, text, index, inputs.size() + others.size(), transpose) : reader.forPort(text, port)));
        }
        return items;
    }

    private static Port port(Descriptor metric) {
        return new Port(VALUES, List.of(metric.attribute("input", "any").strip().split("\\s+")), true, false, "");
    }

    /** By the step that compares, which works in parallel, divides recordings and resamples trials. */
    private Outcome byStep(Descriptor step, Descriptor metric, Map<String, String> given, Map<String, String> ofStep) {
        Map<String, List<StepInputs.Item>> values = new LinkedHashMap<>();
        values.put(VALUES, items(inputs, port(metric), 0));
        if (!others.isEmpty()) {
            values.put("others", items(others, port(metric), inputs.size()));
        }
        Map<String, String> settings = new LinkedHashMap<>(ofStep);
        settings.put("metric", metric.id());
        given.forEach((name, value) -> settings.put("metric." + name, value));
        StoredPreparations prepared = preparations();
        Value value = new StepCall(session, prepared == null ? PreparedValues.NONE : prepared).run(step, new StepInputs(values), settings, seed).get("distances");
        Distances distances = Distances.of(value);
        double[][][] limits = value.has("low") && value.has("high") ? new double[][][] {NdArrays.rows(value.array("low")), NdArrays.rows(value.array("high"))}
                : null;
        return new Outcome(distances.rows(), distances.columns(), distances.matrix(), limits, distances.similarity(),
                new LinkedHashSet<>(value.texts(Distances.NOTES)), prepared);
    }

    /** Prepared values are a convenience: a comparison goes on without a store. */
    private StoredPreparations preparations() {
        try {
            return new StoredPreparations(store());
        } catch (NullclineException e) {
            if (storeFolder != null) {
                throw e;
            }
            session.message("nullcline: nothing is kept for later comparisons. " + e.getMessage());
            return null;
        }
    }

    /** Without that step: one pair after the other. */
    private Outcome here(Descriptor descriptor, org.nullcline.api.parameter.Parameters parameters) {
        if (!others.isEmpty()) {
            throw NullclineException.invalid("Two groups are compared by the step " + STEP + ", which is not installed.");
        }
        Metric instance = session.contributions().create(descriptor, Metric.class);
        List<StepInputs.Item> items = items(inputs, port(descriptor), 0);
        List<String> names = items.stream().map(StepInputs.Item::label).toList();
        Set<String> notes = new LinkedHashSet<>();
        double[][] matrix = new StepCall(session).inContext(seed, context -> {
            List<Value> prepared = new ArrayList<>();
            for (StepInputs.Item item : items) {
                prepared.add(instance.prepare(item.value(), parameters, context));
            }
            prepared.forEach(value -> notes.addAll(value.texts("notes")));
            return matrix(descriptor, instance, prepared, parameters, context);
        });
        return new Outcome(names, names, matrix, null, descriptor.attribute("kind", "distance").equals("similarity"), notes, null);
    }

    private double[][] matrix(Descriptor descriptor, Metric instance, List<Value> values, org.nullcline.api.parameter.Parameters parameters,
            StepContext context) {
        boolean symmetric = Boolean.parseBoolean(descriptor.attribute("symmetric", "false"));
        boolean identity = Boolean.parseBoolean(descriptor.attribute("identity", "false")) && descriptor.attribute("kind", "distance").equals("distance");
        int n = values.size();
        double[][] matrix = new double[n][n];
        int done = 0;
        for (int i = 0; i < n; i++) {
            for (int j = symmetric ? i : 0; j < n; j++) {
                context.progress().note("comparing " + (i + 1) + " with " + (j + 1));
                matrix[i][j] = identity && i == j ? 0 : instance.compare(values.get(i), values.get(j), parameters, context);
                matrix[j][i] = symmetric ? matrix[i][j] : matrix[j][i];
                context.progress().fraction((double) ++done / (symmetric ? n * (n + 1) / 2 : n * n));
            }
        }
        return matrix;
    }

    private void writeCsv(Outcome outcome) {
        StringBuilder text = new StringBuilder(outcome.columns.stream().map(CompareCommand::cell).collect(Collectors.joining(",", ",", "\n")));
        for (int i = 0; i < outcome.matrix.length; i++) {
            text.append(cell(outcome.rows.get(i))).append(',').append(Arrays.stream(outcome.matrix[i]).mapToObj(Double::toString).collect(Collectors.joining(","))).append('\n');
        }
        Path target = session.resolve(out);
        try {
            Files.createDirectories(target.getParent());
            Files.writeString(target, text);
        } catch (IOException e) {
            throw NullclineException.infrastructure(target + " cannot be written: " + Store.reason(e) + ".", e);
        }
    }

    /** Quoted where needed; a name that a spreadsheet would take for a formula gets an apostrophe. */
    private static String cell(String text) {
        String safe = !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.matches("[^,\"\n]*") ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
