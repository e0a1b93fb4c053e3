// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.commands.ICommandService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nullcline.engine.plan.Planner;
import org.nullcline.engine.run.RunFolder;
import org.nullcline.model.Experiments;
import org.nullcline.workbench.Messages;
import org.nullcline.workbench.Window;
import org.nullcline.workbench.app.Ids;
import org.nullcline.workbench.laboratory.Laboratory;
import org.nullcline.workbench.results.CompareTableView;

/** Which run the views follow: the one that began last or was chosen last, whatever tables select by themselves. */
class FollowedRunTest {

    private static final int PATIENCE = 60;

    @TempDir
    static Path folder;

    private static RunFolder earlier;
    private static RunFolder later;

    private RunCenter center;

    @BeforeAll
    static void makeRuns() throws Exception {
        Laboratory.preferences().put(Laboratory.STORE, folder.resolve("store").toString());
        earlier = run("Earlier");
        later = run("Later");
    }

    @AfterAll
    static void forget() {
        Laboratory.preferences().remove(Laboratory.STORE);
    }

    /** A run that nobody works on: what the views show of it does not change while a test looks. */
    private static RunFolder run(String name) throws Exception {
        var laboratory = Window.service(Laboratory.class);
        var experiment = laboratory.engine().open(laboratory.engine().template("first-look"));
        experiment.setName(name);
        return RunFolder.create(laboratory.store(), new Planner(laboratory.contributions()).plan(experiment, folder), Experiments.bytes(experiment), name,
                laboratory.executorId());
    }

    @BeforeEach
    void lookAtTheEarlierRun() throws Exception {
        var page = Window.show(Ids.RUN);
        var runs = (RunsView) page.showView(Ids.RUNS_VIEW);
        center = Window.service(RunCenter.class);
        center.refresh();
        assertTrue(Window.await(() -> center.rows().size() == 2, PATIENCE), "the runs are listed");
        center.look(id(earlier));
        var table = runs.list().getTable();
        assertTrue(Window.await(() -> table.getItemCount() == 2 && follows(earlier) && "Earlier".equals(selected(table)), PATIENCE),
                "the table lists both runs, and the earlier one is followed and selected");
    }

    private static String id(RunFolder run) {
        return run.info().id();
    }

    private boolean follows(RunFolder run) {
        return center.snapshot() != null && center.snapshot().run().info().id().equals(id(run));
    }

    private static String selected(Table table) {
        return table.getSelectionCount() == 0 ? null : table.getSelection()[0].getText();
    }

    private static int row(Table table, String experiment) {
        return IntStream.range(0, table.getItemCount()).filter(i -> table.getItem(i).getText().equals(experiment)).findFirst().orElseThrow();
    }

    /** As under load: the scores of earlier runs are still being read while a new run begins, and are shown before the window knows of that run. */
    @Test
    void aTableThatWasReadLateDoesNotTakeTheViewsBackFromANewRun() throws Exception {
        var page = Window.show(Ids.COMPARE);
        var former = page.findView(Ids.TABLE_VIEW);
        if (former != null) {
            page.hideView(former);
        }
        var compare = (CompareTableView) page.showView(Ids.TABLE_VIEW);
        for (var job : Job.getJobManager().find(null)) {
            if (job.getName().equals(Messages.compare_reading)) {
                job.join();
            }
        }
        center.look(id(later));
        assertTrue(Window.await(() -> compare.table().getTable().getItemCount() == 2, PATIENCE), "the table is filled");
        assertTrue(Window.await(() -> "Later".equals(selected(compare.table().getTable())), PATIENCE), "the table selects the new run");
        assertTrue(Window.await(() -> follows(later), PATIENCE), "the new run is followed");
    }

    @Test
    void aSelectionThatTheToolkitRepeatsDoesNotTakeTheViewsBackFromANewRun() throws Exception {
        var table = ((RunsView) Window.page().showView(Ids.RUNS_VIEW)).list().getTable();
        center.look(id(later));
        table.notifyListeners(SWT.Selection, new Event());
        assertTrue(Window.await(() -> "Later".equals(selected(table)), PATIENCE), "the new run is selected");
        assertTrue(Window.await(() -> follows(later), PATIENCE), "the new run is followed");
    }

