// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.editor;

import java.util.List;

import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.jface.util.LocalSelectionTransfer;
import org.eclipse.jface.viewers.ViewerDropAdapter;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.dnd.TransferData;
import org.eclipse.swt.dnd.DragSourceAdapter;
import org.eclipse.swt.dnd.DragSourceEvent;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.swt.IFocusService;
import org.nullcline.api.contribution.Descriptor;
import org.nullcline.model.Experiments;
import org.nullcline.model.Step;
import org.nullcline.workbench.Messages;
import org.nullcline.workbench.look.Icons;

/** The list of steps with the form of the selected one. */
public final class StepsPage {

    /** The name by which {@code plugin.xml} knows the list while it has the focus. */
    private static final String FOCUS = "org.nullcline.workbench.steps";

    private final ExperimentDocument document;
    private final SashForm sash;
    private final TableViewer list;
    private final StepForm form;
    private ToolBar bar;

    StepsPage(Composite parent, IEditorSite site, ExperimentDocument document) {
        this.document = document;
        sash = new SashForm(parent, SWT.HORIZONTAL);
        var left = new Composite(sash, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(left);
        toolBar(left);
        list = new TableViewer(left, SWT.MULTI | SWT.V_SCROLL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(list.getControl());
        list.setContentProvider(ArrayContentProvider.getInstance());
        list.setLabelProvider(new StepLabels(document));
        ColumnViewerToolTipSupport.enableFor(list);
        form = new StepForm(sash, document, this::addStep);
        sash.setWeights(30, 70);
        list.addSelectionChangedListener(event -> show());
        list.setInput(document.experiment().getSteps());
        var menu = new MenuManager();
        list.getControl().setMenu(menu.createContextMenu(list.getControl()));
        site.registerContextMenu("org.nullcline.workbench.steps", menu, list, false);
        site.setSelectionProvider(list);
        PlatformUI.getWorkbench().getService(IFocusService.class).addFocusTracker(list.getControl(), FOCUS);
        reorderByDragging();
        document.addListener(new ExperimentDocument.Listener() {
            @Override
            public void edited() {
                refresh();
            }

            @Override
            public void replaced() {
                list.setInput(document.experiment().getSteps());
                selectFirst();
            }

            @Override
            public void problemsChanged() {
                list.refresh();
                form.showProblems();
            }
        });
        selectFirst();
    }

    private void toolBar(Composite parent) {
        bar = new ToolBar(parent, SWT.FLAT | SWT.RIGHT);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        item("add", Messages.steps_add, Messages.steps_addHint, this::addStep);
        item("duplicate", "", Messages.steps_duplicate, this::duplicate);
        item("remove", "", Messages.steps_remove, this::remove);
        item("up", "", Messages.steps_up, () -> move(-1));
        item("down", "", Messages.steps_down, () -> move(1));
        item("power", "", Messages.steps_enable, this::toggleEnabled);
    }

    private void item(String icon, String text, String hint, Runnable action) {
        var item = new ToolItem(bar, SWT.PUSH);
        item.setImage(Icons.image(icon));
        item.setText(text);
        item.setToolTipText(hint);
        item.addListener(SWT.Selection, event -> action.run());
    }

    private void reorderByDragging() {
        Transfer[] transfers = {LocalSelectionTransfer.getTransfer()};
        list.addDragSupport(DND.DROP_MOVE, transfers, new DragSourceAdapter() {
            @Override
            public void dragStart(DragSourceEvent event) {
                LocalSelectionTransfer.getTransfer().setSelection(list.getStructuredSelection());
                event.doit = selected().size() == 1;
            }
        });
        list.addDropSupport(DND.DROP_MOVE, transfers, new ViewerDropAdapter(list) {
            @Override
            public boolean performDrop(Object data) {
                return put(dragged(), getCurrentTarget(), getCurrentLocation() == LOCATION_AFTER);
            }

            /** Steps can be dragged within their experiment only. */
            private Object dragged() {
                return LocalSelectionTransfer.getTransfer().getSelection() instanceof IStructuredSelection selection ? selection.getFirstElement() : null;
            }

            @Override
            public boolean validateDrop(Object target, int operation, TransferData type) {
                return LocalSelectionTransfer.getTransfer().isSupportedType(type) && document.experiment().getSteps().contains(dragged());
            }
        });
    }

    /**
     * Puts a step where it was dropped.
     *
     * @param target the step under the pointer; null below all of them
     * @param behind whether behind that step instead of in front of it
     */
    boolean put(Object dragged, Object target, boolean behind) {
        var all = document.experiment().getSteps();
        var from = all.indexOf(dragged);
        var place = target == null ? all.size() : all.indexOf(target) + (behind ? 1 : 0);
        var to = place > from ? place - 1 : place;
        if (from >= 0 && to != from) {
            document.editor().steps().reorder(all.get(from), to);
        }
        return from >= 0;
    }

    Control control() {
        return sash;
    }

    /** The viewer of the list. */
    public TableViewer list() {
        return list;
    }

    /** The form of the selected step. */
    public StepForm form() {
        return form;
    }

    private void refresh() {
        var before = selected();
        list.refresh();
        if (selected().isEmpty() && !before.isEmpty() || form.step() != null && !document.editor().contains(form.step())) {
            selectFirst();
        } else {
            form.refresh();
        }
    }

    private void selectFirst() {
        var all = document.experiment().getSteps();
        list.setSelection(all.isEmpty() ? StructuredSelection.EMPTY : new StructuredSelection(all.getFirst()));
        show();
    }

    private void show() {
        var selected = selected();
        form.show(selected.isEmpty() ? null : selected.getFirst());
    }

    private List<Step> selected() {
        return list.getStructuredSelection().stream().map(Step.class::cast).toList();
    }

    /** Selects a step and, where there is one, the field of the parameter or port; false where there is none. */
    boolean reveal(String step, String place) {
        var found = document.experiment().step(step);
        if (found != null) {
            list.setSelection(new StructuredSelection(found), true);
            return form.reveal(place);
        }
        return false;
    }

    // ---- commands

    /** Lets the user choose a contribution and adds a step of it below the selected one. */
    public void addStep() {
        var palette = new PaletteDialog(sash.getShell(), document.laboratory().contributions());
        palette.choose().ifPresent(this::add);
    }

    /** Adds a step of a contribution and selects it. */
    public Step add(Descriptor descriptor) {
        var selected = selected();
        var experiment = document.experiment();
        var all = experiment.getSteps();
        var last = all.isEmpty() ? null : all.getLast();
        var index = selected.isEmpty() ? all.size() : all.indexOf(selected.getLast()) + 1;
        var added = new Step[1];
        document.editor().edit(Messages.steps_added, () -> {
            added[0] = Experiments.addStep(experiment, descriptor.id(), descriptor.version());
            added[0].setPlugin(descriptor.bundle());
            added[0].setX(last == null ? 40 : last.getX() + 180);
            added[0].setY(last == null ? 40 : last.getY());
            all.move(index, added[0]);
        });
        var step = added[0];
        list.setSelection(new StructuredSelection(step), true);
        return step;
    }

    /** Removes the selected steps with their links. */
    public void remove() {
        var selected = selected();
        if (!selected.isEmpty()) {
            document.editor().steps().remove(selected);
        }
    }

    /** Copies the selected steps. */
    public void duplicate() {
        for (var step : selected()) {
            list.setSelection(new StructuredSelection(document.editor().steps().duplicate(step)), true);
        }
    }

    /** Moves the selected step up or down. */
    public void move(int by) {
        var selected = selected();
        var all = document.experiment().getSteps();
        if (selected.size() == 1) {
            var to = all.indexOf(selected.getFirst()) + by;
            if (to >= 0 && to < all.size()) {
                document.editor().steps().reorder(selected.getFirst(), to);
            }
        }
    }

    /** Includes the selected steps in runs, or leaves them out. */
    public void toggleEnabled() {
        var selected = selected();
        if (selected.size() == 1) {
            document.editor().steps().setEnabled(selected.getFirst(), !selected.getFirst().isEnabled());
        } else {
            document.editor().edit(Messages.steps_toggled, () -> selected.forEach(step -> step.setEnabled(!step.isEnabled())));
        }
    }
}
