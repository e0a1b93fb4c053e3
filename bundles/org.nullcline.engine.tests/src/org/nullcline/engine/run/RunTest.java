// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nullcline.engine.steps.Engines.axis;
import static org.nullcline.engine.steps.Engines.create;
import static org.nullcline.engine.steps.Engines.gather;
import static org.nullcline.engine.steps.Engines.link;
import static org.nullcline.engine.steps.Engines.settings;
import static org.nullcline.engine.steps.Engines.step;
import static org.nullcline.engine.steps.Engines.work;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nullcline.api.NullclineException;
import org.nullcline.api.NullclineException.Kind;
import org.nullcline.engine.plan.Plan;
import org.nullcline.engine.plan.Task;
import org.nullcline.engine.run.RunMonitor.TaskState;
import org.nullcline.engine.run.RunSummary.State;
import org.nullcline.engine.steps.Engines;
import org.nullcline.engine.steps.NumberStep;
import org.nullcline.engine.store.Store;
import org.nullcline.engine.store.StoredResult;
import org.nullcline.engine.worker.EngineProcess;
import org.nullcline.engine.worker.LocalExecutor;
import org.nullcline.model.Experiment;
import org.nullcline.model.Experiments;

/** Runs experiments of test steps with worker processes. */
class RunTest {

    @TempDir
    private Path folder;

    private Store store() {
        return Store.open(folder.resolve("store"));
    }

    private static Experiment sweep() {
        Experiment experiment = Experiments.create("Sweep");
        experiment.setSeed(3);
        step(experiment, "n", "number", "noise", "1");
        step(experiment, "s", "sum", "factor", "2");
        axis(experiment, "value", "n.value", "1", "2", "3", "4");
        gather(experiment, "n", "s", "values");
        return experiment;
    }

    private static double number(Store store, Task task, String port) {
        return NumberStep.number(store.value(task.key(), port));
    }

    private static Task task(RunFolder run, String step) {
        return run.plan().tasks().stream().filter(t -> t.step().equals(step)).findFirst().orElseThrow();
    }

    @Test
    void tasksAreDoneInOrderAndASecondRunDoesNothing() {
        Store store = store();
        RunFolder run = create(store, sweep());
        RunSummary summary = work(run, store, settings());
        assertEquals(State.DONE, summary.state());
        assertEquals(5, summary.done());
        assertEquals(0, summary.cached());
        Plan plan = run.plan();
        double expected = 2 * plan.tasks().stream().filter(t -> t.step().equals("n")).mapToDouble(t -> number(store, t, "value")).sum();
        assertEquals(expected, number(store, task(run, "s"), "sum"), 1e-12);
        assertEquals(List.of("value=1", "value=2", "value=3", "value=4"), store.value(task(run, "s").key(), "sum").texts("labels"));
        plan.tasks().forEach(t -> assertEquals(t.key(), run.task(t.index()).done().orElseThrow().key()));
        RunFolder again = create(store, sweep());
        RunSummary second = work(again, store, settings());
        assertEquals(State.DONE, second.state());
        assertEquals(5, second.cached());
        assertTrue(again.task(0).done().orElseThrow().cached());
        assertFalse(Files.exists(again.workers()), "no worker is started for nothing");
    }

    @Test
    void numberOfWorkersDoesNotChangeABit() {
        Map<Integer, Map<String, Map<String, StoredResult.Output>>> results = new TreeMap<>();
        for (int workers : List.of(1, 4)) {
            Store store = Store.open(folder.resolve("store-" + workers));
            RunFolder run = create(store, sweep());
            assertEquals(State.DONE, work(run, store, settings().withWorkers(workers)).state());
            results.put(workers, run.plan().tasks().stream().collect(Collectors.toMap(Task::key, t -> store.result(t.key()).orElseThrow().outputs())));
        }
        assertEquals(results.get(1), results.get(4));
    }

