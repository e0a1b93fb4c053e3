// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.editor;

import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.nullcline.model.Experiments;
import org.nullcline.model.file.ExperimentFile;
import org.nullcline.model.file.ExperimentFileException;
import org.nullcline.workbench.Messages;

/** Writes unsaved work beside the file, some seconds after an edit. The experiment is serialised on the user-interface thread, the disk is not touched there. */
final class Autosave extends Job {

    private static final int DELAY_MILLIS = 10_000;

    private final ReentrantLock disk = new ReentrantLock();
    private volatile Snapshot snapshot;
    private boolean waiting;

    private record Snapshot(byte[] content, Path path) {
    }

    /** Held while the file itself is written; what waits to be saved automatically is then out of date. */
    interface Pause extends AutoCloseable {
        @Override
        void close();
    }

    Autosave() {
        super(Messages.editor_autosaving);
        setSystem(true);
    }

    /** Plans to save the document in a while. */
    void request(ExperimentDocument document) {
        if (!waiting) {
            waiting = true;
            Display.getCurrent().timerExec(DELAY_MILLIS, () -> take(document));
        }
    }

    private void take(ExperimentDocument document) {
        if (!waiting) {
            return;
        }
        waiting = false;
        try {
            if (document.isDirty()) {
                snapshot = new Snapshot(Experiments.bytes(document.experiment()), document.path());
                schedule();
            }
        } catch (ExperimentFileException e) {
            ILog.of(Autosave.class).warn(e.getMessage(), e);
        }
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        disk.lock();
        try {
            var current = snapshot;
            snapshot = null;
            if (current != null) {
                ExperimentFile.unsaved(Experiments.read(current.content, current.path.getFileName().toString()), current.path).autosave();
            }
        } catch (ExperimentFileException e) {
            ILog.of(Autosave.class).warn(e.getMessage(), e);
        } finally {
            disk.unlock();
        }
        return Status.OK_STATUS;
    }

    /** Waits for a writing in progress and forgets what waits. */
    Pause pause() {
        disk.lock();
        waiting = false;
        snapshot = null;
        return disk::unlock;
    }
}
