// SPDX-License-Identifier: EPL-2.0
package org.nullcline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nullcline.cli.Calls.Result;

/** What users get wrong in a fit: the code and the one sentence of the contract, through workers and store. */
class FailingRunsTest {

    @TempDir
    private Path folder;
    private Calls calls;
    private Path file;

    @BeforeEach
    void prepare() throws IOException {
        calls = new Calls(folder);
        file = folder.resolve("small.experiment");
        Files.writeString(file, """
                <?xml version="1.0" encoding="UTF-8"?>
                <experiment:Experiment xmi:version="2.0" xmlns:xmi="http://www.omg.org/XMI" xmlns:experiment="urn:nullcline:experiment" format="1.1" name="Small" seed="1">
                  <step id="simulate" contribution="org.nullcline.simulate" version="1.0.0" plugin="org.nullcline.data">
                    <parameter name="trials" value="20"/>
                    <parameter name="bins" value="20"/>
                    <parameter name="neurons" value="5"/>
                  </step>
                  <step id="split" contribution="org.nullcline.split-trials" version="1.0.0" plugin="org.nullcline.data"/>
                  <step id="fit" contribution="org.nullcline.fit" version="1.0.0" plugin="org.nullcline.dynamics">
                    <parameter name="epochs" value="20"/>
                    <parameter name="encoderSize" value="8"/>
                    <parameter name="batch" value="16"/>
                  </step>
                  <link source="simulate" output="recording" target="split" input="recording"/>
                  <link source="split" output="recording" target="fit" input="recording"/>
                </experiment:Experiment>
                """);
    }

    private Result run(String... settings) {
        List<String> call = Stream.concat(Stream.of("run", file.toString(), "--workers", "1"), Stream.of(settings)).toList();
        return calls.call(call.toArray(String[]::new));
    }

    /** The sentence about a failed task, of which there must be one. */
    private static String sentence(Result result) {
        List<String> sentences = result.err().lines().filter(line -> line.startsWith("nullcline: Task ")).toList();
        assertEquals(1, sentences.size(), result.err());
        return sentences.getFirst();
    }

    @Test
    void trainingThatDivergesFailsAndLeavesTheCheckpointBefore() throws IOException {
        Result result = run("--set", "fit.optimiser=sgd", "--set", "fit.learningRate=50").exits(ExitCode.TASK);
        String sentence = sentence(result);
        assertTrue(sentence.matches(".*'fit': Training diverged in epoch [2-9][0-9]*: .* Lower 'learningRate' \\(now 50.0\\).*the checkpoint before that epoch is kept\\."),
                sentence);
        int epoch = Integer.parseInt(sentence.replaceAll(".*in epoch ([0-9]+):.*", "$1"));
        try (Stream<Path> kept = Files.walk(folder.resolve("store").resolve("checkpoints"))) {
            assertTrue(kept.anyMatch(p -> p.endsWith(String.format("epoch-%09d/value.json", epoch - 1))), "the last good epoch is on the disk");
        }
    }

    @Test
    void whatATaskFindsWrongWithItsInputIsAFailedTask() {
        assertTrue(sentence(run("--set", "simulate.trials=1").exits(ExitCode.TASK)).contains("validation split empty"));
        String[] id = {"resume", "last", "--workers", "1"};
        calls.call(id).exits(ExitCode.TASK);
    }

    @Test
    void whatIsWrongBeforeAnythingRunsHasItsOwnCode() {
        Result result = run("--set", "fit.epochs=-1").exits(ExitCode.INVALID);
        assertEquals(1, result.err().lines().count(), result.err());
        run("--set", "fit.update=next", "--set", "fit.gradient=adjoint").exits(ExitCode.INVALID);
    }

    @Test
    void aFitThatDoesNotFitIntoItsWorkerIsRefusedBeforeItTrains() {
        // three thousand bins of a GRU need several hundred megabytes; the worker lives, so it refused instead of running out of memory
        String sentence = sentence(run("--memory", "200", "--set", "simulate.bins=3000", "--set", "simulate.trials=150", "--set", "fit.batch=150",
                "--set", "fit.encoderSize=64").exits(ExitCode.TASK));
        assertTrue(sentence.matches(".*'fit': Training with [0-9]+ threads? needs about [0-9]+ MB, but this process may use [0-9]+ MB; give it more with --memory, .*"),
                sentence);
    }

    @Test
    void sessionsShareAModelAndAreScoredBesideModelsOfTheirOwn() throws IOException {
        Path report = folder.resolve("report.html");
        var json = calls.call("run", "--template", "stitching", "--quick", "--set", "stitched.epochs=2", "--set", "separate.epochs=2", "--set",
                "simulate.trials=20", "--workers", "1", "--report", report.toString(), "--json").exits(ExitCode.DONE).json();
        // four sessions: simulated, split, fitted alone, selected from the stitched model, scored twice; and that model
        assertEquals(6 * 4 + 1, json.getAsJsonObject("tasks").get("done").getAsInt());
        assertTrue(json.get("scores").toString().contains("hidden R²"), json.toString());
        String html = Files.readString(report);
        assertTrue(html.contains("Scores, stitched") && html.contains("Scores, separate"), "both are in the report");
    }
}
