// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.editor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IPathEditorInput;
import org.eclipse.ui.IPersistableEditor;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.contexts.IContextService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.EditorPart;
import org.nullcline.engine.validate.Problem;
import org.nullcline.model.Experiment;
import org.nullcline.model.Step;
import org.nullcline.model.file.ChangedOnDiskException;
import org.nullcline.model.file.ExperimentFileException;
import org.nullcline.workbench.Messages;
import org.nullcline.workbench.editor.NoticeBar.Choice;
import org.nullcline.workbench.laboratory.Laboratory;
import org.nullcline.workbench.look.Icons;
import org.nullcline.workbench.look.Times;
import org.nullcline.workbench.study.Studies;

/** The editor of an experiment: its steps, and the experiment as a whole with its sweep. */
public final class ExperimentPart extends EditorPart implements IPersistableEditor {

    private static final String PAGE = "page";
    private static final String STEP = "step";
    private static final String[] HISTORY = {"org.eclipse.ui.edit.undo", "org.eclipse.ui.edit.redo"};

    private ExperimentDocument document;
    private CTabFolder tabs;
    private NoticeBar notice;
    private StepsPage steps;
    private OverviewPage overview;
    private boolean askedAboutDisk;
    private IMemento remembered;

    @Override
    public void init(IEditorSite site, IEditorInput input) throws PartInitException {
        if (!(input instanceof IPathEditorInput path)) {
            throw new PartInitException(NLS.bind(Messages.editor_noFile, input.getName()));
        }
        setSite(site);
        try {
            document = new ExperimentDocument(path.getPath().toPath(), site.getService(Laboratory.class));
        } catch (ExperimentFileException e) {
            throw new PartInitException(e.getMessage(), e);
        }
        setInput(input instanceof ExperimentInput ? input : new ExperimentInput(path.getPath().toPath()));
        setPartName(getEditorInput().getName());
        site.getService(Studies.class).opened(document.path());
    }

    @Override
    public void createPartControl(Composite parent) {
        var body = new Composite(parent, SWT.NONE);
        var layout = new GridLayout();
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = 0;
        body.setLayout(layout);
        notice = new NoticeBar(body);
        tabs = new CTabFolder(body, SWT.BOTTOM | SWT.FLAT);
        tabs.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        steps = new StepsPage(tabs, getEditorSite(), document);
        overview = new OverviewPage(tabs, document);
        tab(Messages.editor_stepsTab, "step", steps.control());
        tab(Messages.editor_overviewTab, "axis", overview.control());
        tabs.setSelection(0);
        document.addListener(new ExperimentDocument.Listener() {
            @Override
            public void edited() {
                firePropertyChange(PROP_DIRTY);
            }

            @Override
            public void replaced() {
                edited();
            }

            @Override
            public void axisWanted(String axis) {
                tabs.setSelection(1);
                overview.reveal(axis);
            }

            @Override
            public void saved() {
                edited();
                getSite().getService(Studies.class).opened(document.path());
                getSite().getService(Studies.class).changed();
            }
        });
        var handlers = getSite().getService(IHandlerService.class);
        handlers.activateHandler(HISTORY[0], new HistoryHandler(document, false));
        handlers.activateHandler(HISTORY[1], new HistoryHandler(document, true));
        handlers.activateHandler("org.eclipse.ui.file.revert", new RevertHandler(this));
        getSite().getService(IContextService.class).activateContext("org.nullcline.workbench.context.experiment");
        if (!document.notes().isEmpty()) {
            notice.show(String.join(" ", document.notes()));
        }
        offerRecovery();
        showRemembered();
    }

    private void tab(String text, String icon, Control control) {
        var item = new CTabItem(tabs, SWT.NONE);
        item.setText(text);
        item.setImage(Icons.image(icon));
        item.setControl(control);
    }

    private void offerRecovery() {
        try {
            document.recovery().ifPresent(recovery -> notice.show(
                    NLS.bind(Messages.editor_recovery, Times.since(recovery.saved().toString())),
                    new Choice(Messages.editor_recover, () -> document.recover(recovery)),
                    new Choice(Messages.editor_discard, document::discardRecovery)));
        } catch (ExperimentFileException e) {
            notice.show(e.getMessage());
        }
    }

    /** The open experiment. */
    public ExperimentDocument document() {
        return document;
    }

    /** The page with the steps. */
    public StepsPage steps() {
        return steps;
    }

    /** The page with the experiment as a whole. */
    public OverviewPage overview() {
        return overview;
    }

    /** Shows where a problem is. */
    public void reveal(Problem problem) {
        if (problem.step().isEmpty()) {
            tabs.setSelection(1);
            overview.reveal(problem.place());
            focusPage();
        } else {
            tabs.setSelection(0);
            if (!steps.reveal(problem.step(), problem.place())) {
                focusPage();
            }
        }
    }

