// SPDX-License-Identifier: EPL-2.0
package org.nullcline.api.figure;

import java.util.List;

/** One part of a figure. */
public sealed interface Panel {

    /** One line above the panel; may be empty. */
    String title();

    /**
     * A scale with its label.
     *
     * @param label with the unit in brackets where there is one
     * @param logarithmic base-10 logarithmic instead of linear
     * @param min lower end; NaN to fit the data
     * @param max upper end; NaN to fit the data
     * @param names of the positions 1, 2, 3, … where these are things and not quantities; otherwise empty
     */
    record Scale(String label, boolean logarithmic, double min, double max, List<String> names) {

        /** Copies the names. */
        public Scale {
            names = List.copyOf(names);
        }

        /** A scale of a quantity. */
        public Scale(String label, boolean logarithmic, double min, double max) {
            this(label, logarithmic, min, max, List.of());
        }

        /** Things side by side, the first at 1. */
        public static Scale ofNames(String label, List<String> names) {
            return new Scale(label, false, 0.5, names.size() + 0.5, names);
        }

        /** A linear scale that fits the data. */
        public static Scale of(String label) {
            return new Scale(label, false, Double.NaN, Double.NaN);
        }

        /** A linear scale from {@code min} to {@code max}. */
        public static Scale of(String label, double min, double max) {
            return new Scale(label, false, min, max);
        }

        /** A base-10 logarithmic scale that fits the data. */
        public static Scale log(String label) {
            return new Scale(label, true, Double.NaN, Double.NaN);
        }
    }

    /**
     * Series in a plane.
     *
     * @param title one line; may be empty
     * @param x horizontal scale
     * @param y vertical scale
     * @param series drawn in order, later ones above
     * @param equalAspect whether one unit is equally long on both scales (phase planes, spectra)
     */
    record Plot(String title, Scale x, Scale y, List<Series> series, boolean equalAspect) implements Panel {

        /** Copies the series. */
        public Plot {
            series = List.copyOf(series);
        }
    }

    /**
     * A matrix of colours.
     *
     * @param title one line; may be empty
     * @param rowLabels one per row from top to bottom; empty for none
     * @param columnLabels one per column from left to right; empty for none
     * @param values row × column; NaN cells stay blank
     * @param legend label of the colour scale
     * @param diverging a colour map around zero instead of a sequential one
     * @param showValues whether each cell shows its number (for small matrices)
     */
    record HeatMap(String title, List<String> rowLabels, List<String> columnLabels, double[][] values, String legend, boolean diverging,
            boolean showValues) implements Panel {
    }

    /**
     * Curves and points in three dimensions, drawn in projection; live views can be turned.
     *
     * @param title one line; may be empty
     * @param axes labels of the three axes
     * @param curves polylines
     * @param points clouds of points
     * @param azimuth viewing angle around the vertical axis, degrees
     * @param elevation viewing angle above the horizontal plane, degrees
     */
    record Space(String title, List<String> axes, List<Curve> curves, List<Cloud> points, double azimuth, double elevation) implements Panel {
    }

    /**
     * A polyline in three dimensions.
     *
     * @param name for the legend; curves with the same name share one entry
     * @param points point × 3
     * @param colour index into the palette
     * @param opacity 0 to 1
     */
    record Curve(String name, double[][] points, int colour, double opacity) {
    }

    /**
     * Points in three dimensions.
     *
     * @param name for the legend
     * @param points point × 3
     * @param colour index into the palette
     * @param marker their shape
     */
    record Cloud(String name, double[][] points, int colour, Series.Marker marker) {
    }

    /**
     * A table of text; numbers are formatted by whoever makes the panel.
     *
     * @param title one line; may be empty
     * @param columns headings
     * @param rows cells, one list per row, as long as the headings
     */
    record Table(String title, List<String> columns, List<List<String>> rows) implements Panel {
    }
}