    @Test
    void everyWayToFailCostsOneSentenceAndNothingElse() {
        Map<String, String> words = Map.of("throw", "IllegalStateException: an unexpected state", "sentence", "the training diverged", "memory", "memory", "exit",
                "must not end the process", "halt", "native code", "loop", "no sign of life", "overflow", "StackOverflowError", "missing", "'value' is missing",
                "undeclared", "'more' is not declared");
        Experiment experiment = Experiments.create("Failures");
        words.keySet().forEach(how -> step(experiment, how, "broken", "how", how));
        step(experiment, "print", "broken", "how", "print");
        step(experiment, "wrong-kind", "other-kind");
        step(experiment, "absent", "absent");
        step(experiment, "after", "single");
        step(experiment, "later", "single");
        link(experiment, "throw", "after", "values");
        link(experiment, "after", "later", "values");
        step(experiment, "good", "number");
        Store store = store();
        RunFolder run = create(store, experiment);
        RunSummary summary = work(run, store, settings().withLimits(Duration.ofSeconds(20), Duration.ofSeconds(2)));
        assertEquals(State.FAILED, summary.state());
        assertEquals(words.size() + 2, summary.failed());
        assertEquals(2, summary.skipped());
        assertEquals(2, summary.done(), "what does not depend on a failure is done");
        words.forEach((how, word) -> {
            Task task = task(run, how);
            String sentence = run.task(task.index()).failed().orElseThrow().sentence();
            assertTrue(sentence.contains(word) && sentence.contains(how), how + ": " + sentence);
            assertTrue(sentence.lines().count() == 1, sentence);
            assertFalse(run.task(task.index()).isDone());
            assertFalse(store.has(task.key()));
        });
        assertTrue(run.task(task(run, "wrong-kind").index()).failed().orElseThrow().sentence().contains("is a matrix instead of a scores"));
        assertEquals(Kind.INFRASTRUCTURE, run.task(task(run, "absent").index()).failed().orElseThrow().kind());
        RunMonitor monitor = new RunMonitor(run);
        monitor.refresh();
        assertEquals(TaskState.SKIPPED, monitor.state(task(run, "later").index()));
        assertEquals(TaskState.DONE, monitor.state(task(run, "good").index()));
        assertEquals(summary, monitor.summary());
    }

    @Test
    void logOfATaskHoldsWhatItPrintedAndWhereItFailed() throws IOException {
        Experiment experiment = Experiments.create("Logs");
        step(experiment, "print", "broken", "how", "print");
        step(experiment, "throw", "broken", "how", "throw");
        Store store = store();
        RunFolder run = create(store, experiment);
        work(run, store, settings());
        String printed = Files.readString(run.task(task(run, "print").index()).log(1));
        assertTrue(printed.contains("@nullcline") && printed.contains("something on the error stream"), printed);
        String failed = Files.readString(run.task(task(run, "throw").index()).log(1));
        assertTrue(failed.contains("BrokenStep.run"), failed);
    }

    @Test
    void stubbornTaskIsCancelledWithinTenSeconds() throws InterruptedException {
        Experiment experiment = Experiments.create("Stubborn");
        step(experiment, "slow", "slow", "rounds", "100000", "millis", "20", "stubborn", "true");
        step(experiment, "after", "single");
        link(experiment, "slow", "after", "values");
        Store store = store();
        RunFolder run = create(store, experiment);
        var controller = new RunController(run, store, new LocalExecutor(), settings());
        RunSummary[] summary = new RunSummary[1];
        Thread engine = new Thread(() -> summary[0] = controller.work());
        engine.start();
        awaitRounds(run, 3);
        controller.cancel();
        engine.join(10_000);
        assertFalse(engine.isAlive(), "the promise is ten seconds");
        assertEquals(State.CANCELLED, summary[0].state());
        assertFalse(store.has(task(run, "slow").key()));
        assertEquals(0, summary[0].failed(), "what was cancelled has not failed");
    }

