// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.study;

import java.nio.file.Path;

import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.WorkbenchException;
import org.nullcline.workbench.Messages;
import org.nullcline.workbench.app.Ids;
import org.nullcline.workbench.editor.ExperimentInput;

/** Opens experiments in editors. */
public final class OpenExperiments {

    private OpenExperiments() {
    }

    /**
     * Opens an experiment, in the Design perspective where the present one shows no editors.
     *
     * @return its editor, or null when it could not be opened and the user was told
     */
    public static IEditorPart open(IWorkbenchPage page, Path file) {
        try {
            if (!page.isEditorAreaVisible()) {
                page.getWorkbenchWindow().getWorkbench().showPerspective(Ids.DESIGN, page.getWorkbenchWindow());
            }
            return page.openEditor(new ExperimentInput(file), Ids.EXPERIMENT_EDITOR);
        } catch (PartInitException e) {
            MessageDialog.openError(page.getWorkbenchWindow().getShell(), Messages.study_cannotOpen, e.getMessage());
        } catch (WorkbenchException e) {
            ILog.of(OpenExperiments.class).error(e.getMessage(), e);
        }
        return null;
    }
}
