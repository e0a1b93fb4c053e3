// SPDX-License-Identifier: EPL-2.0
package org.nullcline.model.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.URIConverter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nullcline.model.ExperimentFactory;
import org.nullcline.model.Experiments;
import org.nullcline.model.SampleExperiments;

/** Every file here is refused with one sentence, without a connection and without reading the bait. */
class HostileFilesTest {
    private static final String OPEN = "<experiment:Experiment xmi:version=\"2.0\" xmlns:xmi=\"http://www.omg.org/XMI\""
            + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xmlns:experiment=\"urn:nullcline:experiment\" format=\"1.0\"";
    private static final String CLOSE = "</experiment:Experiment>";
    private static final String BAIT = "b41t-content";

    @TempDir
    static Path folder;
    private final AtomicInteger connections = new AtomicInteger();
    private ServerSocket server;
    private Thread listener;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        listener = new Thread(() -> {
            while (!server.isClosed()) {
                try (var socket = server.accept()) {
                    connections.incrementAndGet();
                } catch (IOException e) {
                    return; // closed at the end of the test
                }
            }
        }, "listener");
        listener.start();
    }

    @AfterEach
    void stopListening() throws Exception {
        server.close();
        listener.join();
        assertEquals(0, connections.get(), "connections that were opened");
    }

    /** A name and a file; HOST stands for a server that counts connections, FILE for the bait. */
    record Hostile(String name, String content) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Hostile> files() {
        return List.of(
                new Hostile("entity from a file", "<!DOCTYPE x [<!ENTITY e SYSTEM \"FILE\">]>" + OPEN + " name=\"x\"><description>&e;"
                        + "</description>" + CLOSE),
                new Hostile("entity from a server", "<!DOCTYPE x [<!ENTITY e SYSTEM \"HOST/e\">]>" + OPEN + "><description>&e;</description>"
                        + CLOSE),
                new Hostile("parameter entity from a server", "<!DOCTYPE x [<!ENTITY % e SYSTEM \"HOST/e\"> %e;]>" + OPEN + "/>"),
                new Hostile("external document type", "<!DOCTYPE x SYSTEM \"HOST/x.dtd\">" + OPEN + "/>"),
                new Hostile("public document type", "<!DOCTYPE x PUBLIC \"-//x\" \"HOST/x.dtd\">" + OPEN + "/>"),
                new Hostile("billion laughs", laughs()),
                new Hostile("quadratic blow-up", "<!DOCTYPE x [<!ENTITY a \"" + "a".repeat(100_000) + "\">]>" + OPEN + "><description>"
                        + "&a;".repeat(10_000) + "</description>" + CLOSE),
                new Hostile("schema location on a server", OPEN + " xsi:schemaLocation=\"urn:other HOST/x.ecore\"/>"),
                new Hostile("schema location of the experiment's own package", OPEN
                        + " xsi:schemaLocation=\"urn:nullcline:experiment HOST/x.ecore\"/>"),
                new Hostile("schema location without namespace", OPEN + " xsi:noNamespaceSchemaLocation=\"HOST/x.ecore\"/>"),
                new Hostile("schema location deep inside", OPEN + "><step id=\"a\" contribution=\"b\" xsi:schemaLocation=\"a HOST/x\"/>" + CLOSE),
                new Hostile("package fetched from its namespace", OPEN.replace("urn:nullcline:experiment", "HOST/experiment") + "/>"),
                new Hostile("step from a server", OPEN + "><step href=\"HOST/x.experiment#a\"/>" + CLOSE),
                new Hostile("step from a file", OPEN + "><step href=\"FILE#//@steps.0\"/>" + CLOSE),
                new Hostile("step of another type from a file", OPEN
                        + "><step xsi:type=\"experiment:Step\" href=\"FILE#//@steps.0\"/>" + CLOSE),
                new Hostile("unknown element from a server", OPEN + "><future><part href=\"HOST/x#a\"/></future>" + CLOSE),
                new Hostile("several roots", "<xmi:XMI xmi:version=\"2.0\" xmlns:xmi=\"http://www.omg.org/XMI\">" + OPEN + "/></xmi:XMI>"),
                new Hostile("another root", "<html/>"),
                new Hostile("another root of the same name", "<Experiment format=\"1.0\"/>"),
                new Hostile("no format", OPEN.replace(" format=\"1.0\"", "") + "/>"),
                new Hostile("odd format", OPEN.replace("1.0", "1e9") + "/>"),
                new Hostile("depth of 100000", OPEN + ">" + "<a>".repeat(100_000) + "</a>".repeat(100_000) + CLOSE),
                new Hostile("depth of 100000 in known elements", OPEN + ">" + "<axis>".repeat(100_000) + "</axis>".repeat(100_000) + CLOSE),
                new Hostile("giant attribute", OPEN + " name=\"" + "x".repeat(20 << 20) + "\"/>"),
                new Hostile("giant text", OPEN + "><description>" + "x ".repeat(10 << 20) + "</description>" + CLOSE),
                new Hostile("giant text in pieces", OPEN + "><description>" + ("x".repeat(1000) + "<!-- -->").repeat(10_000)
                        + "</description>" + CLOSE),
                new Hostile("too many attributes", OPEN + " " + String.join(" ", IntStream.range(0, 100_000).mapToObj(
                        i -> "a" + i + "=\"\"").toList()) + "/>"),
                new Hostile("giant file", OPEN + ">" + "<note/>".repeat(6 << 20) + CLOSE),
                new Hostile("wrong type", OPEN + "><step xsi:type=\"experiment:Note\" id=\"a\"/>" + CLOSE),
                new Hostile("Ecore type", OPEN.replace("xmlns:xsi", "xmlns:ecore=\"http://www.eclipse.org/emf/2002/Ecore\" xmlns:xsi")
                        + "><step xsi:type=\"ecore:EPackage\" name=\"a\"/>" + CLOSE),
                new Hostile("number that is none", OPEN + " seed=\"lots\"/>"),
                new Hostile("number too large", OPEN + "><step id=\"a\" x=\"99999999999\"/>" + CLOSE),
                new Hostile("not XML", "PK\u0003\u0004"),
                new Hostile("empty", ""),
                new Hostile("torn", OPEN + "><step id=\"a\""),
                new Hostile("null character", OPEN + " name=\"\u0000\"/>"),
                new Hostile("undeclared entity", OPEN + " name=\"&e;\"/>"));
    }

    private static String laughs() {
        var entities = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 \"ha\">");
        for (var i = 1; i < 30; i++) {
            entities.append("<!ENTITY a").append(i).append(" \"").append(("&a" + (i - 1) + ";").repeat(10)).append("\">");
        }
        return entities + "]>" + OPEN + " name=\"&a29;\"/>";
    }

    @ParameterizedTest
    @MethodSource("files")
    void isRefusedInOneSentence(Hostile hostile) throws Exception {
        var bait = folder.resolve("bait.experiment");
        Files.writeString(bait, "<?xml version=\"1.0\"?>" + OPEN + " name=\"" + BAIT + "\"><step id=\"" + BAIT + "\"/>" + CLOSE);
        var path = folder.resolve("hostile.experiment");
        Files.writeString(path, hostile.content().replace("HOST", "http://127.0.0.1:" + server.getLocalPort())
                .replace("FILE", bait.toUri().toString()));
        var refusal = assertThrows(UnreadableExperimentException.class, () -> Experiments.load(path));
        var message = refusal.getMessage();
        assertTrue(message.contains("hostile.experiment"), message);
        assertTrue(message.endsWith(".") && !message.contains("Exception") && !message.contains("\n"), message);
        assertTrue(message.length() < 400, message);
        assertFalse(message.contains(BAIT), message);
        if (System.getProperty("nullcline.test.show") != null) {
            System.out.println(hostile + ": " + message);
        }
    }

    @Test
    void manySmallElementsWithinTheBudgetAreLegal() throws Exception {
        var path = folder.resolve("long.experiment");
        Files.writeString(path, OPEN + ">" + "<note/>".repeat(20_000) + CLOSE);
        assertEquals(20_000, Experiments.load(path).experiment().getNotes().size());
    }

    @Test
    void depthAndAttributesAboveTheDefaultsOfTheRuntimeAreLegal() throws Exception {
        var path = folder.resolve("deep.experiment");
        var attributes = String.join(" ", IntStream.range(0, 300).mapToObj(i -> "a" + i + "=\"\"").toList());
        Files.writeString(path, OPEN + ">" + "<axis>".repeat(150) + "</axis>".repeat(150) + "<step id=\"a\" " + attributes + "/>" + CLOSE);
        assertEquals("a", Experiments.load(path).experiment().getSteps().get(0).getId());
    }

    @Test
    void resourceOfAnExperimentOpensNoLocation() throws Exception {
        var experiment = Experiments.create("x");
        var converter = experiment.eResource().getResourceSet().getURIConverter();
        for (var uri : List.of(URI.createURI("http://127.0.0.1:" + server.getLocalPort() + "/x"), URI.createFileURI("/etc/hostname"),
                URI.createURI("platform:/plugin/org.nullcline.model/plugin.xml"), URI.createURI("archive:file:/a.zip!/b"))) {
            assertThrows(IOException.class, () -> converter.createInputStream(uri, Map.of()));
            assertThrows(IOException.class, () -> converter.createOutputStream(uri, Map.of()));
            assertThrows(IOException.class, () -> converter.delete(uri, Map.of()));
            assertThrows(IOException.class, () -> converter.contentDescription(uri, Map.of()));
            assertFalse(converter.exists(uri, Map.of()));
            assertEquals(true, converter.getAttributes(uri, Map.of()).get(URIConverter.ATTRIBUTE_READ_ONLY));
        }
    }

    @Test
    void valuesThatXmlCannotCarryAreRefusedWhenWriting() {
        for (var value : List.of("\u0000", "\u0001", "\uFFFE", "\uD800")) {
            var experiment = Experiments.create("x");
            var note = ExperimentFactory.eINSTANCE.createNote();
            note.setText("a" + value + "b");
            experiment.getNotes().add(note);
            assertThrows(ExperimentFileException.class, () -> Experiments.bytes(experiment));
        }
    }

    @Test
    void mutatedFilesAreReadOrRefusedButNothingElse() throws Exception {
        var original = Experiments.bytes(SampleExperiments.complete());
        var random = new SplittableRandom(1);
        for (var round = 0; round < 500; round++) {
            var bytes = original.clone();
            for (var change = 0; change <= random.nextInt(4); change++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try {
                Experiments.bytes(Experiments.read(bytes, "mutant"));
            } catch (ExperimentFileException e) {
                assertTrue(e.getMessage().endsWith("."), new String(bytes, StandardCharsets.UTF_8));
            }
        }
    }
}
