// SPDX-License-Identifier: EPL-2.0
package org.nullcline.reporting.drawing;

import org.nullcline.api.figure.Panel.Plot;
import org.nullcline.api.figure.Panel.Scale;
import org.nullcline.api.figure.Series;

/**
 * The part of a scale that is shown.
 *
 * @param min lower end in data units
 * @param max upper end in data units, above {@code min}
 * @param logarithmic base-10 logarithmic instead of linear
 */
public record Range(double min, double max, boolean logarithmic) {

    private static final double MARGIN = 0.04;

    /** The horizontal range of a plot: as its scale says, otherwise as the data need. */
    public static Range horizontal(Plot plot) {
        Extent extent = new Extent(plot.x().logarithmic());
        for (Series series : plot.series()) {
            switch (series) {
                case Series.Line s -> extent.add(s.x());
                case Series.Points s -> extent.add(s.x());
                case Series.Band s -> extent.add(s.x());
                case Series.Bars s -> extent.add(s.x(), s.width() / 2);
                case Series.Arrows s -> extent.add(s.x());
                case Series.Reference s -> extent.add(s.vertical() ? s.at() : Double.NaN);
            }
        }
        return extent.range(plot.x());
    }

    /** The vertical range of a plot: as its scale says, otherwise as the data need. */
    public static Range vertical(Plot plot) {
        Extent extent = new Extent(plot.y().logarithmic());
        for (Series series : plot.series()) {
            switch (series) {
                case Series.Line s -> extent.add(s.y());
                case Series.Points s -> extent.add(s.y());
                case Series.Band s -> {
                    extent.add(s.low());
                    extent.add(s.high());
                }
                case Series.Bars s -> {
                    extent.add(0);
                    for (int i = 0; i < s.height().length; i++) {
                        double error = s.error() == null || Double.isNaN(s.error()[i]) ? 0 : s.error()[i];
                        extent.add(s.height()[i] - error);
                        extent.add(s.height()[i] + error);
                    }
                }
                case Series.Arrows s -> extent.add(s.y());
                case Series.Reference s -> extent.add(s.vertical() ? Double.NaN : s.at());
            }
        }
        return extent.range(plot.y());
    }

    /** Position of a value as a fraction of the range: 0 at {@code min}, 1 at {@code max}. */
    public double fraction(double value) {
        return logarithmic ? (Math.log(value) - Math.log(min)) / (Math.log(max) - Math.log(min)) : (value - min) / (max - min);
    }

    /** Round positions with labels. */
    public Ticks ticks(int wanted) {
        return logarithmic ? Ticks.logarithmic(min, max) : Ticks.linear(min, max, wanted);
    }

    /** This range widened around its centre to span {@code span} data units. */
    public Range widened(double span) {
        double centre = (min + max) / 2;
        return new Range(centre - span / 2, centre + span / 2, logarithmic);
    }

    /** Collects the finite values that a scale must show. */
    private static final class Extent {

        private final boolean logarithmic;
        private double low = Double.POSITIVE_INFINITY;
        private double high = Double.NEGATIVE_INFINITY;

        Extent(boolean logarithmic) {
            this.logarithmic = logarithmic;
        }

        void add(double... values) {
            for (double value : values) {
                if (Double.isFinite(value) && (!logarithmic || value > 0)) {
                    low = Math.min(low, value);
                    high = Math.max(high, value);
                }
            }
        }

        void add(double[] values, double reach) {
            for (double value : values) {
                add(value - reach, value + reach);
            }
        }

        Range range(Scale scale) {
            if (low > high) {
                low = logarithmic ? 1 : 0;
                high = logarithmic ? 10 : 1;
            }
            if (low == high) {
                double reach = low == 0 ? 1 : Math.abs(low) * 0.1;
                low = logarithmic ? low / 2 : low - reach;
                high = logarithmic ? high * 2 : high + reach;
            }
            double margin = logarithmic ? Math.pow(high / low, MARGIN) : (high - low) * MARGIN;
            double min = Double.isNaN(scale.min()) ? logarithmic ? low / margin : low - margin : scale.min();
            double max = Double.isNaN(scale.max()) ? logarithmic ? high * margin : high + margin : scale.max();
            return new Range(min, max > min ? max : min + 1, logarithmic);
        }
    }
}
