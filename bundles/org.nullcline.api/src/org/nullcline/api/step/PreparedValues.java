// SPDX-License-Identifier: EPL-2.0
package org.nullcline.api.step;

import java.util.function.Supplier;

import org.nullcline.api.contribution.Descriptor;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.value.Value;

/** What metrics made of single values, kept from one comparison to the next. Safe for use by several threads. */
@FunctionalInterface
public interface PreparedValues {

    /** Keeps nothing. */
    PreparedValues NONE = (metric, parameters, value, preparation) -> preparation.get();

    /**
     * What {@code preparation} gives, or gave before for the same metric in the same version, the same parameters of those that the metric names in
     * its attribute {@code preparedBy}, and a value of the same content. Nothing is kept of metrics without this attribute.
     *
     * @param parameters of the metric
     */
    Value of(Descriptor metric, Parameters parameters, Value value, Supplier<Value> preparation);
}
