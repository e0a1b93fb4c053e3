// SPDX-License-Identifier: EPL-2.0
package org.nullcline.api.contribution;

import java.util.List;

/**
 * An input or output of a step.
 *
 * @param name unique among the step's inputs or outputs
 * @param kinds kinds of value that it takes (any of them); an output has exactly one
 * @param multiple an input that takes a list of values
 * @param optional an input that may stay unconnected
 * @param description one sentence
 */
public record Port(String name, List<String> kinds, boolean multiple, boolean optional, String description) {

    /** Whether a value of {@code kind} may flow through this port; the kind {@code any} takes all. */
    public boolean accepts(String kind) {
        return kinds.contains("any") || kinds.contains(kind);
    }
}
