// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.worker;

import org.nullcline.engine.executor.Executor;
import org.nullcline.engine.executor.ExecutorListener;
import org.nullcline.engine.executor.ExecutorSession;
import org.nullcline.engine.executor.ExecutorSettings;
import org.nullcline.engine.run.RunFolder;
import org.nullcline.engine.store.Store;

/** Does tasks in worker processes on this machine. */
public final class LocalExecutor implements Executor {

    /** Full id of the executor. */
    public static final String ID = "org.nullcline.local";

    @Override
    public ExecutorSession open(RunFolder run, Store store, ExecutorSettings settings, ExecutorListener listener) {
        return new WorkerPool(run, store, settings, listener);
    }
}
