// SPDX-License-Identifier: EPL-2.0
package org.nullcline.model.internal.xml;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;

import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The only place where this bundle makes XML parsers: no document type, no entities, nothing fetched, finite limits. */
final class SecureXml {
    /** Parser features; the same for every parser and for EMF's loader. */
    static final Map<String, Boolean> FEATURES = Map.of(
            XMLConstants.FEATURE_SECURE_PROCESSING, true,
            "http://apache.org/xml/features/disallow-doctype-decl", true,
            "http://xml.org/sax/features/external-general-entities", false,
            "http://xml.org/sax/features/external-parameter-entities", false,
            "http://apache.org/xml/features/nonvalidating/load-external-dtd", false);

    private SecureXml() {
    }

    /** Parser properties. Set explicitly because the limits of the JDK differ between its versions: 25 refuses depth 101, 21 nothing. */
    static Map<String, String> properties(XmlBudget budget) {
        return Map.of(
                XMLConstants.ACCESS_EXTERNAL_DTD, "",
                XMLConstants.ACCESS_EXTERNAL_SCHEMA, "",
                "jdk.xml.maxElementDepth", Integer.toString(budget.depth()),
                "jdk.xml.elementAttributeLimit", Integer.toString(budget.attributes()),
                "jdk.xml.entityExpansionLimit", "1",
                "jdk.xml.maxXMLNameLimit", "1000");
    }

    /** The parser of the JDK itself, so that no other parser on the class path, with other defaults, takes its place. */
    static SAXParser saxParser(XmlBudget budget) throws ParserConfigurationException, SAXException {
        var factory = SAXParserFactory.newDefaultNSInstance();
        for (var feature : FEATURES.entrySet()) {
            factory.setFeature(feature.getKey(), feature.getValue());
        }
        var parser = factory.newSAXParser();
        for (var property : properties(budget).entrySet()) {
            parser.setProperty(property.getKey(), property.getValue());
        }
        return parser;
    }

    static Document document(byte[] xml, XmlBudget budget) throws IOException, SAXException {
        var factory = DocumentBuilderFactory.newDefaultNSInstance();
        try {
            for (var feature : FEATURES.entrySet()) {
                factory.setFeature(feature.getKey(), feature.getValue());
            }
            for (var property : properties(budget).entrySet()) {
                factory.setAttribute(property.getKey(), property.getValue());
            }
            factory.setExpandEntityReferences(false);
            factory.setXIncludeAware(false);
            return factory.newDocumentBuilder().parse(new InputSource(new ByteArrayInputStream(xml)));
        } catch (ParserConfigurationException e) {
            throw new IOException("This Java runtime has no XML parser that can be secured.", e);
        }
    }

    static byte[] bytes(Document document) throws IOException {
        try {
            var factory = TransformerFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_STYLESHEET, "");
            var transformer = factory.newTransformer();
            transformer.setOutputProperty(OutputKeys.ENCODING, StandardCharsets.UTF_8.name());
            var out = new ByteArrayOutputStream();
            transformer.transform(new DOMSource(document), new StreamResult(out));
            return out.toByteArray();
        } catch (TransformerException e) {
            throw new IOException("The converted experiment could not be written.", e);
        }
    }
}
