// SPDX-License-Identifier: EPL-2.0
package org.nullcline.testkit;

import java.util.List;

import org.nullcline.api.contribution.Contributions;
import org.nullcline.api.contribution.Descriptor;
import org.nullcline.api.contribution.ExtensionPoint;
import org.nullcline.api.figure.FigureSource;
import org.nullcline.api.format.Format;

/** Contributions that need files or results of others to do anything: their class can at least be made and says what it draws or reads. */
final class ClassChecks {

    private final Descriptor descriptor;
    private final Contributions contributions;

    ClassChecks(Descriptor descriptor, Contributions contributions) {
        this.descriptor = descriptor;
        this.contributions = contributions;
    }

    List<Finding> run() {
        Checks checks = new Checks(descriptor);
        boolean figure = descriptor.point() == ExtensionPoint.FIGURES;
        checks.attempt("has a class that can be made", () -> {
            Class<?> type = figure ? FigureSource.class : Format.class;
            contributions.create(descriptor, type);
            checks.record("has a class that can be made", true, figure ? "a source of figures" : "a format");
        });
        String attribute = figure ? "kind" : "suffixes";
        checks.record("declares " + attribute, descriptor.attributes().containsKey(attribute), descriptor.attribute(attribute, "missing"));
        return checks.findings();
    }
}
