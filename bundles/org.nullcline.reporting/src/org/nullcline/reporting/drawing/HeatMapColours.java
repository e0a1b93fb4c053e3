// SPDX-License-Identifier: EPL-2.0
package org.nullcline.reporting.drawing;

import org.nullcline.api.figure.Panel.HeatMap;

/**
 * How the values of a heat map become colours.
 *
 * @param map the colours
 * @param min value at the lower end
 * @param max value at the upper end, above {@code min}
 */
public record HeatMapColours(ColourMap map, double min, double max) {

    /** The colours that show all finite values; symmetric around zero for a diverging map. */
    public static HeatMapColours of(HeatMap heatMap) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double[] row : heatMap.values()) {
            for (double value : row) {
                if (Double.isFinite(value)) {
                    low = Math.min(low, value);
                    high = Math.max(high, value);
                }
            }
        }
        if (low > high) {
            low = 0;
            high = 1;
        }
        if (heatMap.diverging()) {
            double reach = Math.max(Math.abs(low), Math.abs(high));
            low = -reach;
            high = reach;
        }
        return new HeatMapColours(heatMap.diverging() ? ColourMap.DIVERGING : ColourMap.SEQUENTIAL, low, high > low ? high : low + 1);
    }

    /** The colour of a finite value as 0xRRGGBB. */
    public int rgb(double value) {
        return map.rgb((value - min) / (max - min));
    }
}
