// SPDX-License-Identifier: EPL-2.0
package org.nullcline.charts;

import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Control;
import org.nullcline.reporting.drawing.Palette;

/** Colours of figures on screen: the shared palette, and foreground and background of the control, so that themes work. */
final class ChartColours {

    private ChartColours() {
    }

    static Color of(int index, Control control) {
        return index < 0 ? control.getForeground() : rgb(Palette.rgb(index));
    }

    static Color rgb(int rgb) {
        return new Color(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
    }

    /** A colour between foreground and background: 0 is the background, 1 the foreground. */
    static Color faint(Control control, double weight) {
        RGB fore = control.getForeground().getRGB();
        RGB back = control.getBackground().getRGB();
        return new Color(mix(back.red, fore.red, weight), mix(back.green, fore.green, weight), mix(back.blue, fore.blue, weight));
    }

    private static int mix(int from, int to, double weight) {
        return (int) Math.round(from + weight * (to - from));
    }
}
