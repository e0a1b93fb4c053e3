// SPDX-License-Identifier: EPL-2.0
package org.nullcline.charts;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.List;

/** Writes the positions 1, 2, 3, … as the names of what stands there; positions between them stay empty. */
final class NamedPositions extends NumberFormat {

    private static final long serialVersionUID = 1L;

    private final transient List<String> names;

    NamedPositions(List<String> names) {
        this.names = names;
    }

    @Override
    public StringBuffer format(double position, StringBuffer to, FieldPosition field) {
        long at = Math.round(position);
        return Math.abs(position - at) < 1e-6 && at >= 1 && at <= names.size() ? to.append(names.get((int) at - 1)) : to;
    }

    @Override
    public StringBuffer format(long position, StringBuffer to, FieldPosition field) {
        return format((double) position, to, field);
    }

    @Override
    public Number parse(String source, ParsePosition position) {
        position.setErrorIndex(position.getIndex());
        return null;
    }
}
