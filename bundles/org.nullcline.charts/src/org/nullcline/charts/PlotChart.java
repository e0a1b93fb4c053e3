// SPDX-License-Identifier: EPL-2.0
package org.nullcline.charts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.swt.SWT;
import org.eclipse.swt.events.PaintEvent;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.ICustomPaintListener;
import org.eclipse.swtchart.ILineSeries;
import org.eclipse.swtchart.ILineSeries.PlotSymbolType;
import org.eclipse.swtchart.ISeries;
import org.eclipse.swtchart.ISeries.SeriesType;
import org.eclipse.swtchart.LineStyle;
import org.nullcline.api.figure.Panel.Plot;
import org.nullcline.api.figure.Panel.Scale;
import org.nullcline.api.figure.Series;
import org.nullcline.reporting.drawing.Range;

/**
 * A plot in SWTChart. Lines and points are SWTChart's own series (they can be zoomed with the mouse wheel and stay fast with a million points);
 * bands, bars, arrows and reference lines are painted beside them.
 */
public final class PlotChart extends Composite {

    private static final double ZOOM = 1.2;

    private final Chart chart;
    private Plot plot;
    private boolean zoomed;

    /** An empty chart. */
    public PlotChart(Composite parent) {
        super(parent, SWT.NONE);
        setLayout(new FillLayout());
        chart = new Chart(this, SWT.NONE);
        chart.getTitle().setVisible(false);
        chart.getLegend().setPosition(SWT.BOTTOM);
        chart.enableCompress(true);
        chart.getPlotArea().addCustomPaintListener(new Overlay(true));
        chart.getPlotArea().addCustomPaintListener(new Overlay(false));
        chart.getPlotArea().getControl().addListener(SWT.MouseWheel, event -> zoom(event.count > 0 ? 1 / ZOOM : ZOOM, event.x, event.y));
        chart.getPlotArea().getControl().addListener(SWT.MouseDoubleClick, event -> resetView());
        chart.addListener(SWT.Resize, event -> {
            if (plot != null && plot.equalAspect() && !zoomed) {
                fitRanges();
            }
        });
    }

    /** The chart itself, for tests and further interaction. */
    public Chart chart() {
        return chart;
    }

    /** Shows a plot; series that were there already are updated in place, and a view that was zoomed stays. */
    public void show(Plot shown) {
        checkWidget();
        plot = shown;
        chart.suspendUpdate(true);
        applyColours();
        axis(chart.getAxisSet().getXAxis(0), shown.x());
        axis(chart.getAxisSet().getYAxis(0), shown.y());
        Map<String, Runnable> wanted = new LinkedHashMap<>();
        int index = 0;
        for (Series series : shown.series()) {
            collect(series, index++, wanted);
        }
        for (ISeries<?> series : chart.getSeriesSet().getSeries()) {
            if (!wanted.containsKey(series.getId())) {
                chart.getSeriesSet().deleteSeries(series.getId());
            }
        }
        wanted.values().forEach(Runnable::run);
        chart.getLegend().setVisible(shown.series().stream().anyMatch(s -> (s instanceof Series.Line || s instanceof Series.Points) && !s.name().isEmpty()));
        if (!zoomed) {
            fitRanges();
        }
        chart.suspendUpdate(false);
        chart.redraw();
    }

    /** Shows all data again after zooming. */
    public void resetView() {
        zoomed = false;
        fitRanges();
        chart.redraw();
    }

    private void applyColours() {
        chart.setBackground(getBackground());
        chart.getPlotArea().setBackground(getBackground());
        chart.getLegend().setBackground(getBackground());
        chart.getLegend().setForeground(getForeground());
    }

    private void axis(IAxis axis, Scale scale) {
        axis.getTitle().setText(scale.label());
        axis.getTitle().setForeground(getForeground());
        axis.getTick().setForeground(getForeground());
        axis.getGrid().setForeground(ChartColours.faint(this, 0.15));
        axis.getTitle().setFont(getFont());
        axis.getTick().setFormat(scale.names().isEmpty() ? null : new NamedPositions(scale.names()));
        axis.getTick().setTickLabelAngle(scale.names().isEmpty() ? 0 : 45);
    }

    /** Lines are cut where values are missing, because SWTChart would draw those at zero. */
    private void collect(Series series, int index, Map<String, Runnable> wanted) {
        boolean logX = plot.x().logarithmic();
        boolean logY = plot.y().logarithmic();
        if (series instanceof Series.Line line) {
            List<double[][]> pieces = Pieces.of(line.x(), line.y(), logX, logY);
            for (int piece = 0; piece < pieces.size(); piece++) {
                String id = index + "." + piece;
                double[][] data = pieces.get(piece);
                boolean first = piece == 0;
                wanted.put(id, () -> lineSeries(id, line, data, first));
            }
        } else if (series instanceof Series.Points points) {
            String id = index + ".points";
            wanted.put(id, () -> pointSeries(id, points, Pieces.finite(points.x(), points.y(), logX, logY)));
        }
    }

