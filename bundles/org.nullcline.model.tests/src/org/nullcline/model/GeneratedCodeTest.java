// SPDX-License-Identifier: EPL-2.0
package org.nullcline.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EModelElement;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.util.ExtendedMetaData;
import org.eclipse.emf.ecore.xmi.impl.EcoreResourceFactoryImpl;
import org.junit.jupiter.api.Test;

/** The generated code is that of the model file, and the model keeps what the file format promises. */
class GeneratedCodeTest {
    @Test
    void generatedCodeBelongsToTheModelFile() throws Exception {
        assertEquals(description(modelFile()), description(ExperimentPackage.eINSTANCE));
    }

    @Test
    void nothingInTheModelReachesOutOfTheDocument() {
        for (var classifier : ExperimentPackage.eINSTANCE.getEClassifiers()) {
            for (var reference : ((EClass) classifier).getEAllReferences()) {
                assertTrue(reference.isContainment() && !reference.isResolveProxies(), reference.getName());
            }
        }
    }

    @Test
    void everyClassAndFeatureIsDocumented() throws Exception {
        for (var classifier : modelFile().getEClassifiers()) {
            var type = (EClass) classifier;
            assertFalse(documentation(type).isBlank(), type.getName());
            type.getEStructuralFeatures().forEach(f -> assertFalse(documentation(f).isBlank(), type.getName() + "." + f.getName()));
        }
    }

    private static String documentation(EModelElement element) {
        var text = EcoreUtil.getDocumentation(element);
        return text == null ? "" : text;
    }

    private static EPackage modelFile() throws Exception {
        var inBundle = GeneratedCodeTest.class.getResourceAsStream("/model/experiment.ecore");
        byte[] content;
        if (inBundle != null) {
            content = inBundle.readAllBytes();
        } else {
            var folder = Path.of("").toAbsolutePath();
            while (!Files.exists(folder.resolve("bundles"))) {
                folder = folder.getParent();
            }
            content = Files.readAllBytes(folder.resolve("bundles/org.nullcline.model/model/experiment.ecore"));
        }
        var resource = new EcoreResourceFactoryImpl().createResource(URI.createURI("model:/experiment.ecore"));
        resource.load(new ByteArrayInputStream(content), null);
        return (EPackage) resource.getContents().get(0);
    }

    private static List<String> description(EPackage model) {
        var lines = new ArrayList<String>();
        lines.add(model.getNsURI() + " " + model.getNsPrefix());
        for (var classifier : model.getEClassifiers()) {
            var type = (EClass) classifier;
            lines.add(type.getName() + " " + type.getEAllSuperTypes().size());
            for (var feature : type.getEStructuralFeatures()) {
                lines.add(type.getName() + "." + feature.getName() + " " + feature.getEType().getName() + " " + feature.getLowerBound()
                        + ".." + feature.getUpperBound() + " " + feature.getDefaultValueLiteral() + " "
                        + ExtendedMetaData.INSTANCE.getFeatureKind(feature) + " " + ExtendedMetaData.INSTANCE.getName(feature)
                        + (feature instanceof EAttribute attribute && attribute.isID() ? " id" : "")
                        + (feature instanceof EReference reference && reference.isContainment() ? " contains" : ""));
            }
            type.getEOperations().forEach(o -> lines.add(type.getName() + "." + o.getName() + "()"));
        }
        return lines;
    }
}
