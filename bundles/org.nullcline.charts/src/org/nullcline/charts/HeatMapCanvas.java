// SPDX-License-Identifier: EPL-2.0
package org.nullcline.charts;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.Transform;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.nullcline.api.figure.Panel.HeatMap;
import org.nullcline.reporting.drawing.ColourMap;
import org.nullcline.reporting.drawing.HeatMapColours;
import org.nullcline.reporting.drawing.Ticks;

/** A heat map as one image, so that millions of cells stay fast; the value under the pointer is shown as a tool tip. */
public final class HeatMapCanvas extends Canvas {

    private static final int SCALE_WIDTH = 74;
    private static final int MAX_IMAGE_SIDE = 4096;

    private HeatMap map;
    private HeatMapColours colours;
    private Image image;

    /** An empty canvas. */
    public HeatMapCanvas(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED);
        addPaintListener(event -> paint(event.gc));
        addListener(SWT.MouseMove, event -> setToolTipText(describe(event.x, event.y)));
        addDisposeListener(event -> disposeImage());
    }

    /** Shows a heat map. */
    public void show(HeatMap shown) {
        checkWidget();
        map = shown;
        colours = HeatMapColours.of(shown);
        disposeImage();
        image = shown.values().length == 0 || shown.values()[0].length == 0 ? null : new Image(getDisplay(), data());
        redraw();
    }

    private void disposeImage() {
        if (image != null) {
            image.dispose();
            image = null;
        }
    }

    private ImageData data() {
        int rows = Math.min(MAX_IMAGE_SIDE, map.values().length);
        int columns = Math.min(MAX_IMAGE_SIDE, map.values()[0].length);
        ImageData data = new ImageData(columns, rows, 24, new PaletteData(0xff0000, 0xff00, 0xff));
        data.alphaData = new byte[rows * columns];
        for (int i = 0; i < rows; i++) {
            double[] row = map.values()[(int) ((long) i * map.values().length / rows)];
            for (int j = 0; j < columns; j++) {
                double value = row[(int) ((long) j * row.length / columns)];
                boolean known = Double.isFinite(value);
                data.setPixel(j, i, known ? colours.rgb(value) : 0);
                data.alphaData[i * columns + j] = (byte) (known ? 255 : 0);
            }
        }
        return data;
    }

    private Rectangle area(GC gc) {
        int left = 8 + map.rowLabels().stream().mapToInt(label -> gc.textExtent(label).x).max().orElse(0);
        // Labels turned by 45 degrees take the diagonal part of their width and of their height.
        int bottom = 8 + map.columnLabels().stream().map(gc::textExtent).mapToInt(text -> (int) Math.ceil((text.x + text.y) * Math.sqrt(0.5))).max().orElse(0);
        Rectangle all = getClientArea();
        left = Math.min(left, all.width / 3);
        bottom = Math.min(Math.max(bottom, 12), all.height / 3);
        Rectangle area = new Rectangle(left, 6, Math.max(1, all.width - left - SCALE_WIDTH), Math.max(1, all.height - bottom - 6));
        if (map.values().length == map.values()[0].length) {
            int side = Math.min(area.width, area.height);
            area.width = side;
            area.height = side;
        }
        return area;
    }

    private void paint(GC gc) {
        gc.setForeground(getForeground());
        if (image == null) {
            return;
        }
        Rectangle area = area(gc);
        Rectangle source = image.getBounds();
        gc.setInterpolation(SWT.NONE);
        gc.setAntialias(SWT.OFF);
        gc.drawImage(image, 0, 0, source.width, source.height, area.x, area.y, area.width, area.height);
        gc.setAntialias(SWT.ON);
        if (map.showValues()) {
            paintValues(gc, area);
        }
        paintLabels(gc, area);
        paintScale(gc, area);
    }

    private void paintValues(GC gc, Rectangle area) {
        int rows = map.values().length;
        int columns = map.values()[0].length;
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                double value = map.values()[i][j];
                if (!Double.isFinite(value)) {
                    continue;
                }
                String text = Ticks.number(Math.round(value * 1000) / 1000.0);
                Point extent = gc.textExtent(text);
                if (extent.x > area.width / columns || extent.y > area.height / rows) {
                    return;
                }
                gc.setForeground(getDisplay().getSystemColor(ColourMap.isLight(colours.rgb(value)) ? SWT.COLOR_BLACK : SWT.COLOR_WHITE));
                gc.drawText(text, area.x + (int) ((j + 0.5) * area.width / columns) - extent.x / 2,
                        area.y + (int) ((i + 0.5) * area.height / rows) - extent.y / 2, true);
            }
        }
        gc.setForeground(getForeground());
    }

    private void paintLabels(GC gc, Rectangle area) {
        int lineHeight = gc.getFontMetrics().getHeight();
        double cellHeight = area.height / (double) map.values().length;
        double cellWidth = area.width / (double) map.values()[0].length;
        int rowStep = (int) Math.max(1, Math.ceil(lineHeight / cellHeight));
        for (int i = 0; i < map.rowLabels().size(); i += rowStep) {
            Point extent = gc.textExtent(map.rowLabels().get(i));
            gc.drawText(map.rowLabels().get(i), area.x - extent.x - 4, area.y + (int) ((i + 0.5) * cellHeight) - extent.y / 2, true);
        }
        int columnStep = (int) Math.max(1, Math.ceil(lineHeight / cellWidth));
        Transform rotated = new Transform(getDisplay());
        try {
            for (int j = 0; j < map.columnLabels().size(); j += columnStep) {
                Point extent = gc.textExtent(map.columnLabels().get(j));
                rotated.identity();
                rotated.translate(area.x + (float) ((j + 0.5) * cellWidth), area.y + area.height + 4);
                rotated.rotate(-45);
                gc.setTransform(rotated);
                gc.drawText(map.columnLabels().get(j), -extent.x, 0, true);
            }
        } finally {
            gc.setTransform(null);
            rotated.dispose();
        }
    }

    private void paintScale(GC gc, Rectangle area) {
        int left = area.x + area.width + 12;
        for (int i = 0; i < area.height; i++) {
            double value = colours.max() - (i + 0.5) / area.height * (colours.max() - colours.min());
            Color colour = ChartColours.rgb(colours.rgb(value));
            gc.setForeground(colour);
            gc.drawLine(left, area.y + i, left + 11, area.y + i);
        }
        gc.setForeground(getForeground());
        Ticks ticks = Ticks.linear(colours.min(), colours.max(), 4);
        for (int i = 0; i < ticks.positions().length; i++) {
            double fraction = (ticks.positions()[i] - colours.min()) / (colours.max() - colours.min());
            Point extent = gc.textExtent(ticks.labels().get(i));
            gc.drawText(ticks.labels().get(i), left + 15, area.y + (int) ((1 - fraction) * area.height) - extent.y / 2, true);
        }
    }

    private String describe(int x, int y) {
        if (image == null) {
            return null;
        }
        GC gc = new GC(this);
        Rectangle area;
        try {
            area = area(gc);
        } finally {
            gc.dispose();
        }
        if (!area.contains(x, y)) {
            return map.legend();
        }
        int i = (int) ((long) (y - area.y) * map.values().length / area.height);
        int j = (int) ((long) (x - area.x) * map.values()[0].length / area.width);
        String row = i < map.rowLabels().size() ? map.rowLabels().get(i) : Integer.toString(i);
        String column = j < map.columnLabels().size() ? map.columnLabels().get(j) : Integer.toString(j);
        return row + " × " + column + ": " + Ticks.number(map.values()[i][j]);
    }
}
