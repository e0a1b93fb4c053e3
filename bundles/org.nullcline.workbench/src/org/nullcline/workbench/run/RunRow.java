// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.run;

import org.nullcline.engine.run.RunFolder;
import org.nullcline.engine.run.RunSummary;

/**
 * A run in the list of runs. Two rows of the same run are equal, whatever its state.
 *
 * @param run the run
 * @param summary where it stands
 */
public record RunRow(RunFolder run, RunSummary summary) {

    /** Name of the run. */
    public String id() {
        return run.info().id();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RunRow row && row.id().equals(id());
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }
}
