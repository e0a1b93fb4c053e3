// SPDX-License-Identifier: EPL-2.0
package org.nullcline.api.contribution;

/** The extension points of this bundle, each with the element that describes one contribution. */
public enum ExtensionPoint {
    /** How a latent state moves. */
    ARCHITECTURES("architectures", "architecture"),
    /** How a vector field is integrated. */
    SOLVERS("solvers", "solver"),
    /** How far apart two values are. */
    METRICS("metrics", "metric"),
    /** Simulated dynamical systems. */
    SYSTEMS("systems", "system"),
    /** Units of work in an experiment. */
    STEPS("steps", "step"),
    /** File formats. */
    FORMATS("formats", "format"),
    /** How a kind of value is drawn. */
    FIGURES("figures", "figure"),
    /** Work whose speed is measured. */
    BENCHMARKS("benchmarks", "benchmark");

    private final String name;
    private final String element;

    ExtensionPoint(String name, String element) {
        this.name = name;
        this.element = element;
    }

    /** Plural name as on the command line, such as {@code architectures}. */
    public String pluralName() {
        return name;
    }

    /** Full id of the extension point, such as {@code org.nullcline.api.architectures}. */
    public String id() {
        return "org.nullcline.api." + name;
    }

    /** Name of the XML element of one contribution, such as {@code architecture}. */
    public String element() {
        return element;
    }
}
