// SPDX-License-Identifier: EPL-2.0
package org.nullcline.build;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no source file may hold, with the reason. */
class SourceRulesTest {
    private static List<Path> sources(boolean tests) throws IOException {
        var files = new ArrayList<Path>();
        for (var room : SourceTree.rooms()) {
            // This room names what it forbids.
            if (room.isTests() == tests && !room.name().equals("build")) {
                files.addAll(SourceTree.files(room.folder().resolve("src"), SourceTree::isJava));
            }
        }
        return files;
    }

    private static void assertAbsent(List<Path> files, String regex, String reason) throws IOException {
        var pattern = Pattern.compile(regex);
        var offences = new ArrayList<String>();
        for (var file : files) {
            var number = 0;
            for (var line : Files.readAllLines(file)) {
                number++;
                if (pattern.matcher(line).find() && !line.strip().startsWith("*") && !line.strip().startsWith("//")) {
                    offences.add(SourceTree.name(file) + ":" + number + ": " + line.strip());
                }
            }
        }
        assertEquals("", String.join("\n", offences), reason);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '~', textBlock = """
            \\bObject(In|Out)putStream\\b ~ Java serialisation runs foreign code while reading
            \\bNd4j\\s*\\.\\s*(readNpy|createFromNp|createNpy|readBinary|read\\() ~ ND4J's readers crash the JVM on damaged files
            \\.printStackTrace\\(\\) ~ failures go to the log or to the user in a sentence
            \\bSystem\\.gc\\( ~ a collection by hand only hides a leak
            \\bNd4j\\.getRandom\\( ~ its state is shared by all threads: results would depend on their order
            """)
    void productDoesNotUse(String regex, String reason) throws IOException {
        assertAbsent(sources(false), regex, reason);
    }

    @Test
    void onlyAMainClassEndsTheProcess() throws IOException {
        var others = sources(false).stream().filter(file -> !file.endsWith("Main.java")).toList();
        assertAbsent(others, "\\bSystem\\.exit\\(|\\bgetRuntime\\(\\)\\.exit\\(", "the platform passes on the exit code");
    }

    @Test
    void scienceDrawsOnlyFromTheKeyedStreams() throws IOException {
        // The engine may name temporary files at random.
        var science = sources(false).stream().filter(file -> !SourceTree.name(file).contains("org.nullcline.engine/"))
                .toList();
        assertAbsent(science, "\\bMath\\.random\\(|\\bThreadLocalRandom\\b|\\bnew (Random|SecureRandom|SplittableRandom)\\(",
                "every result is keyed by a seed and a counter");
    }

    @Test
    void whoMakesAnXmlParserForbidsDoctypes() throws IOException {
        var open = new ArrayList<Path>();
        for (var file : sources(false)) {
            var text = Files.readString(file);
            if (!text.contains("disallow-doctype-decl") && !text.contains("SUPPORT_DTD")) {
                open.add(file);
            }
        }
        assertAbsent(open, "\\b(DocumentBuilderFactory|SAXParserFactory|XMLInputFactory|TransformerFactory)\\.(new|default)",
                "a doctype can read files and exhaust memory");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '~', textBlock = """
            \\b(TODO|FIXME|XXX)\\b ~ work that is missing belongs into an issue
            catch \\([A-Za-z| ]+ [a-z]+\\) *\\{ *\\} ~ a swallowed error
            @Disabled|\\bassume(True|False|That)\\(|\\bassumingThat\\( ~ a test that does not run proves nothing
            """)
    void nothingAnywhereHas(String regex, String reason) throws IOException {
        assertAbsent(sources(false), regex, reason);
        assertAbsent(sources(true), regex, reason);
    }

    @Test
    void everySourceFileNamesItsLicence() throws IOException {
        var missing = new ArrayList<String>();
        for (var room : SourceTree.rooms()) {
            for (var file : SourceTree.files(room.folder().resolve("src"), SourceTree::isJava)) {
                if (!Files.readString(file).startsWith("// SPDX-License-Identifier: EPL-2.0")) {
                    missing.add(SourceTree.name(file));
                }
            }
        }
        assertEquals("", String.join("\n", missing), "first line is the licence identifier");
    }
}
