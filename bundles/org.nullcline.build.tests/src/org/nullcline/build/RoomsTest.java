// SPDX-License-Identifier: EPL-2.0
package org.nullcline.build;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** What may know what. The table is the plan of the house; a new arrow is decided there first. */
class RoomsTest {
    private static final Map<String, List<String>> KNOWS = Map.ofEntries(
            Map.entry("nd4j", List.of()),
            Map.entry("nd4j.linux.x86_64", List.of("nd4j")),
            Map.entry("compute", List.of("nd4j")),
            Map.entry("api", List.of("nd4j", "compute")),
            Map.entry("model", List.of()),
            Map.entry("model.edit", List.of("model")),
            Map.entry("data", List.of("api", "compute")),
            Map.entry("dynamics", List.of("api", "compute")),
            Map.entry("comparison", List.of("api", "compute")),
            Map.entry("marble", List.of("api", "compute")),
            Map.entry("reporting", List.of("api")),
            Map.entry("engine", List.of("api", "model", "reporting")),
            Map.entry("slurm", List.of("engine")),
            Map.entry("cli", List.of("engine", "testkit")),
            Map.entry("charts", List.of("api", "reporting")),
            Map.entry("workbench", List.of("engine", "charts", "model.edit")),
            Map.entry("testkit", List.of("api", "compute")),
            Map.entry("examples.lab", List.of("api", "testkit")));

    private static final Set<String> WITH_A_WINDOW = Set.of("charts", "workbench");

    /** Rooms that are no room of the product: they may look at everything. */
    private static final Set<String> OUTSIDE = Set.of("build");

    private static final Pattern WINDOW_BUNDLE = Pattern
            .compile("org\\.eclipse\\.(ui|swt|jface|swtchart|draw2d|gef|e4\\.ui|help\\.ui|compare|nebula)(\\..*)?");

    private static final Pattern INTERNAL_REFERENCE = Pattern
            .compile("\\b(org\\.nullcline(?:\\.[a-z][a-z0-9_]*)*\\.internal(?:\\.[a-z][a-z0-9_]*)*)\\b");

    private static List<Room> rooms() throws IOException {
        return SourceTree.rooms().stream().filter(room -> !OUTSIDE.contains(room.name())).toList();
    }

    /** The room itself, what it knows, and what those know. */
    private static Set<String> known(String room) {
        var known = new HashSet<String>();
        var open = new ArrayList<>(List.of(room));
        while (!open.isEmpty()) {
            var next = open.removeLast();
            if (known.add(next)) {
                open.addAll(KNOWS.getOrDefault(next, List.of()));
            }
        }
        return known;
    }

    private static void assertNone(String what, Set<String> offences) {
        assertEquals("", String.join("\n", offences), what);
    }

    @Test
    void everyBundleIsARoomOfThePlan() throws IOException {
        var offences = new TreeSet<String>();
        for (var room : rooms()) {
            if (!KNOWS.containsKey(room.name())) {
                offences.add(room.bundle());
            }
        }
        assertNone("bundles that the plan does not know", offences);
    }

    @Test
    void roomsUseOnlyWhatThePlanAllows() throws IOException {
        var owners = ownersOfPackages();
        var offences = new TreeSet<String>();
        for (var room : rooms()) {
            if (room.isTests()) {
                continue;
            }
            var used = new TreeSet<String>();
            room.requiredBundles().stream().filter(bundle -> bundle.startsWith("org.nullcline."))
                    .forEach(bundle -> used.add(bundle.substring("org.nullcline.".length())));
            room.importedPackages().stream().filter(owners::containsKey)
                    .forEach(name -> used.add(owners.get(name)));
            used.removeAll(known(room.name()));
            used.forEach(other -> offences.add(room.name() + " -> " + other));
        }
        assertNone("arrows that the plan does not allow", offences);
    }

    @Test
    void sourcesNameOnlyPackagesOfRoomsThatTheirsMayUse() throws IOException {
        var owners = ownersOfPackages();
        var reference = Pattern.compile("^import (?:static )?(org\\.nullcline(?:\\.[a-z][a-z0-9_]*)+)\\.[A-Z]",
                Pattern.MULTILINE);
        var offences = new TreeSet<String>();
        for (var room : rooms()) {
            if (room.isTests()) {
                continue;
            }
            var known = known(room.name());
            for (var file : room.javaFiles()) {
                var matcher = reference.matcher(Files.readString(file));
                while (matcher.find()) {
                    var owner = owners.get(matcher.group(1));
                    if (owner != null && !known.contains(owner)) {
                        offences.add(SourceTree.name(file) + " uses " + matcher.group(1));
                    }
                }
            }
        }
        assertNone("imports against the plan", offences);
    }

    @Test
    void nothingBelowTheWindowsAsksForAWindow() throws IOException {
        var offences = new TreeSet<String>();
        for (var room : rooms()) {
            if (WITH_A_WINDOW.contains(room.name())) {
                continue;
            }
            for (var needed : new TreeSet<>(List.of(room.requiredBundles(), room.importedPackages()).stream()
                    .flatMap(Set::stream).toList())) {
                if (WINDOW_BUNDLE.matcher(needed).matches()) {
                    offences.add(room.bundle() + " needs " + needed);
                }
            }
        }
        assertNone("rooms without a window that ask for one", offences);
    }

