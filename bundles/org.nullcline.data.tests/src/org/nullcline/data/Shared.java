// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the golden values and recordings lie: the folder {@code shared} beside the project. */
public final class Shared {

    private Shared() {
    }

    public static Path golden(String path) {
        return folder().resolve("golden").resolve(path);
    }

    public static Path data(String path) {
        return folder().resolve("data").resolve(path);
    }

    private static Path folder() {
        String configured = System.getProperty("nullcline.shared");
        if (configured != null) {
            return Path.of(configured);
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("shared/golden"))) {
                return at.resolve("shared");
            }
        }
        throw new IllegalStateException("There is no folder shared/golden above " + Path.of("").toAbsolutePath() + "; set nullcline.shared.");
    }
}
