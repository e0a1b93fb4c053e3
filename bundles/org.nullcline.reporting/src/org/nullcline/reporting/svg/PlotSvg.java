// SPDX-License-Identifier: EPL-2.0
package org.nullcline.reporting.svg;

import java.util.List;

import org.nullcline.api.figure.Panel.Plot;
import org.nullcline.api.figure.Series;
import org.nullcline.reporting.drawing.Range;
import org.nullcline.reporting.drawing.Ticks;

/** Draws series in a plane with their scales and legend. */
final class PlotSvg {

    private static final String TICK = "stroke=\"currentColor\" stroke-width=\"1\"";
    private static final String GRID = "stroke=\"currentColor\" stroke-opacity=\"0.12\" stroke-width=\"1\"";
    private static final double LEGEND_ROW = 15;
    /** Characters of a name below a plot. */
    private static final int MOST_NAME = 26;
    /** Points that a name needs beside its neighbours. */
    private static final double NAME_SIZE = 9.6;

    private final SvgText out;
    private final Plot plot;
    private final Frame area;
    private final String id;
    private final Range x;
    private final Range y;

    PlotSvg(SvgText out, Plot plot, Frame frame, String id) {
        this.out = out;
        this.plot = plot;
        this.id = id.replaceAll("[^A-Za-z0-9_-]", "_");
        int legendRows = (legend().size() + 1) / 2;
        this.area = frame.inset(58, 6, 14, below(plot) + legendRows * LEGEND_ROW);
        Range horizontal = Range.horizontal(plot);
        Range vertical = Range.vertical(plot);
        if (plot.equalAspect()) {
            double unitsPerPoint = Math.max((horizontal.max() - horizontal.min()) / area.width(), (vertical.max() - vertical.min()) / area.height());
            horizontal = horizontal.widened(unitsPerPoint * area.width());
            vertical = vertical.widened(unitsPerPoint * area.height());
        }
        this.x = horizontal;
        this.y = vertical;
    }

    /** Height that names below the plot need beyond that of numbers. */
    static double nameRoom(Plot plot) {
        int longest = plot.x().names().stream().mapToInt(String::length).max().orElse(0);
        return longest == 0 ? 0 : Math.min(MOST_NAME, longest) * SvgText.CHARACTER + 4;
    }

    /** What stands between a plot and its legend: numbers or names, and the label of the scale. */
    private static double below(Plot plot) {
        return (plot.x().label().isEmpty() && !plot.x().names().isEmpty() ? 12 : 42) + nameRoom(plot);
    }

    private List<Series> legend() {
        return plot.series().stream().filter(s -> !s.name().isEmpty()).toList();
    }

    void draw() {
        drawScales();
        out.raw("<clipPath id=\"clip-" + id + "\"><rect x=\"" + SvgText.number(area.x()) + "\" y=\"" + SvgText.number(area.y()) + "\" width=\""
                + SvgText.number(area.width()) + "\" height=\"" + SvgText.number(area.height()) + "\"/></clipPath>\n<g clip-path=\"url(#clip-" + id + ")\">\n");
        plot.series().forEach(this::drawSeries);
        out.raw("</g>\n");
        out.rectangle(area.x(), area.y(), area.width(), area.height(), "fill=\"none\" " + TICK);
        drawLegend();
    }

    private double px(double value) {
        return Math.clamp(area.x() + x.fraction(value) * area.width(), -1e5, 1e5);
    }

    private double py(double value) {
        return Math.clamp(area.bottom() - y.fraction(value) * area.height(), -1e5, 1e5);
    }

    private boolean visible(double xValue, double yValue) {
        return Double.isFinite(xValue) && Double.isFinite(yValue) && (!x.logarithmic() || xValue > 0) && (!y.logarithmic() || yValue > 0);
    }

    private void drawScales() {
        if (!plot.x().names().isEmpty()) {
            drawNames();
            drawVertical();
            return;
        }
        Ticks horizontal = x.ticks((int) (area.width() / 60));
        for (int i = 0; i < horizontal.positions().length; i++) {
            double at = px(horizontal.positions()[i]);
            out.line(at, area.y(), at, area.bottom(), GRID);
            out.line(at, area.bottom(), at, area.bottom() + 4, TICK);
            out.label(at, area.bottom() + 16, "middle", 11, horizontal.labels().get(i), "");
        }
        out.label(area.centreX(), area.bottom() + 33, "middle", 12, plot.x().label(), "");
        drawVertical();
    }

    /** Names upright below their positions; where they stand too close, only every so many-th. */
    private void drawNames() {
        List<String> names = plot.x().names();
        int step = (int) Math.max(1, Math.ceil(NAME_SIZE * names.size() / area.width()));
        for (int i = 0; i < names.size(); i += step) {
            double at = px(i + 1);
            out.line(at, area.bottom(), at, area.bottom() + 4, TICK);
            out.raw("<text transform=\"translate(" + SvgText.number(at + 3) + " " + SvgText.number(area.bottom() + 7)
                    + ") rotate(-90)\" text-anchor=\"end\" font-size=\"9.5\">" + SvgText.escape(SvgText.fitted(names.get(i), MOST_NAME)) + "</text>\n");
        }
        out.label(area.centreX(), area.bottom() + nameRoom(plot) + 20, "middle", 12, plot.x().label(), "");
    }

    private void drawVertical() {
        Ticks vertical = y.ticks((int) (area.height() / 42));
        for (int i = 0; i < vertical.positions().length; i++) {
            double at = py(vertical.positions()[i]);
            out.line(area.x(), at, area.right(), at, GRID);
            out.line(area.x() - 4, at, area.x(), at, TICK);
            out.label(area.x() - 7, at + 4, "end", 11, vertical.labels().get(i), "");
        }
        out.verticalLabel(area.x() - 44, area.centreY(), 12, plot.y().label());
    }

