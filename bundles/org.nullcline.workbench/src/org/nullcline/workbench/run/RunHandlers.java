// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.run;

import java.util.List;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.WorkbenchException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.nullcline.api.NullclineException;
import org.nullcline.engine.run.RunFolder;
import org.nullcline.engine.run.RunSummary;
import org.nullcline.engine.run.Runs;
import org.nullcline.engine.validate.Problem;
import org.nullcline.model.Experiments;
import org.nullcline.model.file.ExperimentFileException;
import org.nullcline.workbench.Messages;
import org.nullcline.workbench.app.Ids;
import org.nullcline.workbench.editor.ExperimentPart;
import org.nullcline.workbench.laboratory.Laboratory;
import org.nullcline.workbench.look.Background;

/** The commands on runs. */
public final class RunHandlers {

    private RunHandlers() {
    }

    /** Saves the experiment of the active editor and runs it. */
    public static final class Run extends AbstractHandler {
        @Override
        public Object execute(ExecutionEvent event) {
            var window = HandlerUtil.getActiveWorkbenchWindow(event);
            var page = window.getActivePage();
            if (!(page.getActiveEditor() instanceof ExperimentPart part)) {
                return null;
            }
            if (part.isDirty() && !page.saveEditor(part, false)) {
                return null;
            }
            if (part.isDirty() || hasErrors(page, part)) {
                return null;
            }
            try {
                var content = Experiments.bytes(part.document().experiment());
                window.getService(RunCenter.class).start(content, part.document().path());
                show(window);
            } catch (ExperimentFileException e) {
                MessageDialog.openError(window.getShell(), Messages.run_failed, e.getMessage());
            }
            return null;
        }

        /** An experiment with errors does not run; the Problems view says why. */
        private static boolean hasErrors(IWorkbenchPage page, ExperimentPart part) {
            var errors = part.document().problems().stream().filter(Problem::error).toList();
            if (errors.isEmpty()) {
                return false;
            }
            try {
                page.showView(Ids.PROBLEMS_VIEW, null, IWorkbenchPage.VIEW_VISIBLE);
            } catch (PartInitException e) {
                ILog.of(RunHandlers.class).error(e.getMessage(), e);
            }
            part.reveal(errors.getFirst());
            MessageDialog.openWarning(page.getWorkbenchWindow().getShell(), Messages.run_notReady,
                    NLS.bind(Messages.run_errors, errors.size(), errors.getFirst().sentence()));
            return true;
        }
    }

    private static void show(IWorkbenchWindow window) {
        if (!Laboratory.preferences().getBoolean(Laboratory.SHOW_RUN, true)) {
            return;
        }
        try {
            window.getWorkbench().showPerspective(Ids.RUN, window);
            var page = window.getActivePage();
            page.showView(Ids.CURVES_VIEW, null, IWorkbenchPage.VIEW_VISIBLE);
        } catch (WorkbenchException e) {
            ILog.of(RunHandlers.class).error(e.getMessage(), e);
        }
    }

    private abstract static class OnRuns extends AbstractHandler {

        @Override
        public final Object execute(ExecutionEvent event) {
            var window = HandlerUtil.getActiveWorkbenchWindow(event);
            var center = window.getService(RunCenter.class);
            var selected = RunsView.rows(HandlerUtil.getCurrentSelection(event));
            if (selected.isEmpty() && center.snapshot() != null) {
                selected = List.of(new RunRow(center.snapshot().run(), center.snapshot().summary()));
            }
            try {
                execute(window, center, selected);
            } catch (NullclineException e) {
                MessageDialog.openError(window.getShell(), Messages.run_failed, Background.sentence(e));
            }
            return null;
        }

        abstract void execute(IWorkbenchWindow window, RunCenter center, List<RunRow> selected);
    }

    /** Stops the selected runs. */
    public static final class Cancel extends OnRuns {
        @Override
        void execute(IWorkbenchWindow window, RunCenter center, List<RunRow> selected) {
            selected.stream().filter(row -> row.summary().state() == RunSummary.State.RUNNING).map(RunRow::run).forEach(center::cancel);
        }
    }

    /** Goes on with the selected runs where they stopped. */
    public static final class Resume extends OnRuns {
        @Override
        void execute(IWorkbenchWindow window, RunCenter center, List<RunRow> selected) {
            selected.stream().filter(row -> row.summary().state() != RunSummary.State.RUNNING && row.summary().state() != RunSummary.State.DONE)
                    .map(RunRow::run).forEach(center::resume);
        }
    }

    /** Removes the selected runs from the list; their results stay in the store. */
    public static final class Delete extends OnRuns {
        @Override
        void execute(IWorkbenchWindow window, RunCenter center, List<RunRow> selected) {
            if (!selected.isEmpty() && MessageDialog.openConfirm(window.getShell(), Messages.run_deleteTitle,
                    NLS.bind(Messages.run_deleteQuestion, selected.size()))) {
                var laboratory = window.getService(Laboratory.class);
                Background.load(Messages.run_deleting, window.getShell(), () -> {
                    var runs = new Runs(laboratory.store());
                    for (RunFolder run : selected.stream().map(RunRow::run).toList()) {
                        runs.delete(run);
                    }
                    return selected.size();
                }, count -> center.refresh(), sentence -> MessageDialog.openError(window.getShell(), Messages.run_failed, sentence));
            }
        }
    }

    /** Lists the runs again. */
    public static final class Refresh extends OnRuns {
        @Override
        void execute(IWorkbenchWindow window, RunCenter center, List<RunRow> selected) {
            center.refresh();
        }
    }
}
