// SPDX-License-Identifier: EPL-2.0
package org.nullcline.charts;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.nullcline.api.figure.Panel.Cloud;
import org.nullcline.api.figure.Panel.Curve;
import org.nullcline.api.figure.Panel.Space;
import org.nullcline.reporting.drawing.Projection;

/** Curves and points in three dimensions, turned by dragging with the mouse or with the arrow keys. */
public final class SpaceCanvas extends Canvas {

    private static final double REACH = 1.78;
    private static final double DEGREES_PER_PIXEL = 0.5;
    private static final double DEGREES_PER_KEY = 5;

    private Space space;
    private double azimuth;
    private double elevation;
    private Point grabbed;

    /** An empty canvas. */
    public SpaceCanvas(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED);
        addPaintListener(event -> paint(event.gc));
        addListener(SWT.MouseDown, event -> grabbed = new Point(event.x, event.y));
        addListener(SWT.MouseUp, event -> grabbed = null);
        addListener(SWT.MouseMove, this::drag);
        addListener(SWT.KeyDown, event -> {
            switch (event.keyCode) {
                case SWT.ARROW_LEFT -> turn(-DEGREES_PER_KEY, 0);
                case SWT.ARROW_RIGHT -> turn(DEGREES_PER_KEY, 0);
                case SWT.ARROW_UP -> turn(0, DEGREES_PER_KEY);
                case SWT.ARROW_DOWN -> turn(0, -DEGREES_PER_KEY);
                default -> {
                    // other keys are for the surroundings
                }
            }
        });
    }

    /** Shows a scene from its own viewing angle, or from the present one if a scene was shown before. */
    public void show(Space shown) {
        checkWidget();
        if (space == null) {
            azimuth = shown.azimuth();
            elevation = shown.elevation();
        }
        space = shown;
        redraw();
    }

    /** The viewing angle around the vertical axis in degrees. */
    public double azimuth() {
        return azimuth;
    }

    private void drag(Event event) {
        if (grabbed != null) {
            turn((event.x - grabbed.x) * -DEGREES_PER_PIXEL, (event.y - grabbed.y) * DEGREES_PER_PIXEL);
            grabbed = new Point(event.x, event.y);
        }
    }

    private void turn(double around, double up) {
        azimuth = (azimuth + around) % 360;
        elevation = Math.clamp(elevation + up, -90, 90);
        redraw();
    }

    private void paint(GC gc) {
        if (space == null) {
            return;
        }
        gc.setAntialias(SWT.ON);
        Rectangle area = getClientArea();
        Map<String, Integer> legend = new LinkedHashMap<>();
        space.curves().stream().filter(c -> !c.name().isEmpty()).forEach(c -> legend.putIfAbsent(c.name(), c.colour()));
        space.points().stream().filter(c -> !c.name().isEmpty()).forEach(c -> legend.putIfAbsent(c.name(), c.colour()));
        int lineHeight = gc.getFontMetrics().getHeight();
        Projection projection = Projection.of(space, azimuth, elevation);
        View view = new View(projection, area.width / 2.0, (area.height - lineHeight) / 2.0, Math.min(area.width, area.height - lineHeight) / (2 * REACH));
        paintAxes(gc, view);
        for (Curve curve : space.curves()) {
            gc.setForeground(ChartColours.of(curve.colour(), this));
            gc.setAlpha((int) (255 * curve.opacity()));
            gc.drawPolyline(view.pixels(curve.points()));
        }
        gc.setAlpha(255);
        for (Cloud cloud : space.points()) {
            paintCloud(gc, view, cloud);
        }
        int x = 8;
        for (Map.Entry<String, Integer> entry : legend.entrySet()) {
            gc.setBackground(ChartColours.of(entry.getValue(), this));
            gc.fillRectangle(x, area.height - lineHeight + 3, 12, lineHeight - 8);
            gc.setForeground(getForeground());
            gc.drawText(entry.getKey(), x + 16, area.height - lineHeight - 1, true);
            x += 30 + gc.textExtent(entry.getKey()).x;
        }
    }

    private void paintAxes(GC gc, View view) {
        Projection p = view.projection();
        double[] origin = {p.low(0), p.low(1), p.low(2)};
        for (int axis = 0; axis < 3; axis++) {
            double[] end = origin.clone();
            end[axis] = p.high(axis);
            int[] line = view.pixels(new double[][] {origin, end});
            gc.setForeground(ChartColours.faint(this, 0.5));
            gc.drawLine(line[0], line[1], line[2], line[3]);
            if (axis < space.axes().size()) {
                gc.setForeground(getForeground());
                Point extent = gc.textExtent(space.axes().get(axis));
                gc.drawText(space.axes().get(axis), (int) (line[0] + 1.08 * (line[2] - line[0])) - extent.x / 2,
                        (int) (line[1] + 1.08 * (line[3] - line[1])) - extent.y / 2, true);
            }
        }
    }

    private void paintCloud(GC gc, View view, Cloud cloud) {
        int r = cloud.points().length > 200 ? 2 : 4;
        int[] pixels = view.pixels(cloud.points());
        gc.setBackground(ChartColours.of(cloud.colour(), this));
        gc.setForeground(gc.getBackground());
        for (int i = 0; i < pixels.length; i += 2) {
            int x = pixels[i];
            int y = pixels[i + 1];
            switch (cloud.marker()) {
                case DISC -> gc.fillOval(x - r, y - r, 2 * r, 2 * r);
                case CIRCLE -> gc.drawOval(x - r, y - r, 2 * r, 2 * r);
                case SQUARE -> gc.fillRectangle(x - r, y - r, 2 * r, 2 * r);
                case DIAMOND -> gc.fillPolygon(new int[] {x, y - r - 1, x + r + 1, y, x, y + r + 1, x - r - 1, y});
                case TRIANGLE -> gc.fillPolygon(new int[] {x, y - r - 1, x + r, y + r, x - r, y + r});
                case CROSS -> {
                    gc.drawLine(x - r, y - r, x + r, y + r);
                    gc.drawLine(x - r, y + r, x + r, y - r);
                }
            }
        }
    }

    /** Where projected points lie on the canvas. */
    private record View(Projection projection, double centreX, double centreY, double scale) {

        int[] pixels(double[][] points) {
            int[] pixels = new int[2 * points.length];
            int count = 0;
            for (double[] point : points) {
                double[] at = projection.project(point);
                if (Double.isFinite(at[0]) && Double.isFinite(at[1])) {
                    pixels[count++] = (int) Math.round(centreX + at[0] * scale);
                    pixels[count++] = (int) Math.round(centreY - at[1] * scale);
                }
            }
            return Arrays.copyOf(pixels, count);
        }
    }
}
