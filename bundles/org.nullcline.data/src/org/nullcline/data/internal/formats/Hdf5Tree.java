// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.formats;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.api.NullclineException;
import org.nullcline.api.value.ArrayData;
import org.nullcline.data.inputs.LargeArrays;
import org.nullcline.data.inputs.NaturalOrder;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.api.dataset.ContiguousDataset;
import io.jhdf.links.ExternalLink;
import io.jhdf.links.SoftLink;

/**
 * The datasets of an HDF5 file by path (without leading slash), in natural order. Soft links are followed within the file; links that leave
 * it are remembered and refused when asked for.
 */
final class Hdf5Tree implements AutoCloseable {

    private final Budget budget;
    private final Hdf5Guard guard;
    private final HdfFile file;
    private final Map<String, Node> nodes = new TreeMap<>(NaturalOrder.INSTANCE);
    private final Set<String> external = new HashSet<>();

    private Hdf5Tree(Budget budget, HdfFile file) {
        this.budget = budget;
        this.guard = new Hdf5Guard(budget);
        this.file = file;
    }

    static Hdf5Tree open(Budget budget) {
        Hdf5Guard guard = new Hdf5Guard(budget);
        HdfFile file = guard.guard(() -> new HdfFile(budget.file()));
        Hdf5Tree tree = new Hdf5Tree(budget, file);
        try {
            guard.guard(() -> {
                tree.walk("", file, new HashSet<>(), 0);
                return tree;
            });
            return tree;
        } catch (NullclineException e) {
            tree.close();
            throw e;
        }
    }

    private void walk(String prefix, Group group, Set<Long> above, int depth) {
        if (depth > Budget.MAX_DEPTH || !above.add(group.getAddress())) {
            return;
        }
        for (Node child : group.getChildren().values()) {
            if (nodes.size() >= Budget.MAX_NODES) {
                throw budget.refuse("it holds more than " + Budget.MAX_NODES + " groups and arrays.");
            }
            String path = prefix + child.getName();
            Node node = child;
            if (child instanceof ExternalLink) {
                external.add(path);
                continue;
            }
            if (child instanceof SoftLink link) {
                node = follow(link, group, 0);
            }
            if (node != null) {
                nodes.put(path, node);
            }
            if (node instanceof Group below) {
                walk(path + "/", below, above, depth + 1);
            }
        }
        above.remove(group.getAddress());
    }

    /** What a soft link leads to, null when it leads nowhere, out of the file or round in a circle. */
    private Node follow(SoftLink link, Group from, int hops) {
        if (hops > Budget.MAX_DEPTH) {
            return null;
        }
        String target = link.getTargetPath();
        Node at = target.startsWith("/") ? file : from;
        for (String part : target.split("/")) {
            if (part.isEmpty() || part.equals(".")) {
                continue;
            }
            if (!(at instanceof Group group)) {
                return null;
            }
            Node child = group.getChildren().get(part);
            at = child instanceof SoftLink next ? follow(next, group, hops + 1) : child;
            if (at == null || at instanceof ExternalLink) {
                return null;
            }
        }
        return at;
    }

    /** All paths in natural order, groups included. */
    Collection<String> paths() {
        return nodes.keySet();
    }

    Optional<Dataset> dataset(String path) {
        return nodes.get(path) instanceof Dataset dataset ? Optional.of(dataset) : Optional.empty();
    }

    boolean isGroup(String path) {
        return nodes.get(path) instanceof Group;
    }

    /** The dataset at an address within the file, to which MATLAB's cells refer. */
    Optional<Dataset> at(long address) {
        return guard.guard(() -> file.getNodeByAddress(address) instanceof Dataset dataset ? Optional.of(dataset) : Optional.<Dataset>empty());
    }

    /** Names of the datasets that hold numbers. */
    Collection<String> numericPaths() {
        return nodes.keySet().stream().filter(path -> dataset(path).filter(d -> guard.guard(() -> Hdf5Elements.numeric(d.getDataType()))).isPresent())
                .toList();
    }

    /** Elements of a dataset in the order of the file. */
    INDArray read(String path, Dataset dataset) {
        return guard.guard(() -> Hdf5Elements.read(budget, path, dataset));
    }

