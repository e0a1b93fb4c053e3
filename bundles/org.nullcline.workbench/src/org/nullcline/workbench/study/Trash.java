// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Where deleted experiments go: a hidden folder beside them, so that nothing is lost by a slip and the move is always atomic. */
final class Trash {

    private static final String FOLDER = ".trash";
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    private Trash() {
    }

    /**
     * Moves a file or folder into the trash of its folder.
     *
     * @return where it is now
     */
    static Path move(Path path) throws IOException {
        var trash = Files.createDirectories(path.resolveSibling(FOLDER));
        var target = trash.resolve(STAMP.format(LocalDateTime.now()) + " " + path.getFileName());
        for (var number = 2; Files.exists(target); number++) {
            target = trash.resolve(STAMP.format(LocalDateTime.now()) + " " + number + " " + path.getFileName());
        }
        return Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
    }
}
