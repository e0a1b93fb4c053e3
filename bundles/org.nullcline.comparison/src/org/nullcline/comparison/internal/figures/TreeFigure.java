// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.internal.figures;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.nullcline.api.figure.Figure;
import org.nullcline.api.figure.FigureSource;
import org.nullcline.api.value.Value;
import org.nullcline.comparison.internal.values.GroupNames;
import org.nullcline.comparison.internal.values.Trees;
import org.nullcline.comparison.matrix.Dendrogram;
import org.nullcline.compute.array.NdArrays;

/** A tree of clusters. */
public final class TreeFigure implements FigureSource {

    @Override
    public List<Figure> draw(String label, Value value) {
        Dendrogram tree = Trees.tree(value);
        List<String> names = value.texts(Trees.LEAVES);
        String caption = "Branches are as high as the distance at which clusters merge." + TreePanel.order(tree, names);
        return List.of(Figure.of("dendrogram", label, caption, TreePanel.of(tree, "distance", names, clusters(value))));
    }

    /** The clusters into which the tree was cut. */
    private static GroupNames clusters(Value value) {
        long[] of = NdArrays.longs(value.array(Trees.CLUSTER));
        int count = (int) Arrays.stream(of).max().orElse(-1) + 1;
        return new GroupNames(IntStream.rangeClosed(1, count).mapToObj(k -> "cluster " + k).toList(), Arrays.stream(of).mapToInt(Math::toIntExact).toArray());
    }
}
