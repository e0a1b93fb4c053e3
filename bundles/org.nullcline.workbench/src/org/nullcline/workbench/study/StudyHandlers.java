// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.dialogs.IInputValidator;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.nullcline.model.Experiments;
import org.nullcline.model.file.ExperimentFileException;
import org.nullcline.workbench.Messages;
import org.nullcline.workbench.editor.ExperimentInput;
import org.nullcline.workbench.look.Background;

/** The commands on studies and experiment files. */
public final class StudyHandlers {

    private StudyHandlers() {
    }

    private abstract static class OnStudies extends AbstractHandler {

        @Override
        public final Object execute(ExecutionEvent event) {
            var window = HandlerUtil.getActiveWorkbenchWindow(event);
            var selected = StudyView.paths(HandlerUtil.getCurrentSelection(event));
            try {
                execute(window.getActivePage(), window.getWorkbench().getService(Studies.class), selected);
            } catch (IOException e) {
                MessageDialog.openError(window.getShell(), Messages.study_failed, Background.sentence(e));
            }
            return null;
        }

        abstract void execute(IWorkbenchPage page, Studies studies, List<Path> selected) throws IOException;
    }

    private static Shell shell(IWorkbenchPage page) {
        return page.getWorkbenchWindow().getShell();
    }

    private static void reveal(IWorkbenchPage page, Path path) {
        var view = StudyView.in(page);
        if (view != null) {
            view.reveal(path);
        }
    }

    /** Asks for a file name; null when the user thought better of it. */
    private static String askName(Shell shell, String title, String question, String proposal, IInputValidator validator) {
        var dialog = new InputDialog(shell, title, question, proposal, validator);
        return dialog.open() == Window.OK ? dialog.getValue().strip() : null;
    }

    private static IInputValidator free(Path folder, String suffix) {
        return text -> text.isBlank() ? Messages.study_nameNeeded
                : !Studies.fileName(text).equals(text.strip()) ? Messages.study_nameIllegal
                        : Files.exists(folder.resolve(text.strip() + suffix)) ? NLS.bind(Messages.study_nameTaken, text.strip()) : null;
    }

    /** Opens the wizard for a new experiment. */
    public static final class NewExperiment extends OnStudies {
        @Override
        void execute(IWorkbenchPage page, Studies studies, List<Path> selected) {
            var folder = selected.isEmpty() ? null : Files.isDirectory(selected.getFirst()) ? selected.getFirst() : selected.getFirst().getParent();
            new WizardDialog(shell(page), new NewExperimentWizard(page, folder)).open();
        }
    }

    /** Makes a study in the workspace. */
    public static final class NewStudy extends OnStudies {
        @Override
        void execute(IWorkbenchPage page, Studies studies, List<Path> selected) throws IOException {
            var name = askName(shell(page), Messages.study_newTitle, Messages.study_newQuestion, "", free(studies.workspace(), ""));
            if (name != null) {
                reveal(page, studies.create(name));
            }
        }
    }

    /** Shows a folder from anywhere as a study. */
    public static final class AddStudy extends OnStudies {
        @Override
        void execute(IWorkbenchPage page, Studies studies, List<Path> selected) {
            var dialog = new DirectoryDialog(shell(page));
            dialog.setMessage(Messages.study_addQuestion);
            var chosen = dialog.open();
            if (chosen != null) {
                studies.add(Path.of(chosen));
                reveal(page, Path.of(chosen));
            }
        }
    }

    /** Opens an experiment file from anywhere. */
    public static final class OpenFile extends OnStudies {
        @Override
        void execute(IWorkbenchPage page, Studies studies, List<Path> selected) {
            var dialog = new FileDialog(shell(page), SWT.OPEN);
            dialog.setFilterExtensions(new String[] {"*" + Studies.SUFFIX});
            dialog.setFilterPath(studies.workspace().toString());
            var chosen = dialog.open();
            if (chosen != null) {
                OpenExperiments.open(page, Path.of(chosen));
            }
        }
    }

    /** Opens the selected experiments. */
    public static final class OpenSelected extends OnStudies {
        @Override
        void execute(IWorkbenchPage page, Studies studies, List<Path> selected) {
            selected.stream().filter(Studies::isExperiment).forEach(file -> OpenExperiments.open(page, file));
        }
    }

