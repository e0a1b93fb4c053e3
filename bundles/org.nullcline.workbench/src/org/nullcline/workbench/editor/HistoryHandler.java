// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.editor;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;

/** Undo or Redo in an experiment. */
final class HistoryHandler extends AbstractHandler {

    private final ExperimentDocument document;
    private final boolean redo;

    HistoryHandler(ExperimentDocument document, boolean redo) {
        this.document = document;
        this.redo = redo;
        document.addListener(new ExperimentDocument.Listener() {
            @Override
            public void edited() {
                setBaseEnabled(possible());
            }

            @Override
            public void replaced() {
                setBaseEnabled(possible());
            }
        });
        setBaseEnabled(possible());
    }

    private boolean possible() {
        return redo ? document.editor().canRedo() : document.editor().canUndo();
    }

    @Override
    public Object execute(ExecutionEvent event) {
        if (redo) {
            document.editor().redo();
        } else {
            document.editor().undo();
        }
        return null;
    }
}
