// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.study;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Platform;
import org.nullcline.model.Experiments;
import org.nullcline.workbench.laboratory.Laboratory;
import org.osgi.service.prefs.BackingStoreException;

/**
 * The studies: folders with experiments. Those in the workspace are found by themselves, others are added by the user. Files are the only
 * truth; whatever else changes them is seen at the next refresh. A service.
 */
public final class Studies {

    /** File suffix of an experiment. */
    public static final String SUFFIX = "." + Experiments.FILE_EXTENSION;

    private static final String ADDED = "studies.added";
    private static final String RECENT = "studies.recent";
    private static final int MAX_RECENT = 12;
    private static final int MAX_LISTED = 5000;

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** Has something run whenever the workbench changes studies or experiments; on the thread that changed them. */
    public AutoCloseable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Says that files changed. */
    public void changed() {
        listeners.forEach(Runnable::run);
    }

    /** The folder of the workspace. */
    public Path workspace() {
        try {
            var url = Platform.getInstanceLocation().getURL();
            return Path.of(new URI(url.getProtocol(), null, url.getPath(), null)).toAbsolutePath().normalize();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The workspace has no folder.", e);
        }
    }

    /** The folders of all studies, those of the workspace first. */
    public List<Path> folders() {
        Set<Path> folders = new LinkedHashSet<>(children(workspace()).stream().filter(Files::isDirectory).toList());
        added().stream().filter(Files::isDirectory).forEach(folders::add);
        return List.copyOf(folders);
    }

    /** Folders and experiments directly in a folder; folders first, hidden ones left out. */
    public List<Path> children(Path folder) {
        try (Stream<Path> content = Files.list(folder)) {
            return content.filter(p -> !p.getFileName().toString().startsWith(".")).filter(p -> Files.isDirectory(p) || isExperiment(p))
                    .limit(MAX_LISTED)
                    .sorted((a, b) -> Files.isDirectory(a) != Files.isDirectory(b) ? Files.isDirectory(a) ? -1 : 1
                            : a.getFileName().toString().compareToIgnoreCase(b.getFileName().toString()))
                    .toList();
        } catch (IOException e) {
            ILog.of(Studies.class).warn("The folder " + folder + " cannot be listed.", e);
            return List.of();
        }
    }

    /** Whether a file is an experiment by its name. */
    public static boolean isExperiment(Path file) {
        return file.getFileName().toString().endsWith(SUFFIX);
    }

    /** Whether a study is outside the workspace. */
    public boolean isAdded(Path folder) {
        return added().contains(folder);
    }

    /** Shows a folder outside the workspace as a study. */
    public void add(Path folder) {
        var absolute = folder.toAbsolutePath().normalize();
        if (!absolute.startsWith(workspace())) {
            var all = new LinkedHashSet<>(added());
            all.add(absolute);
            write(ADDED, all.stream().toList());
        }
        changed();
    }

    /** No longer shows a folder outside the workspace; its files stay. */
    public void forget(Path folder) {
        write(ADDED, added().stream().filter(p -> !p.equals(folder)).toList());
        changed();
    }

    /** Makes a study in the workspace. */
    public Path create(String name) throws IOException {
        var folder = Files.createDirectories(workspace().resolve(fileName(name)));
        changed();
        return folder;
    }

    /** A name as a file may bear it. */
    public static String fileName(String name) {
        var plain = name.strip().replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]+", "-").replaceAll("^\\.+", "");
        return plain.isEmpty() ? "study" : plain.substring(0, Math.min(plain.length(), 100));
    }

    /** Name of an experiment's file for people: without folder and suffix. */
    public static String title(Path file) {
        var name = file.getFileName().toString();
        return isExperiment(file) ? name.substring(0, name.length() - SUFFIX.length()) : name;
    }

    /** A file for an experiment of that name that does not exist yet. */
    public static Path freeFile(Path folder, String name) {
        var stem = fileName(name);
        var file = folder.resolve(stem + SUFFIX);
        for (var number = 2; Files.exists(file); number++) {
            file = folder.resolve(stem + " " + number + SUFFIX);
        }
        return file;
    }

    /** Experiments that were opened last, the newest first; only those that still exist. */
    public List<Path> recent() {
        return read(RECENT).stream().filter(Files::isRegularFile).toList();
    }

    /** Remembers that an experiment was opened. */
    public void opened(Path file) {
        var all = new ArrayList<>(List.of(file.toAbsolutePath().normalize()));
        read(RECENT).stream().filter(p -> !all.contains(p)).forEach(all::add);
        write(RECENT, all.subList(0, Math.min(all.size(), MAX_RECENT)));
    }

    /** Keeps what is remembered of a file or folder, and of all within it, under another name. */
    public void renamed(Path from, Path to) {
        for (var key : List.of(ADDED, RECENT)) {
            write(key, read(key).stream().map(path -> path.startsWith(from) ? to.resolve(from.relativize(path)).normalize() : path).toList());
        }
        changed();
    }

    private List<Path> added() {
        return read(ADDED);
    }

    private static List<Path> read(String key) {
        return Arrays.stream(Laboratory.preferences().get(key, "").split("\n")).filter(s -> !s.isBlank()).map(Path::of).toList();
    }

    private static void write(String key, List<Path> paths) {
        var node = Laboratory.preferences();
        node.put(key, String.join("\n", paths.stream().map(Path::toString).toList()));
        try {
            node.flush();
        } catch (BackingStoreException e) {
            ILog.of(Studies.class).warn("The list of studies cannot be remembered.", e);
        }
    }
}
