// SPDX-License-Identifier: EPL-2.0
package org.nullcline.reporting.svg;

import java.util.LinkedHashMap;
import java.util.Map;

import org.nullcline.api.figure.Panel.Cloud;
import org.nullcline.api.figure.Panel.Curve;
import org.nullcline.api.figure.Panel.Space;
import org.nullcline.reporting.drawing.Projection;

/** Draws curves and points of three dimensions in orthographic projection. */
final class SpaceSvg {

    private static final double REACH = 1.72;
    private static final int[][] BOX = {{-1, -1, -1}, {1, -1, -1}, {-1, 1, -1}, {-1, -1, 1}};

    private SpaceSvg() {
    }

    static void draw(SvgText out, Space space, Frame frame) {
        Map<String, Integer> legend = new LinkedHashMap<>();
        space.curves().stream().filter(c -> !c.name().isEmpty()).forEach(c -> legend.putIfAbsent(c.name(), c.colour()));
        space.points().stream().filter(c -> !c.name().isEmpty()).forEach(c -> legend.putIfAbsent(c.name(), c.colour()));
        Frame area = frame.inset(8, 4, 8, 8 + (legend.size() + 1) / 2 * 15.0);
        Projection projection = Projection.of(space);
        double scale = Math.min(area.width(), area.height()) / (2 * REACH) * 1.04;
        drawAxes(out, space, area, projection, scale);
        for (Curve curve : space.curves()) {
            drawCurve(out, curve, area, projection, scale);
        }
        for (Cloud cloud : space.points()) {
            for (double[] point : cloud.points()) {
                double[] at = projection.project(point);
                if (Double.isFinite(at[0]) && Double.isFinite(at[1])) {
                    Marks.draw(out, cloud.marker(), area.centreX() + at[0] * scale, area.centreY() - at[1] * scale,
                            cloud.points().length > 200 ? 3 : 8, Marks.colour(cloud.colour()), 0.8);
                }
            }
        }
        int entry = 0;
        for (Map.Entry<String, Integer> item : legend.entrySet()) {
            double left = area.x() + entry % 2 * area.width() / 2;
            double centre = area.bottom() + 10 + entry / 2 * 15.0;
            out.rectangle(left + 2, centre - 4, 16, 8, "fill=\"" + Marks.colour(item.getValue()) + "\"");
            out.label(left + 24, centre + 4, "start", 11, item.getKey(), "");
            entry++;
        }
    }

    private static void drawAxes(SvgText out, Space space, Frame area, Projection projection, double scale) {
        double[][] corners = new double[4][];
        for (int i = 0; i < 4; i++) {
            double[] corner = new double[3];
            for (int axis = 0; axis < 3; axis++) {
                corner[axis] = BOX[i][axis] < 0 ? projection.low(axis) : projection.high(axis);
            }
            corners[i] = projection.project(corner);
        }
        for (int axis = 0; axis < 3; axis++) {
            double fromX = area.centreX() + corners[0][0] * scale;
            double fromY = area.centreY() - corners[0][1] * scale;
            double toX = area.centreX() + corners[axis + 1][0] * scale;
            double toY = area.centreY() - corners[axis + 1][1] * scale;
            out.line(fromX, fromY, toX, toY, "stroke=\"currentColor\" stroke-opacity=\"0.45\"");
            if (axis < space.axes().size()) {
                double x = fromX + 1.06 * (toX - fromX);
                double y = fromY + 1.06 * (toY - fromY);
                out.label(Math.clamp(x, area.x() + 24, area.right() - 24), y + 4, "middle", 11, space.axes().get(axis), "");
            }
        }
    }

    private static void drawCurve(SvgText out, Curve curve, Frame area, Projection projection, double scale) {
        StringBuilder path = new StringBuilder();
        boolean pen = false;
        int stride = Math.max(1, curve.points().length / 4000);
        for (int i = 0; i < curve.points().length; i += stride) {
            double[] at = projection.project(curve.points()[i]);
            if (!Double.isFinite(at[0]) || !Double.isFinite(at[1])) {
                pen = false;
                continue;
            }
            path.append(pen ? 'L' : 'M').append(SvgText.number(area.centreX() + at[0] * scale)).append(' ')
                    .append(SvgText.number(area.centreY() - at[1] * scale));
            pen = true;
        }
        if (!path.isEmpty()) {
            out.raw("<path d=\"" + path + "\" fill=\"none\" stroke=\"" + Marks.colour(curve.colour()) + "\" stroke-width=\"1\" stroke-opacity=\""
                    + SvgText.number(curve.opacity()) + "\" stroke-linejoin=\"round\"/>\n");
        }
    }
}
