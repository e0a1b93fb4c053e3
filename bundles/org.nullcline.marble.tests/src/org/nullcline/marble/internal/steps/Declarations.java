// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.internal.steps;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.nullcline.api.contribution.Contributions;
import org.nullcline.api.contribution.Descriptor;
import org.nullcline.api.contribution.ExtensionPoint;
import org.nullcline.api.contribution.Port;
import org.nullcline.api.parameter.ParameterDeclaration;
import org.nullcline.api.parameter.ParameterType;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What this bundle's plugin.xml declares, read without a registry. */
final class Declarations implements Contributions {

    private final Map<String, Descriptor> descriptors = new TreeMap<>();

    Declarations() {
        try {
            for (URL url : Collections.list(MarbleStep.class.getClassLoader().getResources("plugin.xml"))) {
                try (InputStream in = url.openStream()) {
                    read(DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in));
                }
            }
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private void read(Document document) {
        for (ExtensionPoint point : ExtensionPoint.values()) {
            NodeList elements = document.getElementsByTagName(point.element());
            for (int i = 0; i < elements.getLength(); i++) {
                Element element = (Element) elements.item(i);
                if (element.getAttribute("class").startsWith("org.nullcline.marble.")) {
                    Map<String, String> attributes = new TreeMap<>();
                    for (int a = 0; a < element.getAttributes().getLength(); a++) {
                        attributes.put(element.getAttributes().item(a).getNodeName(), element.getAttributes().item(a).getNodeValue());
                    }
                    Descriptor descriptor = new Descriptor(point, element.getAttribute("id"), element.getAttribute("name"), "",
                            element.getAttribute("version"), "org.nullcline.marble", parameters(element), List.of(), ports(element, "input"),
                            ports(element, "output"), attributes);
                    descriptors.put(point + "/" + descriptor.shortId(), descriptor);
                }
            }
        }
    }

    private static List<Element> children(Element element, String tag) {
        List<Element> children = new ArrayList<>();
        NodeList nodes = element.getElementsByTagName(tag);
        for (int i = 0; i < nodes.getLength(); i++) {
            children.add((Element) nodes.item(i));
        }
        return children;
    }

    private static List<ParameterDeclaration> parameters(Element element) {
        return children(element, "parameter").stream().map(p -> new ParameterDeclaration(p.getAttribute("name"),
                ParameterType.valueOf(p.getAttribute("type").toUpperCase(Locale.ROOT)), p.getAttribute("default"),
                Boolean.parseBoolean(p.getAttribute("optional")), number(p, "min", Double.NEGATIVE_INFINITY), number(p, "max", Double.POSITIVE_INFINITY),
                p.getAttribute("unit"), List.of(p.getAttribute("choices").split(",")), null, p.getAttribute("description"))).toList();
    }

    private static double number(Element element, String name, double otherwise) {
        return element.hasAttribute(name) ? Double.parseDouble(element.getAttribute(name)) : otherwise;
    }

    private static List<Port> ports(Element element, String tag) {
        return children(element, tag).stream().map(p -> new Port(p.getAttribute("name"),
                List.of((p.getAttribute("kinds") + p.getAttribute("kind")).split(" ")), Boolean.parseBoolean(p.getAttribute("multiple")),
                Boolean.parseBoolean(p.getAttribute("optional")), p.getAttribute("description"))).toList();
    }

    @Override
    public List<Descriptor> list(ExtensionPoint point) {
        return descriptors.values().stream().filter(d -> d.point() == point).toList();
    }

    @Override
    public Descriptor find(ExtensionPoint point, String id) {
        Descriptor found = descriptors.get(point + "/" + id.substring(id.lastIndexOf('.') + 1));
        if (found == null) {
            throw new IllegalArgumentException("There is no " + point.element() + " " + id + ".");
        }
        return found;
    }

    @Override
    public <T> T create(Descriptor descriptor, Class<T> type) {
        try {
            return type.cast(Class.forName(descriptor.attributes().get("class")).getDeclaredConstructor().newInstance());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