    @Test
    void internalPackagesAreUsedOnlyByTheirOwnRoom() throws IOException {
        var owners = ownersOfPackages();
        var offences = new TreeSet<String>();
        for (var room : rooms()) {
            for (var file : room.javaFiles()) {
                var matcher = INTERNAL_REFERENCE.matcher(Files.readString(file));
                while (matcher.find()) {
                    var owner = owners.get(matcher.group(1));
                    if (owner != null && !owner.equals(room.name())) {
                        offences.add(SourceTree.name(file) + " uses " + matcher.group(1));
                    }
                }
            }
        }
        assertNone("uses of another room's internal packages", offences);
    }

    @Test
    void exactlyThePublicPackagesAreExported() throws IOException {
        var offences = new TreeSet<String>();
        for (var room : rooms()) {
            if (room.isTests()) {
                continue;
            }
            var own = room.packages();
            var exported = room.clauses("Export-Package");
            for (var name : own) {
                var internal = name.contains(".internal");
                if (!internal && !exported.containsKey(name)) {
                    offences.add(room.name() + " does not export " + name);
                }
                if (internal && exported.containsKey(name)
                        && !"true".equals(exported.get(name).getDirective("x-internal"))) {
                    offences.add(room.name() + " exports " + name + " without x-internal");
                }
            }
            for (var name : exported.keySet()) {
                if (name.startsWith("org.nullcline.") && !own.contains(name)) {
                    offences.add(room.name() + " exports " + name + ", which does not exist");
                }
            }
        }
        assertNone("exports that do not match the sources", offences);
    }

    @Test
    void everyManifestTellsEnvironmentVendorAndName() throws IOException {
        var offences = new TreeSet<String>();
        for (var room : SourceTree.rooms()) {
            if (!"JavaSE-21".equals(room.header("Bundle-RequiredExecutionEnvironment"))) {
                offences.add(room.bundle() + ": execution environment is not JavaSE-21");
            }
            if (!"Nullcline".equals(room.header("Bundle-Vendor"))) {
                offences.add(room.bundle() + ": vendor is not Nullcline");
            }
            if (!room.clauses("Bundle-SymbolicName").containsKey(room.bundle())) {
                offences.add(room.bundle() + ": symbolic name differs from the folder");
            }
            if (!"1.0.0.qualifier".equals(room.header("Bundle-Version"))) {
                offences.add(room.bundle() + ": version is not 1.0.0.qualifier");
            }
            if (room.header("Fragment-Host") == null
                    && !room.bundle().equals(room.header("Automatic-Module-Name"))) {
                offences.add(room.bundle() + ": Automatic-Module-Name differs from the folder");
            }
        }
        assertNone("manifests", offences);
    }

    @Test
    void everyRoomIsBuiltAndShipped() throws IOException {
        var reactor = Files.readString(SourceTree.ROOT.resolve("pom.xml"));
        var shipped = new StringBuilder();
        for (var file : SourceTree.files(SourceTree.ROOT.resolve("features"), f -> f.endsWith("feature.xml"))) {
            shipped.append(Files.readString(file));
        }
        var offences = new TreeSet<String>();
        for (var room : SourceTree.rooms()) {
            if (!reactor.contains("<module>bundles/" + room.bundle() + "</module>")) {
                offences.add(room.bundle() + " is not built");
            }
            if (!room.isTests() && !shipped.toString().contains("id=\"" + room.bundle() + "\"")) {
                offences.add(room.bundle() + " is in no feature");
            }
        }
        assertNone("rooms that are left out", offences);
    }

    @Test
    void whatLiesBesideTheSourcesIsPacked() throws IOException {
        // The sources and what only the build, a developer or a reader of the source tree needs.
        var unpacked = Set.of("src", "src-gen", "target", "pom.xml", "build.properties", "generator", "docs", "bin");
        var offences = new TreeSet<String>();
        for (var room : SourceTree.rooms()) {
            var properties = new Properties();
            try (var in = Files.newInputStream(room.folder().resolve("build.properties"));
                    var entries = Files.list(room.folder())) {
                properties.load(in);
                var packed = List.of(properties.getProperty("bin.includes", "").split("\\s*,\\s*"));
                for (var entry : (Iterable<Path>) entries::iterator) {
                    var name = entry.getFileName().toString();
                    if (!name.startsWith(".") && !unpacked.contains(name) && !packed.contains(name)
                            && !packed.contains(name + "/")) {
                        offences.add(room.bundle() + ": " + name + " is not in bin.includes");
                    }
                }
            }
        }
        assertNone("files that would be missing in the product", offences);
    }

    private static Map<String, String> ownersOfPackages() throws IOException {
        var owners = new HashMap<String, String>();
        for (var room : rooms()) {
            if (!room.isTests()) {
                for (var name : room.packages()) {
                    owners.put(name, room.name());
                }
            }
        }
        return owners;
    }
}
