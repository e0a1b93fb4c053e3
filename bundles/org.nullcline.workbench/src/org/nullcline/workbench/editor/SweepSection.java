// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.editor;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TreeColumnLayout;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.TreeViewerColumn;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.nullcline.model.AxisKind;
import org.nullcline.model.SweepAxis;
import org.nullcline.model.SweepException;
import org.nullcline.model.SweepPath;
import org.nullcline.model.Sweeps;
import org.nullcline.workbench.Messages;
import org.nullcline.workbench.look.Icons;

/** The axes of the sweep as a tree (a zip has axes of its own) with the form of the selected one. */
public final class SweepSection {

    private static final int SHOWN_VALUES = 8;

    private final ExperimentDocument document;
    private final TreeViewer tree;
    private final AxisForm form;

    SweepSection(Composite parent, FormToolkit toolkit, ExperimentDocument document, Runnable layout) {
        this.document = document;
        var bar = new ToolBar(parent, SWT.FLAT | SWT.RIGHT);
        toolkit.adapt(bar);
        var add = new ToolItem(bar, SWT.DROP_DOWN);
        add.setImage(Icons.image("add"));
        add.setText(Messages.sweep_add);
        add.addListener(SWT.Selection, event -> kinds(bar, add));
        item(bar, "remove", Messages.sweep_remove, this::remove);
        item(bar, "up", Messages.sweep_up, () -> move(-1));
        item(bar, "down", Messages.sweep_down, () -> move(1));
        var both = toolkit.createComposite(parent);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(both);
        GridLayoutFactory.fillDefaults().numColumns(2).equalWidth(true).spacing(14, 0).applyTo(both);
        var table = toolkit.createComposite(both);
        GridDataFactory.fillDefaults().grab(true, false).hint(300, 190).align(SWT.FILL, SWT.BEGINNING).applyTo(table);
        var columns = new TreeColumnLayout();
        table.setLayout(columns);
        tree = new TreeViewer(table, SWT.SINGLE | SWT.BORDER | SWT.FULL_SELECTION | SWT.V_SCROLL);
        tree.getTree().setHeaderVisible(true);
        tree.setContentProvider(new Content());
        column(columns, Messages.sweep_axis, 30, axis -> axis.getId(), true);
        column(columns, Messages.sweep_path, 35, axis -> axis.getPath() == null ? axis.getKind() : axis.getPath(), false);
        column(columns, Messages.sweep_values, 35, SweepSection::values, false);
        form = new AxisForm(both, toolkit, document, layout);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.BEGINNING).applyTo(form.control());
        tree.addSelectionChangedListener(event -> form.show((SweepAxis) event.getStructuredSelection().getFirstElement()));
        tree.setInput(document.experiment());
        form.show(null);
    }

    private interface Text {
        String of(SweepAxis axis);
    }

    private void column(TreeColumnLayout layout, String title, int weight, Text text, boolean icon) {
        var column = new TreeViewerColumn(tree, SWT.LEFT);
        column.getColumn().setText(title);
        layout.setColumnData(column.getColumn(), new ColumnWeightData(weight));
        column.setLabelProvider(new ColumnLabelProvider() {
            @Override
            public String getText(Object element) {
                return text.of((SweepAxis) element);
            }

            @Override
            public Image getImage(Object element) {
                var axis = (SweepAxis) element;
                return !icon ? null : document.problems().stream().anyMatch(p -> p.place().equals(axis.getId()) && p.error())
                        ? Icons.image("axis", "error-over") : Icons.image("axis");
            }
        });
    }

    /** The first values of an axis and how many there are. */
    static String values(SweepAxis axis) {
        try {
            var points = Sweeps.points(axis);
            List<String> texts = new ArrayList<>();
            if (!axis.getAxes().isEmpty() && !axis.getValues().isEmpty()) {
                axis.getValues().stream().limit(SHOWN_VALUES).forEach(texts::add);
            } else {
                points.stream().limit(SHOWN_VALUES).forEach(point -> texts.add(String.join(" / ", point.stream().map(Sweeps.Assignment::value).toList())));
            }
            var text = String.join(", ", texts);
            return points.size() > SHOWN_VALUES ? NLS.bind(Messages.sweep_more, text, points.size()) : text;
        } catch (SweepException e) {
            return e.getMessage();
        }
    }

    private static void item(ToolBar bar, String icon, String hint, Runnable action) {
        var item = new ToolItem(bar, SWT.PUSH);
        item.setImage(Icons.image(icon));
        item.setToolTipText(hint);
        item.addListener(SWT.Selection, event -> action.run());
    }

    private void kinds(ToolBar bar, ToolItem add) {
        var menu = new Menu(bar);
        var selected = selected();
        for (var kind : AxisKind.values()) {
            var item = new MenuItem(menu, SWT.PUSH);
            item.setText(AxisForm.name(kind));
            item.addListener(SWT.Selection, event -> add(kind, null));
        }
        if (selected != null && AxisKind.of(selected.getKind()).orElse(null) == AxisKind.ZIP) {
            new MenuItem(menu, SWT.SEPARATOR);
            var item = new MenuItem(menu, SWT.PUSH);
            item.setText(NLS.bind(Messages.sweep_addToZip, selected.getId()));
            item.addListener(SWT.Selection, event -> add(AxisKind.LIST, selected));
        }
        menu.addListener(SWT.Hide, event -> bar.getDisplay().asyncExec(menu::dispose));
        var bounds = add.getBounds();
        menu.setLocation(bar.toDisplay(bounds.x, bounds.y + bounds.height));
        menu.setVisible(true);
    }

    /** Adds an axis over the seed, which always exists; the form then says what it should vary. */
    SweepAxis add(AxisKind kind, SweepAxis zip) {
        var sweep = document.editor().sweep();
        var path = kind == AxisKind.ZIP ? null : new SweepPath.OfSeed();
        var axis = zip == null ? sweep.add(kind, path) : sweep.addTo(zip, kind, path);
        select(axis.getId());
        return axis;
    }

    private void remove() {
        var selected = selected();
        if (selected != null) {
            document.editor().sweep().remove(selected);
        }
    }

    private void move(int by) {
        var selected = selected();
        if (selected == null) {
            return;
        }
        var siblings = selected.eContainer() instanceof SweepAxis zip ? zip.getAxes() : document.experiment().getAxes();
        var to = siblings.indexOf(selected) + by;
        if (to >= 0 && to < siblings.size()) {
            document.editor().sweep().reorder(selected, to);
        }
    }

    private SweepAxis selected() {
        return (SweepAxis) tree.getStructuredSelection().getFirstElement();
    }

    /** Selects the axis with this id. */
    void select(String id) {
        var axis = document.experiment().axis(id);
        if (axis != null) {
            tree.setSelection(new StructuredSelection(axis), true);
        }
    }

    /** Shows what the experiment says now. */
    void refresh() {
        if (tree.getInput() != document.experiment()) {
            tree.setInput(document.experiment());
        }
        tree.refresh();
        tree.expandAll();
        var selected = selected();
        form.show(selected != null && document.editor().contains(selected) ? selected : null);
    }

    private static final class Content implements ITreeContentProvider {
        @Override
        public Object[] getElements(Object input) {
            return ((org.nullcline.model.Experiment) input).getAxes().toArray();
        }

        @Override
        public Object[] getChildren(Object element) {
            return ((SweepAxis) element).getAxes().toArray();
        }

        @Override
        public Object getParent(Object element) {
            return ((SweepAxis) element).eContainer() instanceof SweepAxis zip ? zip : null;
        }

        @Override
        public boolean hasChildren(Object element) {
            return !((SweepAxis) element).getAxes().isEmpty();
        }
    }
}
