// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.study;

import java.util.Map;

import org.nullcline.api.NullclineException;
import org.nullcline.model.Experiment;
import org.nullcline.model.Experiments;
import org.nullcline.model.SweepException;
import org.nullcline.model.SweepPath;

/** The settings with which a template finishes within a minute, at the price of worse fits. */
final class QuickSettings {

    private QuickSettings() {
    }

    /** Applies them; paths are those of sweeps: {@code step.parameter}, {@code step@seed}, {@code @seed}. */
    static void apply(Experiment experiment, Map<String, String> settings) {
        settings.forEach((path, value) -> {
            try {
                apply(experiment, SweepPath.parse(path), value);
            } catch (SweepException | NumberFormatException e) {
                throw new NullclineException(NullclineException.Kind.INFRASTRUCTURE, "The quick setting '" + path + "' of the template is broken; use the full one.",
                        e);
            }
        });
    }

    private static void apply(Experiment experiment, SweepPath path, String value) {
        switch (path) {
            case SweepPath.OfSeed() -> experiment.setSeed(Long.parseLong(value));
            case SweepPath.OfStepSeed(String step) -> experiment.step(step).setSeed(Long.valueOf(value));
            case SweepPath.OfContribution(String step) -> experiment.step(step).setContribution(value);
            case SweepPath.OfParameter(String step, String parameter) -> Experiments.set(experiment.step(step), parameter, value);
        }
    }
}
