// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.model;

import java.util.Locale;

import org.nullcline.api.NullclineException;
import org.nullcline.api.contribution.Descriptor;

/** What a model does with the output f(z) of its architecture. */
public enum StateUpdate {

    /** z′ = f(z): the state of the next time bin. */
    NEXT,
    /** z′ = z + Δt f(z): a residual step per time bin. */
    RESIDUAL,
    /** dz/dt = f(z), integrated by a solver. */
    DERIVATIVE;

    /** The name as it is stored and typed. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The update to use for an architecture.
     *
     * @param text {@code auto}, {@code next}, {@code residual} or {@code derivative}
     * @throws NullclineException when the architecture cannot be used that way
     */
    public static StateUpdate of(String text, Descriptor architecture) {
        String declared = architecture.attribute("update", "next");
        if (text.equals("auto")) {
            return declared.equals("derivative") ? DERIVATIVE : NEXT;
        }
        StateUpdate wanted = valueOf(text.toUpperCase(Locale.ROOT));
        boolean fits = switch (declared) {
            case "either" -> true;
            case "derivative" -> wanted != NEXT;
            default -> wanted == NEXT;
        };
        if (!fits) {
            throw NullclineException.invalid("The architecture " + architecture.shortId() + " gives " + (declared.equals("derivative") ? "a derivative"
                    : "the next state") + ", so it cannot be used with update '" + text + "'; use " + (declared.equals("derivative")
                            ? "derivative or residual" : "next") + ", or another architecture.");
        }
        return wanted;
    }
}
