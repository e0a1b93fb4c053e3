// SPDX-License-Identifier: EPL-2.0
package org.nullcline.model.internal.xml;

import java.io.ByteArrayInputStream;
import java.io.IOException;

import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;

import org.nullcline.model.ExperimentPackage;
import org.nullcline.model.FormatVersion;
import org.nullcline.model.file.UnreadableExperimentException;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Looks a document over before a model is made of it: well-formed, within the budget, an experiment, asking for nothing outside itself. */
final class DocumentGuard extends DefaultHandler {
    private final String name;
    private final XmlBudget budget;
    private Locator locator;
    private FormatVersion format;
    private int depth;
    private int text;

    private DocumentGuard(String name, XmlBudget budget) {
        this.name = name;
        this.budget = budget;
    }

    /**
     * Checks a document.
     *
     * @param xml  the document
     * @param name how messages call it
     * @return its format
     * @throws UnreadableExperimentException with a sentence that says what is wrong and on which line
     */
    static FormatVersion check(byte[] xml, String name, XmlBudget budget) throws UnreadableExperimentException {
        if (xml.length > budget.bytes()) {
            throw new UnreadableExperimentException(tooLarge(name, budget), null);
        }
        var guard = new DocumentGuard(name, budget);
        try {
            SecureXml.saxParser(budget).parse(new InputSource(new ByteArrayInputStream(xml)), guard);
        } catch (Refusal e) {
            throw new UnreadableExperimentException(e.getMessage(), null);
        } catch (SAXParseException e) {
            throw new UnreadableExperimentException(name + " is not a readable experiment: " + reason(e) + " (line " + e.getLineNumber()
                    + "). Restore a backup of it.", e);
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new UnreadableExperimentException(name + " is not a readable experiment: " + e.getMessage()
                    + " Restore a backup of it.", e);
        }
        return guard.format;
    }

    static String tooLarge(String name, XmlBudget budget) {
        return name + " is larger than " + (budget.bytes() >> 20) + " MB, far beyond any experiment; it is not opened.";
    }

    private static String reason(SAXParseException e) {
        var message = String.valueOf(e.getMessage());
        if (message.contains("DOCTYPE")) {
            return "it has a document type declaration, which could make the program read other files";
        }
        if (message.contains("maxElementDepth")) {
            return "its elements are nested too deeply";
        }
        if (message.contains("elementAttributeLimit")) {
            return "an element has too many attributes";
        }
        return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
    }

    @Override
    public void setDocumentLocator(Locator locator) {
        this.locator = locator;
    }

    @Override
    public void startElement(String uri, String local, String qualified, Attributes attributes) throws SAXException {
        text = 0;
        if (depth++ == 0) {
            root(uri, local, attributes);
        }
        for (var i = 0; i < attributes.getLength(); i++) {
            if (attributes.getValue(i).length() > budget.characters()) {
                throw refuse("the attribute " + attributes.getQName(i) + " is longer than " + budget.characters() + " characters");
            }
            if (XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI.equals(attributes.getURI(i))
                    && attributes.getLocalName(i).endsWith("chemaLocation")) {
                throw refuse("it names a schema to be fetched from elsewhere");
            }
            if (attributes.getLocalName(i).equals("type") && !attributes.getURI(i).isEmpty()) {
                throw refuse("it gives an element the type " + abbreviated(attributes.getValue(i)) + ", but experiments have no types");
            }
            if (attributes.getLocalName(i).equals("href")) {
                throw refuse("it refers to another file (" + abbreviated(attributes.getValue(i)) + ")");
            }
        }
    }

    private void root(String uri, String local, Attributes attributes) throws Refusal {
        if (!ExperimentPackage.eNS_URI.equals(uri) || !"Experiment".equals(local)) {
            throw refuse("its outermost element, " + abbreviated(local) + ", is not that of an experiment");
        }
        var declared = attributes.getValue("", "format");
        format = FormatVersion.parse(declared).orElse(null);
        if (format == null) {
            throw refuse(declared == null ? "it does not say which file format it has"
                    : "it declares the file format '" + abbreviated(declared) + "', which is not a version such as 1.0");
        }
    }

    @Override
    public void endElement(String uri, String local, String qualified) {
        depth--;
        text = 0;
    }

    @Override
    public void characters(char[] characters, int start, int length) throws SAXException {
        text += length;
        if (text > budget.characters()) {
            throw refuse("it has a text of more than " + budget.characters() + " characters");
        }
    }

    @Override
    public InputSource resolveEntity(String publicId, String systemId) throws SAXException {
        throw refuse("it asks for the external entity " + abbreviated(String.valueOf(systemId)));
    }

    private Refusal refuse(String what) {
        var line = locator == null ? "" : " (line " + locator.getLineNumber() + ")";
        return new Refusal(name + " is not opened: " + what + line + ".");
    }

    private static String abbreviated(String text) {
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }

    /** Ends parsing early with a finished sentence. */
    private static final class Refusal extends SAXException {
        private static final long serialVersionUID = 1L;

        Refusal(String message) {
            super(message);
        }
    }
}