    @Test
    void cancelledRunGoesOnFromItsCheckpoints() throws Exception {
        Path trace = folder.resolve("trace.txt");
        Experiment experiment = Experiments.create("Resumed");
        step(experiment, "slow", "slow", "rounds", "60", "millis", "30", "trace", trace.toString());
        Store store = store();
        RunFolder run = create(store, experiment);
        Thread engine = new Thread(() -> work(run, store, settings()));
        engine.start();
        awaitRounds(run, 5);
        run.requestCancel();
        engine.join(20_000);
        RunMonitor monitor = new RunMonitor(run);
        monitor.refresh();
        assertEquals(State.CANCELLED, monitor.summary().state());
        assertEquals(State.DONE, work(run, store, settings()).state());
        List<Integer> rounds = Files.readAllLines(trace).stream().map(Integer::valueOf).toList();
        assertEquals(rounds.stream().distinct().sorted().toList(), rounds, "no round is repeated after a cooperative stop");
        assertEquals(60, rounds.size());
        assertFalse(Files.exists(store.checkpoints(task(run, "slow").key())), "checkpoints go when the result is stored");
    }

    @Test
    void killedWorkerCostsItsTaskAndResumeGoesOn() throws Exception {
        Path trace = folder.resolve("trace.txt");
        Experiment experiment = Experiments.create("Killed worker");
        step(experiment, "slow", "slow", "rounds", "60", "millis", "30", "trace", trace.toString());
        Store store = store();
        RunFolder run = create(store, experiment);
        RunSummary[] summary = new RunSummary[1];
        Thread engine = new Thread(() -> summary[0] = work(run, store, settings()));
        engine.start();
        awaitRounds(run, 5);
        ProcessHandle.current().children().filter(RunTest::isJava).forEach(ProcessHandle::destroyForcibly);
        engine.join(30_000);
        assertEquals(State.FAILED, summary[0].state());
        assertTrue(run.task(0).failed().orElseThrow().sentence().contains("killed"), run.task(0).failed().orElseThrow().sentence());
        assertEquals(State.DONE, work(run, store, settings()).state());
        List<Integer> rounds = Files.readAllLines(trace).stream().map(Integer::valueOf).toList();
        assertTrue(rounds.size() <= 61, "a kill costs at most the round that it met: " + rounds);
        assertEquals(60, rounds.getLast());
    }

    private static boolean isJava(ProcessHandle process) {
        return process.info().command().map(c -> c.contains("java")).orElse(false);
    }

    @Test
    void killedEngineLeavesARunThatGoesOn() throws Exception {
        Path trace = folder.resolve("trace.txt");
        Experiment experiment = Experiments.create("Killed engine");
        step(experiment, "quick", "number");
        step(experiment, "slow", "slow", "rounds", "60", "millis", "30", "trace", trace.toString());
        link(experiment, "quick", "slow", "before");
        Store store = store();
        RunFolder run = create(store, experiment);
        Process engine = EngineProcess.start(run, store);
        try {
            awaitRounds(run, 5);
            assertTrue(run.active());
            var refused = assertThrows(NullclineException.class, () -> work(run, store, settings()));
            assertTrue(refused.getMessage().contains("another process"), refused.getMessage());
            List<ProcessHandle> workers = engine.descendants().toList();
            engine.destroyForcibly().waitFor();
            for (ProcessHandle worker : workers) {
                worker.onExit().get(20, TimeUnit.SECONDS);
            }
        } finally {
            engine.descendants().forEach(ProcessHandle::destroyForcibly);
            engine.destroyForcibly();
        }
        assertFalse(run.active());
        RunMonitor monitor = new RunMonitor(run);
        monitor.refresh();
        assertEquals(State.INTERRUPTED, monitor.summary().state());
        int before = Files.readAllLines(trace).size();
        RunSummary summary = work(run, store, settings());
        assertEquals(State.DONE, summary.state());
        assertEquals(1, run.task(task(run, "quick").index()).lastAttempt(), "what was done is not done again");
        List<Integer> rounds = Files.readAllLines(trace).stream().map(Integer::valueOf).toList();
        assertTrue(before < 60 && rounds.size() <= 61, "before " + before + ", in all " + rounds.size());
    }

    @Test
    void liveCurvesComeFromTheEventLog() {
        Experiment experiment = Experiments.create("Curves");
        step(experiment, "slow", "slow", "rounds", "7", "millis", "1");
        Store store = store();
        RunFolder run = create(store, experiment);
        work(run, store, settings());
        RunMonitor monitor = new RunMonitor(run);
        monitor.refresh();
        RunMonitor.TaskView view = monitor.task(0);
        assertEquals(7, view.curves().get("loss").x().length);
        assertEquals(1.0 / 7, view.curves().get("loss").y()[6]);
        assertEquals("round 7", view.note());
        assertEquals(1, view.fraction());
    }

