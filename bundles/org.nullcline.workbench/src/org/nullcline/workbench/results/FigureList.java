// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.results;

import java.util.List;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.nullcline.api.figure.Figure;
import org.nullcline.charts.FigureView;
import org.nullcline.workbench.look.Hints;

/** Figures below one another, each with its title and caption, with a scroll bar where they need more room. */
final class FigureList {

    private static final int LEAST_WIDTH = 380;
    private static final int PANEL_HEIGHT = 300;
    /** Marks a figure that takes the whole width, however many columns there are. */
    private static final String WIDE = "org.nullcline.wide";

    private final ScrolledComposite scroll;
    private final Composite body;

    FigureList(Composite parent) {
        scroll = new ScrolledComposite(parent, SWT.V_SCROLL | SWT.H_SCROLL);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        scroll.setAlwaysShowScrollBars(false);
        body = new Composite(scroll, SWT.NONE);
        body.setLayout(new GridLayout());
        scroll.setContent(body);
        scroll.addListener(SWT.Resize, event -> fit());
    }

    Composite control() {
        return scroll;
    }

    void show(List<Figure> figures, List<String> sentences) {
        scroll.setRedraw(false);
        for (var child : body.getChildren()) {
            child.dispose();
        }
        for (var sentence : sentences) {
            wrapped(body, sentence);
        }
        for (var figure : figures) {
            add(figure);
        }
        scroll.setOrigin(0, 0);
        fit();
        scroll.setRedraw(true);
    }

    private void add(Figure figure) {
        var cell = new Composite(body, SWT.NONE);
        cell.setLayout(new GridLayout());
        var place = new GridData(SWT.FILL, SWT.FILL, true, true);
        cell.setLayoutData(place);
        cell.setData(WIDE, figure.panels().size() > 1);
        var title = wrapped(cell, figure.title());
        title.setFont(JFaceResources.getBannerFont());
        var view = new FigureView(cell);
        view.setBackground(body.getBackground());
        view.setForeground(body.getForeground());
        var data = new GridData(SWT.FILL, SWT.FILL, true, true);
        var rows = (figure.panels().size() + figure.columns() - 1) / figure.columns();
        data.minimumHeight = PANEL_HEIGHT * Math.max(1, rows);
        data.heightHint = data.minimumHeight;
        if (FigureView.isTable(figure)) {
            data.minimumHeight = 0;
            data.heightHint = SWT.DEFAULT;
            data.grabExcessVerticalSpace = false;
        }
        data.widthHint = LEAST_WIDTH - 60;
        view.setLayoutData(data);
        view.show(figure);
        if (!figure.caption().isEmpty()) {
            wrapped(cell, figure.caption()).setForeground(Hints.quiet());
        }
    }

    private static Label wrapped(Composite parent, String text) {
        var label = new Label(parent, SWT.WRAP);
        label.setText(text.replace("&", "&&"));
        var data = new GridData(SWT.FILL, SWT.CENTER, true, false);
        data.widthHint = LEAST_WIDTH - 40;
        label.setLayoutData(data);
        return label;
    }

    private void fit() {
        var width = Math.max(LEAST_WIDTH, scroll.getClientArea().width);
        var columns = width >= 2 * LEAST_WIDTH ? 2 : 1;
        ((GridLayout) body.getLayout()).numColumns = columns;
        for (var child : body.getChildren()) {
            var data = (GridData) child.getLayoutData();
            data.horizontalSpan = child instanceof Label || Boolean.TRUE.equals(child.getData(WIDE)) ? columns : 1;
        }
        scroll.setMinSize(LEAST_WIDTH, body.computeSize(width, SWT.DEFAULT).y);
        body.layout(true, true);
    }
}
