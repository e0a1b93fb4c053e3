// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.nullcline.compute.linalg.Matrix;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** Reference numbers that were computed with other software. */
public final class Golden {

    private Golden() {
    }

    /** The shared folder: the system property {@code nullcline.shared}, or the nearest {@code shared} beside or above the working directory. */
    public static Path folder() {
        String set = System.getProperty("nullcline.shared");
        if (set != null) {
            return Path.of(set);
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path shared = at.resolve("shared");
            if (Files.isDirectory(shared.resolve("golden"))) {
                return shared;
            }
        }
        throw new IllegalStateException("No folder shared/golden above the working directory; set -Dnullcline.shared.");
    }

    /** A JSON document below {@code golden}. */
    public static JsonObject json(String file) {
        return JsonParser.parseString(text(file)).getAsJsonObject();
    }

    /** A CSV file without header below {@code golden}. */
    public static Matrix csv(String file) {
        return Matrix.of(text(file).lines().filter(line -> !line.isBlank())
                .map(line -> Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray()).toArray(double[][]::new));
    }

    /** Numbers of a JSON array. */
    public static double[] numbers(JsonElement array) {
        JsonArray list = array.getAsJsonArray();
        double[] numbers = new double[list.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = list.get(i).getAsDouble();
        }
        return numbers;
    }

    /** Rows of a JSON array of arrays. */
    public static double[][] rows(JsonElement array) {
        return array.getAsJsonArray().asList().stream().map(Golden::numbers).toArray(double[][]::new);
    }

    private static String text(String file) {
        try {
            return Files.readString(folder().resolve("golden").resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
