// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.results;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.part.ViewPart;
import org.nullcline.api.figure.Figure;
import org.nullcline.engine.plan.Plan;
import org.nullcline.engine.report.ExpectedScore;
import org.nullcline.workbench.Messages;
import org.nullcline.workbench.laboratory.Laboratory;
import org.nullcline.workbench.look.Background;
import org.nullcline.workbench.look.Hints;
import org.nullcline.workbench.look.Icons;
import org.nullcline.workbench.results.RunResults.ScoreTable;
import org.nullcline.workbench.run.RunCenter;
import org.nullcline.workbench.run.RunSnapshot;

/** What the selected run brought: scores as tables, values as the figures that plug-ins draw of them. Everything is loaded in jobs. */
public final class ResultsView extends ViewPart implements RunCenter.Listener {

    private static final Object SCORES = new Object();

    private RunCenter center;
    private Laboratory laboratory;
    private Composite stack;
    private StackLayout pages;
    private Composite hint;
    private SashForm sash;
    private TreeViewer list;
    private Composite sheet;
    private StackLayout sheets;
    private ScoreTables scores;
    private FigureList figures;
    private Composite loading;
    private String shown = "";
    private int finished = -1;
    private Job reading;
    private Job drawing;
    private Object drawn;
    private boolean chosen;

    /** What was loaded of a run. */
    private record Contents(Plan plan, List<ResultItem> items, List<ExpectedScore> expected, List<ScoreTable> scores) {
    }

