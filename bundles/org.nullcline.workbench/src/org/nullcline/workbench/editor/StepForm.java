// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.editor;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.events.HyperlinkAdapter;
import org.eclipse.ui.forms.events.HyperlinkEvent;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.eclipse.ui.forms.widgets.Section;
import org.nullcline.api.contribution.Descriptor;
import org.nullcline.model.Step;
import org.nullcline.workbench.Messages;
import org.nullcline.workbench.look.Hints;
import org.nullcline.workbench.look.Icons;

/** The form of one step: what it is, its parameters, inputs and outputs, all from the declarations of its plug-in. */
public final class StepForm {

    private final ExperimentDocument document;
    private final Runnable addStep;
    private final Composite holder;
    private final FormToolkit toolkit;
    private ScrolledForm form;
    private Step step;
    private String structure = "";
    private Text label;
    private Button enabled;
    private Composite problems;
    private ParameterSection parameters;
    private PortsSection ports;

    StepForm(Composite parent, ExperimentDocument document, Runnable addStep) {
        this.document = document;
        this.addStep = addStep;
        holder = new Composite(parent, SWT.NONE);
        holder.setLayout(new FillLayout());
        toolkit = new FormToolkit(parent.getDisplay());
        holder.addDisposeListener(event -> toolkit.dispose());
    }

    /** The step that is shown, or null. */
    Step step() {
        return step;
    }

    /** The fields of the parameters. */
    public ParameterSection parameters() {
        return parameters;
    }

    /** The fields of the inputs. */
    public PortsSection ports() {
        return ports;
    }

    /** Shows another step; null for none. */
    void show(Step shown) {
        if (shown == step && form != null && (step == null || structure.equals(structureOf(step)))) {
            refresh();
            return;
        }
        step = shown;
        build();
    }

    /** Brings all fields up to date; builds the form anew when other parameters or ports are there now. */
    void refresh() {
        if (step == null || form == null) {
            return;
        }
        if (!structure.equals(structureOf(step))) {
            var origin = form.getOrigin();
            build();
            form.setOrigin(origin);
            return;
        }
        Fields.setText(label, step.getLabel());
        enabled.setSelection(step.isEnabled());
        if (parameters != null) {
            parameters.refresh();
        }
    }

    private String structureOf(Step shown) {
        var descriptor = StepLabels.descriptor(shown, document.laboratory().contributions());
        return shown.getContribution() + "|" + descriptor.map(d -> d.bundle() + ParameterSection.structure(d, shown, document)).orElse("missing")
                + PortsSection.structure(shown, document);
    }

    private void build() {
        holder.setRedraw(false);
        for (var child : holder.getChildren()) {
            child.dispose();
        }
        parameters = null;
        ports = null;
        form = toolkit.createScrolledForm(holder);
        GridLayoutFactory.fillDefaults().margins(14, 10).spacing(0, 10).applyTo(form.getBody());
        if (step == null) {
            structure = "";
            emptyHint(form.getBody());
        } else {
            structure = structureOf(step);
            var descriptor = StepLabels.descriptor(step, document.laboratory().contributions()).orElse(null);
            header(descriptor);
            if (descriptor == null) {
                placeholder();
            } else {
                sections(descriptor);
            }
            showProblems();
        }
        holder.layout(true, true);
        form.reflow(true);
        holder.setRedraw(true);
    }

    private void emptyHint(Composite body) {
        var hint = toolkit.createLabel(body, document.experiment().getSteps().isEmpty() ? Messages.steps_empty : Messages.steps_noneSelected, SWT.WRAP);
        hint.setForeground(Hints.quiet());
        GridDataFactory.fillDefaults().grab(true, false).hint(300, SWT.DEFAULT).applyTo(hint);
        var add = toolkit.createButton(body, Messages.steps_add, SWT.PUSH);
        add.setImage(Icons.image("add"));
        add.addListener(SWT.Selection, event -> addStep.run());
    }

    private void header(Descriptor descriptor) {
        var body = form.getBody();
        var title = toolkit.createLabel(body, descriptor == null ? step.getContribution() : descriptor.name());
        title.setFont(org.eclipse.jface.resource.JFaceResources.getHeaderFont());
        if (descriptor != null) {
            var text = toolkit.createLabel(body, descriptor.description(), SWT.WRAP);
            GridDataFactory.fillDefaults().grab(true, false).hint(420, SWT.DEFAULT).applyTo(text);
        }
        var row = toolkit.createComposite(body);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        GridLayoutFactory.fillDefaults().numColumns(4).spacing(8, 4).applyTo(row);
        toolkit.createLabel(row, Messages.steps_label);
        label = toolkit.createText(row, "", SWT.SINGLE | SWT.BORDER);
        label.setMessage(descriptor == null ? step.getId() : descriptor.name());
        GridDataFactory.fillDefaults().hint(260, SWT.DEFAULT).applyTo(label);
        Fields.setText(label, step.getLabel());
        var current = step;
        Fields.onEdit(label, text -> document.editor().steps().setLabel(current, text.isBlank() ? null : text), document);
        var id = toolkit.createLabel(row, NLS.bind(Messages.steps_id, step.getId()));
        id.setForeground(Hints.quiet());
        id.setToolTipText(Messages.steps_idHint);
        enabled = toolkit.createButton(row, Messages.steps_enabled, SWT.CHECK);
        enabled.setSelection(step.isEnabled());
        enabled.addListener(SWT.Selection, event -> document.editor().steps().setEnabled(current, enabled.getSelection()));
        problems = toolkit.createComposite(body);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(problems);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(problems);
    }