    @Test
    void aClickOnAnotherRunIsFollowed() throws Exception {
        var table = ((RunsView) Window.page().showView(Ids.RUNS_VIEW)).list().getTable();
        Window.click(table, row(table, "Later"));
        assertTrue(Window.await(() -> follows(later), PATIENCE), "the run is followed");
        assertEquals("Later", selected(table));
        Window.click(table, row(table, "Earlier"));
        assertTrue(Window.await(() -> follows(earlier), PATIENCE), "and the other one again");
    }

    /** Between the begin of a run and the moment when it is listed, the row of the earlier one is still selected. */
    @Test
    void aClickOnTheSelectedRunTakesTheViewsBackToIt() throws Exception {
        var table = ((RunsView) Window.page().showView(Ids.RUNS_VIEW)).list().getTable();
        Window.point(table, row(table, "Earlier"));
        center.look(id(later));
        Window.press();
        assertTrue(Window.await(() -> center.current().equals(id(earlier)), PATIENCE), "the choice holds");
        assertTrue(Window.await(() -> follows(earlier) && "Earlier".equals(selected(table)), PATIENCE), "and the views follow it");
    }

    /** The state of the followed run decides what can be done with it. */
    @Test
    void commandsAreEnabledWhereTheyCanDoSomething() {
        var commands = Window.window().getService(ICommandService.class);
        assertTrue(Window.await(() -> commands.getCommand("org.nullcline.workbench.commands.resume").isEnabled(), PATIENCE), "an interrupted run can be resumed");
        assertFalse(commands.getCommand("org.nullcline.workbench.commands.cancel").isEnabled(), "and not cancelled");
        assertTrue(commands.getCommand("org.nullcline.workbench.commands.report").isEnabled(), "and reported");
    }

    @Test
    void theTableWithTheFocusIsCopied() throws Exception {
        var runs = (RunsView) Window.page().showView(Ids.RUNS_VIEW);
        Window.window().getShell().forceActive();
        var table = runs.list().getTable();
        table.forceFocus();
        assertTrue(Window.await(table::isFocusControl, PATIENCE));
        Window.execute("org.eclipse.ui.edit.copy");
        var clipboard = new Clipboard(table.getDisplay());
        try {
            var text = (String) clipboard.getContents(TextTransfer.getInstance());
            assertTrue(text.startsWith("Experiment\tState\tStarted\tTime\nEarlier\tinterrupted, 0 of 12\t"), text);
        } finally {
            clipboard.dispose();
        }
    }

    @Test
    void tasksAreSortedByTheirHeadingsAndStayWhatTheyAre() throws Exception {
        var runs = (RunsView) Window.page().showView(Ids.RUNS_VIEW);
        var table = runs.tasks().widget();
        assertTrue(Window.await(() -> table.getItemCount() == 12, PATIENCE));
        var plan = Arrays.stream(table.getItems()).map(item -> item.getText()).toList();
        table.select(0);
        table.getColumn(0).notifyListeners(SWT.Selection, new Event());
        var sorted = Arrays.stream(table.getItems()).map(item -> item.getText()).toList();
        assertEquals(plan.stream().sorted(String.CASE_INSENSITIVE_ORDER).toList(), sorted);
        assertEquals(plan.getFirst(), selected(table));
        table.getColumn(0).notifyListeners(SWT.Selection, new Event());
        table.getColumn(0).notifyListeners(SWT.Selection, new Event());
        assertEquals(plan, Arrays.stream(table.getItems()).map(item -> item.getText()).toList());
    }

    @Test
    void aRunChosenByKeyIsFollowed() throws Exception {
        var table = ((RunsView) Window.page().showView(Ids.RUNS_VIEW)).list().getTable();
        table.setSelection(row(table, "Later"));
        table.notifyListeners(SWT.KeyDown, new Event());
        table.notifyListeners(SWT.Selection, new Event());
        assertTrue(Window.await(() -> follows(later), PATIENCE), "the run is followed");
    }
}
