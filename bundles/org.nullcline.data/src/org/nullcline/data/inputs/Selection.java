// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.inputs;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.api.NullclineException;
import org.nullcline.api.format.ArrayFile;
import org.nullcline.api.format.ArrayInfo;
import org.nullcline.api.value.Value;

/** Which arrays of a file a selector means. */
public final class Selection {

    private static final int LISTED = 30;

    private Selection() {
    }

    /**
     * Names of the chosen arrays, in order.
     *
     * @param selector a name, a prefix with {@code *}, several of both separated by commas, or empty where the file holds just one; a time series
     *        of NWB may be named without its {@code /data}
     */
    public static List<String> names(ArrayFile file, Path path, String selector) {
        if (selector.isEmpty()) {
            return List.of(only(file, path));
        }
        return Arrays.stream(selector.split(",")).map(String::strip).flatMap(part -> matching(file, path, part).stream()).toList();
    }

    private static String only(ArrayFile file, Path path) {
        List<ArrayInfo> numeric = numeric(file);
        List<ArrayInfo> tables = numeric.stream().filter(a -> Arrays.stream(a.shape()).filter(size -> size > 1).count() >= 2).toList();
        List<ArrayInfo> candidates = numeric.size() == 1 ? numeric : tables;
        if (candidates.size() == 1) {
            return candidates.getFirst().name();
        }
        if (numeric.isEmpty()) {
            throw NullclineException.input(path + " holds no arrays of numbers, so there is nothing to read; choose another file.");
        }
        throw NullclineException.input(path + " holds several arrays; choose one with #NAME: " + listing(numeric) + ".");
    }

    private static List<String> matching(ArrayFile file, Path path, String part) {
        List<ArrayInfo> arrays = file.arrays();
        if (part.endsWith("*")) {
            String prefix = part.substring(0, part.length() - 1);
            List<String> names = numeric(file).stream().map(ArrayInfo::name).filter(name -> name.startsWith(prefix)).sorted(NaturalOrder.INSTANCE).toList();
            if (names.isEmpty()) {
                throw NullclineException.input(path + ": no array begins with '" + prefix + "'; it holds " + listing(arrays) + ".");
            }
            return names;
        }
        String series = part + "/data";
        boolean known = arrays.stream().anyMatch(a -> a.name().equals(part));
        if (!known && arrays.stream().anyMatch(a -> a.name().equals(series))) {
            return List.of(series);
        }
        return List.of(part);
    }

    /** The array of that name, among those of the file or of the value that it is. */
    public static INDArray read(ArrayFile file, String name) {
        if (file.arrays().stream().noneMatch(a -> a.name().equals(name))) {
            Value value = file.value().filter(v -> v.has(name)).orElse(null);
            if (value != null) {
                return value.array(name);
            }
        }
        return file.read(name);
    }

    /** The arrays that hold numbers. */
    public static List<ArrayInfo> numeric(ArrayFile file) {
        return file.arrays().stream().filter(a -> !List.of("char", "string", "variablelength", "compound", "reference", "opaque", "unreadable", "enum")
                .contains(a.type()) && !a.type().contains("object") && !a.type().contains("complex") && !a.type().contains("function")).toList();
    }

    /** Names and shapes for people. */
    public static String listing(List<ArrayInfo> arrays) {
        return arrays.stream().limit(LISTED)
                .map(a -> a.name() + " (" + Arrays.stream(a.shape()).mapToObj(Long::toString).collect(Collectors.joining(" × ")) + ")")
                .collect(Collectors.joining(", ")) + (arrays.size() > LISTED ? " and " + (arrays.size() - LISTED) + " more" : "");
    }
}
