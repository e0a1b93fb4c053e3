// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.results;

import org.nullcline.api.contribution.Contributions;
import org.nullcline.api.value.Value;
import org.nullcline.engine.plan.Task;
import org.nullcline.engine.report.RunFigures;
import org.nullcline.engine.store.Store;

/**
 * One output of one task of a run; its arrays are read when they are used.
 *
 * @param store where it is
 * @param task the task
 * @param port the output
 * @param kind kind of the value
 */
public record ResultItem(Store store, Task task, String port, String kind) {

    /** Name for people. */
    public String title() {
        return task.outputs().size() == 1 ? task.title() : task.title() + " – " + port;
    }

    /** The value. */
    public Value value() {
        return store.value(task.key(), port);
    }

    /** Whether some plug-in draws this kind of value. */
    boolean drawable(Contributions contributions) {
        return !new RunFigures(contributions).sources(kind).isEmpty();
    }
}
