// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.internal.values;

import java.util.ArrayList;
import java.util.List;

import org.nullcline.api.value.Value;
import org.nullcline.comparison.matrix.Dendrogram;
import org.nullcline.comparison.matrix.Dendrogram.Merge;
import org.nullcline.compute.array.NdArrays;

/**
 * Values of kind {@value #KIND}: array {@value #MERGES} (merge × (first, second, height, size), as SciPy's linkage), {@value #CLUSTER} (leaf), and the
 * attribute {@value #LEAVES} (names).
 */
public final class Trees {

    /** The kind of value. */
    public static final String KIND = "org.nullcline.dendrogram";
    /** merge × 4. */
    public static final String MERGES = "merges";
    /** Cluster of each leaf. */
    public static final String CLUSTER = "cluster";
    /** Attribute: names of the leaves. */
    public static final String LEAVES = "leaves";

    private Trees() {
    }

    /** A tree as a value. */
    public static Value of(Dendrogram tree, List<String> names, int clusters) {
        double[][] merges = tree.merges().stream().map(m -> new double[] {m.first(), m.second(), m.height(), m.size()}).toArray(double[][]::new);
        int[] cut = tree.cut(clusters);
        long[] cluster = new long[cut.length];
        for (int i = 0; i < cut.length; i++) {
            cluster[i] = cut[i];
        }
        return Value.of(KIND).array(MERGES, "", NdArrays.of(merges), "merge", "part").array(CLUSTER, "", NdArrays.of(cluster, cluster.length), "leaf")
                .attribute(LEAVES, names).build();
    }

    /** The tree of a value. */
    public static Dendrogram tree(Value value) {
        List<Merge> merges = new ArrayList<>();
        for (double[] m : NdArrays.rows(value.require(KIND).array(MERGES))) {
            merges.add(new Merge((int) m[0], (int) m[1], m[2], (int) m[3]));
        }
        return new Dendrogram(value.texts(LEAVES).size(), merges);
    }
}
