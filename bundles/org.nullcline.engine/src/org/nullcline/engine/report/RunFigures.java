// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.nullcline.api.NullclineException;
import org.nullcline.api.contribution.Contributions;
import org.nullcline.api.contribution.Descriptor;
import org.nullcline.api.contribution.ExtensionPoint;
import org.nullcline.api.figure.Figure;
import org.nullcline.api.figure.FigureSource;
import org.nullcline.api.value.Value;

/** Draws values with the figures that plug-ins contribute for their kind. */
public final class RunFigures {

    private final Contributions contributions;
    private final Map<String, FigureSource> sources = new HashMap<>();

    /** Draws with the installed contributions. */
    public RunFigures(Contributions contributions) {
        this.contributions = contributions;
    }

    /** The contributions that draw values of a kind, sorted by id. */
    public List<Descriptor> sources(String kind) {
        return contributions.list(ExtensionPoint.FIGURES).stream().filter(d -> List.of(d.attribute("kind", "").strip().split("\\s+")).contains(kind)).toList();
    }

    /**
     * Adds all figures of a value; a contribution that fails costs its own figures only.
     *
     * @param label name of the value, for titles
     * @param figures receives what was drawn
     * @param troubles receives a sentence for each contribution that failed
     */
    public void draw(String label, Value value, List<Figure> figures, List<String> troubles) {
        for (Descriptor descriptor : sources(value.kind())) {
            try {
                FigureSource source = sources.computeIfAbsent(descriptor.id(), id -> contributions.create(descriptor, FigureSource.class));
                figures.addAll(new ArrayList<>(source.draw(label, value)));
            } catch (NullclineException e) {
                troubles.add(label + " could not be drawn: " + e.getMessage());
            } catch (RuntimeException | LinkageError e) {
                troubles.add(label + " could not be drawn because of an error in the plug-in " + descriptor.bundle() + " (" + e.getClass().getSimpleName()
                        + (e.getMessage() == null ? "" : ": " + e.getMessage()) + ").");
            }
        }
    }
}
