// SPDX-License-Identifier: EPL-2.0
package org.nullcline.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
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
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** The contributions of {@code plugin.xml} files, with classes from an ordinary class path: what a test needs in place of a running platform. */
public final class PluginXml implements Contributions {

    private final Map<String, Descriptor> descriptors = new TreeMap<>();
    private final Map<String, String> classes = new LinkedHashMap<>();
    private final ClassLoader loader;

    private PluginXml(ClassLoader loader) {
        this.loader = loader;
    }

    /** The contributions of one file, with classes of {@code loader}. */
    public static PluginXml at(Path file, ClassLoader loader) {
        PluginXml contributions = new PluginXml(loader);
        try (InputStream in = Files.newInputStream(file)) {
            contributions.read(in, file.toString());
        } catch (IOException e) {
            throw NullclineException.input(file + " cannot be read: " + e.getMessage(), e);
        }
        return contributions;
    }

    /** The contributions of every {@code plugin.xml} that {@code loader} sees. */
    public static PluginXml onClassPath(ClassLoader loader) {
        PluginXml contributions = new PluginXml(loader);
        try {
            for (URL url : Collections.list(loader.getResources("plugin.xml"))) {
                try (InputStream in = url.openStream()) {
                    contributions.read(in, url.toString());
                }
            }
        } catch (IOException e) {
            throw NullclineException.input("The class path cannot be searched for plugin.xml: " + e.getMessage(), e);
        }
        return contributions;
    }

    /** All contributions, sorted by id. */
    public List<Descriptor> all() {
        return List.copyOf(descriptors.values());
    }

    /** The class that serves a contribution. */
    public String className(Descriptor descriptor) {
        return classes.get(descriptor.id());
    }

    @Override
    public List<Descriptor> list(ExtensionPoint point) {
        return descriptors.values().stream().filter(d -> d.point() == point).toList();
    }

    @Override
    public Descriptor find(ExtensionPoint point, String id) {
        return list(point).stream().filter(d -> d.id().equals(id) || d.shortId().equals(id)).findFirst()
                .orElseThrow(() -> NullclineException.invalid("There is no " + point.element() + " '" + id + "'; there are "
                        + list(point).stream().map(Descriptor::shortId).collect(Collectors.joining(", ")) + "."));
    }

    @Override
    public <T> T create(Descriptor descriptor, Class<T> type) {
        String name = classes.get(descriptor.id());
        try {
            T made = type.cast(Class.forName(name, true, loader).getConstructor().newInstance());
            if (made instanceof Described described) {
                described.describe(descriptor);
            }
            return made;
        } catch (ReflectiveOperationException | ClassCastException | LinkageError e) {
            throw new NullclineException(NullclineException.Kind.INVALID, "The class " + name + " of " + descriptor.id() + " cannot be used as "
                    + type.getSimpleName() + ": " + e + ".", e);
        }
    }

    private void read(InputStream in, String source) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            // The default handler prints to the console what is thrown anyway.
            builder.setErrorHandler(new DefaultHandler());
            Element root = builder.parse(in).getDocumentElement();
            for (Element extension : children(root, "extension")) {
                for (ExtensionPoint point : ExtensionPoint.values()) {
                    if (extension.getAttribute("point").equals(point.id())) {
                        children(extension, point.element()).forEach(element -> add(point, element));
                    }
                }
            }
        } catch (SAXException | ParserConfigurationException e) {
            throw NullclineException.input(source + " is not well-formed: " + e.getMessage(), e);
        }
    }

    private void add(ExtensionPoint point, Element e) {
        Map<String, String> attributes = new TreeMap<>();
        for (int i = 0; i < e.getAttributes().getLength(); i++) {
            Node attribute = e.getAttributes().item(i);
            if (!List.of("id", "name", "class", "version").contains(attribute.getNodeName())) {
                attributes.put(attribute.getNodeName(), attribute.getNodeValue());
            }
        }
        List<Citation> citations = children(e, "citation").stream().map(c -> new Citation(c.getAttribute("doi"), c.getTextContent().strip())).toList();
        String description = children(e, "description").stream().map(d -> d.getTextContent().strip()).findFirst().orElse("");
        String id = e.getAttribute("id");
        descriptors.put(id, new Descriptor(point, id, e.getAttribute("name"), description, e.getAttribute("version"), "",
                children(e, "parameter").stream().map(PluginXml::parameter).toList(), citations, ports(e, "input"), ports(e, "output"), attributes));
        classes.put(id, e.getAttribute("class"));
    }

    private static List<Port> ports(Element e, String name) {
        return children(e, name).stream().map(port -> new Port(port.getAttribute("name"),
                Arrays.asList((port.hasAttribute("kinds") ? port.getAttribute("kinds") : port.getAttribute("kind")).split("\\s+")),
                Boolean.parseBoolean(port.getAttribute("multiple")), Boolean.parseBoolean(port.getAttribute("optional")), port.getAttribute("description")))
                .toList();
    }

    private static ParameterDeclaration parameter(Element p) {
        ExtensionPoint point = Arrays.stream(ExtensionPoint.values()).filter(x -> x.pluralName().equals(p.getAttribute("point"))).findFirst().orElse(null);
        return new ParameterDeclaration(p.getAttribute("name"), ParameterType.valueOf(p.getAttribute("type").toUpperCase(Locale.ROOT)),
                p.getAttribute("default"), Boolean.parseBoolean(p.getAttribute("optional")), bound(p, "min", Double.NEGATIVE_INFINITY),
                bound(p, "max", Double.POSITIVE_INFINITY), p.getAttribute("unit"),
                p.getAttribute("choices").isEmpty() ? List.of() : List.of(p.getAttribute("choices").split(",")), point, p.getAttribute("description"));
    }

    private static double bound(Element p, String name, double otherwise) {
        return p.hasAttribute(name) ? Double.parseDouble(p.getAttribute(name)) : otherwise;
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        NodeList nodes = parent.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element element && element.getTagName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }
}
