// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.IJobChangeListener;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.nullcline.api.NullclineException;
import org.nullcline.engine.report.RunReport;
import org.nullcline.engine.run.RunFolder;
import org.nullcline.engine.store.Store;
import org.nullcline.workbench.Messages;
import org.nullcline.workbench.laboratory.Laboratory;
import org.nullcline.workbench.run.RunCenter;

/** Writes the report of the current run as one HTML file and opens it. */
public final class ReportHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        var window = HandlerUtil.getActiveWorkbenchWindow(event);
        var snapshot = window.getService(RunCenter.class).snapshot();
        if (snapshot == null) {
            MessageDialog.openInformation(window.getShell(), Messages.report_title, Messages.report_noRun);
            return null;
        }
        var dialog = new FileDialog(window.getShell(), SWT.SAVE);
        dialog.setFilterExtensions(new String[] {"*.html"});
        dialog.setFileName(snapshot.run().info().id() + ".html");
        dialog.setFilterPath(folder(snapshot.run()));
        dialog.setOverwrite(true);
        var chosen = dialog.open();
        if (chosen != null) {
            var file = Path.of(chosen);
            var job = write(snapshot.run(), window.getService(Laboratory.class), file);
            job.addJobChangeListener(IJobChangeListener.onDone(done -> {
                if (done.getResult().isOK()) {
                    window.getShell().getDisplay().asyncExec(() -> open(window, file));
                }
            }));
            job.schedule();
        }
        return null;
    }

    /** Reports are offered beside the experiment, where it is still there. */
    private static String folder(RunFolder run) {
        try {
            var folder = Path.of(run.info().source()).toAbsolutePath().getParent();
            return folder != null && Files.isDirectory(folder) ? folder.toString() : System.getProperty("user.home");
        } catch (InvalidPathException e) {
            // A run of another machine may name its file as this one cannot.
            return System.getProperty("user.home");
        }
    }

    private static void open(IWorkbenchWindow window, Path file) {
        if (!Program.launch(file.toString())) {
            MessageDialog.openInformation(window.getShell(), Messages.report_title, NLS.bind(Messages.report_written, file));
        }
    }

    /** The job that writes a report. */
    static Job write(RunFolder run, Laboratory laboratory, Path file) {
        return new Job(NLS.bind(Messages.report_writing, run.info().experiment())) {
            @Override
            protected IStatus run(IProgressMonitor monitor) {
                try {
                    new RunReport(run, laboratory.store(), laboratory.contributions()).write(file);
                    return Status.OK_STATUS;
                } catch (IOException e) {
                    return Status.error(NLS.bind(Messages.report_failed, file, Store.reason(e)), e);
                } catch (NullclineException e) {
                    return Status.error(NLS.bind(Messages.report_failed, file, e.getMessage()), e);
                }
            }
        };
    }
}
