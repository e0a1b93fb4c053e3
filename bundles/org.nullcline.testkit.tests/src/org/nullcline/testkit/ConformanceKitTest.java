// SPDX-License-Identifier: EPL-2.0
package org.nullcline.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nullcline.api.NullclineException;
import org.nullcline.api.contribution.Descriptor;
import org.nullcline.api.contribution.ExtensionPoint;
import org.nullcline.api.value.FixedPoints;
import org.nullcline.api.value.Kinds;
import org.nullcline.api.value.Recording;
import org.nullcline.api.value.Trajectories;
import org.nullcline.api.value.Value;
import org.nullcline.compute.linalg.Matrix;

class ConformanceKitTest {

    private static final String COMMON = "version=\"1.0.0\" name=\"n\"";

    @TempDir
    Path folder;

    private PluginXml plugin(String point, String element, String className, String attributes, String content) throws IOException {
        Path file = folder.resolve("plugin.xml");
        Files.writeString(file, "<plugin><extension point=\"org.nullcline.api." + point + "\"><" + element + " id=\"org.test.it\" class=\"" + Liars.class.getName() + "$"
                + className + "\" " + COMMON + " " + attributes + "><description>d</description>" + content + "</" + element + "></extension></plugin>");
        return PluginXml.at(file, getClass().getClassLoader());
    }

    private static List<Finding> check(PluginXml plugin) {
        return new ConformanceKit(plugin).check("it");
    }

    private static Set<String> failed(PluginXml plugin) {
        return check(plugin).stream().filter(finding -> !finding.passed()).map(Finding::property).collect(Collectors.toSet());
    }

    private static void assertPassed(PluginXml plugin) {
        assertEquals(Set.of(), failed(plugin), () -> check(plugin).toString());
        new ConformanceKit(plugin).require();
    }

    private PluginXml metric(String className, boolean promises, String invariances) throws IOException {
        return plugin("metrics", "metric", className, "input=\"matrix\" kind=\"distance\" symmetric=\"" + promises + "\" identity=\"" + promises + "\" triangle=\""
                + promises + "\" invariances=\"" + invariances + "\"", "");
    }

    @Test
    void honestMetricPasses() throws IOException {
        assertPassed(metric("Frobenius", true, ""));
        assertPassed(metric("NoMetric", false, ""));
    }

    @Test
    void falsePromisesOfAMetricAreFound() throws IOException {
        Set<String> failed = failed(metric("NoMetric", true, "orthogonal scale"));
        assertTrue(failed.containsAll(Set.of("symmetric", "zero on identity", "triangle inequality", "invariance: orthogonal", "invariance: scale")), failed::toString);
        assertEquals(Set.of("invariance: translation", "invariance: permutation", "invariance: linear"), failed(metric("Frobenius", true,
                "translation permutation linear")));
        assertThrows(AssertionError.class, () -> new ConformanceKit(metric("NoMetric", true, "")).require());
    }

    @Test
    void architecturesAreCheckedByFiniteDifferences() throws IOException {
        assertPassed(plugin("architectures", "architecture", "Honest", "update=\"derivative\"", ""));
        Set<String> failed = failed(plugin("architectures", "architecture", "WrongGradient", "update=\"derivative\"", ""));
        assertTrue(failed.contains("gradient by the state without input") && failed.contains("gradient by the weights without input"), failed::toString);
        Set<String> leaky = failed(plugin("architectures", "architecture", "Leaky", "update=\"derivative\"", ""));
        assertTrue(leaky.contains("treats each trial of a batch by itself without input"), leaky::toString);
    }

    @Test
    void orderOfASolverIsMeasured() throws IOException {
        assertPassed(plugin("solvers", "solver", "EulerStep", "order=\"1\" adaptive=\"false\" implicit=\"false\"", ""));
        assertEquals(Set.of("has the order that it declares"), failed(plugin("solvers", "solver", "EulerStep", "order=\"2\" adaptive=\"false\" implicit=\"false\"", "")));
    }

    @Test
    void trajectoriesOfASolverAreComparedWithItsSingleIntervals() throws IOException {
        String heun = "order=\"2\" adaptive=\"false\" implicit=\"false\"";
        assertEquals(Set.of("a trajectory begins at its start, has one state per time, and is as accurate at each as single intervals are"),
                failed(plugin("solvers", "solver", "StraightLines", heun, "")));
        assertEquals(Set.of("each interval of a trajectory has its own input"), failed(plugin("solvers", "solver", "Deaf", heun, "")));
    }

    @Test
    void systemsAreCheckedAgainstTheirDeclarationAndDerivative() throws IOException {
        assertPassed(plugin("systems", "system", "Logistic", "dimension=\"1\" family=\"map\"", ""));
        assertEquals(Set.of("Jacobian"), failed(plugin("systems", "system", "WrongSlope", "dimension=\"1\" family=\"map\"", "")));
        assertEquals(Set.of("has the dimension that it declares", "is a flow or a map as it declares"),
                failed(plugin("systems", "system", "Logistic", "dimension=\"2\" family=\"flow\"", "")));
    }

