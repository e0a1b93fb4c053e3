// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.results;

import java.util.List;

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

    void show(List<Figure> figures, List<String> troubles) {
        scroll.setRedraw(false);
        for (var child : body.getChildren()) {
            child.dispose();
        }
        for (var trouble : troubles) {
            wrapped(trouble);
        }
        for (var figure : figures) {
            var title = wrapped(figure.title());
            title.setFont(org.eclipse.jface.resource.JFaceResources.getBannerFont());
            var view = new FigureView(body);
            view.setBackground(body.getBackground());
            view.setForeground(body.getForeground());
            var data = new GridData(SWT.FILL, SWT.FILL, true, true);
            var rows = (figure.panels().size() + figure.columns() - 1) / figure.columns();
            data.minimumHeight = PANEL_HEIGHT * Math.max(1, rows);
            data.heightHint = data.minimumHeight;
            view.setLayoutData(data);
            view.show(figure);
            if (!figure.caption().isEmpty()) {
                wrapped(figure.caption()).setForeground(Hints.quiet());
            }
        }
        scroll.setOrigin(0, 0);
        fit();
        scroll.setRedraw(true);
    }

    private Label wrapped(String text) {
        var label = new Label(body, SWT.WRAP);
        label.setText(text.replace("&", "&&"));
        var data = new GridData(SWT.FILL, SWT.CENTER, true, false);
        data.widthHint = LEAST_WIDTH - 40;
        label.setLayoutData(data);
        return label;
    }

    private void fit() {
        var width = Math.max(LEAST_WIDTH, scroll.getClientArea().width);
        scroll.setMinSize(LEAST_WIDTH, body.computeSize(width, SWT.DEFAULT).y);
        body.layout(true, true);
    }
}
