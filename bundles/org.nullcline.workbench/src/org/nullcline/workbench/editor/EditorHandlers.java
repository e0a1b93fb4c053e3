// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.editor;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;

/** The commands on the steps of the active experiment. */
public final class EditorHandlers {

    private EditorHandlers() {
    }

    private abstract static class OnSteps extends AbstractHandler {

        @Override
        public final Object execute(ExecutionEvent event) {
            if (HandlerUtil.getActiveEditor(event) instanceof ExperimentPart part) {
                execute(part.steps());
            }
            return null;
        }

        abstract void execute(StepsPage steps);
    }

    /** Adds a step from the palette. */
    public static final class AddStep extends OnSteps {
        @Override
        void execute(StepsPage steps) {
            steps.addStep();
        }
    }

    /** Removes the selected steps. */
    public static final class RemoveStep extends OnSteps {
        @Override
        void execute(StepsPage steps) {
            steps.remove();
        }
    }

    /** Copies the selected steps. */
    public static final class DuplicateStep extends OnSteps {
        @Override
        void execute(StepsPage steps) {
            steps.duplicate();
        }
    }

    /** Moves the selected step up. */
    public static final class MoveUp extends OnSteps {
        @Override
        void execute(StepsPage steps) {
            steps.move(-1);
        }
    }

    /** Moves the selected step down. */
    public static final class MoveDown extends OnSteps {
        @Override
        void execute(StepsPage steps) {
            steps.move(1);
        }
    }

    /** Includes the selected steps in runs, or leaves them out. */
    public static final class ToggleEnabled extends OnSteps {
        @Override
        void execute(StepsPage steps) {
            steps.toggleEnabled();
        }
    }
}
