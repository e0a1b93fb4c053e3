// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.nullcline.api.NullclineException;
import org.nullcline.api.contribution.Citation;
import org.nullcline.api.contribution.Contributions;
import org.nullcline.api.contribution.Described;
import org.nullcline.api.contribution.Descriptor;
import org.nullcline.api.contribution.ExtensionPoint;
import org.nullcline.api.contribution.Port;
import org.nullcline.api.parameter.ParameterDeclaration;
import org.nullcline.api.parameter.ParameterType;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The contributions of this bundle, read from its plugin.xml without the engine, so that these tests need nothing above the API. */
public final class PluginXml implements Contributions {

    private static final Set<String> COMMON = Set.of("id", "name", "class", "version");

    private final Map<ExtensionPoint, List<Descriptor>> descriptors = new EnumMap<>(ExtensionPoint.class);
    private final Map<String, String> classes = new HashMap<>();

    public PluginXml() {
        try {
            for (URL resource : Collections.list(PluginXml.class.getClassLoader().getResources("plugin.xml"))) {
                try (InputStream in = resource.openStream()) {
                    read(DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in).getDocumentElement());
                }
            }
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("plugin.xml cannot be read", e);
        }
        descriptors.values().forEach(list -> list.sort(Comparator.comparing(Descriptor::id)));
    }

    /** Takes the contributions of this bundle; on a flat class path, other bundles have a plugin.xml too. */
    private void read(Element plugin) {
        for (Element extension : children(plugin, "extension")) {
            for (ExtensionPoint point : ExtensionPoint.values()) {
                if (extension.getAttribute("point").equals(point.id())) {
                    children(extension, point.element()).stream().filter(e -> e.getAttribute("class").startsWith("org.nullcline.data."))
                            .forEach(e -> add(point, e));
                }
            }
        }
    }

    private void add(ExtensionPoint point, Element e) {
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < e.getAttributes().getLength(); i++) {
            if (!COMMON.contains(e.getAttributes().item(i).getNodeName())) {
                attributes.put(e.getAttributes().item(i).getNodeName(), e.getAttributes().item(i).getNodeValue());
            }
        }
        classes.put(point + e.getAttribute("id"), e.getAttribute("class"));
        descriptors.computeIfAbsent(point, p -> new ArrayList<>()).add(new Descriptor(point, e.getAttribute("id"), e.getAttribute("name"),
                children(e, "description").getFirst().getTextContent(), e.getAttribute("version"), "org.nullcline.data",
                children(e, "parameter").stream().map(PluginXml::parameter).toList(),
                children(e, "citation").stream().map(c -> new Citation(c.getAttribute("doi"), c.getTextContent())).toList(),
                children(e, "input").stream().map(i -> new Port(i.getAttribute("name"), List.of(i.getAttribute("kinds").split(" ")),
                        i.getAttribute("multiple").equals("true"), i.getAttribute("optional").equals("true"), i.getAttribute("description"))).toList(),
                children(e, "output").stream().map(o -> new Port(o.getAttribute("name"), List.of(o.getAttribute("kind")), false, false,
                        o.getAttribute("description"))).toList(),
                attributes));
    }

    private static ParameterDeclaration parameter(Element e) {
        return new ParameterDeclaration(e.getAttribute("name"), ParameterType.valueOf(e.getAttribute("type").toUpperCase(Locale.ROOT)),
                e.getAttribute("default"), e.getAttribute("optional").equals("true"), bound(e, "min", Double.NEGATIVE_INFINITY),
                bound(e, "max", Double.POSITIVE_INFINITY), e.getAttribute("unit"),
                e.getAttribute("choices").isEmpty() ? List.of() : Arrays.asList(e.getAttribute("choices").split(",")),
                Arrays.stream(ExtensionPoint.values()).filter(p -> p.pluralName().equals(e.getAttribute("point"))).findFirst().orElse(null),
                e.getAttribute("description"));
    }

    private static double bound(Element e, String name, double otherwise) {
        return e.getAttribute(name).isEmpty() ? otherwise : Double.parseDouble(e.getAttribute(name));
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        NodeList nodes = parent.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element e && e.getTagName().equals(name)) {
                found.add(e);
            }
        }
        return found;
    }

    @Override
    public List<Descriptor> list(ExtensionPoint point) {
        return descriptors.getOrDefault(point, List.of());
    }

    @Override
    public Descriptor find(ExtensionPoint point, String id) {
        return list(point).stream().filter(d -> d.id().equals(id) || d.shortId().equals(id)).findFirst()
                .orElseThrow(() -> NullclineException.invalid("There is no " + point.element() + " '" + id + "'."));
    }

    @Override
    public <T> T create(Descriptor descriptor, Class<T> type) {
        try {
            Object made = Class.forName(classes.get(descriptor.point() + descriptor.id())).getDeclaredConstructor().newInstance();
            if (made instanceof Described described) {
                described.describe(descriptor);
            }
            return type.cast(made);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The class of " + descriptor.id() + " cannot be made", e);
        }
    }
}
