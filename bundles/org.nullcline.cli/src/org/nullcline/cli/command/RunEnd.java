// SPDX-License-Identifier: EPL-2.0
package org.nullcline.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

import org.nullcline.api.NullclineException;
import org.nullcline.cli.Session;
import org.nullcline.engine.report.RunReport;
import org.nullcline.engine.run.RunFolder;
import org.nullcline.engine.run.RunMonitor;
import org.nullcline.engine.run.RunSummary;
import org.nullcline.engine.store.Store;

/** What is printed and written when a run is over. */
final class RunEnd {

    private RunEnd() {
    }

    static int finish(Session session, Store store, RunFolder run, RunSummary summary, Path report, boolean json) {
        RunResults results = new RunResults(run, store);
        if (json) {
            session.print(results.json(summary));
        } else {
            results.print(session);
        }
        RunMonitor monitor = new RunMonitor(run);
        monitor.refresh();
        monitor.warnings().forEach(warning -> session.message("nullcline: warning: " + warning));
        RunWork.failures(run).stream().map(f -> f.sentence()).distinct().limit(10).forEach(sentence -> session.message("nullcline: " + sentence));
        session.message(String.format(Locale.ROOT, "nullcline: run %s %s: %d of %d tasks done, %d of them from the store, %d failed, %d left out; %.1f s",
                run.info().id(), summary.state().text(), summary.done(), summary.total(), summary.cached(), summary.failed(), summary.skipped(), summary.seconds()));
        if (report != null) {
            write(session, store, run, report, false);
        }
        return RunWork.exitCode(run, summary);
    }

    /** Writes the report of a run; {@code all} with every point of a sweep. */
    static void write(Session session, Store store, RunFolder run, Path file, boolean all) {
        Path target = session.resolve(file);
        try {
            new RunReport(run, store, session.contributions(), all).write(target);
        } catch (IOException e) {
            throw NullclineException.infrastructure("The report " + target + " cannot be written: " + Store.reason(e) + ".", e);
        }
        session.message("nullcline: report " + target);
    }
}
