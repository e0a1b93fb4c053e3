// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.look;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Widget;
import org.nullcline.api.NullclineException;
import org.nullcline.engine.store.Store;

/** Work that must not hold up the window: computed in a job, delivered on the user-interface thread, dropped when its widget is gone. */
public final class Background {

    private Background() {
    }

    /**
     * Starts the work.
     *
     * @param name of the job, for people
     * @param owner whoever shows the outcome
     * @param work computes it; a {@link NullclineException} carries its sentence to {@code failed}
     * @param done receives it on the user-interface thread
     * @param failed receives a sentence on the user-interface thread
     * @return the job, to cancel it when something newer is wanted
     */
    public static <T> Job load(String name, Widget owner, Callable<T> work, Consumer<T> done, Consumer<String> failed) {
        var display = owner.getDisplay();
        var job = new Job(name) {
            @Override
            protected IStatus run(IProgressMonitor monitor) {
                try {
                    var outcome = work.call();
                    deliver(monitor, () -> done.accept(outcome));
                } catch (OperationCanceledException e) {
                    return Status.CANCEL_STATUS;
                } catch (Exception | LinkageError e) {
                    if (!(e instanceof NullclineException)) {
                        ILog.of(Background.class).error(name, e);
                    }
                    deliver(monitor, () -> failed.accept(sentence(e)));
                }
                return Status.OK_STATUS;
            }

            private void deliver(IProgressMonitor monitor, Runnable delivery) {
                if (!display.isDisposed()) {
                    display.asyncExec(() -> {
                        if (!owner.isDisposed() && !monitor.isCanceled()) {
                            delivery.run();
                        }
                    });
                }
            }
        };
        job.setSystem(true);
        job.schedule();
        return job;
    }

    /** What a failure says to the user. */
    public static String sentence(Throwable failure) {
        if (failure instanceof IOException io) {
            var reason = Store.reason(io);
            return reason.substring(0, 1).toUpperCase(Locale.ROOT) + reason.substring(1) + (reason.endsWith(".") ? "" : ".");
        }
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }
}
