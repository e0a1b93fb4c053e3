// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.core.runtime.ILog;
import org.nullcline.api.NullclineException;
import org.nullcline.engine.run.RunFolder;
import org.nullcline.engine.run.RunMonitor;
import org.nullcline.engine.run.RunSummary;
import org.nullcline.engine.run.Runs;
import org.nullcline.engine.store.Store;

/** Lists runs with their states. Of those that have not ended, only what was appended is read. */
final class RunListing {

    private final Map<String, RunMonitor> open = new HashMap<>();
    private final Set<String> broken = new HashSet<>();

    List<RunRow> list(Store store) {
        List<RunRow> rows = new ArrayList<>();
        for (RunFolder run : new Runs(store).list()) {
            try {
                rows.add(new RunRow(run, summary(run)));
            } catch (NullclineException e) {
                // One damaged run must not hide the others; it is told once.
                if (broken.add(run.info().id())) {
                    ILog.of(RunListing.class).warn(e.getMessage(), e);
                }
            }
        }
        return List.copyOf(rows);
    }

    private RunSummary summary(RunFolder run) {
        var id = run.path().toString();
        var end = run.end();
        if (end.isEmpty()) {
            var monitor = open.computeIfAbsent(id, i -> new RunMonitor(run));
            monitor.refresh();
            return monitor.summary();
        }
        open.remove(id);
        return end.get();
    }
}
