// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nullcline.api.step.Progress;
import org.nullcline.api.value.Value;
import org.nullcline.engine.plan.Plan;
import org.nullcline.engine.plan.Task;
import org.nullcline.engine.run.RunFolder;
import org.nullcline.engine.steps.Engines;
import org.nullcline.engine.store.Store;
import org.nullcline.engine.task.TaskOrder;
import org.nullcline.engine.task.TaskOutcome;
import org.nullcline.engine.task.TaskRunner;
import org.nullcline.model.Experiment;
import org.nullcline.model.Experiments;

import com.google.gson.JsonObject;

/** What steps say about their results stays with the results. */
class StepNotesTest {

    @TempDir
    Path folder;
    private Store store;
    private Experiment experiment;

    @BeforeEach
    void open() {
        store = Store.open(folder.resolve("store"));
        experiment = Experiments.create("remarks");
    }

    private List<TaskOutcome.Done> run(Plan plan) {
        return plan.tasks().stream().map(task -> assertInstanceOf(TaskOutcome.Done.class,
                new TaskRunner(store, Engines.contributions()).run(TaskOrder.of(task), Progress.NONE, folder.resolve("scratch"), 1))).toList();
    }

    @Test
    void aResultThatIsUsedAgainSaysTheSameAsWhenItWasMade() {
        Engines.step(experiment, "a", "remarking", "remark", "Channel 3 was left out.");
        Plan plan = Engines.plan(experiment);
        TaskOutcome.Done made = run(plan).getFirst();
        assertEquals(List.of("Channel 3 was left out.", "Written down by one."), made.result().notes(), "the remark, then the note on the output; nothing else");
        store = Store.open(folder.resolve("store"));
        TaskOutcome.Done again = run(plan).getFirst();
        assertTrue(again.cached());
        assertEquals(made.result().notes(), again.result().notes());
        assertEquals(made.result().notes(), StepNotes.of(plan, store).getFirst().lines());
    }

    @Test
    void workersKeepRemarksToo() {
        Engines.step(experiment, "a", "remarking", "remark", "Said in another process: ä.");
        RunFolder run = Engines.create(store, experiment);
        assertEquals(1, Engines.work(run, store, Engines.settings()).done());
        assertTrue(StepNotes.of(run.plan(), store).getFirst().lines().contains("Said in another process: ä."));
    }

    @Test
    void remarksAreNoPartOfTheBytesOfAResult() {
        Value value = Value.of("matrix").attribute("x", "y").build();
        var values = new TreeMap<>(Map.of("value", value));
        String key = "ab".repeat(32);
        store.publish(key, values, new JsonObject(), new JsonObject());
        var published = store.publish(key, values, new JsonObject(), new JsonObject(), List.of("A remark."));
        assertFalse(published.conflict());
    }

    @Test
    void whatAnInputBroughtAlongIsNotSaidAgain() {
        Engines.step(experiment, "a", "remarking", "rounds", "0");
        Engines.step(experiment, "b", "remarking", "rounds", "0", "name", "two");
        Engines.link(experiment, "a", "b", "before");
        Plan plan = Engines.plan(experiment);
        assertEquals(List.of(List.of("Written down by one."), List.of("Written down by two.")), run(plan).stream().map(done -> done.result().notes()).toList());
    }

    @Test
    void aStepThatNeverStopsTalkingIsCutShort() {
        Engines.step(experiment, "a", "remarking", "rounds", "100000", "remark", "Round ROUND " + "x".repeat(5000));
        List<String> notes = run(Engines.plan(experiment)).getFirst().result().notes();
        assertEquals(100, notes.size());
        assertTrue(notes.stream().allMatch(note -> note.length() <= 1000));
    }

    @Test
    void theReportShowsRemarksAsPlainText() {
        Engines.step(experiment, "a", "remarking", "remark", "<b>1 < 2 & \"3\"</b><script>");
        run(Engines.plan(experiment));
        String html = new RunReport(Engines.create(store, experiment), store, Engines.contributions()).build().html();
        assertTrue(html.contains("<li>&lt;b&gt;1 &lt; 2 &amp; &quot;3&quot;&lt;/b&gt;&lt;script&gt;</li>"), html);
        assertFalse(html.contains("<script>"));
        assertTrue(html.contains(">Notes</a>"), "the contents lead there");
    }

    @Test
    void remarksOnManyPointsThatDifferInNumbersShareALine() {
        Engines.step(experiment, "a", "remarking", "remark", "Training ended after epoch ROUND.", "name", "all");
        Engines.axis(experiment, "n", "a.rounds", IntStream.rangeClosed(1, 40).mapToObj(Integer::toString).toArray(String[]::new));
        Plan plan = Engines.plan(experiment);
        run(plan);
        List<String> lines = StepNotes.of(plan, store).getFirst().lines();
        assertEquals(List.of("Training ended after epoch 1. (780 more times with other numbers.)", "Written down by all."), lines);
    }

    @Test
    void remarksOnFewPointsNameThem() {
        Engines.step(experiment, "a", "remarking", "rounds", "1");
        Engines.axis(experiment, "n", "a.rounds", "0", "1", "2");
        Engines.axis(experiment, "who", "a.name", "x", "y");
        Plan plan = Engines.plan(experiment);
        run(plan);
        List<String> lines = StepNotes.of(plan, store).getFirst().lines();
        assertTrue(lines.contains("n=1, who=x; n=1, who=y; n=2, who=x; n=2, who=y: A remark."), lines.toString());
        List<Task> tasks = StepNotes.of(plan, store).getFirst().tasks().stream().map(StepNotes.TaskNotes::task).toList();
        assertEquals(plan.tasks(), tasks);
    }
}
