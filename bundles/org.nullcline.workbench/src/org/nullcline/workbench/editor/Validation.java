// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.editor;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.swt.widgets.Display;
import org.nullcline.engine.validate.Problem;
import org.nullcline.model.Experiment;
import org.nullcline.workbench.Messages;
import org.nullcline.workbench.laboratory.Laboratory;

/** Validates a copy of the experiment in the background, a moment after the last edit. */
final class Validation extends Job {

    private static final long DELAY_MILLIS = 250;

    private final Display display;
    private final Laboratory laboratory;
    private final Consumer<List<Problem>> found;
    private volatile Request request;

    private record Request(Experiment copy, Path base) {
    }

    Validation(Display display, Laboratory laboratory, Consumer<List<Problem>> found) {
        super(Messages.editor_validating);
        setSystem(true);
        this.display = display;
        this.laboratory = laboratory;
        this.found = found;
    }

    /** Validates the experiment as it is now; on the user-interface thread. */
    void request(Experiment experiment, Path file) {
        request = new Request(EcoreUtil.copy(experiment), file.toAbsolutePath().getParent());
        cancel();
        schedule(DELAY_MILLIS);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        var current = request;
        try {
            var problems = laboratory.validator().validate(current.copy, current.base);
            if (!display.isDisposed()) {
                display.asyncExec(() -> {
                    if (current == request) {
                        found.accept(problems);
                    }
                });
            }
        } catch (RuntimeException | LinkageError e) {
            ILog.of(Validation.class).error(Messages.editor_validationFailed, e);
        }
        return Status.OK_STATUS;
    }
}
