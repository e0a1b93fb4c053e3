// SPDX-License-Identifier: EPL-2.0
package org.nullcline.api.contribution;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.nullcline.api.parameter.ParameterDeclaration;

/**
 * What a plug-in declares about one contribution. It is read from XML alone; no class of the plug-in is loaded for it.
 *
 * @param point the extension point
 * @param id the stable full id, such as {@code org.nullcline.gru}
 * @param name for people
 * @param description what it does, in one or a few sentences
 * @param version version of the implementation; part of every result's key
 * @param bundle symbolic name of the contributing bundle
 * @param parameters in the order of declaration
 * @param citations what to cite
 * @param inputs ports of a step; empty for others
 * @param outputs ports of a step; empty for others
 * @param attributes the remaining XML attributes by name, such as {@code update} or {@code kind}
 */
public record Descriptor(ExtensionPoint point, String id, String name, String description, String version, String bundle,
        List<ParameterDeclaration> parameters, List<Citation> citations, List<Port> inputs, List<Port> outputs,
        Map<String, String> attributes) {

    /** The part of the id behind the last dot, to which the command line answers as well. */
    public String shortId() {
        return id.substring(id.lastIndexOf('.') + 1);
    }

    /** An attribute, or {@code otherwise} where it is absent. */
    public String attribute(String attribute, String otherwise) {
        return attributes.getOrDefault(attribute, otherwise);
    }

    /** Whether new experiments should no longer use it. */
    public boolean deprecated() {
        return Boolean.parseBoolean(attribute("deprecated", "false"));
    }

    /** The id of the contribution to use instead, if this one is deprecated. */
    public Optional<String> replacedBy() {
        return Optional.ofNullable(attributes.get("replacedBy"));
    }

    /** The declared parameter of that name. */
    public Optional<ParameterDeclaration> parameter(String parameter) {
        return parameters.stream().filter(p -> p.name().equals(parameter)).findFirst();
    }

    /** The input port of that name. */
    public Optional<Port> input(String port) {
        return inputs.stream().filter(p -> p.name().equals(port)).findFirst();
    }

    /** The output port of that name. */
    public Optional<Port> output(String port) {
        return outputs.stream().filter(p -> p.name().equals(port)).findFirst();
    }
}
