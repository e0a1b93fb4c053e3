// SPDX-License-Identifier: EPL-2.0
package org.nullcline.model.internal.xml;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;

import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.impl.EPackageRegistryImpl;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.URIConverter;
import org.eclipse.emf.ecore.resource.impl.ExtensibleURIConverterImpl;
import org.eclipse.emf.ecore.resource.impl.ResourceFactoryRegistryImpl;
import org.eclipse.emf.ecore.resource.impl.ResourceSetImpl;
import org.eclipse.emf.ecore.resource.impl.URIHandlerImpl;
import org.eclipse.emf.ecore.util.BasicExtendedMetaData;
import org.eclipse.emf.ecore.xmi.XMLLoad;
import org.eclipse.emf.ecore.xmi.impl.XMILoadImpl;
import org.eclipse.emf.ecore.xmi.impl.XMIResourceImpl;
import org.nullcline.model.ExperimentPackage;
import org.xml.sax.SAXException;

/**
 * Holds one experiment and what its file said beyond the model. It lives in a resource set of its own that knows the experiment's package
 * and nothing else, and that opens no location whatever.
 */
public final class ExperimentResource extends XMIResourceImpl {
    private static final URI LOCATION = URI.createURI("experiment:/experiment");

    private final XmlBudget budget;

    private ExperimentResource(XmlBudget budget, EPackage.Registry packages) {
        super(LOCATION);
        this.budget = budget;
        // One instance for loading and saving: it remembers the names of unknown elements and attributes.
        var metaData = new BasicExtendedMetaData(packages);
        getDefaultLoadOptions().putAll(Map.of(
                OPTION_EXTENDED_META_DATA, metaData,
                OPTION_RECORD_UNKNOWN_FEATURE, true,
                OPTION_USE_PACKAGE_NS_URI_AS_LOCATION, false,
                OPTION_PARSER_FEATURES, SecureXml.FEATURES,
                OPTION_PARSER_PROPERTIES, SecureXml.properties(budget),
                OPTION_DEFER_IDREF_RESOLUTION, true));
        getDefaultSaveOptions().putAll(Map.of(
                OPTION_EXTENDED_META_DATA, metaData,
                OPTION_ENCODING, "UTF-8",
                Resource.OPTION_LINE_DELIMITER, "\n"));
        setEncoding("UTF-8");
    }

    /** An empty resource in its own closed resource set. */
    static ExperimentResource create(XmlBudget budget) {
        var packages = new EPackageRegistryImpl();
        packages.put(ExperimentPackage.eNS_URI, ExperimentPackage.eINSTANCE);
        var resources = new ResourceSetImpl();
        resources.setPackageRegistry(packages);
        resources.setResourceFactoryRegistry(new ResourceFactoryRegistryImpl());
        resources.setURIConverter(new ExtensibleURIConverterImpl(List.of(new NoAccess()), List.of()));
        var resource = new ExperimentResource(budget, packages);
        resources.getResources().add(resource);
        return resource;
    }

    @Override
    protected XMLLoad createXMLLoad() {
        return new XMILoadImpl(createXMLHelper()) {
            @Override
            protected SAXParser makeParser() throws ParserConfigurationException, SAXException {
                return SecureXml.saxParser(budget);
            }
        };
    }

    /** Refuses every location. */
    private static final class NoAccess extends URIHandlerImpl {
        @Override
        public boolean canHandle(URI uri) {
            return true;
        }

        @Override
        public InputStream createInputStream(URI uri, Map<?, ?> options) throws IOException {
            throw refused(uri);
        }

        @Override
        public OutputStream createOutputStream(URI uri, Map<?, ?> options) throws IOException {
            throw refused(uri);
        }

        @Override
        public void delete(URI uri, Map<?, ?> options) throws IOException {
            throw refused(uri);
        }

        @Override
        public boolean exists(URI uri, Map<?, ?> options) {
            return false;
        }

        @Override
        public Map<String, ?> contentDescription(URI uri, Map<?, ?> options) throws IOException {
            throw refused(uri);
        }

        @Override
        public Map<String, ?> getAttributes(URI uri, Map<?, ?> options) {
            return Map.of(URIConverter.ATTRIBUTE_READ_ONLY, true);
        }

        private static IOException refused(URI uri) {
            return new IOException("An experiment refers to nothing outside its file; " + uri + " is not opened.");
        }
    }
}
