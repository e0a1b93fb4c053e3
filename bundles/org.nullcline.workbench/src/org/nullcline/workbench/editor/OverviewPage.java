// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.editor;

import java.util.Arrays;
import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.widgets.ExpandableComposite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.nullcline.model.SweepException;
import org.nullcline.model.Sweeps;
import org.nullcline.workbench.Messages;
import org.nullcline.workbench.look.Hints;

/** The experiment as a whole: name, description, tags, seed, and the sweep. */
public final class OverviewPage {

    private final ExperimentDocument document;
    private final ScrolledForm form;
    private final Text name;
    private final Text seed;
    private final Text tags;
    private final Text description;
    private final SweepSection sweep;
    private final ExpectationsSection expectations;
    private final Label count;
    private final Label seedHint;

    OverviewPage(Composite parent, ExperimentDocument document) {
        this.document = document;
        var toolkit = new FormToolkit(parent.getDisplay());
        form = toolkit.createScrolledForm(parent);
        form.addDisposeListener(event -> toolkit.dispose());
        GridLayoutFactory.fillDefaults().margins(14, 10).spacing(0, 12).applyTo(form.getBody());
        var general = section(toolkit, Messages.overview_general, 3);
        name = text(toolkit, general, Messages.overview_name, SWT.SINGLE, 2);
        description = text(toolkit, general, Messages.overview_description, SWT.MULTI | SWT.WRAP | SWT.V_SCROLL, 2);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).hint(300, 96).applyTo(description);
        tags = text(toolkit, general, Messages.overview_tags, SWT.SINGLE, 2);
        tags.setMessage(Messages.overview_tagsHint);
        seed = text(toolkit, general, Messages.overview_seed, SWT.SINGLE, 1);
        GridDataFactory.fillDefaults().hint(180, SWT.DEFAULT).applyTo(seed);
        seedHint = toolkit.createLabel(general, Messages.overview_seedHint);
        seedHint.setForeground(Hints.quiet());
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(seedHint);
        var axes = section(toolkit, Messages.overview_sweep, 1);
        var hint = toolkit.createLabel(axes, Messages.overview_sweepHint, SWT.WRAP);
        hint.setForeground(Hints.quiet());
        GridDataFactory.fillDefaults().grab(true, false).hint(420, SWT.DEFAULT).applyTo(hint);
        sweep = new SweepSection(axes, toolkit, document, () -> form.reflow(true));
        count = toolkit.createLabel(axes, "");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(count);
        expectations = new ExpectationsSection(section(toolkit, Messages.overview_expectations, 1), toolkit, document, () -> form.reflow(true));
        Fields.onEdit(name, text -> document.editor().setName(text), document);
        Fields.onEdit(description, text -> document.editor().setDescription(text.isEmpty() ? null : text.replace("\r", "")), document);
        Fields.onEdit(tags, text -> document.editor().setTags(split(text)), document);
        Fields.onEdit(seed, this::setSeed, document);
        document.addListener(new ExperimentDocument.Listener() {
            @Override
            public void edited() {
                refresh();
            }

            @Override
            public void replaced() {
                refresh();
            }

            @Override
            public void problemsChanged() {
                sweep.refresh();
            }
        });
        refresh();
    }

    private Composite section(FormToolkit toolkit, String title, int columns) {
        var section = toolkit.createSection(form.getBody(), ExpandableComposite.TITLE_BAR | ExpandableComposite.EXPANDED);
        section.setText(title);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(section);
        var client = toolkit.createComposite(section);
        GridLayoutFactory.fillDefaults().margins(4, 6).numColumns(columns).spacing(10, 6).applyTo(client);
        section.setClient(client);
        return client;
    }

    private static Text text(FormToolkit toolkit, Composite parent, String label, int style, int span) {
        var title = toolkit.createLabel(parent, label);
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.TOP).indent(0, 4).applyTo(title);
        var text = toolkit.createText(parent, "", style | SWT.BORDER);
        GridDataFactory.fillDefaults().grab(true, false).span(span, 1).applyTo(text);
        return text;
    }

    static List<String> split(String text) {
        return Arrays.stream(text.split(",")).map(String::strip).filter(s -> !s.isEmpty()).toList();
    }

    private void setSeed(String text) {
        try {
            document.editor().setSeed(Long.parseLong(text.strip()));
            seedHint.setText(Messages.overview_seedHint);
        } catch (NumberFormatException e) {
            seedHint.setText(Messages.overview_seedWrong);
        }
    }

    /** The widget. */
    public Control control() {
        return form;
    }

    /** The fields of the sweep. */
    public SweepSection sweep() {
        return sweep;
    }

    /** The fields of the expectations. */
    public ExpectationsSection expectations() {
        return expectations;
    }

    private void refresh() {
        var experiment = document.experiment();
        Fields.setText(name, experiment.getName());
        Fields.setText(description, experiment.getDescription());
        if (!split(tags.getText()).equals(experiment.getTags())) {
            Fields.setText(tags, String.join(", ", experiment.getTags()));
        }
        if (!seed.isFocusControl() || !seedHint.getText().equals(Messages.overview_seedWrong)) {
            Fields.setText(seed, Long.toString(experiment.getSeed()));
        }
        sweep.refresh();
        expectations.refresh();
        try {
            count.setText(experiment.getAxes().isEmpty() ? Messages.overview_noSweep : NLS.bind(Messages.overview_count, Sweeps.count(experiment)));
        } catch (SweepException e) {
            count.setText(e.getMessage());
        }
        form.reflow(true);
    }

    /** Selects an axis. */
    void reveal(String axis) {
        sweep.select(axis);
    }
}
