// SPDX-License-Identifier: EPL-2.0
package org.nullcline.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The schemas of the extension points are the reference that a plug-in author reads: every section is written. */
class SchemasTest {
    private static final Pattern FROM_THE_TEMPLATE = Pattern
            .compile("\\[Enter |Enter the first release|Enter extension point usage|\\b(TODO|TBD|FIXME)\\b");
    private static final List<String> SECTIONS = List.of("since", "examples", "apiinfo", "implementation");

    private static List<Path> schemas() throws IOException {
        return SourceTree.files(SourceTree.ROOT.resolve("bundles"), file -> file.toString().endsWith(".exsd")
                && !SourceTree.name(file).contains("/target/"));
    }

    private static Document parse(Path file) throws Exception {
        var factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(file.toFile());
    }

    private static List<Element> elements(Document document, String name) {
        var nodes = document.getElementsByTagName(name);
        var elements = new ArrayList<Element>();
        for (var i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static String documentation(Element annotated) {
        for (Node child = annotated.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element annotation && annotation.getTagName().equals("annotation")) {
                var texts = annotation.getElementsByTagName("documentation");
                return texts.getLength() == 0 ? "" : texts.item(0).getTextContent().strip();
            }
        }
        return "";
    }

    @Test
    void everyExtensionPointHasASchemaAndEverySchemaAPoint() throws Exception {
        var declared = new TreeSet<String>();
        for (var file : SourceTree.files(SourceTree.ROOT.resolve("bundles"), f -> f.endsWith("plugin.xml"))) {
            if (SourceTree.name(file).contains("/target/")) {
                continue;
            }
            for (var point : elements(parse(file), "extension-point")) {
                assertFalse(point.getAttribute("schema").isBlank(),
                        SourceTree.name(file) + ": " + point.getAttribute("id") + " has no schema");
                declared.add(SourceTree.name(file.resolveSibling(point.getAttribute("schema"))));
            }
        }
        var existing = new TreeSet<>(schemas().stream().map(SourceTree::name).toList());
        assertEquals(existing, declared);
        assertFalse(existing.isEmpty(), "the source tree has extension points");
    }

    /** The palette groups steps by what they are for, not by the bundle that they happen to come from. */
    @Test
    void everyBuiltInStepHasAHeadingInThePalette() throws Exception {
        var without = new TreeSet<String>();
        for (var file : SourceTree.files(SourceTree.ROOT.resolve("bundles"), f -> f.endsWith("plugin.xml"))) {
            if (SourceTree.name(file).matches(".*/(target|src)/.*")) {
                continue;
            }
            for (var step : elements(parse(file), "step")) {
                if (step.hasAttribute("class") && step.getAttribute("category").isBlank()) {
                    without.add(step.getAttribute("id"));
                }
            }
        }
        assertEquals(new TreeSet<>(), without);
    }

    @Test
    void everySectionIsWritten() throws Exception {
        for (var file : schemas()) {
            var document = parse(file);
            for (var section : SECTIONS) {
                var text = elements(document, "annotation").stream()
                        .filter(annotation -> elementsOf(annotation, "meta.section").stream()
                                .anyMatch(meta -> meta.getAttribute("type").equals(section)))
                        .flatMap(annotation -> elementsOf(annotation, "documentation").stream())
                        .map(documentation -> documentation.getTextContent().strip()).findFirst().orElse("");
                assertTrue(text.length() >= 5, SourceTree.name(file) + ": the section \"" + section + "\" is empty");
            }
            assertTrue(documentation(document.getDocumentElement()).length() > 20,
                    SourceTree.name(file) + ": the extension point is not described");
        }
    }

    private static List<Element> elementsOf(Element parent, String name) {
        var nodes = parent.getElementsByTagName(name);
        var elements = new ArrayList<Element>();
        for (var i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    @Test
    void everyElementAndAttributeIsDescribed() throws Exception {
        var missing = new ArrayList<String>();
        for (var file : schemas()) {
            var document = parse(file);
            for (var kind : List.of("element", "attribute")) {
                for (var element : elements(document, kind)) {
                    if (element.hasAttribute("name") && documentation(element).length() < 5) {
                        missing.add(SourceTree.name(file) + ": " + kind + " " + element.getAttribute("name"));
                    }
                }
            }
        }
        assertEquals("", String.join("\n", missing));
    }

    @Test
    void nothingIsLeftOfTheTemplate() throws IOException {
        for (var file : schemas()) {
            var matcher = FROM_THE_TEMPLATE.matcher(Files.readString(file));
            assertFalse(matcher.find(), () -> SourceTree.name(file) + ": " + matcher.group());
        }
    }
}