    /** Elements of a dataset, left in the file where they are many. */
    ArrayData data(String path, Dataset dataset) {
        return large(dataset) ? slices(path, dataset, false) : ArrayData.of(read(path, dataset));
    }

    /** Whether a dataset is so large that it stays in the file. */
    boolean large(Dataset dataset) {
        long[] shape = guard.guard(dataset::getDimensionsAsLong);
        boolean parts = shape.length > 0 && (dataset instanceof ChunkedDataset || dataset instanceof ContiguousDataset);
        return parts && LargeArrays.large(guard.guard(() -> Arrays.stream(shape).reduce(1, Math::multiplyExact)));
    }

    /**
     * Elements of a dataset that stay in the file.
     *
     * @param reversed whether the axes come in the opposite order of those of the file
     */
    ArrayData slices(String path, Dataset dataset, boolean reversed) {
        return guard.guard(() -> new Hdf5Slices(budget, path, dataset, reversed));
    }

    /** The failure to find a path. */
    NullclineException missing(String path) {
        if (external.contains(path)) {
            return budget.refuse("'" + path + "' is a link to another file, and links out of a file are not followed; read that file directly.");
        }
        return budget.missing(path, numericPaths());
    }

    /** An attribute as text, of the root for an empty path; empty where it is absent. */
    String text(String path, String attribute) {
        return data(path, attribute).map(data -> data instanceof Object[] array && array.length == 1 ? array[0].toString() : data.toString()).orElse("");
    }

    /** A numeric attribute, NaN where it is absent. */
    double number(String path, String attribute) {
        Object data = data(path, attribute).orElse(Double.NaN);
        return switch (data) {
            case Number number -> number.doubleValue();
            case double[] array when array.length == 1 -> array[0];
            case float[] array when array.length == 1 -> array[0];
            case long[] array when array.length == 1 -> array[0];
            case int[] array when array.length == 1 -> array[0];
            default -> Double.NaN;
        };
    }

    /** Names of the attributes of a node, of the root for an empty path. */
    List<String> attributeNames(String path) {
        Node node = path.isEmpty() ? file : nodes.get(path);
        return node == null ? List.of() : guard.guard(() -> List.copyOf(node.getAttributes().keySet()));
    }

    /** Whether a numeric attribute is stored as a whole number. */
    boolean isWhole(String path, String attribute) {
        return data(path, attribute).filter(d -> d instanceof Long || d instanceof Integer || d instanceof long[] || d instanceof int[]).isPresent();
    }

    /** A list of texts that an attribute holds. */
    List<String> texts(String path, String attribute) {
        return data(path, attribute).map(data -> switch (data) {
            case String[] many -> List.of(many);
            case String one -> List.of(one);
            default -> List.<String>of();
        }).orElse(List.of());
    }

    /** The texts of a dataset of strings, flattened. */
    List<String> strings(String path) {
        Dataset dataset = dataset(path).orElseThrow(() -> missing(path));
        return guard.guard(() -> {
            budget.elements(path, dataset.getDimensionsAsLong(), 64);
            return switch (dataset.getData()) {
                case String[] many -> List.of(many);
                case String one -> List.of(one);
                default -> throw budget.refuse("'" + path + "' holds no texts.");
            };
        });
    }

    private Optional<Object> data(String path, String attribute) {
        Node node = path.isEmpty() ? file : nodes.get(path);
        return guard.guard(() -> {
            Attribute found = node == null ? null : node.getAttributes().get(attribute);
            return found == null || found.getSize() > 1 << 20 ? Optional.empty() : Optional.ofNullable(found.getData());
        });
    }

    /** Text at the very beginning of the file, where MATLAB introduces itself. */
    String userBlock() {
        return guard.guard(() -> {
            if (file.getUserBlockSize() == 0) {
                return "";
            }
            byte[] text = new byte[(int) Math.min(116, file.getUserBlockSize())];
            file.getUserBlockBuffer().get(text);
            return new String(text, StandardCharsets.ISO_8859_1);
        });
    }

    <T> T guarded(Supplier<T> work) {
        return guard.guard(work);
    }

    Budget budget() {
        return budget;
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (RuntimeException e) {
            throw budget.refuse("the file cannot be closed: " + e.getMessage(), e);
        }
    }
}
