// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.executor;

import org.nullcline.engine.run.RunFolder;
import org.nullcline.engine.store.Store;

/** Where tasks are done: on this machine, on a cluster. An extension of {@code org.nullcline.engine.executors}. */
public interface Executor {

    /**
     * Gets ready to do tasks of a run.
     *
     * @param listener is told what becomes of them; may be called from any thread
     * @throws org.nullcline.api.NullclineException of kind INFRASTRUCTURE when that is not possible here
     */
    ExecutorSession open(RunFolder run, Store store, ExecutorSettings settings, ExecutorListener listener);
}
