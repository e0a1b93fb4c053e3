// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.results;

import java.nio.file.Path;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.handlers.HandlerUtil;
import org.nullcline.api.NullclineException;
import org.nullcline.engine.report.RunReport;
import org.nullcline.engine.run.RunFolder;
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
        dialog.setOverwrite(true);
        var chosen = dialog.open();
        if (chosen != null) {
            write(snapshot.run(), window.getService(Laboratory.class), Path.of(chosen)).schedule();
        }
        return null;
    }

    /** The job that writes a report and then opens it in the browser. */
    static Job write(RunFolder run, Laboratory laboratory, Path file) {
        return new Job(NLS.bind(Messages.report_writing, run.info().experiment())) {
            @Override
            protected IStatus run(IProgressMonitor monitor) {
                try {
                    new RunReport(run, laboratory.store(), laboratory.contributions()).write(file);
                    Program.launch(file.toString());
                    return Status.OK_STATUS;
                } catch (java.io.IOException | NullclineException e) {
                    return Status.error(NLS.bind(Messages.report_failed, file, e.getMessage()), e);
                }
            }
        };
    }
}
