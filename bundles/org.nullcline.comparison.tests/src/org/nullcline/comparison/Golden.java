// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.nullcline.compute.linalg.Matrix;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** Golden values beside the project; their absence is a failure. */
public final class Golden {

    private Golden() {
    }

    /** A matrix of comma-separated numbers. */
    public static Matrix matrix(String file) {
        List<double[]> rows = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(folder().resolve(file))) {
                rows.add(Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Matrix.of(rows.toArray(double[][]::new));
    }

    /** The named numbers of one folder. */
    public static JsonObject scalars(String folder) {
        try {
            return JsonParser.parseString(Files.readString(folder().resolve(folder).resolve("scalars.json"))).getAsJsonObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The shared folder, from the system property {@code nullcline.shared} or above the working directory. */
    public static Path shared() {
        String property = System.getProperty("nullcline.shared");
        if (property != null) {
            return Path.of(property);
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("shared/golden"))) {
                return at.resolve("shared");
            }
        }
        throw new IllegalStateException("There is no folder shared/golden above " + Path.of("").toAbsolutePath() + "; set -Dnullcline.shared.");
    }

    private static Path folder() {
        return shared().resolve("golden");
    }
}