    @Test
    void stepsMustBeReproducibleAndStop() throws IOException {
        String ports = "<input name=\"matrix\" kinds=\"matrix\" description=\"m\"/><output name=\"scores\" kind=\"scores\" description=\"s\"/>";
        assertPassed(plugin("steps", "step", "Calm", "", ports));
        assertEquals(Set.of("gives the same bytes with two threads"), failed(plugin("steps", "step", "Moody", "", ports)));
        assertEquals(Set.of("gives the outputs that it declares", "stops when it is cancelled"), failed(plugin("steps", "step", "Stubborn", "", ports)));
    }

    @Test
    void stepsMayRefuseAnInputWithASentenceButNotAll() throws IOException {
        String ports = "<input name=\"recording\" kinds=\"recording\" description=\"r\"/><output name=\"scores\" kind=\"scores\" description=\"s\"/>";
        assertPassed(plugin("steps", "step", "Choosy", "", ports));
        assertEquals(Set.of("runs on random values"), failed(plugin("steps", "step", "Refusing", "", ports)));
    }

    @Test
    void valuesOfASceneBelongTogether() {
        RandomValues values = new RandomValues(3);
        for (RandomValues.Scene scene : RandomValues.Scene.values()) {
            Trajectories inferred = Trajectories.of(values.value(Kinds.TRAJECTORIES, 1, scene, 0));
            long bins = 0;
            for (int item = 0; item < (scene == RandomValues.Scene.SESSIONS ? 2 : 1); item++) {
                Recording recording = Recording.of(values.value(Kinds.RECORDING, 0, scene, item));
                bins += recording.trials().total();
                assertTrue(recording.channels() <= inferred.value().named(Trajectories.RATES).size(1));
                if (scene != RandomValues.Scene.SIGNALS) {
                    assertEquals(recording.value().named(Recording.TRUE_LATENTS).size(1), FixedPoints.of(values.value(Kinds.FIXED_POINTS, 2, scene, 0)).value()
                            .named(FixedPoints.STATE).size(1), "fixed points lie among the true states");
                }
            }
            assertEquals(inferred.trials().total(), bins);
        }
    }

    @Test
    void missingTextsAndImpossibleDefaultsAreFound() throws IOException {
        PluginXml plugin = plugin("metrics", "metric", "Frobenius", "input=\"matrix\" kind=\"distance\"",
                "<parameter name=\"k\" type=\"integer\" default=\"0\" min=\"1\" description=\"\"/>");
        assertTrue(failed(plugin).containsAll(Set.of("is described", "has valid defaults")), () -> check(plugin).toString());
    }

    @Test
    void classesThatCannotBeMadeAreFailuresAndNotCrashes() throws IOException {
        for (String className : List.of("Nowhere", "Calm")) {
            Set<String> failed = failed(metric(className, true, ""));
            assertTrue(failed.contains("can be created with its parameters"), failed::toString);
        }
        assertThrows(NullclineException.class, () -> metric("Frobenius", true, "").find(ExtensionPoint.METRICS, "other"));
    }

    @Test
    void pluginFilesAreReadAsTheyAreDeclared() throws IOException {
        Descriptor descriptor = plugin("metrics", "metric", "Frobenius", "input=\"matrix\" kind=\"distance\" symmetric=\"true\"",
                "<parameter name=\"mode\" type=\"choice\" choices=\"a,b\" default=\"b\" description=\"m\"/><citation doi=\"10.1/x\">Somebody</citation>").all().getFirst();
        assertEquals("it", descriptor.shortId());
        assertEquals("true", descriptor.attribute("symmetric", ""));
        assertEquals(List.of("a", "b"), descriptor.parameter("mode").orElseThrow().choices());
        assertEquals("10.1/x", descriptor.citations().getFirst().doi());
        Path doctype = folder.resolve("evil.xml");
        Files.writeString(doctype, "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><plugin>&e;</plugin>");
        assertThrows(NullclineException.class, () -> PluginXml.at(doctype, getClass().getClassLoader()));
    }

    @Test
    void randomValuesDependOnTheSeedAloneAndMoveAsAsked() {
        RandomValues values = new RandomValues(7);
        Value value = values.value(Kinds.MATRIX, 0);
        Matrix x = Matrix.of(value.array("matrix"));
        assertEquals(x, Matrix.of(new RandomValues(7).value(Kinds.MATRIX, 0).array("matrix")));
        assertTrue(!x.equals(Matrix.of(values.value(Kinds.MATRIX, 1).array("matrix"))));
        Matrix turned = Matrix.of(values.moved(value, "orthogonal", 0).array("matrix"));
        assertEquals(0, x.timesTranspose(x).minus(turned.timesTranspose(turned)).maxAbs(), 1e-12);
        Value operator = values.value(Kinds.OPERATOR, 0);
        Matrix a = Matrix.of(operator.array("operator"));
        assertEquals(a.trace(), Matrix.of(values.moved(operator, "similarity", 0).array("operator")).trace(), 1e-12);
        assertThrows(NullclineException.class, () -> values.moved(value, "rotation", 0));
    }
}
