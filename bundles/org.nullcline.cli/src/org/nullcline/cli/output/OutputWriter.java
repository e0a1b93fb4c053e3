// SPDX-License-Identifier: EPL-2.0
package org.nullcline.cli.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.nullcline.api.NullclineException;
import org.nullcline.api.contribution.Descriptor;
import org.nullcline.api.contribution.ExtensionPoint;
import org.nullcline.api.format.Format;
import org.nullcline.api.value.Value;
import org.nullcline.api.value.ValueFolder;
import org.nullcline.cli.Session;
import org.nullcline.engine.store.Store;

/** Writes values to files in the format that the file's name asks for; a name without suffix becomes a folder of arrays. */
public final class OutputWriter {

    private final Session session;

    /** Writes with the formats of a session. */
    public OutputWriter(Session session) {
        this.session = session;
    }

    /** Writes a value; returns where. */
    public Path write(Value value, Path file) {
        Path target = session.resolve(file);
        String name = target.getFileName().toString().toLowerCase(Locale.ROOT);
        List<Descriptor> writers = session.contributions().list(ExtensionPoint.FORMATS).stream().filter(d -> d.attribute("writes", "false").equals("true"))
                .toList();
        try {
            Files.createDirectories(target.getParent());
            for (Descriptor writer : writers) {
                if (suffixes(writer).stream().anyMatch(name::endsWith)) {
                    session.contributions().create(writer, Format.class).write(value, target);
                    return target;
                }
            }
            if (name.contains(".")) {
                throw NullclineException.invalid("No installed format writes files like " + target.getFileName() + "; end its name in one of "
                        + String.join(", ", writers.stream().flatMap(w -> suffixes(w).stream()).toList()) + ", or give a name without suffix for a folder of arrays.");
            }
            folder(value, target);
            return target;
        } catch (IOException e) {
            throw NullclineException.infrastructure(target + " cannot be written: " + Store.reason(e) + ".", e);
        }
    }

    private static void folder(Value value, Path target) throws IOException {
        if (Files.exists(target) && !Files.exists(target.resolve(ValueFolder.INDEX)) && !Store.isEmpty(target)) {
            throw NullclineException.invalid("The folder " + target + " holds other things; choose another name.");
        }
        Files.createDirectories(target);
        ValueFolder.write(value, target);
    }

    private static List<String> suffixes(Descriptor format) {
        return Arrays.stream(format.attribute("suffixes", "").split("[,\\s]+")).filter(s -> !s.isBlank()).map(s -> "." + s.strip().toLowerCase(Locale.ROOT)).toList();
    }
}