    /** Gives an experiment or a study another name. An open editor follows. */
    public static final class Rename extends OnStudies {
        @Override
        void execute(IWorkbenchPage page, Studies studies, List<Path> selected) throws IOException {
            if (selected.size() != 1) {
                return;
            }
            var path = selected.getFirst();
            var suffix = Studies.isExperiment(path) ? Studies.SUFFIX : "";
            var stem = Studies.title(path);
            var validator = free(path.getParent(), suffix);
            var chosen = askName(shell(page), Messages.study_renameTitle, NLS.bind(Messages.study_renameQuestion, stem), stem,
                    text -> text.strip().equals(stem) ? "" : validator.isValid(text));
            if (chosen != null) {
                rename(page, studies, path, path.resolveSibling(chosen + suffix));
            }
        }

        /** Renames a file or folder; editors within it are closed, which asks for what is not saved, and opened again under the new name. */
        static void rename(IWorkbenchPage page, Studies studies, Path path, Path target) throws IOException {
            var active = page.getActiveEditor();
            var open = editors(page, path).keySet();
            if (!closeEditors(page, path)) {
                return;
            }
            Files.move(path, target);
            studies.renamed(path, target);
            reveal(page, target);
            Path last = null;
            for (var file : open) {
                var renamed = target.resolve(path.relativize(file)).normalize();
                OpenExperiments.open(page, renamed);
                last = active != null && active.getEditorInput() instanceof ExperimentInput input && input.file().equals(file) ? renamed : last;
            }
            if (last != null) {
                OpenExperiments.open(page, last);
            } else if (active != null && page.findEditor(active.getEditorInput()) != null) {
                page.bringToTop(active);
            }
        }
    }

    /** Copies experiments beside themselves. */
    public static final class Duplicate extends OnStudies {
        @Override
        void execute(IWorkbenchPage page, Studies studies, List<Path> selected) throws IOException {
            Path last = null;
            for (var file : selected) {
                if (Studies.isExperiment(file)) {
                    last = duplicate(file);
                }
            }
            studies.changed();
            if (last != null) {
                reveal(page, last);
            }
        }

        static Path duplicate(Path file) throws ExperimentFileException {
            var experiment = Experiments.load(file).experiment();
            var copy = Studies.freeFile(file.getParent(), NLS.bind(Messages.study_copyOf, Studies.title(file)));
            experiment.setName(NLS.bind(Messages.study_copyOf, experiment.getName()));
            Experiments.save(experiment, copy);
            return copy;
        }
    }

    /** Moves experiments and studies to the trash beside them; a study from elsewhere is only no longer shown. */
    public static final class Delete extends OnStudies {
        @Override
        void execute(IWorkbenchPage page, Studies studies, List<Path> selected) throws IOException {
            if (selected.isEmpty()) {
                return;
            }
            var names = String.join(", ", selected.stream().map(p -> p.getFileName().toString()).toList());
            var outside = selected.stream().allMatch(studies::isAdded);
            if (!MessageDialog.openConfirm(shell(page), Messages.study_deleteTitle,
                    NLS.bind(outside ? Messages.study_forgetQuestion : Messages.study_deleteQuestion, names))) {
                return;
            }
            for (var path : selected) {
                if (studies.isAdded(path)) {
                    studies.forget(path);
                } else if (closeEditors(page, path)) {
                    Trash.move(path);
                }
            }
            studies.changed();
        }
    }

    /** Reads the folders again. */
    public static final class Refresh extends OnStudies {
        @Override
        void execute(IWorkbenchPage page, Studies studies, List<Path> selected) {
            studies.changed();
        }
    }

    private static boolean closeEditors(IWorkbenchPage page, Path path) {
        var open = editors(page, path).values().toArray(IEditorReference[]::new);
        return open.length == 0 || page.closeEditors(open, true);
    }

    /** The editors of a file, or of files in a folder; also those that the last session left and nobody has looked at yet. */
    private static Map<Path, IEditorReference> editors(IWorkbenchPage page, Path path) {
        Map<Path, IEditorReference> found = new LinkedHashMap<>();
        for (var reference : page.getEditorReferences()) {
            try {
                if (reference.getEditorInput() instanceof ExperimentInput input && input.file().startsWith(path)) {
                    found.put(input.file(), reference);
                }
            } catch (PartInitException e) {
                ILog.of(StudyHandlers.class).warn(e.getMessage(), e);
            }
        }
        return found;
    }
}
