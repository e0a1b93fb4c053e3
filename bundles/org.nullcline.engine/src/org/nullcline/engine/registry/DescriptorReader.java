// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.registry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.eclipse.core.runtime.IConfigurationElement;
import org.nullcline.api.NullclineException;
import org.nullcline.api.contribution.Citation;
import org.nullcline.api.contribution.Descriptor;
import org.nullcline.api.contribution.ExtensionPoint;
import org.nullcline.api.contribution.Port;
import org.nullcline.api.parameter.ParameterDeclaration;
import org.nullcline.api.parameter.ParameterType;
import org.nullcline.api.parameter.Parameters;

/** Reads one contribution from its XML, loading no class of the plug-in. */
final class DescriptorReader {

    private static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*(\\.[A-Za-z0-9][A-Za-z0-9_-]*)+");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");
    private static final Set<String> COMMON = Set.of("id", "name", "class", "version");

    private DescriptorReader() {
    }

    /** @throws NullclineException with the reason as the end of a sentence, such as "has no attribute 'id'" */
    static Descriptor read(ExtensionPoint point, IConfigurationElement element) {
        String id = required(element, "id");
        if (!ID.matcher(id).matches()) {
            throw NullclineException.invalid("has the id '" + id + "', but an id needs a prefix of its owner, such as org.mylab." + point.element());
        }
        required(element, "class");
        Map<String, String> attributes = new TreeMap<>();
        for (String attribute : element.getAttributeNames()) {
            if (!COMMON.contains(attribute)) {
                attributes.put(attribute, element.getAttribute(attribute));
            }
        }
        boolean step = point == ExtensionPoint.STEPS;
        return new Descriptor(point, id, required(element, "name"), description(element), required(element, "version"),
                element.getContributor().getName(), parameters(element), citations(element), step ? inputs(element) : List.of(),
                step ? outputs(element) : List.of(), Map.copyOf(attributes));
    }

    static String description(IConfigurationElement element) {
        IConfigurationElement[] children = element.getChildren("description");
        String text = children.length == 0 ? null : children[0].getValue();
        return text == null ? "" : text.strip().replaceAll("\\s+", " ");
    }

    private static List<Citation> citations(IConfigurationElement element) {
        List<Citation> citations = new ArrayList<>();
        for (IConfigurationElement child : element.getChildren("citation")) {
            String text = child.getValue();
            citations.add(new Citation(optional(child, "doi", ""), text == null ? "" : text.strip().replaceAll("\\s+", " ")));
        }
        return List.copyOf(citations);
    }

    private static List<Port> inputs(IConfigurationElement element) {
        List<Port> ports = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (IConfigurationElement child : element.getChildren("input")) {
            List<String> kinds = Arrays.stream(required(child, "kinds").strip().split("\\s+")).toList();
            ports.add(new Port(unique(names, child, "input"), kinds, flag(child, "multiple"), flag(child, "optional"),
                    optional(child, "description", "")));
        }
        return List.copyOf(ports);
    }

    private static List<Port> outputs(IConfigurationElement element) {
        List<Port> ports = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (IConfigurationElement child : element.getChildren("output")) {
            ports.add(new Port(unique(names, child, "output"), List.of(required(child, "kind").strip()), false, false,
                    optional(child, "description", "")));
        }
        return List.copyOf(ports);
    }

    static List<ParameterDeclaration> parameters(IConfigurationElement element) {
        List<ParameterDeclaration> declarations = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (IConfigurationElement child : element.getChildren("parameter")) {
            declarations.add(parameter(unique(names, child, "parameter"), child));
        }
        return List.copyOf(declarations);
    }

    private static ParameterDeclaration parameter(String name, IConfigurationElement element) {
        ParameterType type = type(name, required(element, "type"));
        List<String> choices = Arrays.stream(optional(element, "choices", "").split(",")).map(String::strip).filter(c -> !c.isEmpty()).toList();
        if (type == ParameterType.CHOICE && choices.isEmpty()) {
            throw NullclineException.invalid("declares the choice '" + name + "' without choices");
        }
        ParameterDeclaration declaration = new ParameterDeclaration(name, type, optional(element, "default", ""), flag(element, "optional"),
                bound(name, element, "min", Double.NEGATIVE_INFINITY), bound(name, element, "max", Double.POSITIVE_INFINITY),
                optional(element, "unit", ""), choices, type == ParameterType.CONTRIBUTION ? point(name, required(element, "point")) : null,
                optional(element, "description", ""));
        if (type != ParameterType.CONTRIBUTION && !declaration.defaultValue().isBlank()) {
            try {
                Parameters.resolve("it", List.of(declaration), Map.of(), null);
            } catch (NullclineException e) {
                throw NullclineException.invalid("declares the parameter '" + name + "' with the default '" + declaration.defaultValue()
                        + "', which its own declaration does not allow");
            }
        }
        return declaration;
    }

    private static ParameterType type(String name, String text) {
        for (ParameterType type : ParameterType.values()) {
            if (type.name().toLowerCase(Locale.ROOT).equals(text)) {
                return type;
            }
        }
        throw NullclineException.invalid("declares the parameter '" + name + "' with the unknown type '" + text + "'");
    }

    private static ExtensionPoint point(String name, String text) {
        for (ExtensionPoint point : ExtensionPoint.values()) {
            if (point.pluralName().equals(text) || point.id().equals(text)) {
                return point;
            }
        }
        throw NullclineException.invalid("declares the parameter '" + name + "' with the unknown extension point '" + text + "'");
    }

    private static double bound(String name, IConfigurationElement element, String attribute, double otherwise) {
        String text = element.getAttribute(attribute);
        try {
            return text == null || text.isBlank() ? otherwise : Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            throw new NullclineException(NullclineException.Kind.INVALID,
                    "declares the parameter '" + name + "' with " + attribute + "=\"" + text + "\", which is no number", e);
        }
    }

    private static String unique(Set<String> names, IConfigurationElement element, String what) {
        String name = required(element, "name");
        if (!NAME.matcher(name).matches()) {
            throw NullclineException.invalid("declares the " + what + " '" + name + "'; names are letters, digits, hyphen and underscore");
        }
        if (!names.add(name)) {
            throw NullclineException.invalid("declares the " + what + " '" + name + "' twice");
        }
        return name;
    }

    private static boolean flag(IConfigurationElement element, String attribute) {
        return Boolean.parseBoolean(element.getAttribute(attribute));
    }

    private static String optional(IConfigurationElement element, String attribute, String otherwise) {
        String text = element.getAttribute(attribute);
        return text == null ? otherwise : text;
    }

    private static String required(IConfigurationElement element, String attribute) {
        String text = element.getAttribute(attribute);
        if (text == null || text.isBlank()) {
            throw NullclineException.invalid("has " + (element.getName().equals("parameter") || element.getName().endsWith("put")
                    ? "a <" + element.getName() + "> without '" : "no attribute '") + attribute + "'");
        }
        return text.strip();
    }
}
