// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.welcome;

import java.io.IOException;
import java.nio.file.Path;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.forms.events.HyperlinkAdapter;
import org.eclipse.ui.forms.events.HyperlinkEvent;
import org.eclipse.ui.forms.events.IHyperlinkListener;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.EditorPart;
import org.nullcline.api.NullclineException;
import org.nullcline.engine.registry.EngineContributions.TemplateDescriptor;
import org.nullcline.workbench.Messages;
import org.nullcline.workbench.app.Ids;
import org.nullcline.workbench.laboratory.Laboratory;
import org.nullcline.workbench.look.Background;
import org.nullcline.workbench.look.Hints;
import org.nullcline.workbench.look.Icons;
import org.nullcline.workbench.study.NewExperimentWizard;
import org.nullcline.workbench.study.OpenExperiments;
import org.nullcline.workbench.study.Studies;

/** The first page: templates to begin with, experiments to go on with, and where help is. */
public final class WelcomeEditor extends EditorPart {

    /** What it shows. */
    public static final IEditorInput INPUT = new WelcomeInput();

    private FormToolkit toolkit;
    private ScrolledForm form;

    @Override
    public void init(IEditorSite site, IEditorInput input) {
        setSite(site);
        setInput(input);
    }

    @Override
    public void createPartControl(Composite parent) {
        toolkit = new FormToolkit(parent.getDisplay());
        form = toolkit.createScrolledForm(parent);
        GridLayoutFactory.fillDefaults().margins(40, 32).spacing(0, 24).applyTo(form.getBody());
        head();
        var columns = toolkit.createComposite(form.getBody());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(columns);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(48, 0).applyTo(columns);
        templates(column(columns, Messages.welcome_start, 2));
        var right = column(columns, Messages.welcome_recent, 1);
        recent(right);
        heading(right, Messages.welcome_help);
        command(right, Messages.welcome_contents, "org.eclipse.ui.help.helpContents");
        command(right, Messages.welcome_install, "org.eclipse.equinox.p2.ui.sdk.install");
        command(right, Messages.welcome_preferences, "org.eclipse.ui.window.preferences");
        form.reflow(true);
    }

