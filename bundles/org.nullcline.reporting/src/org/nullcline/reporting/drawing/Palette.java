// SPDX-License-Identifier: EPL-2.0
package org.nullcline.reporting.drawing;

/**
 * The colours that every output of a figure shares, distinguishable for colour-blind readers.
 *
 * <p>Source of the first seven: Okabe and Ito, "Color Universal Design" (2008).
 */
public final class Palette {

    private static final int[] COLOURS = {0x0072B2, 0xD55E00, 0x009E73, 0xCC79A7, 0xE69F00, 0x56B4E9, 0x8C6D31, 0x7B4FA3, 0x5F6B6D, 0xB22222, 0x1F7A7A,
        0xA0A000};

    private Palette() {
    }

    /** Number of different colours; larger indices begin anew. */
    public static int size() {
        return COLOURS.length;
    }

    /** The colour of an index ≥ 0 as 0xRRGGBB. */
    public static int rgb(int index) {
        return COLOURS[Math.floorMod(index, COLOURS.length)];
    }

    /** The colour of an index ≥ 0 as {@code #rrggbb}. */
    public static String hex(int index) {
        return hexOf(rgb(index));
    }

    /** {@code #rrggbb} of 0xRRGGBB. */
    public static String hexOf(int rgb) {
        return String.format("#%06x", rgb & 0xffffff);
    }
}
