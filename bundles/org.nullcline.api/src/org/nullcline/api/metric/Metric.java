// SPDX-License-Identifier: EPL-2.0
package org.nullcline.api.metric;

import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.value.Value;

/**
 * Maps two values to a number. What kind of values, whether it is a distance or a similarity, whether it is symmetric, zero on identity,
 * obeys the triangle inequality and what it is invariant to is declared in XML and proved by the conformance kit.
 */
public interface Metric {

    /**
     * The distance or similarity of two (prepared) values.
     *
     * @throws org.nullcline.api.NullclineException of kind INPUT when the two cannot be compared, saying why
     */
    double compare(Value first, Value second, Parameters parameters);

    /**
     * As {@link #compare(Value, Value, Parameters)} where a pair is much work: asks {@code context} whether to go on, and may use as many threads as it
     * says. The number must not depend on threads or seed. This one is called; it need not be implemented.
     */
    default double compare(Value first, Value second, Parameters parameters, StepContext context) {
        return compare(first, second, parameters);
    }

    /**
     * Work that is needed once per value rather than once per pair, such as fitting an operator. Its result is what {@link #compare} gets. Where the
     * metric names in XML the parameters that it depends on (attribute {@code preparedBy}), results are kept and it is not called again for the same
     * content; it must then depend on nothing else. A value that needs no preparation is returned as it is.
     */
    default Value prepare(Value value, Parameters parameters, StepContext context) {
        return value;
    }
}
