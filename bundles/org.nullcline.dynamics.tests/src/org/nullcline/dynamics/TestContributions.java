// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics;

import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import javax.xml.parsers.DocumentBuilderFactory;

import org.nullcline.api.NullclineException;
import org.nullcline.api.contribution.Contributions;
import org.nullcline.api.contribution.Described;
import org.nullcline.api.contribution.Descriptor;
import org.nullcline.api.contribution.ExtensionPoint;
import org.nullcline.api.contribution.Port;
import org.nullcline.api.parameter.ParameterDeclaration;
import org.nullcline.api.parameter.ParameterType;
import org.nullcline.api.parameter.Parameters;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Contributions read from plugin.xml, and a Lorenz system. */
public final class TestContributions implements Contributions {

    private final Map<String, Descriptor> descriptors = new HashMap<>();
    private final Map<String, String> classes = new HashMap<>();

    /** Reads plugin.xml. */
    public TestContributions() {
        try {
            // A flat class path shows the plugin.xml of every room, a bundle its own.
            for (URL url : Collections.list(getClass().getClassLoader().getResources("plugin.xml"))) {
                try (InputStream in = url.openStream()) {
                    Element root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in).getDocumentElement();
                    for (ExtensionPoint point : ExtensionPoint.values()) {
                        elements(root, point.element()).forEach(element -> add(point, element));
                    }
                }
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        ParameterDeclaration rho = new ParameterDeclaration("rho", ParameterType.REAL, "28", false, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, "", List.of(), null,
                "");
        Descriptor lorenz = new Descriptor(ExtensionPoint.SYSTEMS, "org.nullcline.lorenz", "Lorenz", "", "1", "test", List.of(rho), List.of(), List.of(),
                List.of(), Map.of("family", "flow", "dimension", "3"));
        descriptors.put(lorenz.id(), lorenz);
        classes.put(lorenz.id(), LorenzSystem.class.getName());
    }

    private void add(ExtensionPoint point, Element e) {
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < e.getAttributes().getLength(); i++) {
            attributes.put(e.getAttributes().item(i).getNodeName(), e.getAttributes().item(i).getNodeValue());
        }
        List<ParameterDeclaration> parameters = elements(e, "parameter").stream().map(TestContributions::parameter).toList();
        List<Port> outputs = elements(e, "output").stream()
                .map(o -> new Port(o.getAttribute("name"), List.of(o.getAttribute("kind")), false, false, o.getAttribute("description"))).toList();
        descriptors.put(e.getAttribute("id"), new Descriptor(point, e.getAttribute("id"), e.getAttribute("name"), "", e.getAttribute("version"), "test",
                parameters, List.of(), List.of(), outputs, attributes));
        classes.put(e.getAttribute("id"), e.getAttribute("class"));
    }

    private static ParameterDeclaration parameter(Element p) {
        ParameterType type = ParameterType.valueOf(p.getAttribute("type").toUpperCase(Locale.ROOT));
        ExtensionPoint point = Arrays.stream(ExtensionPoint.values()).filter(x -> x.pluralName().equals(p.getAttribute("point"))).findFirst().orElse(null);
        return new ParameterDeclaration(p.getAttribute("name"), type, p.getAttribute("default"), Boolean.parseBoolean(p.getAttribute("optional")),
                p.hasAttribute("min") ? Double.parseDouble(p.getAttribute("min")) : Double.NEGATIVE_INFINITY,
                p.hasAttribute("max") ? Double.parseDouble(p.getAttribute("max")) : Double.POSITIVE_INFINITY, p.getAttribute("unit"),
                List.of(p.getAttribute("choices").split(",")), point, p.getAttribute("description"));
    }

    private static List<Element> elements(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        NodeList nodes = parent.getElementsByTagName(name);
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }

    @Override
    public List<Descriptor> list(ExtensionPoint point) {
        return descriptors.values().stream().filter(d -> d.point() == point).sorted((a, b) -> a.id().compareTo(b.id())).toList();
    }

    @Override
    public Descriptor find(ExtensionPoint point, String id) {
        return list(point).stream().filter(d -> d.id().equals(id) || d.shortId().equals(id)).findFirst()
                .orElseThrow(() -> NullclineException.invalid("No contribution '" + id + "'."));
    }

    @Override
    public <T> T create(Descriptor descriptor, Class<T> type) {
        try {
            T made = type.cast(Class.forName(classes.get(descriptor.id())).getConstructor().newInstance());
            if (made instanceof Described described) {
                described.describe(descriptor);
            }
            return made;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The class that serves a contribution. */
    public String className(Descriptor descriptor) {
        return classes.get(descriptor.id());
    }

    /** Parameters of a contribution; settings as name, value, name, value … */
    public Parameters parameters(ExtensionPoint point, String id, String... settings) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            given.put(settings[i], settings[i + 1]);
        }
        return Parameters.resolve(find(point, id), given, this);
    }
}
