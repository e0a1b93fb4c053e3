// SPDX-License-Identifier: EPL-2.0
package org.nullcline.api.figure;

import java.util.List;

/**
 * A figure as data, free of any toolkit: drawn as SVG in a report, live in a window, or written as numbers.
 *
 * @param id short and stable within its report, such as {@code loss}
 * @param title one line
 * @param caption what the figure shows and how it was computed; may be empty
 * @param panels drawn side by side, wrapped after {@code columns}
 * @param columns panels per row, at least 1
 */
public record Figure(String id, String title, String caption, List<Panel> panels, int columns) {

    /** Copies the panels. */
    public Figure {
        panels = List.copyOf(panels);
        if (columns < 1) {
            throw new IllegalArgumentException("A figure needs at least one column of panels, not " + columns + ".");
        }
    }

    /** A figure with a single panel. */
    public static Figure of(String id, String title, String caption, Panel panel) {
        return new Figure(id, title, caption, List.of(panel), 1);
    }
}
