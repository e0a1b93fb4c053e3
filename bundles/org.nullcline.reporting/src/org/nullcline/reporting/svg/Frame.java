// SPDX-License-Identifier: EPL-2.0
package org.nullcline.reporting.svg;

/** A rectangle on the page, in points, y downwards. */
record Frame(double x, double y, double width, double height) {

    /** This frame without margins. */
    Frame inset(double left, double top, double right, double bottom) {
        return new Frame(x + left, y + top, Math.max(1, width - left - right), Math.max(1, height - top - bottom));
    }

    double right() {
        return x + width;
    }

    double bottom() {
        return y + height;
    }

    double centreX() {
        return x + width / 2;
    }

    double centreY() {
        return y + height / 2;
    }
}