    /** What is shown of a step whose plug-in is missing: everything that the file says, which stays as it is. */
    private void placeholder() {
        var section = section(Messages.steps_missing, 2);
        var text = toolkit.createLabel(section, NLS.bind(Messages.steps_missingText,
                step.getPlugin() == null ? step.getContribution() : step.getPlugin(), step.getVersion() == null ? "" : step.getVersion()), SWT.WRAP);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(420, SWT.DEFAULT).applyTo(text);
        for (var parameter : step.getParameters()) {
            toolkit.createLabel(section, parameter.getName());
            var value = toolkit.createText(section, parameter.getValue() == null ? "" : parameter.getValue(), SWT.READ_ONLY);
            GridDataFactory.fillDefaults().grab(true, false).applyTo(value);
        }
    }

    private void sections(Descriptor descriptor) {
        var inputs = descriptor.inputs().isEmpty() ? null : section(Messages.steps_inputs, PortsSection.COLUMNS);
        ports = new PortsSection(inputs, toolkit, document, step, descriptor);
        parameters = new ParameterSection(section(Messages.steps_parameters, ParameterSection.COLUMNS), toolkit, document, step, descriptor);
        if (!descriptor.outputs().isEmpty()) {
            var outputs = section(Messages.steps_outputs, 3);
            for (var output : descriptor.outputs()) {
                toolkit.createLabel(outputs, output.name());
                toolkit.createLabel(outputs, output.kinds().getFirst()).setForeground(Hints.quiet());
                wrapped(outputs, output.description());
            }
        }
        if (!descriptor.citations().isEmpty()) {
            var citations = section(Messages.steps_citations, 1);
            for (var citation : descriptor.citations()) {
                if (citation.doi().isEmpty()) {
                    wrapped(citations, citation.text());
                } else {
                    var link = toolkit.createHyperlink(citations, citation.text(), SWT.WRAP);
                    GridDataFactory.fillDefaults().grab(true, false).hint(420, SWT.DEFAULT).applyTo(link);
                    link.addHyperlinkListener(new HyperlinkAdapter() {
                        @Override
                        public void linkActivated(HyperlinkEvent event) {
                            Program.launch("https://doi.org/" + citation.doi());
                        }
                    });
                }
            }
        }
    }

    private Label wrapped(Composite parent, String text) {
        var wrapped = toolkit.createLabel(parent, text, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(300, SWT.DEFAULT).applyTo(wrapped);
        return wrapped;
    }

    private Composite section(String title, int columns) {
        var section = toolkit.createSection(form.getBody(), org.eclipse.ui.forms.widgets.ExpandableComposite.TITLE_BAR | Section.EXPANDED);
        section.setText(title);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(section);
        var client = toolkit.createComposite(section);
        GridLayoutFactory.fillDefaults().margins(4, 6).numColumns(columns).spacing(10, 6).applyTo(client);
        section.setClient(client);
        return client;
    }

    /** Shows what the validator found: at the fields, and as sentences below the name. */
    void showProblems() {
        if (step == null || problems == null || problems.isDisposed()) {
            return;
        }
        for (var child : problems.getChildren()) {
            child.dispose();
        }
        var found = document.problems(step.getId());
        for (var problem : found) {
            toolkit.createLabel(problems, "").setImage(Icons.image(problem.error() ? "error" : "warning"));
            wrapped(problems, problem.sentence());
        }
        ((GridData) problems.getLayoutData()).exclude = found.isEmpty();
        problems.setVisible(!found.isEmpty());
        if (parameters != null) {
            parameters.mark(found);
            ports.mark(found);
        }
        form.reflow(true);
    }

    /** Moves the focus to the field of a parameter or port. */
    boolean reveal(String place) {
        List<Control> candidates = new ArrayList<>();
        if (parameters != null) {
            candidates.add(parameters.control(place));
            candidates.add(ports.control(place));
        }
        var found = candidates.stream().filter(c -> c != null).findFirst();
        found.ifPresent(control -> {
            FormToolkit.ensureVisible(control);
            control.setFocus();
        });
        return found.isPresent();
    }
}
