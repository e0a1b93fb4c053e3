// SPDX-License-Identifier: EPL-2.0
package org.nullcline.model;

/** What a sweep axis varies. The text form is what {@link SweepAxis#getPath()} and the command line hold. */
public sealed interface SweepPath {
    /**
     * A parameter of a step; text {@code fit.rate} or, inside a nested choice, {@code fit.architecture.hidden}.
     *
     * @param step      id of the step
     * @param parameter name of the parameter
     */
    record OfParameter(String step, String parameter) implements SweepPath {
        @Override
        public String toString() {
            return step + "." + parameter;
        }
    }

    /**
     * The contribution that does the work of a step; text {@code fit@contribution}.
     *
     * @param step id of the step
     */
    record OfContribution(String step) implements SweepPath {
        @Override
        public String toString() {
            return step + "@contribution";
        }
    }

    /**
     * The seed of one step; text {@code fit@seed}. What comes before the step stays the same.
     *
     * @param step id of the step
     */
    record OfStepSeed(String step) implements SweepPath {
        @Override
        public String toString() {
            return step + "@seed";
        }
    }

    /** The seed of the experiment; text {@code @seed}. */
    record OfSeed() implements SweepPath {
        @Override
        public String toString() {
            return "@seed";
        }
    }

    /**
     * Reads the text form. Whether the step and the parameter exist is not checked here.
     *
     * @param text the text, may be null
     * @return what varies
     * @throws SweepException if the text is no path
     */
    static SweepPath parse(String text) throws SweepException {
        var path = text == null ? "" : text;
        if (path.equals("@seed")) {
            return new OfSeed();
        }
        var at = path.indexOf('@');
        var dot = path.indexOf('.');
        if (at > 0 && dot < 0 && Experiments.isId(path.substring(0, at))) {
            var step = path.substring(0, at);
            switch (path.substring(at + 1)) {
                case "contribution":
                    return new OfContribution(step);
                case "seed":
                    return new OfStepSeed(step);
                default:
            }
        }
        if (dot > 0 && dot < path.length() - 1 && Experiments.isId(path.substring(0, dot))) {
            return new OfParameter(path.substring(0, dot), path.substring(dot + 1));
        }
        throw new SweepException("'" + path + "' does not say what varies; write STEP.PARAMETER, STEP@contribution, STEP@seed or @seed.");
    }
}
