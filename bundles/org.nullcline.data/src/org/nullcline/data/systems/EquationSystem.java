// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.systems;

import org.nullcline.api.dynamics.DynamicalSystem;
import org.nullcline.api.parameter.Parameters;

/**
 * A flow that is declared in XML alone, without a line of Java: besides {@code initial}, {@code period} and {@code timeStep}, the
 * {@code system} element has {@code variables} and {@code equations} (see {@link EquationFlow#of}); its declared parameters are the names in
 * the formulas. A plug-in may use this class for its own systems.
 */
public final class EquationSystem extends DescribedSystem {

    @Override
    public DynamicalSystem create(Parameters parameters) {
        return EquationFlow.of(required("equations"), variables(), numbers(parameters));
    }
}