    @Test
    void fileThatChangesAfterPlanningIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("data.bin"), "before");
        Experiment experiment = Experiments.create("Changed file");
        step(experiment, "f", "file", "file", file.toString());
        Store store = store();
        RunFolder run = create(store, experiment);
        Files.writeString(file, "after");
        assertEquals(State.FAILED, work(run, store, settings()).state());
        TaskFolder.Failed failed = run.task(0).failed().orElseThrow();
        assertEquals(Kind.INPUT, failed.kind());
        assertTrue(failed.sentence().contains("changed after the run was planned"), failed.sentence());
    }

    @Test
    void planSurvivesItsFile() {
        Store store = store();
        Experiment experiment = sweep();
        assertEquals(Engines.plan(experiment).tasks(), create(store, experiment).plan().tasks());
    }

    @Test
    void runIsFoundByTheBeginningOfItsId() {
        Store store = store();
        RunFolder run = create(store, sweep());
        Runs runs = new Runs(store);
        assertEquals(run.info(), runs.find(run.info().id()).info());
        assertEquals(run.info(), runs.find(run.info().id().substring(0, 12)).info());
        assertEquals(run.info(), runs.find("last").info());
        assertThrows(NullclineException.class, () -> runs.find("nothing"));
    }

    @Test
    void pinnedRunsAndTheirResultsSurviveGarbageCollection() throws IOException {
        Store store = store();
        RunFolder pinned = create(store, sweep());
        pinned.pin(true);
        RunFolder other = create(store, Experiments.create("Empty"));
        work(pinned, store, settings());
        for (Task task : pinned.plan().tasks()) {
            Files.setLastModifiedTime(store.folder(task.key()).resolve(StoredResult.FILE), FileTime.fromMillis(0));
        }
        var garbage = new GarbageCollection(store).collect(Duration.ZERO, false);
        assertEquals(List.of(other.info().id()), garbage.runs());
        assertEquals(List.of(), garbage.results());
        pinned.pin(false);
        assertEquals(5, new GarbageCollection(store).collect(Duration.ZERO, false).results().size());
    }

    @Test
    void explanationNamesWhatChanged() {
        Store store = store();
        Experiment experiment = sweep();
        RunFolder run = create(store, experiment);
        work(run, store, settings());
        assertTrue(explain(experiment, store, run).values().stream().allMatch(List::isEmpty), "nothing would run");
        Experiments.set(experiment.step("s"), "factor", "5");
        assertEquals(List.of("factor: 2.0 → 5.0"), explain(experiment, store, run).get("s"));
        Experiments.set(experiment.step("n"), "noise", "0.5");
        assertEquals(List.of("noise: 1.0 → 0.5"), explain(experiment, store, run).get("n [value=1]"));
        assertEquals(List.of("factor: 2.0 → 5.0", "what arrives at the input values changed"), explain(experiment, store, run).get("s"));
        experiment.setSeed(8);
        assertTrue(explain(experiment, store, run).get("n [value=1]").contains("seed: 3 → 8"));
    }

    private static Map<String, List<String>> explain(Experiment experiment, Store store, RunFolder run) {
        return Explanation.of(Engines.plan(experiment), store, Optional.of(run.plan())).stream()
                .collect(Collectors.toMap(e -> e.task().title(), Explanation::reasons));
    }

    /** Waits until the slow step of the run has done some rounds. */
    private static void awaitRounds(RunFolder run, int rounds) throws InterruptedException {
        RunMonitor monitor = new RunMonitor(run);
        int task = task(run, "slow").index();
        for (int i = 0; i < 1200; i++) {
            monitor.refresh();
            if (monitor.running().contains(task) && monitor.task(task).curves().getOrDefault("loss", new RunMonitor.Curve(new double[0], new double[0])).x().length >= rounds) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("The slow step did not begin within a minute.");
    }
}