    private void head() {
        var head = toolkit.createComposite(form.getBody());
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(20, 0).applyTo(head);
        var logo = toolkit.createLabel(head, "");
        logo.setImage(Icons.image("nullcline64"));
        GridDataFactory.fillDefaults().span(1, 2).applyTo(logo);
        var title = toolkit.createLabel(head, "Nullcline");
        var font = JFaceResources.getHeaderFontDescriptor().setHeight(22).createFont(title.getDisplay());
        title.setFont(font);
        title.addDisposeListener(event -> font.dispose());
        var text = toolkit.createLabel(head, Messages.welcome_text, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(460, SWT.DEFAULT).applyTo(text);
    }

    private Composite column(Composite parent, String heading, int weight) {
        var column = toolkit.createComposite(parent);
        GridDataFactory.fillDefaults().grab(weight > 1, false).hint(weight > 1 ? 420 : 280, SWT.DEFAULT).align(SWT.FILL, SWT.BEGINNING).applyTo(column);
        GridLayoutFactory.fillDefaults().spacing(0, 10).applyTo(column);
        heading(column, heading);
        return column;
    }

    private void heading(Composite parent, String text) {
        var label = toolkit.createLabel(parent, text);
        label.setFont(JFaceResources.getHeaderFont());
        GridDataFactory.fillDefaults().indent(0, parent.getChildren().length > 1 ? 16 : 0).applyTo(label);
    }

    private void templates(Composite parent) {
        for (var template : getSite().getService(Laboratory.class).engine().templates()) {
            card(parent, "template", template.name(), template.description(), () -> open(template));
        }
        card(parent, "experiment", Messages.welcome_new, Messages.welcome_newText, () -> execute("org.nullcline.workbench.commands.newExperiment"));
        card(parent, "study", Messages.welcome_open, Messages.welcome_openText, () -> execute("org.nullcline.workbench.commands.addStudy"));
    }

    private void card(Composite parent, String icon, String name, String text, Runnable action) {
        var card = toolkit.createComposite(parent);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(card);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(10, 2).applyTo(card);
        var link = toolkit.createImageHyperlink(card, SWT.NONE);
        link.setImage(Icons.image(icon));
        link.setText(name);
        GridDataFactory.fillDefaults().span(2, 1).applyTo(link);
        link.addHyperlinkListener(listener(action));
        var label = toolkit.createLabel(card, text, SWT.WRAP);
        label.setForeground(Hints.quiet());
        GridDataFactory.fillDefaults().span(2, 1).indent(22, 0).grab(true, false).hint(380, SWT.DEFAULT).applyTo(label);
    }

    private void recent(Composite parent) {
        var recent = getSite().getService(Studies.class).recent();
        if (recent.isEmpty()) {
            var none = toolkit.createLabel(parent, Messages.welcome_noRecent, SWT.WRAP);
            none.setForeground(Hints.quiet());
            GridDataFactory.fillDefaults().hint(260, SWT.DEFAULT).applyTo(none);
        }
        for (Path file : recent.stream().limit(8).toList()) {
            var link = toolkit.createImageHyperlink(parent, SWT.NONE);
            link.setImage(Icons.image("experiment"));
            link.setText(Studies.title(file));
            link.setToolTipText(file.toString());
            link.addHyperlinkListener(listener(() -> OpenExperiments.open(getSite().getPage(), file)));
        }
    }

    private void command(Composite parent, String text, String id) {
        var link = toolkit.createHyperlink(parent, text, SWT.NONE);
        link.addHyperlinkListener(listener(() -> execute(id)));
    }

    private static IHyperlinkListener listener(Runnable action) {
        return new HyperlinkAdapter() {
            @Override
            public void linkActivated(HyperlinkEvent event) {
                action.run();
            }
        };
    }

    private void execute(String command) {
        try {
            getSite().getService(IHandlerService.class).executeCommand(command, null);
        } catch (CommandException e) {
            ILog.of(WelcomeEditor.class).warn(e.getMessage(), e);
        }
    }

    /** Makes an experiment of a template in the first study, with quick settings where it has them, and opens it. */
    private void open(TemplateDescriptor template) {
        try {
            var studies = getSite().getService(Studies.class);
            var folders = studies.folders();
            var folder = folders.isEmpty() ? studies.create(Messages.wizard_firstStudy) : folders.getFirst();
            var file = NewExperimentWizard.create(getSite().getService(Laboratory.class), template, false, folder, template.name());
            studies.changed();
            OpenExperiments.open(getSite().getPage(), file);
        } catch (IOException | NullclineException e) {
            MessageDialog.openError(getSite().getShell(), Messages.study_failed, Background.sentence(e));
        }
    }

    /** Opens the welcome page. */
    public static final class Show extends AbstractHandler {
        @Override
        public Object execute(ExecutionEvent event) {
            var window = HandlerUtil.getActiveWorkbenchWindow(event);
            try {
                if (!window.getActivePage().isEditorAreaVisible()) {
                    window.getWorkbench().showPerspective(Ids.DESIGN, window);
                }
                window.getActivePage().openEditor(INPUT, Ids.WELCOME);
            } catch (org.eclipse.ui.WorkbenchException e) {
                ILog.of(WelcomeEditor.class).error(e.getMessage(), e);
            }
            return null;
        }
    }

    @Override
    public void doSave(IProgressMonitor monitor) {
        // There is nothing to save.
    }

    @Override
    public void doSaveAs() {
        // There is nothing to save.
    }

    @Override
    public boolean isDirty() {
        return false;
    }

    @Override
    public boolean isSaveAsAllowed() {
        return false;
    }

    @Override
    public void setFocus() {
        form.setFocus();
    }

    @Override
    public void dispose() {
        if (toolkit != null) {
            toolkit.dispose();
        }
        super.dispose();
    }
}
