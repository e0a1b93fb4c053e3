// SPDX-License-Identifier: EPL-2.0
package org.nullcline.charts;

import java.util.Arrays;
import java.util.function.DoubleToIntFunction;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.nullcline.api.figure.Series;

/** Paints bands, bars, reference lines and arrows in the pixel coordinates of a chart. */
final class OverlayPainter {

    private static final double ARROW_HEAD = 5;

    private final GC gc;
    private final DoubleToIntFunction x;
    private final DoubleToIntFunction y;
    private final Point size;

    OverlayPainter(GC gc, DoubleToIntFunction x, DoubleToIntFunction y, Point size) {
        this.gc = gc;
        this.x = x;
        this.y = y;
        this.size = size;
        gc.setAntialias(SWT.ON);
    }

    void band(Series.Band band, Color colour) {
        int n = band.x().length;
        int[] polygon = new int[4 * n];
        int count = 0;
        for (int i = 0; i < n; i++) {
            if (Double.isFinite(band.high()[i]) && Double.isFinite(band.low()[i])) {
                polygon[count++] = x.applyAsInt(band.x()[i]);
                polygon[count++] = y.applyAsInt(band.high()[i]);
            }
        }
        for (int i = n - 1; i >= 0; i--) {
            if (Double.isFinite(band.high()[i]) && Double.isFinite(band.low()[i])) {
                polygon[count++] = x.applyAsInt(band.x()[i]);
                polygon[count++] = y.applyAsInt(band.low()[i]);
            }
        }
        gc.setAlpha(55);
        gc.setBackground(colour);
        gc.fillPolygon(Arrays.copyOf(polygon, count));
        gc.setAlpha(255);
    }

    void bars(Series.Bars bars, Color colour, Color whiskers) {
        for (int i = 0; i < bars.x().length; i++) {
            if (!Double.isFinite(bars.height()[i])) {
                continue;
            }
            int left = x.applyAsInt(bars.x()[i] - bars.width() / 2);
            int right = x.applyAsInt(bars.x()[i] + bars.width() / 2);
            int base = y.applyAsInt(0);
            int end = y.applyAsInt(bars.height()[i]);
            gc.setBackground(colour);
            gc.fillRectangle(left, Math.min(base, end), Math.max(1, right - left), Math.abs(base - end));
            if (bars.error() != null && Double.isFinite(bars.error()[i])) {
                int centre = x.applyAsInt(bars.x()[i]);
                int low = y.applyAsInt(bars.height()[i] - bars.error()[i]);
                int high = y.applyAsInt(bars.height()[i] + bars.error()[i]);
                gc.setForeground(whiskers);
                gc.drawLine(centre, low, centre, high);
                gc.drawLine(centre - 3, low, centre + 3, low);
                gc.drawLine(centre - 3, high, centre + 3, high);
            }
        }
    }

    void reference(Series.Reference reference, Color colour) {
        gc.setForeground(colour);
        gc.setLineStyle(SWT.LINE_DASH);
        if (reference.vertical()) {
            int at = x.applyAsInt(reference.at());
            gc.drawLine(at, 0, at, size.y);
        } else {
            int at = y.applyAsInt(reference.at());
            gc.drawLine(0, at, size.x, at);
        }
        gc.setLineStyle(SWT.LINE_SOLID);
    }

    void arrows(Series.Arrows arrows, Color colour) {
        gc.setForeground(colour);
        for (int i = 0; i < arrows.x().length; i++) {
            if (!Double.isFinite(arrows.dx()[i]) || !Double.isFinite(arrows.dy()[i])) {
                continue;
            }
            int fromX = x.applyAsInt(arrows.x()[i]);
            int fromY = y.applyAsInt(arrows.y()[i]);
            int toX = x.applyAsInt(arrows.x()[i] + arrows.dx()[i]);
            int toY = y.applyAsInt(arrows.y()[i] + arrows.dy()[i]);
            gc.drawLine(fromX, fromY, toX, toY);
            double angle = Math.atan2(toY - fromY, toX - fromX);
            double head = Math.min(ARROW_HEAD, 0.4 * Math.hypot(toX - fromX, toY - fromY));
            for (double side : new double[] {-0.5, 0.5}) {
                gc.drawLine(toX, toY, (int) Math.round(toX - head * Math.cos(angle + side)), (int) Math.round(toY - head * Math.sin(angle + side)));
            }
        }
    }
}
