// SPDX-License-Identifier: EPL-2.0
package org.nullcline.reporting.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Round positions on a scale with labels as short as they can be told apart.
 *
 * @param positions in data units, ascending
 * @param labels one per position
 */
public record Ticks(double[] positions, List<String> labels) {

    /** About {@code wanted} multiples of 1, 2 or 5 × 10ⁿ within [min, max]. */
    public static Ticks linear(double min, double max, int wanted) {
        double raw = (max - min) / Math.max(1, wanted);
        double magnitude = Math.pow(10, Math.floor(Math.log10(raw)));
        double normal = raw / magnitude;
        double step = (normal < 1.5 ? 1 : normal < 3.5 ? 2 : normal < 7.5 ? 5 : 10) * magnitude;
        if (!(step > 0) || Double.isInfinite(step)) {
            return new Ticks(new double[] {min}, List.of(number(min)));
        }
        List<Double> positions = new ArrayList<>();
        long first = (long) Math.ceil(min / step - 1e-9);
        long last = (long) Math.floor(max / step + 1e-9);
        for (long i = first; i <= last; i++) {
            positions.add(i * step);
        }
        int decimals = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
        boolean scientific = Math.max(Math.abs(min), Math.abs(max)) >= 1e6 || decimals > 5;
        List<String> labels = positions.stream()
                .map(p -> scientific ? number(p) : String.format(Locale.ROOT, "%." + decimals + "f", p == 0 ? 0.0 : p)).toList();
        return new Ticks(positions.stream().mapToDouble(Double::doubleValue).toArray(), labels);
    }

    /** Powers of ten within [min, max], both positive; thinned out when there are many. */
    public static Ticks logarithmic(double min, double max) {
        int first = (int) Math.ceil(Math.log10(min) - 1e-9);
        int last = (int) Math.floor(Math.log10(max) + 1e-9);
        if (last - first < 1) {
            return linear(min, max, 4);
        }
        int stride = 1 + (last - first) / 8;
        List<Double> positions = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (int exponent = first; exponent <= last; exponent += stride) {
            positions.add(Math.pow(10, exponent));
            labels.add(exponent >= -3 && exponent <= 4 ? number(Math.pow(10, exponent)) : "1e" + exponent);
        }
        return new Ticks(positions.stream().mapToDouble(Double::doubleValue).toArray(), labels);
    }

    /** A number with up to four significant digits and no superfluous zeros. */
    public static String number(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e6) {
            return Long.toString((long) value);
        }
        double magnitude = Math.abs(value);
        String text = magnitude >= 1e6 || magnitude < 1e-4 ? String.format(Locale.ROOT, "%.3e", value)
                : String.format(Locale.ROOT, "%." + Math.max(0, 3 - (int) Math.floor(Math.log10(magnitude))) + "f", value);
        if (text.contains("e")) {
            return text.replaceFirst("\\.?0+e", "e").replace("e+0", "e").replace("e+", "e").replace("e-0", "e-");
        }
        return text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text;
    }
}
