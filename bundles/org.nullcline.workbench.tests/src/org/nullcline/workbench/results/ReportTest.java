// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.results;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.progress.IProgressConstants;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nullcline.engine.plan.Planner;
import org.nullcline.engine.run.RunFolder;
import org.nullcline.model.Experiments;
import org.nullcline.workbench.Window;
import org.nullcline.workbench.laboratory.Laboratory;

class ReportTest {

    @TempDir
    static Path folder;

    private static RunFolder run;

    @BeforeAll
    static void makeARun() throws Exception {
        Laboratory.preferences().put(Laboratory.STORE, folder.resolve("store").toString());
        var laboratory = Window.service(Laboratory.class);
        var experiment = laboratory.engine().open(laboratory.engine().template("first-look"));
        experiment.setName("Reported & more");
        run = RunFolder.create(laboratory.store(), new Planner(laboratory.contributions()).plan(experiment, folder), Experiments.bytes(experiment), "here",
                laboratory.executorId());
    }

    @AfterAll
    static void forget() {
        Laboratory.preferences().remove(Laboratory.STORE);
    }

    private static IStatus write(Path file) {
        Job job = ReportHandler.write(run, Window.service(Laboratory.class), file);
        job.setProperty(IProgressConstants.NO_IMMEDIATE_ERROR_PROMPT_PROPERTY, Boolean.TRUE);
        job.schedule();
        assertTrue(Window.await(() -> job.getResult() != null, 120));
        return job.getResult();
    }

    @Test
    void theReportIsOneFileThatNamesItsRun() throws Exception {
        var file = folder.resolve("report.html");
        var status = write(file);
        assertTrue(status.isOK(), status.getMessage());
        var html = Files.readString(file);
        assertTrue(html.contains("Reported &amp; more") && html.contains("</html>"), "the report is whole");
        assertFalse(html.matches("(?s).*<(script|link|img)[^>]+(src|href)=\"(?!data:).*"), "it needs no other file");
    }

    @Test
    void aReportThatCannotBeWrittenSaysWhy() throws Exception {
        var file = Files.writeString(folder.resolve("note.txt"), "in the way").resolve("report.html");
        var status = write(file);
        assertFalse(status.isOK());
        assertTrue(status.getMessage().contains(file.toString()) && status.getMessage().endsWith("note.txt is in the way"), status.getMessage());
    }
}
