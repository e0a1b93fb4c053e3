// SPDX-License-Identifier: EPL-2.0
package org.nullcline.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentsTest {
    @TempDir
    Path folder;

    @Test
    void everyFeatureSurvivesSavingAndLoading() throws Exception {
        var experiment = SampleExperiments.complete();
        var path = folder.resolve("größe 1.experiment");
        Experiments.save(experiment, path);
        var loaded = Experiments.load(path).experiment();
        assertTrue(EcoreUtil.equals(experiment, loaded));
        assertArrayEquals(Files.readAllBytes(path), Experiments.bytes(loaded));
    }

    @Test
    void sampleSetsEveryFeatureOfTheModel() {
        var experiment = SampleExperiments.complete();
        for (var classifier : ExperimentPackage.eINSTANCE.getEClassifiers()) {
            var type = (EClass) classifier;
            for (var feature : type.getEAllStructuralFeatures()) {
                var set = experiment.eClass() == type && experiment.eIsSet(feature);
                for (var all = experiment.eAllContents(); all.hasNext() && !set;) {
                    var object = all.next();
                    set = object.eClass() == type && object.eIsSet(feature);
                }
                assertTrue(set || feature == ExperimentPackage.Literals.SWEEP_AXIS__KIND, type.getName() + "." + feature.getName());
            }
        }
    }

    @Test
    void fileReadsLikeText() throws Exception {
        var experiment = Experiments.create("Small");
        var step = Experiments.addStep(experiment, "org.nullcline.simulate", "1.0.0");
        Experiments.set(step, "system", "lorenz");
        experiment.getTags().add("demo");
        assertEquals("""
                <?xml version="1.0" encoding="UTF-8"?>
                <experiment:Experiment xmi:version="2.0" xmlns:xmi="http://www.omg.org/XMI" xmlns:experiment="urn:nullcline:experiment" \
                format="1.1" name="Small">
                  <tag>demo</tag>
                  <step id="simulate" contribution="org.nullcline.simulate" version="1.0.0">
                    <parameter name="system" value="lorenz"/>
                  </step>
                </experiment:Experiment>
                """, new String(Experiments.bytes(experiment), StandardCharsets.UTF_8));
    }

    @Test
    void changingOneValueChangesOneLine() throws Exception {
        var experiment = SampleExperiments.complete();
        var before = new String(Experiments.bytes(experiment), StandardCharsets.UTF_8).lines().toList();
        Experiments.set(experiment.step("fit"), "architecture.hidden", "128");
        var after = new String(Experiments.bytes(experiment), StandardCharsets.UTF_8).lines().toList();
        assertEquals(before.size(), after.size());
        var changed = 0;
        for (var i = 0; i < before.size(); i++) {
            changed += before.get(i).equals(after.get(i)) ? 0 : 1;
        }
        assertEquals(1, changed);
    }

    @Test
    void valuesAreSetReplacedAndReset() {
        var step = Experiments.addStep(Experiments.create("x"), "org.nullcline.fit", null);
        Experiments.set(step, "rate", "1e-3");
        Experiments.set(step, "hidden", "8");
        Experiments.set(step, "rate", "1e-4");
        assertEquals("1e-4", step.value("rate"));
        assertEquals("rate", step.getParameters().get(0).getName());
        Experiments.set(step, "rate", null);
        assertNull(step.value("rate"));
        assertEquals(1, step.getParameters().size());
    }

    @Test
    void idsAreReadableLegalAndUnique() {
        var experiment = Experiments.create("x");
        assertEquals("fit", Experiments.addStep(experiment, "org.nullcline.fit", null).getId());
        assertEquals("fit-2", Experiments.addStep(experiment, "org.mylab.fit", null).getId());
        assertEquals("item", Experiments.freeId(experiment, "1 2 3"));
        assertTrue(Experiments.isId(Experiments.freeId(experiment, "größe.x y".repeat(30))));
        assertFalse(Experiments.isId("a.b"));
        assertFalse(Experiments.isId(""));
        assertFalse(Experiments.isId(null));
    }

    @Test
    void connectingTwiceGivesTheSameLink() {
        var experiment = Experiments.create("x");
        var data = Experiments.addStep(experiment, "org.nullcline.simulate", null);
        var fit = Experiments.addStep(experiment, "org.nullcline.fit", null);
        var link = Experiments.connect(experiment, data, "recording", fit, "recording");
        assertSame(link, Experiments.connect(experiment, data, "recording", fit, "recording"));
        assertEquals(1, experiment.getLinks().size());
    }

    @Test
    void copyIsIndependent() throws Exception {
        var experiment = SampleExperiments.complete();
        var copy = Experiments.copy(experiment);
        assertNotSame(experiment, copy);
        copy.step("fit").setLabel("other");
        assertEquals("Fit", experiment.step("fit").getLabel());
    }
}
