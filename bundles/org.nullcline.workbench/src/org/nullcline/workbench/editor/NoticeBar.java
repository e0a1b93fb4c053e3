// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.editor;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.nullcline.workbench.Messages;
import org.nullcline.workbench.look.Icons;

/** A line above the editor that tells something and offers what to do, instead of a dialog in the way. Hidden while there is nothing. */
final class NoticeBar {

    private final Composite bar;

    /** A choice that a notice offers. */
    record Choice(String label, Runnable action) {
    }

    NoticeBar(Composite parent) {
        bar = new Composite(parent, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        clear();
    }

    /** Shows a sentence with choices; each choice and Dismiss take it away. */
    void show(String sentence, Choice... choices) {
        empty();
        GridLayoutFactory.fillDefaults().margins(8, 4).numColumns(choices.length + 3).applyTo(bar);
        new Label(bar, SWT.NONE).setImage(Icons.image("warning"));
        var label = new Label(bar, SWT.WRAP);
        label.setText(sentence);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(label);
        for (var choice : choices) {
            button(choice.label, choice.action);
        }
        button(Messages.editor_dismiss, () -> { });
        visible(true);
    }

    private void button(String text, Runnable action) {
        var button = new Button(bar, SWT.PUSH);
        button.setText(text);
        button.addListener(SWT.Selection, event -> {
            clear();
            action.run();
        });
    }

    /** Takes the notice away. */
    void clear() {
        empty();
        visible(false);
    }

    private void empty() {
        for (var child : bar.getChildren()) {
            child.dispose();
        }
    }

    private void visible(boolean visible) {
        bar.setVisible(visible);
        ((GridData) bar.getLayoutData()).exclude = !visible;
        bar.getParent().layout(true, true);
    }
}
