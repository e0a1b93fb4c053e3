// SPDX-License-Identifier: EPL-2.0
package org.nullcline.api.figure;

/** Marks in a plane. Colours are indices into a palette that every output shares; −1 is the foreground colour. */
public sealed interface Series {

    /** For the legend; empty for none. */
    String name();

    /** Index into the palette, −1 for the foreground colour. */
    int colour();

    /** Shape of a point. */
    enum Marker {
        /** A filled disc. */
        DISC,
        /** An open circle. */
        CIRCLE,
        /** A filled square. */
        SQUARE,
        /** A filled diamond. */
        DIAMOND,
        /** A filled triangle. */
        TRIANGLE,
        /** A diagonal cross. */
        CROSS
    }

    /**
     * A polyline; NaN breaks it.
     *
     * @param width in points, 1 is normal
     * @param dashed whether it is dashed
     */
    record Line(String name, int colour, double[] x, double[] y, double width, boolean dashed) implements Series {

        /** A solid line of normal width. */
        public static Line of(String name, int colour, double[] x, double[] y) {
            return new Line(name, colour, x, y, 1.5, false);
        }
    }

    /**
     * Unconnected points.
     *
     * @param size diameter in points
     */
    record Points(String name, int colour, double[] x, double[] y, Marker marker, double size) implements Series {
    }

    /** The area between two curves over the same x, such as a mean ± one standard deviation. */
    record Band(String name, int colour, double[] x, double[] low, double[] high) implements Series {
    }

    /** Vertical bars centred at x; {@code error} (may be null) adds whiskers of ± error. */
    record Bars(String name, int colour, double[] x, double[] height, double[] error, double width) implements Series {
    }

    /** Arrows from (x, y) by (dx, dy) in data units: flow fields. */
    record Arrows(String name, int colour, double[] x, double[] y, double[] dx, double[] dy) implements Series {
    }

    /** A straight reference line through the whole panel at one x ({@code vertical}) or one y. */
    record Reference(String name, int colour, double at, boolean vertical) implements Series {
    }
}
