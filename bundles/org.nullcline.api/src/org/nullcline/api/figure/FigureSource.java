// SPDX-License-Identifier: EPL-2.0
package org.nullcline.api.figure;

import java.util.List;

import org.nullcline.api.value.Value;

/** Draws values of a declared kind, as an extension. */
public interface FigureSource {

    /**
     * The figures of one value.
     *
     * @param label the name of the value in its experiment, for titles
     * @param value of the kind that the extension declares
     */
    List<Figure> draw(String label, Value value);
}
