// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.nullcline.engine.store.Store;
import org.nullcline.engine.store.StoreMaintenance;
import org.nullcline.engine.store.StoreMaintenance.Garbage;

/** Decides which runs and results nobody needs. */
public final class GarbageCollection {

    /** How long prepared values stay that no comparison uses. */
    private static final Duration UNUSED = Duration.ofDays(30);

    private final Store store;

    /** Collects in a store. */
    public GarbageCollection(Store store) {
        this.store = store;
    }

    /**
     * Removes results that no run refers to, and values that metrics prepared for comparisons when none used them for thirty days.
     *
     * @param olderThan also removes unpinned runs that were made longer ago, with the results that are then unused, and prepared values that were not
     *            used for so long; null to keep all runs
     * @param dryRun only tells what it would remove
     */
    public Garbage collect(Duration olderThan, boolean dryRun) {
        List<String> old = new ArrayList<>();
        Set<String> referenced = new HashSet<>();
        for (RunFolder run : new Runs(store).listAll()) {
            boolean goes = olderThan != null && !run.pinned() && !run.active()
                    && Instant.parse(run.info().created()).isBefore(Instant.now().minus(olderThan));
            if (goes) {
                old.add(run.info().id());
            } else {
                run.plan().tasks().forEach(task -> referenced.add(task.key()));
            }
        }
        return new StoreMaintenance(store).collect(old, referenced, olderThan == null ? UNUSED : olderThan, dryRun);
    }
}
