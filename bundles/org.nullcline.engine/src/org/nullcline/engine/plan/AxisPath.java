// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.plan;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.nullcline.api.NullclineException;

/** What a sweep axis varies: {@code step.parameter}, {@code step@contribution}, {@code step@seed} or {@code @seed}. */
public sealed interface AxisPath {

    /** A parameter of a step; dotted for the parameters of a chosen contribution. */
    record StepParameter(String step, String parameter) implements AxisPath {
    }

    /** Which contribution does the work of a step. */
    record StepContribution(String step) implements AxisPath {
    }

    /** The seed of one step. */
    record StepSeed(String step) implements AxisPath {
    }

    /** The seed of the experiment. */
    record RootSeed() implements AxisPath {
    }

    /** @throws NullclineException of kind INVALID when the text is no path */
    static AxisPath parse(String text) {
        if ("@seed".equals(text)) {
            return new RootSeed();
        }
        Matcher matcher = Pattern.compile("([A-Za-z][A-Za-z0-9_-]*)(?:\\.(\\S+)|@(contribution|seed))").matcher(text == null ? "" : text);
        if (!matcher.matches()) {
            throw NullclineException.invalid("'" + (text == null ? "" : text) + "' names nothing that can be varied; write step.parameter, step@contribution, "
                    + "step@seed or @seed.");
        }
        if (matcher.group(2) != null) {
            return new StepParameter(matcher.group(1), matcher.group(2));
        }
        return matcher.group(3).equals("seed") ? new StepSeed(matcher.group(1)) : new StepContribution(matcher.group(1));
    }

    /** Id of the step that is varied; empty for the seed of the experiment. */
    default String stepId() {
        return switch (this) {
            case StepParameter p -> p.step;
            case StepContribution c -> c.step;
            case StepSeed s -> s.step;
            case RootSeed root -> "";
        };
    }

    /** The last word of the path, to label points with. */
    default String shortName() {
        return switch (this) {
            case StepParameter p -> p.parameter.substring(p.parameter.lastIndexOf('.') + 1);
            case StepContribution c -> c.step;
            case StepSeed s -> "seed";
            case RootSeed root -> "seed";
        };
    }
}
