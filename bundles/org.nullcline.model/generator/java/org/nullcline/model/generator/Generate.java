// SPDX-License-Identifier: EPL-2.0
package org.nullcline.model.generator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.emf.codegen.ecore.generator.Generator;
import org.eclipse.emf.codegen.ecore.genmodel.GenModel;
import org.eclipse.emf.codegen.ecore.genmodel.GenModelPackage;
import org.eclipse.emf.codegen.ecore.genmodel.generator.GenBaseGeneratorAdapter;
import org.eclipse.emf.codegen.ecore.genmodel.generator.GenModelGeneratorAdapterFactory;
import org.eclipse.emf.common.util.BasicMonitor;
import org.eclipse.emf.common.util.Diagnostic;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.plugin.EcorePlugin;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.resource.impl.ResourceSetImpl;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.xmi.impl.EcoreResourceFactoryImpl;
import org.eclipse.emf.ecore.xmi.impl.XMIResourceFactoryImpl;

/** Writes the generated code of the experiment model and of its item providers. Members marked {@code @generated NOT} stay. */
public final class Generate {
    private static final String MODEL = "org.nullcline.model";
    private static final String EDIT = "org.nullcline.model.edit";
    private static final String HEADER = "// SPDX-License-Identifier: EPL-2.0\n";

    private Generate() {
    }

    /**
     * Runs the generator.
     *
     * @param arguments the folder that holds both bundles
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        var bundles = Path.of(arguments[0]).toRealPath();
        for (var bundle : List.of(MODEL, EDIT)) {
            EcorePlugin.getPlatformResourceMap().put(bundle, URI.createFileURI(bundles.resolve(bundle) + "/"));
        }
        GenModelPackage.eINSTANCE.eClass();
        ResourceSet resources = new ResourceSetImpl();
        var factories = resources.getResourceFactoryRegistry().getExtensionToFactoryMap();
        factories.put("ecore", new EcoreResourceFactoryImpl());
        factories.put("genmodel", new XMIResourceFactoryImpl());
        resources.getURIConverter().getURIMap().putAll(EcorePlugin.computePlatformURIMap(false));
        var location = URI.createPlatformResourceURI("/" + MODEL + "/model/experiment.genmodel", true);
        var model = (GenModel) resources.getResource(location, true).getContents().get(0);
        EcoreUtil.resolveAll(resources);
        model.reconcile();
        model.setCanGenerate(true);
        model.setValidateModel(true);

        var handWritten = List.of(bundles.resolve(MODEL).resolve("plugin.xml"), bundles.resolve(MODEL).resolve("plugin.properties"),
                bundles.resolve(EDIT).resolve("plugin.xml"));
        var kept = new LinkedHashMap<Path, byte[]>();
        for (var file : handWritten) {
            kept.put(file, Files.exists(file) ? Files.readAllBytes(file) : null);
        }
        var generator = new Generator();
        generator.getAdapterFactoryDescriptorRegistry().addDescriptor(GenModelPackage.eNS_URI,
                GenModelGeneratorAdapterFactory.DESCRIPTOR);
        generator.setInput(model);
        var failures = 0;
        for (var type : List.of(GenBaseGeneratorAdapter.MODEL_PROJECT_TYPE, GenBaseGeneratorAdapter.EDIT_PROJECT_TYPE)) {
            var result = generator.generate(model, type, new BasicMonitor());
            if (result.getSeverity() > Diagnostic.INFO) {
                failures++;
                System.err.println(result);
            }
        }
        for (var entry : kept.entrySet()) {
            if (entry.getValue() == null) {
                Files.deleteIfExists(entry.getKey());
            } else {
                Files.write(entry.getKey(), entry.getValue());
            }
        }
        for (var bundle : List.of(MODEL, EDIT)) {
            tidy(bundles.resolve(bundle));
        }
        if (failures > 0) {
            throw new IOException("The generator reported problems; see above.");
        }
    }

    /** Puts the licence line on top, indents by blanks and drops trailing ones. */
    private static void tidy(Path bundle) throws IOException {
        try (Stream<Path> files = Files.walk(bundle.resolve("src-gen"))) {
            for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                var text = Files.readString(file).replace("\r\n", "\n").replace("\t", "    ").replaceAll(" +\n", "\n");
                var start = text.indexOf("package ");
                var lead = text.indexOf("/**\n */\n");
                var code = lead >= 0 && lead < start ? text.substring(start) : text.startsWith(HEADER)
                        ? text.substring(HEADER.length()) : text;
                Files.writeString(file, HEADER + code);
            }
        }
    }
}
