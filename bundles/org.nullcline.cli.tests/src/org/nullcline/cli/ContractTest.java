// SPDX-License-Identifier: EPL-2.0
package org.nullcline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nullcline.cli.Calls.Result;
import org.nullcline.model.Experiment;
import org.nullcline.model.Experiments;
import org.nullcline.model.Step;

import com.google.gson.JsonObject;

/** Exit codes and JSON fields that scripts rely on. */
class ContractTest {

    @TempDir
    private Path folder;
    private Calls calls;
    private Path file;

    @BeforeEach
    void writeExperiment() throws IOException {
        calls = new Calls(folder);
        Experiment experiment = Experiments.create("Numbers");
        Step number = Experiments.addStep(experiment, "org.nullcline.clitest.tally", "1.0.0");
        number.setId("n");
        Step twice = Experiments.addStep(experiment, "org.nullcline.clitest.twice", "1.0.0");
        twice.setId("t");
        Experiments.connect(experiment, number, "value", twice, "values");
        file = folder.resolve("numbers.experiment");
        Experiments.save(experiment, file);
    }

    @ParameterizedTest
    @CsvSource({"bogus", "run --bogus", "describe", "list nonsense", "run", "compare dsa", "convert one", "simulate lorenz", "report last", "gc --older-than x",
        "run a.experiment --template b", "run --quick a.experiment"})
    void wrongUsageEndsWithCode2AndOneSentence(String line) {
        Result result = calls.call(line.split(" ")).exits(ExitCode.USAGE);
        assertEquals(1, result.err().lines().count(), result.err());
        assertTrue(result.err().startsWith("nullcline: ") && result.err().contains("nullcline help"), result.err());
        assertEquals("", result.out());
    }

    @Test
    void everyCommandIsDocumentedWithAnExample() {
        Set<String> names = new CommandLineProgram(calls.session(System.out, System.err)).create().getSubcommands().keySet();
        assertTrue(names.containsAll(List.of("demo", "run", "plan", "explain", "validate", "runs", "show", "resume", "cancel", "report", "list", "describe", "simulate",
                "convert", "compare", "apply", "bench", "verify", "gc", "new-plugin", "check-plugin", "install", "doctor", "help")), names.toString());
        for (String name : names) {
            Result help = calls.call("help", name).exits(ExitCode.DONE);
            assertTrue(help.out().contains("Example") && help.out().contains("nullcline " + name), help.out());
        }
    }

    @Test
    void helpListsAllCommandsAndExitCodes() {
        Result help = calls.call("help").exits(ExitCode.DONE);
        assertTrue(help.out().contains("compare") && help.out().contains("Exit codes"), help.out());
        assertEquals(ExitCode.USAGE, calls.call("help", "comprae").exitCode());
    }

    @Test
    void listTellsWhatIsInstalled() {
        JsonObject json = calls.call("list", "steps", "--json").exits(ExitCode.DONE).json();
        JsonObject step = json.getAsJsonArray("steps").asList().stream().map(e -> e.getAsJsonObject())
                .filter(s -> s.get("id").getAsString().equals("org.nullcline.clitest.tally")).findFirst().orElseThrow();
        assertEquals(Set.of("id", "shortId", "name", "version", "plugin", "description", "deprecated"), step.keySet());
        assertEquals("tally", step.get("shortId").getAsString());
        assertTrue(calls.call("list", "--json").json().keySet().containsAll(List.of("architectures", "solvers", "metrics", "systems", "steps", "formats", "executors",
                "templates")));
        assertTrue(calls.call("list", "executors").out().contains("local"));
        assertTrue(calls.call("list", "templates").out().contains("first-look"));
    }

    @Test
    void describeTellsParametersAndCitations() {
        JsonObject json = calls.call("describe", "org.nullcline.clitest.tally", "--json").exits(ExitCode.DONE).json();
        JsonObject value = json.getAsJsonArray("parameters").get(0).getAsJsonObject();
        assertEquals("real", value.get("type").getAsString());
        assertEquals(100, value.get("max").getAsDouble());
        assertEquals("s", value.get("unit").getAsString());
        assertEquals("10.1000/1", json.getAsJsonArray("citations").get(0).getAsJsonObject().get("doi").getAsString());
        Result missing = calls.call("describe", "org.nullcline.clitest.taly").exits(ExitCode.INVALID);
        assertTrue(missing.err().contains("did you mean org.nullcline.clitest.tally"), missing.err());
    }

