// SPDX-License-Identifier: EPL-2.0
package org.nullcline.model.internal.xml;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nullcline.model.Experiments;
import org.nullcline.model.FormatVersion;
import org.nullcline.model.file.NewerFormatException;
import org.nullcline.model.file.UnreadableExperimentException;
import org.nullcline.model.migration.MigrationChain;
import org.nullcline.model.migration.MigrationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class MigrationTest {
    private static final FormatVersion THREE = new FormatVersion(3, 2);

    private static byte[] document(String format) {
        return ("<experiment:Experiment xmi:version=\"2.0\" xmlns:xmi=\"http://www.omg.org/XMI\""
                + " xmlns:experiment=\"urn:nullcline:experiment\" format=\"" + format + "\" caption=\"Old\">"
                + "<node id=\"a\" contribution=\"b\"><future x=\"1\">kept</future></node></experiment:Experiment>")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** In format 2 the attribute caption became name. */
    private static void captionToName(Document document) {
        var root = document.getDocumentElement();
        root.setAttribute("name", root.getAttribute("caption"));
        root.removeAttribute("caption");
    }

    /** In format 3 nodes became steps. */
    private static void nodeToStep(Document document) {
        var live = document.getElementsByTagName("node");
        var nodes = IntStream.range(0, live.getLength()).mapToObj(live::item).toList();
        nodes.forEach(node -> document.renameNode(node, null, "step"));
    }

    @Test
    void chainLeadsFromTheFirstFormatToTheLast() throws Exception {
        var chain = MigrationChain.of(Map.of(1, MigrationTest::captionToName, 2, MigrationTest::nodeToStep));
        var loaded = ExperimentXml.read(document("1.4"), "x", chain, THREE, XmlBudget.DEFAULT);
        assertEquals("Old", loaded.experiment().getName());
        assertEquals("b", loaded.experiment().step("a").getContribution());
        assertEquals("3.2", loaded.experiment().getFormat());
        assertEquals(2, loaded.notes().size());
        assertTrue(loaded.notes().get(1).contains("from file format 2 to 3"));
        var saved = new String(Experiments.bytes(loaded.experiment()), StandardCharsets.UTF_8);
        assertTrue(saved.contains("<future x=\"1\">kept</future>"), saved);
    }

    @Test
    void stepsRunInOrderAndOnlyTheNeededOnes() throws Exception {
        var order = new ArrayList<Integer>();
        var chain = MigrationChain.of(Map.of(1, d -> order.add(1), 2, d -> {
            order.add(2);
            captionToName(d);
            nodeToStep(d);
        }, 3, d -> order.add(3)));
        ExperimentXml.read(document("2.0"), "x", chain, THREE, XmlBudget.DEFAULT);
        assertEquals(List.of(2), order);
    }

    @Test
    void migrationSeesTheFormatThatItReads() throws Exception {
        var seen = new ArrayList<String>();
        var chain = MigrationChain.of(Map.of(
                1, d -> seen.add(d.getDocumentElement().getAttribute("format")),
                2, d -> seen.add(d.getDocumentElement().getAttribute("format"))));
        ExperimentXml.read(document("1.4"), "x", chain, THREE, XmlBudget.DEFAULT);
        assertEquals(List.of("1.4", "2.0"), seen);
    }

    @Test
    void missingStepIsNamed() {
        var chain = MigrationChain.of(Map.of(1, MigrationTest::captionToName));
        var message = assertThrows(UnreadableExperimentException.class,
                () -> ExperimentXml.read(document("1.0"), "old.experiment", chain, THREE, XmlBudget.DEFAULT)).getMessage();
        assertTrue(message.contains("old.experiment") && message.contains("from file format 2 to 3"), message);
    }

    @Test
    void failingStepIsReportedWithItsReason() {
        var reason = new MigrationException("The step a has no contribution.");
        var chain = MigrationChain.of(Map.of(1, d -> {
            throw reason;
        }));
        var refusal = assertThrows(UnreadableExperimentException.class,
                () -> ExperimentXml.read(document("1.0"), "x", chain, THREE, XmlBudget.DEFAULT));
        assertSame(reason, refusal.getCause());
        assertTrue(refusal.getMessage().contains(reason.getMessage()));
    }

    @Test
    void resultOfAMigrationIsNotTrustedMoreThanAFile() {
        var chain = MigrationChain.of(Map.of(2, d -> ((Element) d.getElementsByTagName("node").item(0)).setAttribute("href", "x")));
        assertThrows(UnreadableExperimentException.class,
                () -> ExperimentXml.read(document("2.0"), "x", chain, THREE, XmlBudget.DEFAULT));
    }

    @Test
    void newerMajorFormatIsRefusedAndSaysWhatToDo(@TempDir Path folder) throws Exception {
        var path = folder.resolve("new.experiment");
        Files.write(path, document("2.0"));
        var message = assertThrows(NewerFormatException.class, () -> Experiments.load(path)).getMessage();
        assertEquals("new.experiment was written in file format 2.0; this program knows formats up to 1.x."
                + " Open it with a newer version of the program.", message);
        assertArrayEquals(document("2.0"), Files.readAllBytes(path));
    }

    @Test
    void installedChainWorksWithoutARegistry() throws Exception {
        var document = SecureXml.document(document("1.0"), XmlBudget.DEFAULT);
        assertEquals(List.of(), MigrationChain.installed(null).migrate(document, FormatVersion.CURRENT, FormatVersion.CURRENT));
    }

    @Test
    void olderMinorFormatIsRaisedSilently() throws Exception {
        var loaded = ExperimentXml.read(document("3.0"), "x", MigrationChain.of(Map.of()), THREE, XmlBudget.DEFAULT);
        assertEquals("3.2", loaded.experiment().getFormat());
        assertEquals(List.of(), loaded.notes());
    }

    @Test
    void everyFormatVersionReadsWhatItWrites() {
        for (var text : List.of("1.0", "1.10", "12.3")) {
            assertEquals(text, FormatVersion.parse(text).orElseThrow().toString());
        }
        for (var text : List.of("", "1", "0.1", "01.0", "1.", "1.0.0", "-1.0", "1.00", "999999.0")) {
            assertTrue(FormatVersion.parse(text).isEmpty(), text);
        }
        assertTrue(new FormatVersion(1, 10).compareTo(new FormatVersion(1, 9)) > 0);
    }
}
