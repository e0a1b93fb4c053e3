// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.diff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** Values that PyTorch computed in double precision; see the README beside them. */
final class Golden {

    private Golden() {
    }

    private static Path folder() {
        String set = System.getProperty("nullcline.shared");
        if (set != null) {
            return Path.of(set);
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("shared").resolve("golden"))) {
                return at.resolve("shared");
            }
        }
        throw new IllegalStateException("No folder shared/golden above the working directory; set -Dnullcline.shared.");
    }

    private static String text(String file) {
        try {
            return Files.readString(folder().resolve("golden").resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonObject json(String file) {
        return JsonParser.parseString(text(file)).getAsJsonObject();
    }

    /** The rows of a CSV file without header. */
    static double[][] csv(String file) {
        return text(file).lines().filter(line -> !line.isBlank())
            .map(line -> Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray()).toArray(double[][]::new);
    }

    static double[] numbers(JsonElement array) {
        return array.getAsJsonArray().asList().stream().mapToDouble(JsonElement::getAsDouble).toArray();
    }

    static double[] flat(double[][] rows) {
        return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    }
}
