// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.formats;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.api.format.ArrayFile;
import org.nullcline.api.format.ArrayInfo;
import org.nullcline.api.value.ArrayData;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;

import io.jhdf.api.Dataset;
import io.jhdf.object.datatype.Reference;

/**
 * An opened HDF5 file. Arrays are named by their path. Those that MATLAB wrote are shown as MATLAB shows them: axes in MATLAB's order, struct
 * fields as {@code s.field}, cells as {@code c{1}}.
 */
final class Hdf5File implements ArrayFile {

    private static final String CLASS = "MATLAB_class";

    private final Hdf5Tree tree;
    private final boolean matlab;
    /** Datasets by the name under which users see them. */
    private final Map<String, Dataset> arrays = new LinkedHashMap<>();
    /** Where in the file they are, of those that have a path. */
    private final Map<String, String> paths = new LinkedHashMap<>();

    private Hdf5File(Hdf5Tree tree) {
        this.tree = tree;
        this.matlab = tree.userBlock().startsWith("MATLAB") || tree.paths().stream().anyMatch(path -> !tree.text(path, CLASS).isEmpty());
        for (String path : tree.paths()) {
            tree.dataset(path).filter(d -> !path.startsWith("#refs#")).ifPresent(dataset -> add(path, dataset));
        }
    }

    static Hdf5File open(Budget budget) {
        Hdf5Tree tree = Hdf5Tree.open(budget);
        try {
            return tree.guarded(() -> new Hdf5File(tree));
        } catch (RuntimeException e) {
            tree.close();
            throw e;
        }
    }

    private void add(String path, Dataset dataset) {
        String name = matlab ? path.replace('/', '.') : path;
        if (matlab && dataset.getDataType() instanceof Reference) {
            long[] addresses = references(path, dataset);
            for (int i = 0; i < addresses.length; i++) {
                String element = name + "{" + (i + 1) + "}";
                tree.at(addresses[i]).ifPresent(target -> arrays.put(element, target));
            }
        } else {
            arrays.put(name, dataset);
            paths.put(name, path);
        }
    }

    private long[] references(String path, Dataset dataset) {
        int count = tree.budget().elements(path, dataset.getDimensionsAsLong(), 64);
        if (count > Budget.MAX_NODES) {
            throw tree.budget().refuse("the cell array '" + path + "' has " + count + " elements; at most " + Budget.MAX_NODES + " are read.");
        }
        return dataset.getDataFlat() instanceof long[] addresses ? addresses : new long[0];
    }

    @Override
    public List<ArrayInfo> arrays() {
        return tree.guarded(() -> {
            List<ArrayInfo> infos = new ArrayList<>();
            arrays.forEach((name, dataset) -> {
                long[] shape = dataset.getDimensionsAsLong();
                infos.add(new ArrayInfo(name, Hdf5Elements.typeName(dataset.getDataType()), matlab ? Elements.reversed(shape) : shape));
            });
            return infos;
        });
    }

    @Override
    public INDArray read(String name) {
        Dataset dataset = arrays.get(path(name));
        if (dataset == null) {
            throw tree.missing(name);
        }
        INDArray array = tree.read(name, dataset);
        if (!matlab) {
            return array;
        }
        INDArray turned = Elements.reverseAxes(array);
        if (logical(dataset)) {
            return turned.castTo(DataType.BOOL);
        }
        boolean empty = tree.guarded(() -> dataset.getAttributes().containsKey("MATLAB_empty"));
        return empty ? Elements.whole(new long[0], DataType.DOUBLE, NdArrays.longs(array)) : turned;
    }

    private boolean logical(Dataset dataset) {
        return matlab && tree.guarded(() -> dataset.getAttributes().containsKey(CLASS) && "logical".equals(String.valueOf(dataset.getAttribute(CLASS).getData())));
    }

    @Override
    public ArrayData data(String name) {
        Dataset dataset = arrays.get(path(name));
        return dataset != null && tree.large(dataset) ? slices(name).orElseGet(() -> ArrayFile.super.data(name)) : ArrayFile.super.data(name);
    }

    @Override
    public Optional<ArrayData> turned(String name) {
        Dataset dataset = arrays.get(path(name));
        return dataset != null && tree.guarded(dataset::getDimensionsAsLong).length == 2 ? slices(name, !matlab) : Optional.empty();
    }

    /** An array that stays in the file; empty for cells and truth values of MATLAB, which are read as a whole. */
    Optional<ArrayData> slices(String name) {
        return slices(name, matlab);
    }

    private Optional<ArrayData> slices(String name, boolean reversed) {
        String inFile = paths.get(path(name));
        Dataset dataset = arrays.get(path(name));
        return inFile == null || logical(dataset) ? Optional.empty() : Optional.of(tree.slices(inFile, dataset, reversed));
    }

    private static String path(String name) {
        return name.startsWith("/") ? name.substring(1) : name;
    }

    @Override
    public Optional<Value> value() {
        return tree.guarded(() -> Hdf5Layouts.value(tree));
    }

    @Override
    public void close() {
        tree.close();
    }
}
