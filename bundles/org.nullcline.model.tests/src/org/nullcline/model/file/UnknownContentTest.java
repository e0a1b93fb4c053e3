// SPDX-License-Identifier: EPL-2.0
package org.nullcline.model.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nullcline.model.Experiments;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What a later minor version or a missing plug-in wrote must come through loading, editing and saving. */
class UnknownContentTest {
    private static final String FUTURE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <experiment:Experiment xmi:version="2.0" xmlns:xmi="http://www.omg.org/XMI" xmlns:experiment="urn:nullcline:experiment" \
            xmlns:lab="https://lab.example/ns" format="1.7" name="Future" licence="CC-BY-4.0" lab:grant="A &amp; B &#10;line">
              <description>known</description>
              <step id="a" contribution="org.mylab.step" version="2.0.0" retries="3" lab:owner="me">
                <parameter name="hidden" value="64" unit="1/s"/>
                <parameter name="rate" value="0.1"/>
                <limits seconds="60" memory="4 GB"><host>alpha</host><host>beta</host></limits>
                <lab:colour>red</lab:colour>
                <lab:colour>blue</lab:colour>
              </step>
              <step id="b" contribution="org.mylab.other"/>
              <link source="a" output="x" target="b" input="y" colour="green"><style width="2"/></link>
              <axis id="s" kind="sobol" path="a.hidden" scramble="true"><dimension from="0" to="1"/></axis>
              <budget hours="3"><part of="a"><deep level="4">text with "quotes" &lt;&amp;&gt;</deep></part></budget>
              <empty/>
            </experiment:Experiment>
            """;

    @TempDir
    Path folder;

    @Test
    void unknownAttributesAndElementsAreKept() throws Exception {
        var file = load(FUTURE);
        assertEquals(1, file.notes().size());
        assertTrue(file.notes().get(0).contains("1.7"), file.notes().get(0));
        assertEquals("sobol", file.experiment().getAxes().get(0).getKind());
        var saved = Experiments.bytes(file.experiment());
        assertEquals(content(FUTURE.getBytes(StandardCharsets.UTF_8)), content(saved));
        assertArrayEquals(saved, Experiments.bytes(Experiments.read(saved, "saved")));
    }

    @Test
    void unknownContentIsKeptWhenTheFileIsEdited() throws Exception {
        var file = load(FUTURE);
        Experiments.set(file.experiment().step("a"), "hidden", "128");
        file.save();
        var expected = FUTURE.replace("value=\"64\"", "value=\"128\"").getBytes(StandardCharsets.UTF_8);
        assertEquals(content(expected), content(Files.readAllBytes(file.path())));
    }

    @Test
    void unknownContentIsCopied() throws Exception {
        var copy = Experiments.copy(load(FUTURE).experiment());
        assertEquals(content(FUTURE.getBytes(StandardCharsets.UTF_8)), content(Experiments.bytes(copy)));
    }

    @Test
    void stepOfAMissingPlugInKeepsEveryByte() throws Exception {
        var experiment = Experiments.create("x");
        var step = Experiments.addStep(experiment, "org.nobody.has.this", "9.9.9");
        Experiments.set(step, "json", "{\"a\": [1, 2.50, \"é\\n\"],\n\t\"b\": null}  ");
        Experiments.set(step, "nested.choice.deep", " leading and trailing ");
        var bytes = Experiments.bytes(experiment);
        var again = Experiments.read(bytes, "x");
        assertEquals("{\"a\": [1, 2.50, \"é\\n\"],\n\t\"b\": null}  ", again.step("this").value("json"));
        assertArrayEquals(bytes, Experiments.bytes(again));
    }

    @Test
    void formatOfALaterMinorVersionIsKept() throws Exception {
        assertEquals("1.7", load(FUTURE).experiment().getFormat());
    }

    private ExperimentFile load(String text) throws Exception {
        var path = folder.resolve("future.experiment");
        Files.writeString(path, text);
        return Experiments.load(path);
    }

    /** The document as nested text: elements in order for each name, attributes and text; without the indentation between elements. */
    private static String content(byte[] xml) throws Exception {
        var factory = DocumentBuilderFactory.newDefaultNSInstance();
        return content(factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml)).getDocumentElement());
    }

    private static String content(Element element) {
        var attributes = new TreeMap<String, String>();
        for (var i = 0; i < element.getAttributes().getLength(); i++) {
            var attribute = element.getAttributes().item(i);
            if (!XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI())) {
                attributes.put(name(attribute), attribute.getNodeValue());
            }
        }
        Map<String, List<String>> children = new TreeMap<>();
        var text = new StringBuilder();
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                children.computeIfAbsent(name(inner), n -> new ArrayList<>()).add(content(inner));
            } else {
                text.append(child.getNodeValue());
            }
        }
        return name(element) + attributes + (children.isEmpty() ? text.toString() : text.toString().strip()) + children;
    }

    private static String name(Node node) {
        return (node.getNamespaceURI() == null ? "" : "{" + node.getNamespaceURI() + "}") + node.getLocalName();
    }
}
