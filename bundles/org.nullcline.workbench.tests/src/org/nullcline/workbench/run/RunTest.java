// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.nullcline.engine.run.RunMonitor.TaskState;
import org.nullcline.engine.run.RunSummary;
import org.nullcline.model.Experiment;
import org.nullcline.model.Experiments;
import org.nullcline.workbench.Window;
import org.nullcline.workbench.app.Ids;
import org.nullcline.workbench.laboratory.Laboratory;
import org.nullcline.workbench.results.CompareTableView;
import org.nullcline.workbench.results.ResultItem;
import org.nullcline.workbench.results.ResultsView;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RunTest {

    /** Work of one event on the user-interface thread: more than this is felt as a pause. */
    private static final long MOST_NANOS = 200_000_000;
    private static final int PATIENCE = 240;

    /** What reads and writes files; records that it hands out may be looked at anywhere. */
    private static final Pattern ENGINE = Pattern.compile(
            "org\\.nullcline\\.engine\\..*\\.(Store|RunFolder|TaskFolder|RunMonitor|RunController|EventLog|EventLog\\$Reader|Planner|PlanFile|RunReport)");

    /** What a run says of itself without touching a file. */
    private static final Set<String> HANDED_OUT = Set.of("org.nullcline.engine.run.RunFolder.info", "org.nullcline.engine.run.RunFolder.path");

    @TempDir
    static Path folder;

    private static Path file;
    private static byte[] content;

    @BeforeAll
    static void prepare() throws Exception {
        Laboratory.preferences().put(Laboratory.STORE, folder.resolve("store").toString());
        var laboratory = Window.service(Laboratory.class);
        var experiment = laboratory.engine().open(laboratory.engine().template("first-look"));
        makeSmall(experiment);
        file = folder.resolve("First look.experiment");
        Experiments.save(experiment, file);
        content = Experiments.bytes(experiment);
    }

    @AfterAll
    static void forget() {
        Laboratory.preferences().remove(Laboratory.STORE);
    }

    private static void makeSmall(Experiment experiment) {
        Experiments.set(experiment.step("simulate"), "trials", "100");
        Experiments.set(experiment.step("fit"), "epochs", "40");
        Experiments.set(experiment.step("fit"), "epochsPerGroup", "4");
        Experiments.set(experiment.step("points"), "starts", "64");
        Experiments.set(experiment.step("truth"), "starts", "64");
    }

    /** Dispatches events and keeps the most processor time that a single one took: unlike the clock, it does not count the work of other programs. */
    private static final class Probe implements BooleanSupplier {

        private final com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        private long most;

        @Override
        public boolean getAsBoolean() {
            var before = threads.getCurrentThreadCpuTime();
            var more = Display.getCurrent().readAndDispatch();
            most = Math.max(most, threads.getCurrentThreadCpuTime() - before);
            return more;
        }
    }

    /** Looks from outside at what the user-interface thread does, and notes work of the engine there. */
    private static final class Watch implements AutoCloseable {

        private final Set<String> found = new ConcurrentSkipListSet<>();
        private volatile boolean closed;

        Watch(Thread watched) {
            var thread = new Thread(() -> {
                while (!closed) {
                    Arrays.stream(watched.getStackTrace()).filter(frame -> ENGINE.matcher(frame.getClassName()).matches())
                            .map(frame -> frame.getClassName() + "." + frame.getMethodName()).filter(method -> !HANDED_OUT.contains(method))
                            .forEach(found::add);
                    Thread.yield();
                }
            }, "Watch");
            thread.setDaemon(true);
            thread.start();
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    /** First, so that the picture shows nothing of the other tests. */
    @Test
    @Order(1)
    void aRunShowsItsTasksCurvesScoresAndFiguresAndNeverHoldsUpTheWindow() throws Exception {
        var page = Window.show(Ids.RUN);
        page.resetPerspective();
        var runs = (RunsView) page.showView(Ids.RUNS_VIEW);
        var results = (ResultsView) page.showView(Ids.RESULTS_VIEW);
        var curves = (CurvesView) page.showView(Ids.CURVES_VIEW);
        var center = Window.service(RunCenter.class);
        RunJob job = center.start(content, file);
        assertTrue(Window.await(() -> curves.figureView().figure() != null, PATIENCE), "a live curve appears");
        assertTrue(Window.await(() -> runs.tasks().states().contains(TaskState.RUNNING), PATIENCE), "a task is shown at work");

        var probe = new Probe();
        try (var watch = new Watch(Thread.currentThread())) {
            assertTrue(Window.await(() -> job.outcome() != null && center.snapshot().summary().state() == RunSummary.State.DONE, PATIENCE, probe),
                    "the run comes to its end");
            assertEquals(Set.of(), new TreeSet<>(watch.found), "no work of the engine on the user-interface thread");
        }
        assertTrue(probe.most < MOST_NANOS, "an event took " + probe.most / 1_000_000 + " ms of processor time");

        assertEquals(RunSummary.State.DONE, job.outcome().state());
        assertTrue(runs.tasks().states().stream().allMatch(state -> state == TaskState.DONE), runs.tasks().states().toString());
        assertTrue(Window.await(() -> !Window.all(results.scores().control(), Table.class).isEmpty(), PATIENCE), "scores appear");
        var table = Window.all(results.scores().control(), Table.class).getFirst();
        var rows = IntStream.range(0, table.getItemCount()).mapToObj(i -> table.getItem(i).getText()).toList();
        assertEquals(Set.of("node", "gru"), Set.copyOf(rows), "one line for each architecture");
        var log = (LogView) page.showView(Ids.LOG_VIEW);
        assertTrue(Window.await(() -> log.text().getText().contains("run done"), PATIENCE), "the log is read to its end");
        aFigureIsDrawn(results);
        cachedResultsAreFoundAgain(center);
    }

    private static void aFigureIsDrawn(ResultsView results) throws Exception {
        Window.page().showView(Ids.RESULTS_VIEW);
        var item = Window.all(results.list().getControl(), Tree.class).stream().flatMap(tree -> Arrays.stream(tree.getItems()))
                .map(TreeItem::getData).filter(data -> data instanceof ResultItem result && result.task().step().equals("truth")).findFirst().orElseThrow();
        results.list().setSelection(new StructuredSelection(item), true);
        var shell = Window.window().getShell();
        assertTrue(Window.await(() -> Window.all(shell, org.nullcline.charts.SpaceCanvas.class).stream().anyMatch(c -> c.isVisible()), PATIENCE),
                "the fixed points are drawn in three dimensions");
        var painted = new long[1];
        Window.await(() -> ++painted[0] > 200, 20);
        var picture = Window.picture();
        Window.save(picture, Path.of("target", "screenshots", "workbench.png"));
        var colours = new TreeSet<Integer>();
        for (var y = 0; y < picture.height; y += 3) {
            for (var x = 0; x < picture.width; x += 3) {
                colours.add(picture.getPixel(x, y));
            }
        }
        assertTrue(colours.size() > 50, "the window is painted, not blank: " + colours.size() + " colours");
    }

    /** The same experiment once more costs nothing, and the table of runs has both. */
    private static void cachedResultsAreFoundAgain(RunCenter center) throws Exception {
        var again = center.start(content, file);
        assertTrue(Window.await(() -> again.outcome() != null, PATIENCE));
        assertEquals(again.outcome().total(), again.outcome().cached(), "everything is in the store");
        var page = Window.show(Ids.COMPARE);
        var compare = assertInstanceOf(CompareTableView.class, page.showView(Ids.TABLE_VIEW));
        // Two runs with two architectures each.
        assertTrue(Window.await(() -> compare.table().getTable().getItemCount() >= 4, PATIENCE), "both runs are compared");
        assertTrue(Arrays.stream(compare.table().getTable().getColumns()).anyMatch(c -> c.getText().contains("R²")), "scores are columns");
    }

    @Test
    void aCancelledRunStops() throws Exception {
        Window.show(Ids.RUN);
        var experiment = Experiments.read(content, "long");
        experiment.setName("Long");
        experiment.setSeed(12);
        Experiments.set(experiment.step("fit"), "epochs", "1000000");
        var center = Window.service(RunCenter.class);
        var job = center.start(Experiments.bytes(experiment), file);
        assertTrue(Window.await(() -> looksAt(center, job) && center.snapshot().states().contains(TaskState.RUNNING), PATIENCE), "a task of the new run is shown at work");
        center.cancel(center.snapshot().run());
        assertTrue(Window.await(() -> job.outcome() != null, PATIENCE), "the run stops");
        assertEquals(RunSummary.State.CANCELLED, job.outcome().state());
        assertTrue(Window.await(() -> !center.isWorking(job.runId()), PATIENCE));
        assertTrue(Window.await(() -> looksAt(center, job) && center.snapshot().summary().state() == RunSummary.State.CANCELLED, PATIENCE),
                "the window says so");
    }

    private static boolean looksAt(RunCenter center, RunJob job) {
        return center.snapshot() != null && center.snapshot().run().info().id().equals(job.runId());
    }

    @Test
    void anExperimentWithErrorsDoesNotRun() throws Exception {
        var experiment = Experiments.read(content, "wrong");
        Experiments.set(experiment.step("fit"), "epochs", "-1");
        var center = Window.service(RunCenter.class);
        // The status of the job is what the user reads; it must not open a dialog in a test.
        var job = center.prepare(Experiments.bytes(experiment), file);
        job.setProperty(org.eclipse.ui.progress.IProgressConstants.NO_IMMEDIATE_ERROR_PROMPT_PROPERTY, Boolean.TRUE);
        job.schedule();
        assertTrue(Window.await(() -> job.getResult() != null, PATIENCE));
        assertTrue(job.getResult().getMessage().contains("epochs"), job.getResult().getMessage());
        assertEquals("", job.runId(), "no run was made");
    }
}
