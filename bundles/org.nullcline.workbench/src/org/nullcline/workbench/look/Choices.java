// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.look;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;

/**
 * Tells the user's choices in a table from selections that the program makes. A viewer reports both alike, so whoever acts on choices must not
 * listen to the viewer: a list that was read late and sets back its earlier selection would act like a click.
 */
public final class Choices {

    private final Table table;
    private final Listener listener;
    private boolean atHand;
    private boolean told;

    /** Learns of choices; the selection is the table's. */
    @FunctionalInterface
    public interface Listener {
        /**
         * The user chose what is selected now.
         *
         * @param certain whether mouse or keyboard were at work; else some other means such as a screen reader, or the toolkit repeating the
         *        present selection
         */
        void chosen(boolean certain);
    }

    private Choices(Table table, Listener listener) {
        this.table = table;
        this.listener = listener;
        table.addListener(SWT.MouseDown, event -> begin());
        table.addListener(SWT.KeyDown, event -> begin());
        table.addListener(SWT.Selection, event -> tell(atHand));
        table.addListener(SWT.DefaultSelection, event -> tell(true));
        table.addListener(SWT.MouseUp, this::released);
    }

    /** Tells a listener of choices in a table for as long as the table lives. */
    public static void listen(Table table, Listener listener) {
        new Choices(table, listener);
    }

    /** The selection that a press brings is told before anything that was left for later. */
    private void begin() {
        atHand = true;
        told = false;
        later(() -> atHand = false);
    }

    /** A click on the row that is selected already is a choice, too, but not every toolkit tells of it. */
    private void released(Event event) {
        if (table.getItem(new Point(event.x, event.y)) != null) {
            later(() -> {
                if (!told) {
                    tell(true);
                }
            });
        }
    }

    private void tell(boolean certain) {
        told = certain;
        listener.chosen(certain);
    }

    private void later(Runnable work) {
        table.getDisplay().asyncExec(() -> {
            if (!table.isDisposed()) {
                work.run();
            }
        });
    }
}