    private ILineSeries<?> series(String id) {
        ISeries<?> known = chart.getSeriesSet().getSeries(id);
        return (ILineSeries<?>) (known != null ? known : chart.getSeriesSet().createSeries(SeriesType.LINE, id));
    }

    private void lineSeries(String id, Series.Line line, double[][] data, boolean first) {
        ILineSeries<?> series = series(id);
        series.setXSeries(data[0]);
        series.setYSeries(data[1]);
        series.setSymbolType(PlotSymbolType.NONE);
        series.setLineColor(ChartColours.of(line.colour(), this));
        series.setLineWidth(Math.max(1, (int) Math.round(line.width())));
        series.setLineStyle(line.dashed() ? LineStyle.DASH : LineStyle.SOLID);
        series.setAntialias(SWT.ON);
        describe(series, line.name(), first);
    }

    private void pointSeries(String id, Series.Points points, double[][] data) {
        ILineSeries<?> series = series(id);
        series.setXSeries(data[0]);
        series.setYSeries(data[1]);
        series.setLineStyle(LineStyle.NONE);
        series.setSymbolType(switch (points.marker()) {
            case DISC, CIRCLE -> PlotSymbolType.CIRCLE;
            case SQUARE -> PlotSymbolType.SQUARE;
            case DIAMOND -> PlotSymbolType.DIAMOND;
            case TRIANGLE -> PlotSymbolType.TRIANGLE;
            case CROSS -> PlotSymbolType.CROSS;
        });
        series.setSymbolSize(Math.max(2, (int) Math.round(points.size() / 2)));
        series.setSymbolColor(ChartColours.of(points.colour(), this));
        describe(series, points.name(), true);
    }

    private static void describe(ISeries<?> series, String name, boolean first) {
        series.setDescription(name);
        series.setVisibleInLegend(first && !name.isEmpty());
    }

    private void fitRanges() {
        Range x = Range.horizontal(plot);
        Range y = Range.vertical(plot);
        Point size = chart.getPlotArea().getSize();
        if (plot.equalAspect() && size.x > 0 && size.y > 0) {
            double unitsPerPixel = Math.max((x.max() - x.min()) / size.x, (y.max() - y.min()) / size.y);
            x = x.widened(unitsPerPixel * size.x);
            y = y.widened(unitsPerPixel * size.y);
        }
        range(chart.getAxisSet().getXAxis(0), x);
        range(chart.getAxisSet().getYAxis(0), y);
    }

    /** SWTChart refuses a logarithmic scale while its range or data reach zero, so the range is set first. */
    private static void range(IAxis axis, Range range) {
        if (!range.logarithmic()) {
            axis.enableLogScale(false);
        }
        axis.setRange(new org.eclipse.swtchart.Range(range.min(), range.max()));
        if (range.logarithmic() && range.min() > 0) {
            axis.enableLogScale(true);
        }
    }

    private void zoom(double factor, int x, int y) {
        if (plot == null) {
            return;
        }
        zoomed = true;
        zoom(chart.getAxisSet().getXAxis(0), factor, x);
        zoom(chart.getAxisSet().getYAxis(0), factor, y);
        chart.redraw();
    }

    private static void zoom(IAxis axis, double factor, int pixel) {
        double centre = axis.getDataCoordinate(pixel);
        org.eclipse.swtchart.Range range = axis.getRange();
        if (axis.isLogScaleEnabled()) {
            axis.setRange(new org.eclipse.swtchart.Range(centre * Math.pow(range.lower / centre, factor), centre * Math.pow(range.upper / centre, factor)));
        } else {
            axis.setRange(new org.eclipse.swtchart.Range(centre + (range.lower - centre) * factor, centre + (range.upper - centre) * factor));
        }
    }

    /** Paints what SWTChart has no series for. */
    private final class Overlay implements ICustomPaintListener {

        private final boolean behind;

        Overlay(boolean behind) {
            this.behind = behind;
        }

        @Override
        public boolean drawBehindSeries() {
            return behind;
        }

        @Override
        public void paintControl(PaintEvent event) {
            if (plot == null) {
                return;
            }
            IAxis x = chart.getAxisSet().getXAxis(0);
            IAxis y = chart.getAxisSet().getYAxis(0);
            OverlayPainter painter = new OverlayPainter(event.gc, x::getPixelCoordinate, y::getPixelCoordinate, chart.getPlotArea().getSize());
            for (Series series : plot.series()) {
                Color colour = ChartColours.of(series.colour(), PlotChart.this);
                switch (series) {
                    case Series.Band band when behind -> painter.band(band, colour);
                    case Series.Bars bars when behind -> painter.bars(bars, colour, getForeground());
                    case Series.Reference reference when !behind -> painter.reference(reference, colour);
                    case Series.Arrows arrows when !behind -> painter.arrows(arrows, colour);
                    default -> {
                        // lines and points are SWTChart's own series
                    }
                }
            }
        }
    }
}
