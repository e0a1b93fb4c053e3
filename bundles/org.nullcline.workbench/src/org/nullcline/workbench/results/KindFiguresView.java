// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.results;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.part.ViewPart;
import org.nullcline.api.figure.Figure;
import org.nullcline.engine.run.RunFolder;
import org.nullcline.workbench.Messages;
import org.nullcline.workbench.app.Ids;
import org.nullcline.workbench.laboratory.Laboratory;
import org.nullcline.workbench.look.Background;
import org.nullcline.workbench.look.Hints;
import org.nullcline.workbench.run.RunCenter;
import org.nullcline.workbench.run.RunSnapshot;

/**
 * Figures of one kind of value of the selected runs, such as all distance matrices. {@code plugin.xml} says which kind:
 * {@code class="…KindFiguresView:distances"}.
 */
public final class KindFiguresView extends ViewPart implements RunCenter.Listener {

    private static final int MAX_FIGURES = 12;

    private String kind = "";
    private RunCenter center;
    private Laboratory laboratory;
    private Composite stack;
    private StackLayout pages;
    private Composite hint;
    private FigureList figures;
    private Job drawing;
    private String shown = "";
    private Map<String, RunFolder> selected = Map.of();
    private final ISelectionListener selections = (part, selection) -> select(selection);

    private record Drawn(List<Figure> figures, List<String> troubles) {
    }

    @Override
    public void setInitializationData(IConfigurationElement element, String property, Object data) {
        super.setInitializationData(element, property, data);
        if (data instanceof String text) {
            kind = text;
        }
    }

    @Override
    public void createPartControl(Composite parent) {
        center = getSite().getService(RunCenter.class);
        laboratory = getSite().getService(Laboratory.class);
        stack = new Composite(parent, SWT.NONE);
        pages = new StackLayout();
        stack.setLayout(pages);
        hint = Hints.page(stack, NLS.bind(Messages.kind_empty, getPartName().toLowerCase(java.util.Locale.ROOT)));
        figures = new FigureList(stack);
        pages.topControl = hint;
        getSite().getPage().addPostSelectionListener(Ids.TABLE_VIEW, selections);
        center.addListener(this);
    }

    private void select(Object selection) {
        if (!(selection instanceof IStructuredSelection structured)) {
            return;
        }
        Map<String, RunFolder> runs = new LinkedHashMap<>();
        for (var element : structured.toArray()) {
            if (element instanceof CompareTableView.Line line) {
                runs.put(line.row().id(), line.row().run());
            }
        }
        selected = runs;
        draw(center.snapshot());
    }

    @Override
    public void run(RunSnapshot snapshot) {
        draw(snapshot);
    }

    private void draw(RunSnapshot snapshot) {
        if (stack.isDisposed()) {
            return;
        }
        Map<String, RunFolder> runs = new LinkedHashMap<>(selected);
        if (snapshot != null && !runs.containsKey(snapshot.run().info().id())) {
            runs.clear();
            runs.put(snapshot.run().info().id(), snapshot.run());
        }
        var wanted = runs.keySet() + (snapshot == null ? "" : "/" + snapshot.summary().done());
        if (Objects.equals(wanted, shown)) {
            return;
        }
        shown = wanted;
        if (drawing != null) {
            drawing.cancel();
        }
        var folders = List.copyOf(runs.values());
        drawing = Background.load(Messages.results_drawing, stack, () -> load(folders), this::show, sentence -> {
            Hints.say(hint, sentence);
            top(hint);
        });
    }

    private Drawn load(List<RunFolder> runs) {
        List<Figure> drawn = new ArrayList<>();
        List<String> troubles = new ArrayList<>();
        for (var run : runs) {
            for (var item : RunResults.items(run, laboratory.store())) {
                if (item.kind().equals(kind) && drawn.size() < MAX_FIGURES) {
                    for (var figure : RunResults.figures(item, laboratory.contributions(), troubles)) {
                        drawn.add(runs.size() == 1 ? figure : new Figure(figure.id(), run.info().experiment() + " – " + figure.title(), figure.caption(),
                                figure.panels(), figure.columns()));
                    }
                }
            }
        }
        return new Drawn(drawn, troubles);
    }

    private void show(Drawn drawn) {
        if (drawn.figures.isEmpty() && drawn.troubles.isEmpty()) {
            Hints.say(hint, NLS.bind(Messages.kind_none, getPartName().toLowerCase(java.util.Locale.ROOT)));
            top(hint);
        } else {
            figures.show(drawn.figures, drawn.troubles);
            top(figures.control());
        }
    }

    private void top(Composite page) {
        pages.topControl = page;
        stack.layout();
    }

    @Override
    public void setFocus() {
        pages.topControl.setFocus();
    }

    @Override
    public void dispose() {
        getSite().getPage().removePostSelectionListener(Ids.TABLE_VIEW, selections);
        if (center != null) {
            center.removeListener(this);
        }
        super.dispose();
    }
}
