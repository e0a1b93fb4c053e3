// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** Golden values of manifold geometry, computed with the authors' package in double precision on single-precision coordinates. */
public final class Golden {

    private Golden() {
    }

    private static Path folder() {
        String shared = System.getProperty("nullcline.shared");
        if (shared != null) {
            return Path.of(shared, "golden", "marble");
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path golden = at.resolve("shared/golden/marble");
            if (Files.isDirectory(golden)) {
                return golden;
            }
        }
        throw new IllegalStateException("There is no folder shared/golden/marble above the working directory; set -Dnullcline.shared.");
    }

    /** A matrix from a CSV file. */
    public static double[][] matrix(String file) {
        try (var lines = Files.lines(folder().resolve(file))) {
            return lines.map(line -> Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray()).toArray(double[][]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A column of numbers, however the file is laid out. */
    public static double[] vector(String file) {
        return Arrays.stream(matrix(file)).flatMapToDouble(Arrays::stream).toArray();
    }

    /** The scalars of one case. */
    public static JsonObject scalars(String name) {
        try {
            return JsonParser.parseString(Files.readString(folder().resolve("scalars.json"))).getAsJsonObject().getAsJsonObject(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A list of numbers at the top level of the scalars. */
    public static double[] numbers(String name) {
        try {
            return JsonParser.parseString(Files.readString(folder().resolve("scalars.json"))).getAsJsonObject().getAsJsonArray(name).asList().stream()
                    .mapToDouble(e -> e.getAsDouble()).toArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
