// SPDX-License-Identifier: EPL-2.0
package org.nullcline.reporting.drawing;

/** Maps numbers to colours through a few anchors with linear interpolation between them. */
public final class ColourMap {

    /** Perceptually ordered from dark to light; anchors sampled from matplotlib's viridis (van der Walt and Smith 2015, CC0). */
    public static final ColourMap SEQUENTIAL = new ColourMap(0x440154, 0x482878, 0x3E4A89, 0x31688E, 0x26828E, 0x1F9E89, 0x35B779, 0x6DCD59, 0xB4DE2C,
            0xFDE725);
    /** Blue, white, red around zero; after ColorBrewer's RdBu (Brewer, Apache-2.0). */
    public static final ColourMap DIVERGING = new ColourMap(0x2166AC, 0x67A9CF, 0xD1E5F0, 0xF7F7F7, 0xFDDBC7, 0xEF8A62, 0xB2182B);

    private final int[] anchors;

    private ColourMap(int... anchors) {
        this.anchors = anchors;
    }

    /** The colour at {@code fraction} from 0 to 1 as 0xRRGGBB; values outside are clamped. */
    public int rgb(double fraction) {
        double position = Math.clamp(fraction, 0, 1) * (anchors.length - 1);
        int below = (int) Math.min(Math.floor(position), anchors.length - 2);
        double weight = position - below;
        int rgb = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            double low = anchors[below] >> shift & 0xff;
            double high = anchors[below + 1] >> shift & 0xff;
            rgb |= (int) Math.round(low + weight * (high - low)) << shift;
        }
        return rgb;
    }

    /** Whether black text is readable on this colour. */
    public static boolean isLight(int rgb) {
        return 0.299 * (rgb >> 16 & 0xff) + 0.587 * (rgb >> 8 & 0xff) + 0.114 * (rgb & 0xff) > 140;
    }
}
