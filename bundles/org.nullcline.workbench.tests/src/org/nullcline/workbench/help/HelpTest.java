// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.eclipse.help.HelpSystem;
import org.eclipse.help.IToc;
import org.eclipse.help.ITopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nullcline.api.contribution.Descriptor;
import org.nullcline.api.contribution.ExtensionPoint;
import org.nullcline.workbench.Window;
import org.nullcline.workbench.app.Ids;
import org.nullcline.workbench.laboratory.Laboratory;
import org.nullcline.workbench.study.NewExperimentWizard;
import org.nullcline.workbench.study.OpenExperiments;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class HelpTest {

    @TempDir
    Path folder;

    private static final String PLUGIN = "org.nullcline.workbench";

    private static IToc toc() {
        return Arrays.stream(HelpSystem.getTocs()).filter(toc -> toc.getLabel().equals("Nullcline")).findAny().orElseThrow(() -> new AssertionError("the help has a book"));
    }

    private static List<ITopic> topics(ITopic... topics) {
        List<ITopic> all = new ArrayList<>();
        for (ITopic topic : topics) {
            all.add(topic);
            all.addAll(topics(topic.getSubtopics()));
        }
        return all;
    }

    /** The page as the help system serves it. */
    private static Document read(String href) throws Exception {
        try (InputStream in = HelpSystem.getHelpContent(href)) {
            assertNotNull(in, href + " leads nowhere");
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new java.io.ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void everyTopicLeadsToAWellFormedPage() throws Exception {
        var topics = topics(toc().getTopics());
        assertTrue(topics.size() > 10, topics.size() + " topics");
        for (ITopic topic : topics) {
            if (topic.getHref() != null) {
                assertEquals("html", read(topic.getHref()).getDocumentElement().getTagName(), topic.getHref());
            }
        }
    }

    @Test
    void theReferenceNamesEveryContributionItsParametersAndItsSource() throws Exception {
        for (ExtensionPoint point : List.of(ExtensionPoint.STEPS, ExtensionPoint.METRICS, ExtensionPoint.ARCHITECTURES, ExtensionPoint.SOLVERS, ExtensionPoint.SYSTEMS)) {
            var page = read("/" + PLUGIN + "/" + ReferencePages.address(point));
            var text = page.getDocumentElement().getTextContent();
            var headings = page.getElementsByTagName("h2");
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < headings.getLength(); i++) {
                ids.add(((Element) headings.item(i)).getAttribute("id"));
            }
            List<Descriptor> installed = Window.service(Laboratory.class).contributions().list(point).stream().filter(d -> !d.deprecated()).toList();
            assertEquals(installed.stream().map(Descriptor::id).toList(), ids);
            for (Descriptor descriptor : installed) {
                assertTrue(text.contains(descriptor.description().strip()), descriptor.id());
                descriptor.parameters().forEach(p -> assertTrue(text.contains(p.description().strip()), descriptor.id() + " " + p.name()));
                descriptor.citations().forEach(c -> assertTrue(text.contains(c.text().strip()), descriptor.id() + " " + c.text()));
            }
        }
    }

    /** What F1 opens: pages that are there, with the places that are named in them. */
    @Test
    void helpOnWhatIsInFrontLeadsToItsPlace() throws Exception {
        // The help system finds pages once it has its books.
        assertEquals("Nullcline", toc().getLabel());
        var page = Window.show(Ids.DESIGN);
        List<String> addresses = new ArrayList<>(List.of(HelpHandler.page(null)));
        for (String view : List.of(Ids.STUDY_VIEW, Ids.PROBLEMS_VIEW, Ids.RUNS_VIEW, Ids.LOG_VIEW, Ids.CURVES_VIEW, Ids.RESULTS_VIEW, Ids.TABLE_VIEW, Ids.MATRICES_VIEW,
                Ids.EMBEDDINGS_VIEW)) {
            addresses.add(HelpHandler.page(page.showView(view)));
        }
        var laboratory = Window.service(Laboratory.class);
        var file = NewExperimentWizard.create(laboratory, laboratory.engine().template("first-look"), false, folder, "Helped");
        var editor = OpenExperiments.open(page, file);
        addresses.add(HelpHandler.page(editor));
        assertTrue(addresses.getLast().endsWith("steps.html#org.nullcline.simulate"), addresses.getLast());
        page.closeEditor(editor, false);
        for (String address : addresses) {
            var parts = address.split("#");
            var found = read(parts[0]);
            if (parts.length > 1) {
                var headings = found.getElementsByTagName("h2");
                assertTrue(IntStream.range(0, headings.getLength()).anyMatch(i -> ((Element) headings.item(i)).getAttribute("id").equals(parts[1])), address);
            }
        }
    }

    @Test
    void otherAddressesAreLeftToTheFilesOfThePlugin() {
        assertNull(new ReferencePages().getInputStream(PLUGIN, "help/start.html", Locale.ENGLISH));
        assertNotNull(new ReferencePages().getInputStream(PLUGIN, "reference/steps.html?lang=en#org.nullcline.dmd", Locale.ENGLISH));
    }
}
