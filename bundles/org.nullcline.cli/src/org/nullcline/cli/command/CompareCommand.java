// SPDX-License-Identifier: EPL-2.0
package org.nullcline.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.nullcline.api.NullclineException;
import org.nullcline.api.contribution.Descriptor;
import org.nullcline.api.contribution.ExtensionPoint;
import org.nullcline.api.contribution.Port;
import org.nullcline.api.metric.Metric;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.value.Value;
import org.nullcline.cli.ExitCode;
import org.nullcline.cli.Session;
import org.nullcline.cli.input.Assignments;
import org.nullcline.cli.input.InputReader;
import org.nullcline.cli.input.Labels;
import org.nullcline.cli.input.StepCall;
import org.nullcline.cli.output.Json;
import org.nullcline.cli.output.ResultText;
import org.nullcline.engine.store.Store;

import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares values pairwise. */
@CommandLine.Command(name = "compare", header = "Pairwise distances or similarities between recordings, models or matrices.", footer = {"",
    "Examples: nullcline compare dsa a.npy b.npy c.npy --set delays=10 --set rank=6 --out M.csv", "          nullcline compare procrustes x.csv y.csv --json"})
public final class CompareCommand extends Command.WithStore {

    @Parameters(index = "0", paramLabel = "METRIC", description = "id of a metric; see 'nullcline list metrics'")
    String metric;

    @Parameters(index = "1..*", arity = "2..*", paramLabel = "INPUT", description = "FILE, FILE#NAME, FILE#PREFIX*, A+B, model:RUN[/TASK]")
    List<String> inputs = new ArrayList<>();

    @Option(names = "--set", paramLabel = "NAME=VALUE", description = "parameter of the metric; may be repeated")
    List<String> set = new ArrayList<>();

    @Option(names = "--out", paramLabel = "M.csv", description = "write the matrix as CSV, with the names in the first row and column")
    Path out;

    @Option(names = "--seed", paramLabel = "N", description = "seed of random numbers (default: 0)")
    long seed;

    @Option(names = "--transpose", description = "exchange the last two axes of the input arrays")
    boolean transpose;

    /** The command within a session. */
    public CompareCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        Descriptor descriptor = session.contributions().find(ExtensionPoint.METRICS, metric);
        Map<String, String> given = Assignments.parse("--set", set);
        var parameters = org.nullcline.api.parameter.Parameters.resolve(descriptor, given, session.contributions());
        Port port = new Port("values", List.of(descriptor.attribute("input", "any").strip().split("\\s+")), true, false, "");
        InputReader reader = new InputReader(session, storeFolder, transpose);
        List<Value> values = inputs.stream().map(text -> reader.forPort(text, port)).toList();
        Metric instance = session.contributions().create(descriptor, Metric.class);
        List<String> names = Labels.of(inputs);
        Set<String> notes = new LinkedHashSet<>();
        double[][] matrix = new StepCall(session).inContext(seed, context -> {
            List<Value> prepared = new ArrayList<>();
            for (Value value : values) {
                prepared.add(instance.prepare(value, parameters, context));
            }
            prepared.forEach(value -> notes.addAll(value.texts("notes")));
            return matrix(descriptor, instance, prepared, parameters, context);
        });
        if (out != null) {
            writeCsv(matrix, names);
        }
        if (json) {
            session.print(Json.object("metric", descriptor.id(), "version", descriptor.version(), "kind", descriptor.attribute("kind", "distance"), "parameters",
                    parameters.normalised(), "inputs", inputs, "names", names, "matrix", matrix, "notes", notes));
        } else {
            ResultText.matrix(names, names, matrix).forEach(session::print);
            notes.forEach(note -> session.message("nullcline: " + note));
        }
        return ExitCode.DONE;
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
                matrix[i][j] = identity && i == j ? 0 : instance.compare(values.get(i), values.get(j), parameters);
                matrix[j][i] = symmetric ? matrix[i][j] : matrix[j][i];
                context.progress().fraction((double) ++done / (symmetric ? n * (n + 1) / 2 : n * n));
            }
        }
        return matrix;
    }

    private void writeCsv(double[][] matrix, List<String> names) {
        StringBuilder text = new StringBuilder(names.stream().map(CompareCommand::cell).collect(Collectors.joining(",", ",", "\n")));
        for (int i = 0; i < matrix.length; i++) {
            text.append(cell(names.get(i))).append(',').append(Arrays.stream(matrix[i]).mapToObj(Double::toString).collect(Collectors.joining(","))).append('\n');
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
