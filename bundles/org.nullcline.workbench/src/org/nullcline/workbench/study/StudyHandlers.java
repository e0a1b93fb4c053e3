// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
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
import org.eclipse.ui.IWorkbenchPage;
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
            var name = path.getFileName().toString();
            var stem = name.substring(0, name.length() - suffix.length());
            var validator = free(path.getParent(), suffix);
            var chosen = askName(shell(page), Messages.study_renameTitle, NLS.bind(Messages.study_renameQuestion, stem), stem,
                    text -> text.strip().equals(stem) ? "" : validator.isValid(text));
            if (chosen == null || !closeEditors(page, path)) {
                return;
            }
            var target = path.resolveSibling(chosen + suffix);
            Files.move(path, target);
            if (studies.isAdded(path)) {
                studies.forget(path);
                studies.add(target);
            }
            studies.changed();
            reveal(page, target);
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

        private static Path duplicate(Path file) throws ExperimentFileException {
            var experiment = Experiments.load(file).experiment();
            var name = file.getFileName().toString();
            var copy = Studies.freeFile(file.getParent(), NLS.bind(Messages.study_copyOf, name.substring(0, name.length() - Studies.SUFFIX.length())));
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
        for (var reference : page.getEditorReferences()) {
            var editor = reference.getEditor(false);
            if (editor != null && editor.getEditorInput() instanceof ExperimentInput input && input.file().startsWith(path)
                    && !page.closeEditor(editor, true)) {
                return false;
            }
        }
        return true;
    }
}
