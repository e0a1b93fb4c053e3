// SPDX-License-Identifier: EPL-2.0
package org.nullcline.cli.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.nullcline.api.NullclineException;
import org.nullcline.api.benchmark.Benchmark;
import org.nullcline.api.benchmark.BenchmarkCase;
import org.nullcline.api.contribution.Descriptor;
import org.nullcline.api.contribution.ExtensionPoint;
import org.nullcline.cli.ExitCode;
import org.nullcline.cli.Session;
import org.nullcline.cli.input.StepCall;
import org.nullcline.cli.output.Json;
import org.nullcline.cli.output.TextTable;
import org.nullcline.engine.task.Provenance;

import com.google.gson.JsonObject;

import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures speed. */
@CommandLine.Command(name = "bench", header = "Measures the speed of the numerical core on this machine: median and minimum of repeated runs.",
        footer = {"", "Example: nullcline bench training --json", "         nullcline bench training --case 'latent 3' --threads 1"})
public final class BenchCommand extends Command.WithJson {

    private static final long SEED = 1;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "one of 'nullcline list benchmarks'; all without it")
    String name;

    @Option(names = "--case", paramLabel = "TEXT", description = "only cases whose name contains this text")
    String wanted = "";

    @Option(names = "--runs", paramLabel = "N", description = "measured repetitions of each case (default: 7)")
    int runs = 7;

    @Option(names = "--warm-up", paramLabel = "N", description = "repetitions before, which are not counted (default: 3)")
    int warmUp = 3;

    @Option(names = "--threads", paramLabel = "N", description = "threads (default: all processors)")
    int threads = Runtime.getRuntime().availableProcessors();

    /** The command within a session. */
    public BenchCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        if (runs < 1 || threads < 1 || warmUp < 0) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--runs and --threads need numbers of at least 1, and --warm-up one of at least 0");
        }
        List<JsonObject> results = new ArrayList<>();
        TextTable table = new TextTable("case", "time of one", "median ms", "minimum ms", "runs");
        boolean failed = false;
        for (Descriptor descriptor : chosen()) {
            for (BenchmarkCase each : session.contributions().create(descriptor, Benchmark.class).cases()) {
                if (!each.name().contains(wanted)) {
                    continue;
                }
                session.message("nullcline: measuring " + each.name());
                try {
                    double[] millis = measure(each);
                    double median = millis.length % 2 == 1 ? millis[millis.length / 2] : (millis[millis.length / 2 - 1] + millis[millis.length / 2]) / 2;
                    results.add(Json.object("case", each.name(), "medianMs", median, "minMs", millis[0], "runs", millis.length, "unit", each.unit()));
                    table.row(each.name(), each.unit(), TextTable.number(median), TextTable.number(millis[0]), Integer.toString(millis.length));
                } catch (NullclineException e) {
                    failed = true;
                    session.message("nullcline: " + each.name() + " could not be measured: " + e.getMessage());
                }
            }
        }
        if (results.isEmpty() && !failed) {
            throw new CommandLine.ParameterException(spec.commandLine(), "No case has '" + wanted + "' in its name");
        }
        JsonObject machine = Provenance.ofProcess();
        machine.addProperty("threads", threads);
        if (json) {
            session.print(Json.object("name", name == null ? "all" : name, "cases", results, "machine", machine));
        } else {
            table.lines().forEach(session::print);
        }
        return failed ? ExitCode.TASK : ExitCode.DONE;
    }

    private List<Descriptor> chosen() {
        List<Descriptor> all = session.contributions().list(ExtensionPoint.BENCHMARKS);
        if (name == null) {
            return all;
        }
        if (all.stream().noneMatch(d -> d.shortId().equals(name) || d.id().equals(name))) {
            throw new CommandLine.ParameterException(spec.commandLine(), "There is no benchmark '" + name + "'; choose from "
                    + all.stream().map(Descriptor::shortId).collect(Collectors.joining(", ")));
        }
        return List.of(session.contributions().find(ExtensionPoint.BENCHMARKS, name));
    }

    /** Milliseconds of one unit in every measured run, fastest first. */
    private double[] measure(BenchmarkCase each) {
        return new StepCall(session).inContext(SEED, threads, context -> {
            try (BenchmarkCase.Work work = each.preparation().prepare(context)) {
                double[] millis = new double[Math.max(1, Math.min(runs, work.runs()))];
                for (int run = work.runs() > 1 ? -warmUp : 0; run < millis.length; run++) {
                    context.progress().check();
                    long start = System.nanoTime();
                    work.run();
                    if (run >= 0) {
                        millis[run] = (System.nanoTime() - start) / 1e6 / each.units();
                    }
                }
                Arrays.sort(millis);
                return millis;
            }
        });
    }
}
