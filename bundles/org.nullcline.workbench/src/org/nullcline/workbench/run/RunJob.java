// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.run;

import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.nullcline.api.NullclineException;
import org.nullcline.engine.plan.Planner;
import org.nullcline.engine.run.RunController;
import org.nullcline.engine.run.RunFolder;
import org.nullcline.engine.run.RunMonitor;
import org.nullcline.engine.run.RunSummary;
import org.nullcline.engine.validate.ExperimentValidator;
import org.nullcline.model.Experiments;
import org.nullcline.model.file.ExperimentFileException;
import org.nullcline.workbench.Messages;
import org.nullcline.workbench.laboratory.Laboratory;
import org.nullcline.workbench.look.Background;
import org.nullcline.workbench.study.Studies;

/** Works on a run with the engine, shows its progress, and cancels it when the user says so. */
public final class RunJob extends Job {

    private static final long POLL_MILLIS = 250;

    private final Laboratory laboratory;
    private final RunCenter center;
    private final byte[] content;
    private final Path file;
    private volatile RunFolder run;
    private volatile RunSummary outcome;

    RunJob(Laboratory laboratory, RunCenter center, byte[] content, Path file) {
        super(NLS.bind(Messages.run_job, Studies.title(file)));
        this.laboratory = laboratory;
        this.center = center;
        this.content = content;
        this.file = file;
    }

    RunJob(Laboratory laboratory, RunCenter center, RunFolder run) {
        super(NLS.bind(Messages.run_job, run.info().experiment()));
        this.laboratory = laboratory;
        this.center = center;
        this.run = run;
        content = null;
        file = null;
    }

    /** Name of the run; empty before it is planned. */
    public String runId() {
        var folder = run;
        return folder == null ? "" : folder.info().id();
    }

    /** How the run ended; null before that. */
    public RunSummary outcome() {
        return outcome;
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        try {
            if (run == null) {
                monitor.setTaskName(Messages.run_planning);
                run = plan();
            }
            center.opened(run);
            return work(monitor);
        } catch (NullclineException | ExperimentFileException e) {
            return Status.error(e.getMessage(), e);
        } finally {
            center.ended(this);
        }
    }

    private RunFolder plan() throws ExperimentFileException {
        var experiment = Experiments.read(content, file.getFileName().toString());
        var base = file.toAbsolutePath().getParent();
        ExperimentValidator.requireValid(laboratory.validator().validate(experiment, base));
        var plan = new Planner(laboratory.contributions()).plan(experiment, base);
        return RunFolder.create(laboratory.store(), plan, content, file.toString(), laboratory.executorId());
    }

    private IStatus work(IProgressMonitor monitor) {
        var controller = new RunController(run, laboratory.store(), laboratory.executor(), laboratory.settings());
        var work = new CompletableFuture<RunSummary>();
        var thread = new Thread(() -> {
            try {
                work.complete(controller.work());
            } catch (RuntimeException | LinkageError e) {
                work.completeExceptionally(e);
            }
        }, "Run " + runId());
        thread.setDaemon(true);
        thread.start();
        monitor.beginTask("", run.info().tasks());
        var follow = new RunMonitor(run);
        var shown = 0;
        while (true) {
            try {
                outcome = work.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
                return outcome.state() == RunSummary.State.CANCELLED ? Status.CANCEL_STATUS : Status.OK_STATUS;
            } catch (TimeoutException e) {
                if (monitor.isCanceled()) {
                    controller.cancel();
                }
                follow.refresh();
                monitor.worked(follow.done() - shown);
                shown = follow.done();
                monitor.subTask(NLS.bind(Messages.run_progress, shown, run.info().tasks()));
            } catch (InterruptedException e) {
                controller.cancel();
            } catch (ExecutionException | CancellationException e) {
                var cause = e.getCause() == null ? e : e.getCause();
                if (!(cause instanceof NullclineException)) {
                    ILog.of(RunJob.class).error(Messages.run_failed, cause);
                }
                return Status.error(Background.sentence(cause), cause);
            }
        }
    }

    @Override
    public boolean belongsTo(Object family) {
        return family == RunJob.class;
    }
}