    @Test
    void validateTellsProblemsWithTheRightCode() {
        JsonObject good = calls.call("validate", file.toString(), "--json").exits(ExitCode.DONE).json();
        assertTrue(good.get("valid").getAsBoolean());
        JsonObject bad = calls.call("validate", file.toString(), "--set", "n.value=1000", "--json").exits(ExitCode.INVALID).json();
        JsonObject problem = bad.getAsJsonArray("problems").get(0).getAsJsonObject();
        assertEquals(Set.of("severity", "step", "place", "sentence"), problem.keySet());
        assertEquals("n", problem.get("step").getAsString());
        assertTrue(calls.call("validate", file.toString(), "--set", "n.value=1000").out().startsWith("error: Step 'n'"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"nothing.experiment | 4 | There is no file", "broken.experiment | 3 | broken.experiment", "--template=nothing | 3 | no template"})
    void experimentThatCannotBeOpenedIsOneSentence(String source, int code, String word) throws IOException {
        Files.writeString(folder.resolve("broken.experiment"), "<torn");
        Result result = calls.call("run", source).exits(code);
        assertTrue(result.err().contains(word), result.err());
        assertEquals(1, result.err().lines().count(), result.err());
    }

    @Test
    void planListsTasksWithKeysAndCounts() {
        JsonObject json = calls.call("plan", file.toString(), "--sweep", "n.value=1,2,3", "--json").exits(ExitCode.DONE).json();
        assertEquals(6, json.getAsJsonObject("counts").get("tasks").getAsInt());
        assertEquals(0, json.getAsJsonObject("counts").get("cached").getAsInt());
        JsonObject task = json.getAsJsonArray("tasks").get(0).getAsJsonObject();
        assertTrue(task.get("key").getAsString().matches("[0-9a-f]{64}"));
        assertEquals("1", task.getAsJsonObject("coordinates").get("value").getAsString());
    }

    @Test
    void runGivesTheDocumentOfTheContract() {
        Result result = calls.call("run", file.toString(), "--set", "n.value=7", "--json", "--workers", "1").exits(ExitCode.DONE);
        JsonObject json = result.json();
        assertTrue(json.keySet().containsAll(List.of("run", "status", "tasks", "scores", "seconds")), json.toString());
        assertEquals("done", json.get("status").getAsString());
        assertEquals(2, json.getAsJsonObject("tasks").get("total").getAsInt());
        assertEquals(Set.of("total", "done", "cached", "failed", "skipped"), json.getAsJsonObject("tasks").keySet());
        JsonObject row = json.getAsJsonArray("scores").get(0).getAsJsonObject();
        assertEquals(7, row.getAsJsonObject("values").get("number").getAsDouble());
        assertTrue(row.getAsJsonObject("values").get("nothing").isJsonNull(), "no number is null");
        Result again = calls.call("run", file.toString(), "--set", "n.value=7", "--json").exits(ExitCode.DONE);
        assertEquals(2, again.json().getAsJsonObject("tasks").get("cached").getAsInt());
    }

    @ParameterizedTest
    @CsvSource({"task,5,diverged", "input,5,no spikes", "infrastructure,7,disk is full"})
    void failedTaskEndsTheRunWithItsCodeAndItsSentenceUnlessTheMachineIsToBlame(String how, int code, String word) {
        Result result = calls.call("run", file.toString(), "--set", "n.fail=" + how, "--workers", "1").exits(code);
        assertEquals(1, result.err().lines().filter(l -> l.contains(word)).count(), result.err());
        assertFalse(result.err().contains("Exception"), "no stack trace: " + result.err());
        Result log = calls.call("show", "last", "--log", "n").exits(ExitCode.DONE);
        assertTrue(log.out().contains("NumberStep.run"), "the log says where: " + log.out());
    }

    @Test
    void runsAreLookedAfter() throws IOException {
        calls.call("run", file.toString(), "--workers", "1").exits(ExitCode.DONE);
        JsonObject run = calls.call("runs", "--json").json().getAsJsonArray("runs").get(0).getAsJsonObject();
        assertTrue(run.keySet().containsAll(List.of("run", "experiment", "status", "created", "pinned", "tasks")), run.toString());
        String id = run.get("run").getAsString();
        JsonObject shown = calls.call("show", id, "--json").exits(ExitCode.DONE).json();
        assertEquals("done", shown.getAsJsonArray("taskList").get(0).getAsJsonObject().get("state").getAsString());
        assertEquals(ExitCode.DONE, calls.call("resume", id, "--json").exitCode());
        calls.call("cancel", id).exits(ExitCode.INVALID);
        calls.call("report", id, "--out", "report.html").exits(ExitCode.DONE);
        String html = Files.readString(folder.resolve("report.html"));
        assertTrue(html.contains("Numbers") && html.contains("A paper about numbers") && html.contains(id), html);
        assertTrue(calls.call("pin", id, "--json").json().get("pinned").getAsBoolean());
        assertTrue(calls.call("verify", "--json").exits(ExitCode.DONE).json().getAsJsonArray("damages").isEmpty());
        JsonObject garbage = calls.call("gc", "--dry-run", "--older-than", "0", "--json").exits(ExitCode.DONE).json();
        assertTrue(garbage.getAsJsonArray("runs").isEmpty(), "pinned");
        calls.call("show", "nothing").exits(ExitCode.INVALID);
    }

    @Test
    void damagedResultIsFoundAndRepaired() throws IOException {
        calls.call("run", file.toString(), "--workers", "1").exits(ExitCode.DONE);
        Path object;
        try (var walk = Files.walk(folder.resolve("store").resolve("objects"))) {
            object = walk.filter(p -> p.toString().endsWith("matrix.npy")).findFirst().orElseThrow();
        }
        Files.writeString(object, "damaged");
        calls.call("verify").exits(ExitCode.INFRASTRUCTURE);
        calls.call("verify", "--repair").exits(ExitCode.DONE);
        calls.call("verify").exits(ExitCode.DONE);
    }

    @Test
    void explainTellsWhy() {
        calls.call("run", file.toString(), "--workers", "1").exits(ExitCode.DONE);
        JsonObject json = calls.call("explain", file.toString(), "--set", "n.value=9", "--json").exits(ExitCode.DONE).json();
        assertEquals("value: 1.0 → 9.0", json.getAsJsonArray("tasks").get(0).getAsJsonObject().getAsJsonArray("reasons").get(0).getAsString());
        assertFalse(json.getAsJsonArray("tasks").get(0).getAsJsonObject().get("cached").getAsBoolean());
    }

    @Test
    void cancelledRunEndsWithCode6() throws InterruptedException {
        Result[] result = new Result[1];
        Thread run = new Thread(() -> result[0] = calls.call("run", file.toString(), "--set", "n.rounds=6000", "--workers", "1"));
        run.start();
        int code = ExitCode.INVALID;
        for (int i = 0; i < 600 && code != ExitCode.DONE; i++) {
            Thread.sleep(100);
            code = calls.call("cancel", "last").exitCode();
        }
        run.join(30_000);
        assertFalse(run.isAlive());
        result[0].exits(ExitCode.CANCELLED);
    }

    @Test
    void setTellsWhatItCannotFind() {
        Result step = calls.call("plan", file.toString(), "--set", "m.value=1").exits(ExitCode.INVALID);
        assertTrue(step.err().contains("no step 'm'"), step.err());
        Result parameter = calls.call("plan", file.toString(), "--set", "n.valu=1").exits(ExitCode.INVALID);
        assertTrue(parameter.err().contains("'valu'"), parameter.err());
        calls.call("plan", file.toString(), "--set", "n.value").exits(ExitCode.INVALID);
        calls.call("plan", file.toString(), "--seed", "12").exits(ExitCode.DONE);
    }

    @Test
    void storeThatCannotBeUsedIsInfrastructure() throws IOException {
        Files.writeString(folder.resolve("occupied"), "a file");
        Result result = calls.call("runs", "--store", "occupied").exits(ExitCode.INFRASTRUCTURE);
        assertTrue(result.err().contains("occupied"), result.err());
        calls.call("run", file.toString(), "--executor", "nowhere").exits(ExitCode.INVALID);
    }

    @Test
    void applyAndCompareWorkOnFiles() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "1,2\n3,4\n");
        Files.writeString(folder.resolve("b.csv"), "1,2\n3,7.5\n");
        Files.writeString(folder.resolve("c.csv"), "2,2\n3,4\n");
        JsonObject applied = calls.call("apply", "twice", "a.csv", "b.csv", "--out", "twice", "--json").exits(ExitCode.DONE).json();
        assertEquals("org.nullcline.clitest.twice", applied.get("step").getAsString());
        assertEquals(2, applied.getAsJsonObject("outputs").getAsJsonObject("value").getAsJsonObject("arrays").getAsJsonObject("matrix").getAsJsonArray("values").get(0)
                .getAsJsonArray().get(0).getAsDouble());
        assertTrue(Files.isRegularFile(folder.resolve("twice").resolve("matrix.npy")));
        JsonObject compared = calls.call("compare", "difference", "a.csv", "b.csv", "c.csv", "--set", "factor=2", "--out", "M.csv", "--json").exits(ExitCode.DONE)
                .json();
        assertTrue(compared.keySet().containsAll(List.of("metric", "version", "parameters", "inputs", "matrix", "notes", "kind")), compared.toString());
        assertEquals("[[0.0,7.0,2.0],[7.0,0.0,7.0],[2.0,7.0,0.0]]", compared.get("matrix").toString());
        assertEquals(List.of(",a.csv,b.csv,c.csv", "a.csv,0.0,7.0,2.0"), Files.readAllLines(folder.resolve("M.csv")).subList(0, 2));
        calls.call("compare", "difference", "a.csv", "missing.csv").exits(ExitCode.INPUT);
        calls.call("compare", "difference", "a.csv", "b.csv", "--set", "factor=-1").exits(ExitCode.INVALID);
        calls.call("compare", "diference", "a.csv", "b.csv").exits(ExitCode.INVALID);
        calls.call("apply", "twice").exits(ExitCode.USAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"version", "doctor"})
    void machineReadableEverywhere(String command) {
        calls.call(command, "--json").exits(ExitCode.DONE).json();
    }
}