    /** Outputs of one step; the same group with more outputs is still the same group. */
    private record Group(String step, List<ResultItem> items) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Group group && group.step.equals(step);
        }

        @Override
        public int hashCode() {
            return step.hashCode();
        }
    }

    private record Drawn(List<Figure> figures, List<String> sentences) {
    }

    @Override
    public void createPartControl(Composite parent) {
        center = getSite().getService(RunCenter.class);
        laboratory = getSite().getService(Laboratory.class);
        stack = new Composite(parent, SWT.NONE);
        pages = new StackLayout();
        stack.setLayout(pages);
        hint = Hints.page(stack, Messages.results_empty);
        sash = new SashForm(stack, SWT.HORIZONTAL);
        list = new TreeViewer(sash, SWT.SINGLE | SWT.V_SCROLL);
        list.setContentProvider(new Content());
        list.setLabelProvider(new Labels());
        ColumnViewerToolTipSupport.enableFor(list);
        sheet = new Composite(sash, SWT.NONE);
        sheets = new StackLayout();
        sheet.setLayout(sheets);
        scores = new ScoreTables(sheet);
        figures = new FigureList(sheet);
        loading = Hints.page(sheet, Messages.results_select);
        sheets.topControl = loading;
        sash.setWeights(28, 72);
        list.addSelectionChangedListener(event -> show(event.getStructuredSelection().getFirstElement()));
        list.getTree().addListener(SWT.MouseDown, event -> chosen = true);
        list.getTree().addListener(SWT.KeyDown, event -> chosen = true);
        pages.topControl = hint;
        center.addListener(this);
    }

    @Override
    public void run(RunSnapshot snapshot) {
        if (stack.isDisposed()) {
            return;
        }
        var id = snapshot == null ? "" : snapshot.run().info().id();
        var done = snapshot == null ? 0 : snapshot.summary().done();
        if (id.equals(shown) && done == finished) {
            return;
        }
        var another = !id.equals(shown);
        shown = id;
        finished = done;
        if (reading != null) {
            reading.cancel();
        }
        if (snapshot == null || done == 0) {
            list.setInput(null);
            Hints.say(hint, snapshot == null ? Messages.results_empty : Messages.results_none);
            top(hint);
            return;
        }
        reading = Background.load(Messages.results_reading, stack, () -> {
            var items = RunResults.items(snapshot.plan(), laboratory.store());
            return new Contents(snapshot.plan(), items, RunResults.expected(snapshot.run(), snapshot.plan(), laboratory.store()), RunResults.scores(items));
        }, loaded -> take(loaded, another), sentence -> {
            Hints.say(hint, sentence);
            top(hint);
        });
    }

    private void take(Contents loaded, boolean another) {
        var selected = list.getStructuredSelection();
        var collapsed = Arrays.stream(list.getTree().getItems()).filter(item -> item.getItemCount() > 0 && !item.getExpanded()).map(TreeItem::getData).toList();
        list.getTree().setRedraw(false);
        list.setInput(loaded);
        list.expandAll();
        if (!another) {
            collapsed.forEach(group -> list.setExpandedState(group, false));
        }
        chosen &= !another;
        // Until the user chooses, the view goes to the scores as soon as there are any.
        list.setSelection(!chosen || selected.isEmpty() ? first(loaded) : selected);
        list.getTree().setRedraw(true);
        scores.show(loaded.expected, loaded.scores);
        top(sash);
    }

    private StructuredSelection first(Contents loaded) {
        return !loaded.scores.isEmpty() ? new StructuredSelection(SCORES)
                : loaded.items.stream().filter(item -> item.drawable(laboratory.contributions())).findFirst().map(StructuredSelection::new)
                        .orElse(StructuredSelection.EMPTY);
    }

    private void top(Composite page) {
        pages.topControl = page;
        stack.layout();
    }

    private void show(Object element) {
        if (element instanceof ResultItem && element.equals(drawn)) {
            // The list was only brought up to date; what is drawn of a result never changes, and its zoom stays.
            return;
        }
        drawn = element;
        if (drawing != null) {
            drawing.cancel();
        }
        if (element == SCORES) {
            sheet(scores.control());
        } else if (element instanceof ResultItem item) {
            draw(List.of(item));
        } else if (element instanceof Group group) {
            draw(group.items.stream().limit(6).toList());
        } else {
            say(Messages.results_select);
        }
    }

    private void draw(List<ResultItem> items) {
        var wanted = items.stream().filter(item -> item.drawable(laboratory.contributions())).toList();
        if (wanted.isEmpty()) {
            say(Messages.results_noFigure);
            return;
        }
        drawing = Background.load(Messages.results_drawing, stack, () -> {
            List<String> sentences = new ArrayList<>();
            List<Figure> made = new ArrayList<>();
            for (var item : wanted) {
                made.addAll(RunResults.figures(item, laboratory.contributions(), sentences));
            }
            wanted.stream().flatMap(item -> RunResults.notes(item, wanted.size() > 1).stream()).distinct().forEach(sentences::add);
            return new Drawn(made, sentences);
        }, outcome -> {
            figures.show(outcome.figures, outcome.sentences);
            sheet(figures.control());
        }, this::say);
    }

    private void say(String sentence) {
        Hints.say(loading, sentence);
        sheet(loading);
    }

    private void sheet(Composite page) {
        sheets.topControl = page;
        sheet.layout();
    }

    /** The list of what there is. */
    public TreeViewer list() {
        return list;
    }

    /** The tables of scores. */
    public ScoreTables scores() {
        return scores;
    }

    @Override
    public void setFocus() {
        pages.topControl.setFocus();
    }

    @Override
    public void dispose() {
        if (center != null) {
            center.removeListener(this);
        }
        super.dispose();
    }

    private static final class Content implements ITreeContentProvider {
        @Override
        public Object[] getElements(Object input) {
            List<Object> elements = new ArrayList<>();
            var contents = (Contents) input;
            if (!contents.scores.isEmpty()) {
                elements.add(SCORES);
            }
            for (var step : contents.plan.steps()) {
                var items = contents.items.stream().filter(item -> item.task().step().equals(step.id())).toList();
                if (items.size() == 1) {
                    elements.add(items.getFirst());
                } else if (!items.isEmpty()) {
                    elements.add(new Group(step.label(), items));
                }
            }
            return elements.toArray();
        }

        @Override
        public Object[] getChildren(Object element) {
            return element instanceof Group group ? group.items.toArray() : new Object[0];
        }

        @Override
        public Object getParent(Object element) {
            return null;
        }

        @Override
        public boolean hasChildren(Object element) {
            return element instanceof Group;
        }
    }

    private static final class Labels extends ColumnLabelProvider {
        @Override
        public String getText(Object element) {
            return element instanceof Group group ? group.step : element instanceof ResultItem item ? name(item) : Messages.results_scores;
        }

        private static String name(ResultItem item) {
            var where = String.join(", ", item.task().coordinates().values());
            var name = item.task().outputs().size() == 1 && where.isEmpty() ? item.task().label() : item.port();
            return where.isEmpty() ? name : item.task().outputs().size() == 1 ? where : where + " – " + item.port();
        }

        @Override
        public Image getImage(Object element) {
            return Icons.image(element instanceof Group ? "step" : element instanceof ResultItem ? "figure" : "table");
        }

        @Override
        public String getToolTipText(Object element) {
            return element instanceof ResultItem item ? item.title() + "\n" + item.kind() : null;
        }
    }
}
