// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.editor;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.dialogs.MessageDialog;
import org.nullcline.workbench.Messages;

/** Loads the experiment as it was saved last. */
final class RevertHandler extends AbstractHandler {

    private final ExperimentPart part;

    RevertHandler(ExperimentPart part) {
        this.part = part;
    }

    @Override
    public Object execute(ExecutionEvent event) {
        if (!part.isDirty() || MessageDialog.openConfirm(part.getSite().getShell(), Messages.editor_revertTitle, Messages.editor_revertQuestion)) {
            part.reload();
        }
        return null;
    }
}
