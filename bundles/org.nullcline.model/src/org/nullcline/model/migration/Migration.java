// SPDX-License-Identifier: EPL-2.0
package org.nullcline.model.migration;

import org.w3c.dom.Document;

/**
 * Lifts an experiment from one major file format to the next.
 * <p>
 * A migration sees the document as it was written, before the model is built, so it can rename and move what the present model no longer
 * knows. It changes only what its step is about and leaves everything else, unknown elements included, where it is. It does not touch
 * the {@code format} attribute: the chain sets it.
 */
@FunctionalInterface
public interface Migration {
    /**
     * Changes the document in place.
     *
     * @param experiment namespace-aware document; its root is the {@code Experiment} element
     * @throws MigrationException if the content makes the step impossible
     */
    void migrate(Document experiment) throws MigrationException;
}
