// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.run;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.ViewPart;
import org.nullcline.api.figure.Figure;
import org.nullcline.api.figure.Panel;
import org.nullcline.api.figure.Panel.Scale;
import org.nullcline.api.figure.Series;
import org.nullcline.charts.FigureView;
import org.nullcline.engine.run.RunMonitor.Curve;
import org.nullcline.workbench.Messages;
import org.nullcline.workbench.look.Hints;
import org.nullcline.workbench.look.Icons;

/** Live curves of the tasks at work: one panel for each kind of measurement. Read from the event logs. */
public final class CurvesView extends ViewPart implements RunCenter.Listener {

    private static final String LOGARITHMIC = "logarithmic";
    private static final int MAX_POINTS = 2000;
    private static final int MAX_PANELS = 4;
    /** Within less than this ratio, a logarithmic scale has hardly a tick to read. */
    private static final double WORTH_LOGARITHM = 8;

    private RunCenter center;
    private Composite stack;
    private StackLayout pages;
    private Composite hint;
    private FigureView figure;
    private boolean logarithmic = true;
    private RunSnapshot snapshot;
    /** Nothing is drawn while the view is behind another, so it is drawn when it comes to the front. */
    private final IPartListener2 front = new IPartListener2() {
        @Override
        public void partVisible(IWorkbenchPartReference reference) {
            if (reference.getPart(false) == CurvesView.this) {
                show();
            }
        }
    };

    @Override
    public void init(IViewSite site, IMemento memento) throws PartInitException {
        super.init(site, memento);
        logarithmic = memento == null || !Boolean.FALSE.equals(memento.getBoolean(LOGARITHMIC));
    }

    @Override
    public void saveState(IMemento memento) {
        memento.putBoolean(LOGARITHMIC, logarithmic);
    }

    @Override
    public void createPartControl(Composite parent) {
        center = getSite().getService(RunCenter.class);
        stack = new Composite(parent, SWT.NONE);
        pages = new StackLayout();
        stack.setLayout(pages);
        hint = Hints.page(stack, Messages.curves_empty);
        figure = new FigureView(stack);
        pages.topControl = hint;
        var log = new Action(Messages.curves_log, IAction.AS_CHECK_BOX) {
            @Override
            public void run() {
                logarithmic = isChecked();
                show();
            }
        };
        log.setImageDescriptor(Icons.descriptor("axis"));
        log.setChecked(logarithmic);
        log.setToolTipText(Messages.curves_logHint);
        getViewSite().getActionBars().getToolBarManager().add(log);
        getSite().getPage().addPartListener(front);
        center.addListener(this);
    }

    @Override
    public void run(RunSnapshot next) {
        snapshot = next;
        show();
    }

    private void show() {
        if (stack.isDisposed()) {
            return;
        }
        var nothing = snapshot == null || snapshot.curves().isEmpty();
        if (nothing) {
            Hints.say(hint, snapshot == null ? Messages.curves_empty : snapshot.running() ? Messages.curves_waiting : Messages.curves_none);
        } else if (stack.isVisible()) {
            figure.setBackground(stack.getBackground());
            figure.setForeground(stack.getForeground());
            figure.show(figure(snapshot, logarithmic));
        }
        var top = nothing ? hint : figure;
        if (pages.topControl != top) {
            pages.topControl = top;
            stack.layout();
        }
    }

    /** The curves as a figure: at most four panels, tasks by colour. */
    static Figure figure(RunSnapshot snapshot, boolean logarithmic) {
        Set<String> groups = new LinkedHashSet<>();
        snapshot.curves().forEach(task -> task.curves().keySet().forEach(name -> groups.add(group(name))));
        List<Panel> panels = new ArrayList<>();
        groups.stream().limit(MAX_PANELS).forEach(group -> panels.add(panel(snapshot, group, logarithmic)));
        var title = snapshot.run().info().experiment();
        return new Figure("curves", title, "", panels, panels.size() < 2 ? 1 : 2);
    }

    private static Panel panel(RunSnapshot snapshot, String group, boolean logarithmic) {
        List<Series> series = new ArrayList<>();
        var least = Double.POSITIVE_INFINITY;
        var most = Double.NEGATIVE_INFINITY;
        var several = snapshot.curves().size() > 1;
        var colour = 0;
        for (var task : snapshot.curves()) {
            var members = task.curves().entrySet().stream().filter(entry -> group(entry.getKey()).equals(group)).toList();
            for (var i = 0; i < members.size(); i++) {
                var curve = thin(members.get(i).getValue());
                for (var y : curve.y()) {
                    least = Math.min(least, Double.isNaN(y) ? least : y);
                    most = Math.max(most, Double.isNaN(y) ? most : y);
                }
                var member = members.size() == 1 ? "" : member(members.get(i).getKey());
                var name = !several ? member : member.isEmpty() ? task.title() : task.title() + " · " + member;
                // With several tasks the colour tells the task and the dashes tell the second series of it.
                series.add(new Series.Line(name, several ? colour : i, curve.x(), curve.y(), 1.5, several && i > 0));
            }
            colour++;
        }
        var logs = logarithmic && least > 0 && most > WORTH_LOGARITHM * least;
        return new Panel.Plot("", Scale.of(Messages.curves_epoch), logs ? Scale.log(group) : Scale.of(group), series, false);
    }

    /** The part of a name before the first dot: {@code loss.train} and {@code loss.validation} share a panel. */
    private static String group(String name) {
        var dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    private static String member(String name) {
        return name.substring(name.indexOf('.') + 1);
    }

    /** At most a few points per pixel: more could not be seen and would cost time. */
    private static Curve thin(Curve curve) {
        var n = curve.x().length;
        if (n <= MAX_POINTS) {
            return curve;
        }
        var x = new double[MAX_POINTS];
        var y = new double[MAX_POINTS];
        for (var i = 0; i < MAX_POINTS; i++) {
            var at = (int) ((long) i * (n - 1) / (MAX_POINTS - 1));
            x[i] = curve.x()[at];
            y[i] = curve.y()[at];
        }
        return new Curve(x, y);
    }

    /** The figure that is shown. */
    public FigureView figureView() {
        return figure;
    }

    @Override
    public void setFocus() {
        pages.topControl.setFocus();
    }

    @Override
    public void dispose() {
        getSite().getPage().removePartListener(front);
        if (center != null) {
            center.removeListener(this);
        }
        super.dispose();
    }
}
