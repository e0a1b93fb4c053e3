// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.study;

import java.io.IOException;
import java.nio.file.Path;

import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.IWorkbenchPage;
import org.nullcline.api.NullclineException;
import org.nullcline.engine.registry.EngineContributions.TemplateDescriptor;
import org.nullcline.engine.template.QuickVariant;
import org.nullcline.engine.template.TemplateFiles;
import org.nullcline.model.Experiments;
import org.nullcline.workbench.Messages;
import org.nullcline.workbench.laboratory.Laboratory;
import org.nullcline.workbench.look.Background;

/** Makes an experiment, empty or from a template, and opens it. */
public final class NewExperimentWizard extends Wizard {

    private final IWorkbenchPage page;
    private final Studies studies;
    private final Laboratory laboratory;
    private final TemplatePage template;

    /**
     * A wizard.
     *
     * @param page where the experiment will be opened
     * @param folder proposed study, or null
     */
    public NewExperimentWizard(IWorkbenchPage page, Path folder) {
        this.page = page;
        var workbench = page.getWorkbenchWindow().getWorkbench();
        studies = workbench.getService(Studies.class);
        laboratory = workbench.getService(Laboratory.class);
        template = new TemplatePage(laboratory.engine().templates(), studies, folder);
        setWindowTitle(Messages.wizard_title);
        addPage(template);
    }

    @Override
    public boolean performFinish() {
        try {
            var folder = template.folder();
            if (folder == null) {
                folder = studies.create(template.studyName());
            }
            var file = create(laboratory, template.template(), template.quick(), folder, template.experimentName());
            studies.changed();
            var view = StudyView.in(page);
            if (view != null) {
                view.reveal(file);
            }
            return OpenExperiments.open(page, file) != null;
        } catch (IOException | NullclineException e) {
            template.setErrorMessage(Background.sentence(e));
            return false;
        }
    }

    /**
     * Writes a new experiment file.
     *
     * @param template what to begin with; null for an empty experiment
     * @param quick whether to take the template's settings that finish within a minute
     * @return the file
     */
    public static Path create(Laboratory laboratory, TemplateDescriptor template, boolean quick, Path folder, String name) throws IOException {
        var experiment = template == null ? Experiments.create(name) : laboratory.engine().open(template);
        if (template != null && quick) {
            QuickVariant.apply(experiment, template);
        }
        if (template != null) {
            new TemplateFiles(laboratory.contributions(), folder).settle(experiment, template);
        }
        experiment.setName(name);
        var file = Studies.freeFile(folder, name);
        Experiments.save(experiment, file);
        return file;
    }
}