    private void drawSeries(Series series) {
        String colour = Marks.colour(series.colour());
        switch (series) {
            case Series.Line line -> drawLine(line, colour);
            case Series.Points points -> {
                for (int i = 0; i < points.x().length; i++) {
                    if (visible(points.x()[i], points.y()[i])) {
                        Marks.draw(out, points.marker(), px(points.x()[i]), py(points.y()[i]), points.size(), colour, 0.75);
                    }
                }
            }
            case Series.Band band -> drawBand(band, colour);
            case Series.Bars bars -> drawBars(bars, colour);
            case Series.Arrows arrows -> drawArrows(arrows, colour);
            case Series.Reference reference -> {
                String style = "stroke=\"" + colour + "\" stroke-width=\"1\" stroke-dasharray=\"4 3\"";
                if (reference.vertical()) {
                    out.line(px(reference.at()), area.y(), px(reference.at()), area.bottom(), style);
                } else {
                    out.line(area.x(), py(reference.at()), area.right(), py(reference.at()), style);
                }
            }
        }
    }

    private void drawLine(Series.Line line, String colour) {
        StringBuilder path = new StringBuilder();
        int stride = Math.max(1, line.x().length / 6000);
        boolean pen = false;
        double lastX = Double.NaN;
        double lastY = Double.NaN;
        for (int i = 0; i < line.x().length; i += i + stride < line.x().length ? stride : Math.max(1, line.x().length - 1 - i)) {
            if (!visible(line.x()[i], line.y()[i])) {
                pen = false;
                continue;
            }
            double atX = px(line.x()[i]);
            double atY = py(line.y()[i]);
            if (pen && Math.abs(atX - lastX) + Math.abs(atY - lastY) < 0.15 && i < line.x().length - 1) {
                continue;
            }
            path.append(pen ? 'L' : 'M').append(SvgText.number(atX)).append(' ').append(SvgText.number(atY));
            lastX = atX;
            lastY = atY;
            pen = true;
        }
        if (!path.isEmpty()) {
            out.raw("<path d=\"" + path + "\" fill=\"none\" stroke=\"" + colour + "\" stroke-width=\"" + SvgText.number(line.width())
                    + "\" stroke-linejoin=\"round\"" + (line.dashed() ? " stroke-dasharray=\"5 4\"" : "") + "/>\n");
        }
    }

    private void drawBand(Series.Band band, String colour) {
        StringBuilder upper = new StringBuilder();
        StringBuilder lower = new StringBuilder();
        for (int i = 0; i < band.x().length; i++) {
            if (visible(band.x()[i], band.high()[i]) && visible(band.x()[i], band.low()[i])) {
                upper.append(SvgText.number(px(band.x()[i]))).append(',').append(SvgText.number(py(band.high()[i]))).append(' ');
                lower.insert(0, SvgText.number(px(band.x()[i])) + "," + SvgText.number(py(band.low()[i])) + " ");
            }
        }
        out.raw("<polygon points=\"" + upper + lower.toString().stripTrailing() + "\" fill=\"" + colour + "\" fill-opacity=\"0.2\"/>\n");
    }

    private void drawBars(Series.Bars bars, String colour) {
        for (int i = 0; i < bars.x().length; i++) {
            if (!Double.isFinite(bars.height()[i])) {
                continue;
            }
            double left = px(bars.x()[i] - bars.width() / 2);
            double right = px(bars.x()[i] + bars.width() / 2);
            double base = y.logarithmic() ? area.bottom() : py(0);
            double end = py(bars.height()[i]);
            out.rectangle(left, Math.min(base, end), right - left, Math.abs(base - end), "fill=\"" + colour + "\" fill-opacity=\"0.8\"");
            if (bars.error() != null && Double.isFinite(bars.error()[i])) {
                double centre = px(bars.x()[i]);
                double low = py(bars.height()[i] - bars.error()[i]);
                double high = py(bars.height()[i] + bars.error()[i]);
                out.line(centre, low, centre, high, TICK).line(centre - 3, low, centre + 3, low, TICK).line(centre - 3, high, centre + 3, high, TICK);
            }
        }
    }

    private void drawArrows(Series.Arrows arrows, String colour) {
        for (int i = 0; i < arrows.x().length; i++) {
            if (!visible(arrows.x()[i], arrows.y()[i]) || !Double.isFinite(arrows.dx()[i]) || !Double.isFinite(arrows.dy()[i])) {
                continue;
            }
            double fromX = px(arrows.x()[i]);
            double fromY = py(arrows.y()[i]);
            double toX = px(arrows.x()[i] + arrows.dx()[i]);
            double toY = py(arrows.y()[i] + arrows.dy()[i]);
            String style = "stroke=\"" + colour + "\" stroke-width=\"1\"";
            out.line(fromX, fromY, toX, toY, style);
            double angle = Math.atan2(toY - fromY, toX - fromX);
            double head = Math.min(4, 0.4 * Math.hypot(toX - fromX, toY - fromY));
            for (double side : new double[] {-0.5, 0.5}) {
                out.line(toX, toY, toX - head * Math.cos(angle + side), toY - head * Math.sin(angle + side), style);
            }
        }
    }

    private void drawLegend() {
        List<Series> entries = legend();
        for (int i = 0; i < entries.size(); i++) {
            double left = area.x() + i % 2 * area.width() / 2;
            double centre = area.bottom() + below(plot) + 4 + i / 2 * LEGEND_ROW;
            Marks.key(out, entries.get(i), left, centre);
            out.label(left + 26, centre + 4, "start", 11, entries.get(i).name(), "");
        }
    }
}