    private void focusPage() {
        if (tabs.getSelectionIndex() == 0) {
            steps.list().getControl().setFocus();
        } else {
            overview.control().setFocus();
        }
    }

    /** The selected step while the page of the steps is in front. */
    public Optional<Step> shownStep() {
        return tabs.getSelectionIndex() == 0 ? Optional.ofNullable(steps.form().step()) : Optional.empty();
    }

    @Override
    public void saveState(IMemento memento) {
        memento.putInteger(PAGE, tabs.getSelectionIndex());
        if (steps.form().step() != null) {
            memento.putString(STEP, steps.form().step().getId());
        }
    }

    @Override
    public void restoreState(IMemento memento) {
        remembered = memento;
    }

    /** Shows the page and the step that were in front when the last session ended. */
    void showRemembered() {
        if (remembered != null) {
            tabs.setSelection(Integer.valueOf(1).equals(remembered.getInteger(PAGE)) ? 1 : 0);
            if (remembered.getString(STEP) != null) {
                steps.reveal(remembered.getString(STEP), "");
            }
        }
    }

    @Override
    public void doSave(IProgressMonitor monitor) {
        try {
            document.save();
        } catch (ChangedOnDiskException e) {
            conflict(e.getMessage());
            monitor.setCanceled(true);
        } catch (ExperimentFileException e) {
            MessageDialog.openError(getSite().getShell(), Messages.editor_notSaved, e.getMessage());
            monitor.setCanceled(true);
        }
    }

    private void conflict(String sentence) {
        notice.show(sentence, new Choice(Messages.editor_saveAs, this::doSaveAs),
                new Choice(Messages.editor_overwrite, () -> save(document.path(), true)), new Choice(Messages.editor_reload, this::reload));
    }

    @Override
    public void doSaveAs() {
        var dialog = new FileDialog(getSite().getShell(), SWT.SAVE);
        dialog.setFilterExtensions(new String[] {"*" + Studies.SUFFIX});
        dialog.setFilterPath(document.path().getParent().toString());
        dialog.setFileName(document.path().getFileName().toString());
        dialog.setOverwrite(true);
        var chosen = dialog.open();
        if (chosen == null) {
            return;
        }
        var target = Path.of(chosen.endsWith(Studies.SUFFIX) ? chosen : chosen + Studies.SUFFIX);
        // The dialog asked about the name as it was typed.
        if (chosen.equals(target.toString()) || !Files.exists(target) || MessageDialog.openConfirm(getSite().getShell(), Messages.editor_saveAsTitle,
                NLS.bind(Messages.editor_saveAsQuestion, target.getFileName()))) {
            save(target, true);
        }
    }

    /** Saves to another file, which the editor then goes on with. */
    void save(Path target, boolean overwrite) {
        try {
            document.saveAs(target, overwrite);
            setInputWithNotify(new ExperimentInput(target));
            setPartName(getEditorInput().getName());
            firePropertyChange(PROP_DIRTY);
            askedAboutDisk = false;
        } catch (ExperimentFileException e) {
            MessageDialog.openError(getSite().getShell(), Messages.editor_notSaved, e.getMessage());
        }
    }

    /** Loads the file anew. */
    void reload() {
        try {
            document.reload();
            askedAboutDisk = false;
        } catch (ExperimentFileException e) {
            notice.show(e.getMessage());
        }
    }

    /** Looks whether the file was changed by somebody else, and offers to load it. */
    private void lookAtDisk() {
        try {
            var changed = document.changedOnDisk();
            if (changed && !askedAboutDisk) {
                notice.show(NLS.bind(Messages.editor_changedOnDisk, getEditorInput().getName()), new Choice(Messages.editor_reload, this::reload));
            }
            askedAboutDisk = changed;
        } catch (ExperimentFileException e) {
            ILog.of(ExperimentPart.class).warn(e.getMessage(), e);
        }
    }

    @Override
    public boolean isDirty() {
        return document != null && document.isDirty();
    }

    @Override
    public boolean isSaveAsAllowed() {
        return true;
    }

    @Override
    public void setFocus() {
        focusPage();
        lookAtDisk();
    }

    @Override
    public <T> T getAdapter(Class<T> adapter) {
        return adapter == ExperimentDocument.class ? adapter.cast(document)
                : adapter == Experiment.class ? adapter.cast(document.experiment()) : super.getAdapter(adapter);
    }

    @Override
    public void dispose() {
        if (document != null) {
            // After a crash of the workbench nobody comes here, and the autosave stays.
            document.dispose(false);
        }
        super.dispose();
    }
}
