// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.template;

import java.util.Map;

import org.nullcline.api.NullclineException;
import org.nullcline.api.NullclineException.Kind;
import org.nullcline.engine.registry.EngineContributions.TemplateDescriptor;
import org.nullcline.model.Expectation;
import org.nullcline.model.Experiment;
import org.nullcline.model.Experiments;
import org.nullcline.model.Step;
import org.nullcline.model.SweepException;
import org.nullcline.model.SweepPath;

/** The variant of a template that takes a minute or two: it shows that everything works, not the science. */
public final class QuickVariant {

    private static final String AXIS = "axis/";
    private static final String EXPECTATION = "expectation/";

    private QuickVariant() {
    }

    /**
     * Turns a fresh copy of a template's experiment into its quick variant.
     *
     * @throws NullclineException of kind INFRASTRUCTURE when the template does not fit its experiment
     */
    public static void apply(Experiment experiment, TemplateDescriptor template) {
        for (Map.Entry<String, String> setting : template.quick().entrySet()) {
            try {
                apply(experiment, setting.getKey(), setting.getValue());
            } catch (SweepException | NullclineException | IllegalArgumentException e) {
                throw new NullclineException(Kind.INFRASTRUCTURE, "The quick setting '" + setting.getKey() + "' of the template '" + template.id()
                        + "' is broken (" + e.getMessage() + "); use the full one, and tell the makers of " + template.bundle() + ".", e);
            }
        }
    }

    private static void apply(Experiment experiment, String path, String value) throws SweepException {
        if (path.startsWith(AXIS)) {
            SweepChoice.keep(experiment, path.substring(AXIS.length()), value);
        } else if (path.startsWith(EXPECTATION)) {
            bounds(expectation(experiment, path.substring(EXPECTATION.length())), value);
        } else {
            switch (SweepPath.parse(path)) {
                case SweepPath.OfSeed() -> experiment.setSeed(Long.parseLong(value));
                case SweepPath.OfStepSeed(String step) -> step(experiment, step).setSeed(Long.valueOf(value));
                case SweepPath.OfContribution(String step) -> step(experiment, step).setContribution(value);
                case SweepPath.OfParameter(String step, String parameter) -> Experiments.set(step(experiment, step), parameter, value);
            }
        }
    }

    private static Step step(Experiment experiment, String id) {
        Step step = experiment.step(id);
        if (step == null) {
            throw new IllegalArgumentException("there is no step '" + id + "'");
        }
        return step;
    }

    private static Expectation expectation(Experiment experiment, String id) {
        return experiment.getExpectations().stream().filter(e -> id.equals(e.getId())).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no expectation '" + id + "'"));
    }

    /** Bounds as {@code least..most}, either of which may be missing. */
    private static void bounds(Expectation expectation, String text) {
        int dots = text.indexOf("..");
        if (dots < 0) {
            throw new IllegalArgumentException("bounds are written as least..most, not '" + text + "'");
        }
        expectation.setAtLeast(number(text.substring(0, dots)));
        expectation.setAtMost(number(text.substring(dots + 2)));
    }

    private static Double number(String text) {
        return text.isBlank() ? null : Double.valueOf(text.strip());
    }
}
