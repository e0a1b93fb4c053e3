// SPDX-License-Identifier: EPL-2.0
package org.nullcline.cli.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.nullcline.api.NullclineException;
import org.nullcline.api.value.Value;
import org.nullcline.api.value.ValueFolder;
import org.nullcline.cli.Session;
import org.nullcline.engine.store.Store;

/** Writes the outputs of a step into a folder: straight into it for a single output, into one folder per port for several. */
public final class OutputFiles {

    private final Session session;

    /** Writes for a session. */
    public OutputFiles(Session session) {
        this.session = session;
    }

    /** Writes outputs; returns the files by port. */
    public Map<String, List<Path>> write(SortedMap<String, Value> outputs, Path folder) {
        Path root = session.resolve(folder);
        Map<String, List<Path>> files = new TreeMap<>();
        try {
            for (Map.Entry<String, Value> output : outputs.entrySet()) {
                Path target = outputs.size() == 1 ? root : root.resolve(output.getKey());
                Files.createDirectories(target);
                ValueFolder.write(output.getValue(), target);
                try (Stream<Path> content = Files.list(target)) {
                    files.put(output.getKey(), content.filter(p -> p.toString().endsWith(".npy")).sorted().toList());
                }
            }
            return files;
        } catch (IOException e) {
            throw NullclineException.infrastructure("The folder " + root + " cannot be written: " + Store.reason(e) + ".", e);
        }
    }
}
