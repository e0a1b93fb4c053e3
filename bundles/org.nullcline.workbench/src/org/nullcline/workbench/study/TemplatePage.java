// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.nullcline.engine.registry.EngineContributions.TemplateDescriptor;
import org.nullcline.workbench.Messages;
import org.nullcline.workbench.look.Icons;

/** Asks for template, name and study of a new experiment. */
final class TemplatePage extends WizardPage {

    private static final Object EMPTY = new Object();

    private final List<TemplateDescriptor> templates;
    private final List<Path> folders;
    private final Path proposal;
    private TableViewer list;
    private Label description;
    private Button quick;
    private Text name;
    private Combo study;
    private boolean named;

    TemplatePage(List<TemplateDescriptor> templates, Studies studies, Path proposal) {
        super("template");
        this.templates = templates;
        this.folders = studies.folders();
        this.proposal = proposal;
        setTitle(Messages.wizard_heading);
        setDescription(Messages.wizard_text);
    }

    @Override
    public void createControl(Composite parent) {
        var body = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).spacing(12, 8).applyTo(body);
        list = new TableViewer(body, SWT.SINGLE | SWT.BORDER | SWT.V_SCROLL);
        GridDataFactory.fillDefaults().hint(310, 280).grab(true, true).applyTo(list.getControl());
        list.setContentProvider(ArrayContentProvider.getInstance());
        list.setLabelProvider(new LabelProvider() {
            @Override
            public String getText(Object element) {
                return element instanceof TemplateDescriptor template ? template.name() : Messages.wizard_emptyName;
            }

            @Override
            public Image getImage(Object element) {
                return Icons.image(element == EMPTY ? "experiment" : "template");
            }
        });
        List<Object> all = new ArrayList<>(templates);
        all.add(EMPTY);
        list.setInput(all);
        var side = new Composite(body, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(side);
        GridLayoutFactory.fillDefaults().applyTo(side);
        description = new Label(side, SWT.WRAP);
        GridDataFactory.fillDefaults().hint(300, SWT.DEFAULT).grab(true, true).applyTo(description);
        quick = new Button(side, SWT.CHECK);
        quick.setText(Messages.wizard_quick);
        quick.setToolTipText(Messages.wizard_quickHint);
        new Label(body, SWT.NONE).setText(Messages.wizard_name);
        name = new Text(body, SWT.BORDER);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(name);
        new Label(body, SWT.NONE).setText(Messages.wizard_study);
        study = new Combo(body, SWT.DROP_DOWN | (folders.isEmpty() ? SWT.NONE : SWT.READ_ONLY));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(study);
        folders.forEach(folder -> study.add(folder.getFileName().toString()));
        if (folders.isEmpty()) {
            study.setText(Messages.wizard_firstStudy);
        } else {
            study.select(proposal == null ? 0 : Math.max(0, folders.indexOf(proposal)));
        }
        list.addSelectionChangedListener(event -> chosen());
        list.addDoubleClickListener(event -> {
            if (isPageComplete() && getWizard().performFinish()) {
                getContainer().getShell().close();
            }
        });
        name.addModifyListener(event -> {
            named = name.isFocusControl();
            check();
        });
        study.addModifyListener(event -> check());
        list.setSelection(new StructuredSelection(all.getFirst()));
        setControl(body);
        list.getControl().setFocus();
    }

    private void chosen() {
        var template = template();
        description.setText(template == null ? Messages.wizard_emptyText : template.description());
        quick.setEnabled(template != null && !template.quick().isEmpty());
        description.getParent().layout(true, true);
        if (!named) {
            name.setText(template == null ? Messages.wizard_emptyProposal : template.name());
        }
        check();
    }

    private void check() {
        var problem = name.getText().isBlank() ? Messages.study_nameNeeded
                : !Studies.fileName(name.getText()).equals(name.getText().strip()) ? Messages.study_nameIllegal
                        : study.getText().isBlank() ? Messages.wizard_studyNeeded : null;
        setErrorMessage(problem);
        setPageComplete(problem == null);
    }

    /** The chosen template, null for an empty experiment. */
    TemplateDescriptor template() {
        return list.getStructuredSelection().getFirstElement() instanceof TemplateDescriptor template ? template : null;
    }

    boolean quick() {
        return quick.isEnabled() && quick.getSelection();
    }

    String experimentName() {
        return name.getText().strip();
    }

    /** The chosen study, null when it has yet to be made. */
    Path folder() {
        return folders.isEmpty() ? null : folders.get(study.getSelectionIndex());
    }

    String studyName() {
        return study.getText().strip();
    }
}
