// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.formats;

import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.api.value.ArrayData;
import org.nullcline.api.value.Axis;
import org.nullcline.api.value.NamedArray;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.WritableDataset;
import io.jhdf.exceptions.HdfException;

/**
 * Values as HDF5: one dataset per array with the attributes {@code axes} and {@code unit}; the kind and the value's attributes as attributes
 * of the root, lists of texts joined by line breaks.
 */
final class Hdf5Writer {

    static final String KIND = "nullcline_kind";
    private static final String LIST = "nullcline_lists";
    private static final String AXES = "axes";
    private static final String UNIT = "unit";

    private Hdf5Writer() {
    }

    static void write(Value value, Path path) throws IOException {
        Files.deleteIfExists(path);
        try (WritableHdfFile file = HdfFile.write(path)) {
            file.putAttribute(KIND, value.kind());
            StringBuilder lists = new StringBuilder();
            value.attributes().forEach((name, attribute) -> {
                if (attribute instanceof List<?> list) {
                    lists.append(lists.isEmpty() ? "" : "\n").append(name);
                    file.putAttribute(name, String.join("\n", list.stream().map(Object::toString).toList()) + " ");
                } else {
                    file.putAttribute(name, attribute instanceof Boolean flag ? flag.toString() : attribute instanceof String text ? text + " " : attribute);
                }
            });
            file.putAttribute(LIST, lists + " ");
            for (NamedArray array : value.arrays().values()) {
                WritableDataset dataset = file.putDataset(array.name(), nested(array.data()));
                dataset.putAttribute(AXES, String.join(",", array.axes().stream().map(Axis::name).toList()));
                dataset.putAttribute(UNIT, array.unit() + " ");
            }
        } catch (HdfException e) {
            throw new IOException("HDF5 could not be written: " + e.getMessage(), e);
        }
    }

    /** Nested Java arrays, which is what the library takes. */
    private static Object nested(ArrayData data) {
        INDArray array = data.all();
        long[] shape = data.shape();
        int[] sizes = Arrays.stream(shape).mapToInt(Math::toIntExact).toArray();
        Object flat = switch (array.dataType()) {
            case DOUBLE -> NdArrays.doubles(array);
            case FLOAT -> NdArrays.floats(array);
            default -> array.isEmpty() ? new long[0] : NdArrays.longs(array);
        };
        return sizes.length == 1 ? flat : fold(flat, sizes, 0, new int[1]);
    }

    private static Object fold(Object flat, int[] sizes, int axis, int[] at) {
        Class<?> element = flat.getClass().getComponentType();
        if (axis == sizes.length - 1) {
            Object row = Array.newInstance(element, sizes[axis]);
            System.arraycopy(flat, at[0], row, 0, sizes[axis]);
            at[0] += sizes[axis];
            return row;
        }
        Object nested = Array.newInstance(element, Arrays.copyOfRange(sizes, axis, sizes.length));
        for (int i = 0; i < sizes[axis]; i++) {
            Array.set(nested, i, fold(flat, sizes, axis + 1, at));
        }
        return nested;
    }

    /** The value that {@link #write} wrote. */
    static Value read(Hdf5Tree tree) {
        Value.Builder builder = Value.of(tree.text("", KIND).strip());
        List<String> lists = List.of(tree.text("", LIST).strip().split("\n"));
        for (String name : tree.attributeNames("")) {
            if (name.equals(KIND) || name.equals(LIST) || name.startsWith("_")) {
                continue;
            }
            String text = tree.text("", name);
            String plain = text.endsWith(" ") ? text.substring(0, text.length() - 1) : text;
            double number = tree.number("", name);
            if (lists.contains(name)) {
                builder.attribute(name, plain.isEmpty() ? List.of() : List.of(plain.split("\n", -1)));
            } else if (!Double.isNaN(number)) {
                builder.attribute(name, tree.isWhole("", name) ? (Object) (long) number : number);
            } else {
                builder.attribute(name, plain.equals("true") || plain.equals("false") ? (Object) Boolean.valueOf(plain) : plain);
            }
        }
        for (String path : tree.paths()) {
            tree.dataset(path).filter(d -> !tree.text(path, AXES).isEmpty()).ifPresent(d -> builder.array(array(tree, path, d)));
        }
        return builder.build();
    }

    private static NamedArray array(Hdf5Tree tree, String path, Dataset dataset) {
        List<Axis> axes = Arrays.stream(tree.text(path, AXES).strip().split(",")).map(Axis::of).toList();
        try {
            return new NamedArray(path, axes, tree.text(path, UNIT).strip(), tree.data(path, dataset));
        } catch (IllegalArgumentException e) {
            throw tree.budget().refuse("the array '" + path + "' does not fit its description; the file is damaged.", e);
        }
    }
}
