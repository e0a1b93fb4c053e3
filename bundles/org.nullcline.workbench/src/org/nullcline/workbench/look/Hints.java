// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.look;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.preference.JFacePreferences;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** What an empty place says: why it is empty and what to do. */
public final class Hints {

    private Hints() {
    }

    /** Colour of text that steps back, from the theme. */
    public static Color quiet() {
        return JFaceResources.getColorRegistry().get(JFacePreferences.QUALIFIER_COLOR);
    }

    /** A composite with a sentence in its middle. */
    public static Composite page(Composite parent, String sentence) {
        var page = new Composite(parent, SWT.NONE);
        page.setBackground(parent.getBackground());
        page.setLayout(new GridLayout());
        var label = new Label(page, SWT.WRAP | SWT.CENTER);
        label.setBackground(parent.getBackground());
        label.setForeground(quiet());
        label.setText(sentence);
        GridDataFactory.fillDefaults().grab(true, true).align(SWT.CENTER, SWT.CENTER).hint(320, SWT.DEFAULT).applyTo(label);
        return page;
    }

    /** Changes the sentence of such a page. */
    public static void say(Composite page, String sentence) {
        ((Label) page.getChildren()[0]).setText(sentence);
        page.layout(true);
    }
}
