// SPDX-License-Identifier: EPL-2.0
package org.nullcline.cli.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.nullcline.api.NullclineException;
import org.nullcline.cli.ExitCode;
import org.nullcline.cli.Session;
import org.nullcline.cli.bench.BenchCase;
import org.nullcline.cli.bench.BenchCases;
import org.nullcline.cli.output.Json;
import org.nullcline.cli.output.TextTable;
import org.nullcline.engine.task.Provenance;

import com.google.gson.JsonObject;

import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures speed. */
@CommandLine.Command(name = "bench", header = "Measures the speed of the numerical core on this machine: median and minimum of repeated runs.",
        footer = {"", "Example: nullcline bench training --json"})
public final class BenchCommand extends Command.WithJson {

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "training, rollout, dsa or marble; all without it")
    String name;

    @Option(names = "--runs", paramLabel = "N", description = "measured repetitions of each case (default: 7)")
    int runs = 7;

    @Option(names = "--threads", paramLabel = "N", description = "threads (default: all processors)")
    int threads = Runtime.getRuntime().availableProcessors();

    /** The command within a session. */
    public BenchCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        List<String> names = BenchCases.names();
        if (name != null && !names.contains(name)) {
            throw new CommandLine.ParameterException(spec.commandLine(), "There is no benchmark '" + name + "'; choose from " + String.join(", ", names));
        }
        if (runs < 1 || threads < 1) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--runs and --threads need numbers of at least 1");
        }
        List<JsonObject> results = new ArrayList<>();
        TextTable table = new TextTable("case", "median ms", "minimum ms", "runs");
        for (BenchCase measured : new BenchCases(session, threads).of(name)) {
            session.message("nullcline: measuring " + measured.name());
            try {
                double[] millis = measured.measure(runs);
                Arrays.sort(millis);
                double median = millis.length % 2 == 1 ? millis[millis.length / 2] : (millis[millis.length / 2 - 1] + millis[millis.length / 2]) / 2;
                results.add(Json.object("case", measured.name(), "medianMs", median, "minMs", millis[0], "runs", millis.length));
                table.row(measured.name(), TextTable.number(median), TextTable.number(millis[0]), Integer.toString(millis.length));
            } catch (NullclineException e) {
                session.message("nullcline: " + measured.name() + " is left out: " + e.getMessage());
            }
        }
        JsonObject machine = Provenance.ofProcess();
        machine.addProperty("threads", threads);
        if (json) {
            session.print(Json.object("name", name == null ? "all" : name, "cases", results, "machine", machine));
        } else {
            table.lines().forEach(session::print);
        }
        return ExitCode.DONE;
    }
}
