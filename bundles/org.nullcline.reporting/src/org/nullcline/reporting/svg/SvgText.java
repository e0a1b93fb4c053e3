// SPDX-License-Identifier: EPL-2.0
package org.nullcline.reporting.svg;

import java.util.Locale;

/** Collects SVG elements; numbers are rounded to hundredths of a point so that files stay small and the same everywhere. */
final class SvgText {

    /** Mean width of a character of labels of 10 points. */
    static final double CHARACTER = 5.4;

    private final StringBuilder text = new StringBuilder();

    static String number(double value) {
        String rounded = String.format(Locale.ROOT, "%.2f", value);
        return rounded.contains(".") ? rounded.replaceFirst("\\.?0+$", "") : rounded;
    }

    /** A label of at most so many characters; of a longer one the middle is left out, since ends tell names apart. */
    static String fitted(String label, int most) {
        int kept = Math.max(2, most - 1);
        return label.length() <= most ? label : label.substring(0, (kept + 1) / 2) + "…" + label.substring(label.length() - kept / 2);
    }

    static String escape(String plain) {
        StringBuilder escaped = new StringBuilder(plain.length());
        plain.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> {
                    if (c >= 0x20 && c != 0xFFFE && c != 0xFFFF || c == '\t' || c == '\n') {
                        escaped.appendCodePoint(c);
                    }
                }
            }
        });
        return escaped.toString();
    }

    SvgText raw(String markup) {
        text.append(markup);
        return this;
    }

    SvgText line(double x1, double y1, double x2, double y2, String style) {
        return raw("<line x1=\"" + number(x1) + "\" y1=\"" + number(y1) + "\" x2=\"" + number(x2) + "\" y2=\"" + number(y2) + "\" " + style + "/>\n");
    }

    SvgText rectangle(double x, double y, double width, double height, String style) {
        return raw("<rect x=\"" + number(x) + "\" y=\"" + number(y) + "\" width=\"" + number(width) + "\" height=\"" + number(height) + "\" " + style
                + "/>\n");
    }

    SvgText label(double x, double y, String anchor, double size, String label, String style) {
        return raw("<text x=\"" + number(x) + "\" y=\"" + number(y) + "\" text-anchor=\"" + anchor + "\" font-size=\"" + number(size) + "\" " + style + ">"
                + escape(label) + "</text>\n");
    }

    SvgText verticalLabel(double x, double y, double size, String label) {
        return raw("<text transform=\"translate(" + number(x) + " " + number(y) + ") rotate(-90)\" text-anchor=\"middle\" font-size=\"" + number(size)
                + "\">" + escape(label) + "</text>\n");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
