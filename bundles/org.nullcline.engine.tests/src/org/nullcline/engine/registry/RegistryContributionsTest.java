// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nullcline.api.NullclineException;
import org.nullcline.api.NullclineException.Kind;
import org.nullcline.api.contribution.Described;
import org.nullcline.api.contribution.Descriptor;
import org.nullcline.api.contribution.ExtensionPoint;
import org.nullcline.api.parameter.ParameterDeclaration;
import org.nullcline.api.parameter.ParameterType;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.Value;

class RegistryContributionsTest {

    private static final String POINTS = """
            <plugin>
               <extension-point id="steps" name="s"/><extension-point id="metrics" name="m"/><extension-point id="solvers" name="s"/>
            </plugin>
            """;

    @TempDir
    private Path folder;

    /** A step that knows what it was made for; telling when its class is loaded. */
    public static final class Probe implements Step, Described {

        static {
            System.setProperty("nullcline.test.probe.loaded", "true");
        }

        private String id;

        @Override
        public void describe(Descriptor descriptor) {
            id = descriptor.id();
        }

        @Override
        public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
            throw NullclineException.task(id);
        }
    }

    /** A class that refuses to be made. */
    public static final class Refusing implements Step {

        /** Fails. */
        public Refusing() {
            throw new IllegalStateException("no licence");
        }

        @Override
        public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
            return Map.of();
        }
    }

    private RegistryContributions contributions(Map<String, String> plugins) throws IOException {
        List<URL> files = new ArrayList<>();
        Map<String, String> all = new LinkedHashMap<>(plugins);
        all.put("org.nullcline.api", POINTS);
        for (Map.Entry<String, String> plugin : all.entrySet()) {
            Path file = Files.createDirectories(folder.resolve(plugin.getKey())).resolve("plugin.xml");
            Files.writeString(file, plugin.getValue());
            files.add(file.toUri().toURL());
        }
        return new RegistryContributions(FlatRegistry.of(files, RegistryContributionsTest.class.getClassLoader()));
    }

    private static String step(String attributes, String children) {
        return "<plugin><extension point=\"org.nullcline.api.steps\"><step " + attributes + ">" + children + "</step></extension></plugin>";
    }

    private static String good(String id) {
        return "id=\"" + id + "\" name=\"Good\" version=\"1.0.0\" class=\"" + Probe.class.getName() + "\"";
    }

    @Test
    void listingLoadsNoClassOfThePlugin() throws IOException {
        System.clearProperty("nullcline.test.probe.loaded");
        var contributions = contributions(Map.of("org.lab", step(good("org.lab.good"), "<description>Does good.</description>")));
        assertEquals(List.of("org.lab.good"), contributions.list(ExtensionPoint.STEPS).stream().map(Descriptor::id).toList());
        assertEquals("Does good.", contributions.find(ExtensionPoint.STEPS, "good").description());
        assertFalse(Boolean.getBoolean("nullcline.test.probe.loaded"));
        contributions.create(contributions.find(ExtensionPoint.STEPS, "good"), Step.class);
        assertTrue(Boolean.getBoolean("nullcline.test.probe.loaded"));
    }

    @Test
    void instanceIsToldWhichContributionItServes() throws IOException {
        var contributions = contributions(Map.of("org.lab", step(good("org.lab.good"), "")));
        Step step = contributions.create(contributions.find(ExtensionPoint.STEPS, "org.lab.good"), Step.class);
        var failure = assertThrows(NullclineException.class, () -> step.run(null, null, null));
        assertEquals("org.lab.good", failure.getMessage());
    }

    @Test
    void declarationsAreReadWhole() throws IOException {
        var contributions = contributions(Map.of("org.lab", step(good("org.lab.good") + " category=\"Fits\" deprecated=\"true\" replacedBy=\"org.lab.better\"",
                "<input name=\"in\" kinds=\"recording  trajectories\" multiple=\"true\" optional=\"true\" description=\"What comes\"/>"
                        + "<output name=\"out\" kind=\"scores\" description=\"What goes\"/>"
                        + "<parameter name=\"rate\" type=\"real\" default=\"0.5\" min=\"0\" max=\"1\" unit=\"1/s\" description=\"How fast\"/>"
                        + "<parameter name=\"metric\" type=\"contribution\" point=\"metrics\" optional=\"true\" description=\"Which\"/>"
                        + "<citation doi=\"10.1/2\">Someone 2020</citation>")));
        Descriptor d = contributions.find(ExtensionPoint.STEPS, "good");
        assertTrue(d.deprecated());
        assertEquals("org.lab.better", d.replacedBy().orElseThrow());
        assertEquals("Fits", d.attribute("category", ""));
        assertEquals(List.of("recording", "trajectories"), d.input("in").orElseThrow().kinds());
        assertTrue(d.input("in").orElseThrow().multiple() && d.input("in").orElseThrow().optional());
        assertEquals(List.of("scores"), d.output("out").orElseThrow().kinds());
        ParameterDeclaration rate = d.parameter("rate").orElseThrow();
        assertEquals(new ParameterDeclaration("rate", ParameterType.REAL, "0.5", false, 0, 1, "1/s", List.of(), null, "How fast"), rate);
        assertEquals(ExtensionPoint.METRICS, d.parameter("metric").orElseThrow().point());
        assertEquals("10.1/2", d.citations().getFirst().doi());
        assertEquals("Someone 2020", d.citations().getFirst().text());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "name='X' version='1' class='C'                          | ''                                                             | id",
        "id='x' name='X' version='1' class='C'                   | ''                                                             | prefix",
        "id='org.lab.x' version='1' class='C'                    | ''                                                             | name",
        "id='org.lab.x' name='X' class='C'                       | ''                                                             | version",
        "id='org.lab.x' name='X' version='1'                     | ''                                                             | class",
        "id='org.lab.x' name='X' version='1' class='C'           | <parameter name='p' type='number'/>                            | unknown type",
        "id='org.lab.x' name='X' version='1' class='C'           | <parameter name='p' type='integer' default='high'/>            | default",
        "id='org.lab.x' name='X' version='1' class='C'           | <parameter name='p' type='real' default='5' max='1'/>          | default",
        "id='org.lab.x' name='X' version='1' class='C'           | <parameter name='p' type='real' min='low'/>                    | min",
        "id='org.lab.x' name='X' version='1' class='C'           | <parameter name='p' type='choice'/>                            | choices",
        "id='org.lab.x' name='X' version='1' class='C'           | <parameter name='p' type='contribution' point='moods'/>        | extension point",
        "id='org.lab.x' name='X' version='1' class='C'           | <parameter type='real'/>                                       | name",
        "id='org.lab.x' name='X' version='1' class='C'           | <parameter name='p' type='real'/><parameter name='p' type='real'/> | twice",
        "id='org.lab.x' name='X' version='1' class='C'           | <input name='i'/>                                              | kinds",
        "id='org.lab.x' name='X' version='1' class='C'           | <output name='o'/>                                             | kind"})
    void brokenContributionIsLeftOutAndNamed(String attributes, String children, String word) throws IOException {
        var contributions = contributions(Map.of("org.broken", step(attributes.replace('\'', '"'), children.equals("''") ? "" : children.replace('\'', '"')),
                "org.lab", step(good("org.lab.good"), "")));
        assertEquals(List.of("org.lab.good"), contributions.list(ExtensionPoint.STEPS).stream().map(Descriptor::id).toList());
        assertEquals(1, contributions.problems().size());
        ContributionProblem problem = contributions.problems().getFirst();
        assertEquals("org.broken", problem.bundle());
        assertTrue(problem.sentence().contains("org.broken") && problem.sentence().contains(word), problem.sentence());
    }

    @Test
    void duplicateIdOfABuiltInLosesAndIsNamed() throws IOException {
        var contributions = contributions(Map.of("com.thief", step("id=\"org.nullcline.fit\" name=\"Fake\" version=\"9\" class=\"C\"", ""), "org.nullcline.real",
                step("id=\"org.nullcline.fit\" name=\"Real\" version=\"1\" class=\"C\"", "")));
        assertEquals("Real", contributions.find(ExtensionPoint.STEPS, "org.nullcline.fit").name());
        assertTrue(contributions.problems().getFirst().sentence().contains("com.thief"));
    }

    @Test
    void foreignElementIsNamed() throws IOException {
        var contributions = contributions(Map.of("org.lab",
                "<plugin><extension point=\"org.nullcline.api.steps\"><stepp id=\"org.lab.x\"/></extension></plugin>"));
        assertTrue(contributions.problems().getFirst().sentence().contains("<stepp>"));
    }

    @ParameterizedTest
    @CsvSource({"org.lab.Nowhere,org.lab.Nowhere", "java.lang.String,java.lang.String",
        "org.nullcline.engine.registry.RegistryContributionsTest$Refusing,no licence"})
    void classThatCannotServeCostsOnlyItselfAndNamesThePlugin(String className, String word) throws IOException {
        var contributions = contributions(Map.of("org.lab", step("id=\"org.lab.bad\" name=\"Bad\" version=\"1\" class=\"" + className + "\"", "")));
        Descriptor descriptor = contributions.find(ExtensionPoint.STEPS, "bad");
        var failure = assertThrows(NullclineException.class, () -> contributions.create(descriptor, Step.class));
        assertEquals(Kind.INFRASTRUCTURE, failure.kind());
        assertTrue(failure.getMessage().contains("org.lab") && failure.getMessage().contains(word), failure.getMessage());
    }

    @Test
    void builtInsAnswerToShortIdsThatOthersUseToo() throws IOException {
        var contributions = contributions(Map.of("org.lab", step(good("org.lab.fit"), ""), "org.nullcline.core", step(good("org.nullcline.fit"), "")));
        assertEquals("org.nullcline.fit", contributions.find(ExtensionPoint.STEPS, "fit").id());
        assertEquals("org.lab.fit", contributions.find(ExtensionPoint.STEPS, "org.lab.fit").id());
    }

    @Test
    void ambiguousShortIdIsRefusedWithTheFullIds() throws IOException {
        var contributions = contributions(Map.of("org.one", step(good("org.one.fit"), ""), "org.two", step(good("org.two.fit"), "")));
        var failure = assertThrows(NullclineException.class, () -> contributions.find(ExtensionPoint.STEPS, "fit"));
        assertTrue(failure.getMessage().contains("org.one.fit") && failure.getMessage().contains("org.two.fit"), failure.getMessage());
    }

    @Test
    void unknownIdIsAnsweredWithTheNearest() throws IOException {
        var contributions = contributions(Map.of("org.lab", step(good("org.lab.fixed-points"), "")));
        var near = assertThrows(NullclineException.class, () -> contributions.find(ExtensionPoint.STEPS, "fixd-points"));
        assertEquals(Kind.INVALID, near.kind());
        assertTrue(near.getMessage().contains("did you mean fixed-points"), near.getMessage());
        var far = assertThrows(NullclineException.class, () -> contributions.find(ExtensionPoint.STEPS, "com.other.thing"));
        assertTrue(far.getMessage().contains("com.other"), far.getMessage());
    }
}
