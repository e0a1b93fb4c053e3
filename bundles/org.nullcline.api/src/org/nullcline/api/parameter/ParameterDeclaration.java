// SPDX-License-Identifier: EPL-2.0
package org.nullcline.api.parameter;

import java.util.List;

import org.nullcline.api.contribution.ExtensionPoint;

/**
 * A parameter as its contribution declares it; forms, validation, sweeps and documentation come from it.
 *
 * @param name the name in files and on the command line
 * @param type its type
 * @param defaultValue the default as text; empty means "not set" for an optional parameter
 * @param optional whether it may stay empty
 * @param min smallest value allowed; {@code -Infinity} where there is none
 * @param max largest value allowed; {@code Infinity} where there is none
 * @param unit the unit as text, empty where there is none
 * @param choices for {@link ParameterType#CHOICE}
 * @param point for {@link ParameterType#CONTRIBUTION}, otherwise null
 * @param description one sentence
 */
public record ParameterDeclaration(String name, ParameterType type, String defaultValue, boolean optional, double min, double max, String unit,
        List<String> choices, ExtensionPoint point, String description) {
}
