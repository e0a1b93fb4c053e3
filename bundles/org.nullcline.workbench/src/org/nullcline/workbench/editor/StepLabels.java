// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.editor;

import java.util.Optional;

import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.swt.graphics.Image;
import org.nullcline.api.contribution.Descriptor;
import org.nullcline.api.contribution.ExtensionPoint;
import org.nullcline.engine.registry.RegistryContributions;
import org.nullcline.engine.validate.Problem;
import org.nullcline.model.Step;
import org.nullcline.workbench.Messages;
import org.nullcline.workbench.look.Icons;

/** Name, contribution and state of a step in a list; problems are its tool tip. */
final class StepLabels extends DelegatingStyledCellLabelProvider {

    private final ExperimentDocument document;

    StepLabels(ExperimentDocument document) {
        super(new Styles(document));
        this.document = document;
    }

    @Override
    public String getToolTipText(Object element) {
        var sentences = document.problems(((Step) element).getId()).stream().map(Problem::sentence).toList();
        return sentences.isEmpty() ? null : String.join("\n", sentences);
    }

    /** Name of a step as people read it. */
    static String name(Step step, RegistryContributions contributions) {
        return step.getLabel() != null && !step.getLabel().isBlank() ? step.getLabel()
                : descriptor(step, contributions).map(Descriptor::name).orElse(step.getId());
    }

    /** What the plug-in says about the contribution of a step, if the plug-in is there. */
    static Optional<Descriptor> descriptor(Step step, RegistryContributions contributions) {
        return step.getContribution() == null ? Optional.empty() : contributions.lookUp(ExtensionPoint.STEPS, step.getContribution());
    }

    private static final class Styles extends ColumnLabelProvider implements DelegatingStyledCellLabelProvider.IStyledLabelProvider {

        private final ExperimentDocument document;

        Styles(ExperimentDocument document) {
            this.document = document;
        }

        @Override
        public StyledString getStyledText(Object element) {
            var step = (Step) element;
            var text = new StyledString(name(step, document.laboratory().contributions()), step.isEnabled() ? null : StyledString.QUALIFIER_STYLER);
            text.append("  " + step.getId(), StyledString.QUALIFIER_STYLER);
            if (!step.isEnabled()) {
                text.append("  " + Messages.steps_off, StyledString.QUALIFIER_STYLER);
            }
            return text;
        }

        @Override
        public Image getImage(Object element) {
            var step = (Step) element;
            var icon = descriptor(step, document.laboratory().contributions()).isEmpty() ? "step-missing" : step.isEnabled() ? "step" : "step-off";
            var problems = document.problems(step.getId());
            return problems.isEmpty() ? Icons.image(icon)
                    : Icons.image(icon, problems.stream().anyMatch(Problem::error) ? "error-over" : "warning-over");
        }
    }
}
