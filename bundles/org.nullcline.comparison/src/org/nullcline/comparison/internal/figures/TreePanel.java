// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.internal.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.nullcline.api.figure.Panel;
import org.nullcline.api.figure.Series;
import org.nullcline.comparison.internal.values.GroupNames;
import org.nullcline.comparison.matrix.Dendrogram;
import org.nullcline.comparison.matrix.Dendrogram.Merge;

/** A dendrogram: leaves side by side with their names, branches as high as the distance at which they merge. */
final class TreePanel {

    /** Leaves that have their names below the panel; of more, the caption tells the order. */
    private static final int MOST_NAMED = 80;
    /** Leaves that fit beside another panel. */
    private static final int MOST_BESIDE = 32;

    private TreePanel() {
    }

    static boolean fitsBeside(int leaves) {
        return leaves <= MOST_BESIDE;
    }

    /** The tree with discs at its leaves, coloured by group where that says more than one thing. */
    static Panel of(Dendrogram tree, String what, List<String> names, GroupNames groups) {
        int n = tree.leaves();
        double[] x = new double[n + tree.merges().size()];
        double[] y = new double[x.length];
        int[] order = tree.order();
        for (int i = 0; i < n; i++) {
            x[order[i]] = i + 1;
        }
        double[] px = new double[tree.merges().size() * 5];
        double[] py = new double[px.length];
        for (int k = 0; k < tree.merges().size(); k++) {
            Merge merge = tree.merges().get(k);
            double[] cornersX = {x[merge.first()], x[merge.first()], x[merge.second()], x[merge.second()], Double.NaN};
            double[] cornersY = {y[merge.first()], merge.height(), merge.height(), y[merge.second()], Double.NaN};
            System.arraycopy(cornersX, 0, px, 5 * k, 5);
            System.arraycopy(cornersY, 0, py, 5 * k, 5);
            x[n + k] = (x[merge.first()] + x[merge.second()]) / 2;
            y[n + k] = merge.height();
        }
        List<Series> series = new ArrayList<>();
        series.add(Series.Line.of("", -1, px, py));
        int count = groups.names().size();
        for (int g = 0; count > 1 && count < n && g < count; g++) {
            int group = g;
            double[] at = IntStream.range(0, n).filter(i -> groups.of()[i] == group).mapToDouble(i -> x[i]).toArray();
            series.add(new Series.Points(groups.names().get(g), g, at, new double[at.length], Series.Marker.DISC, 6));
        }
        Panel.Scale leaves = n > MOST_NAMED ? Panel.Scale.of("leaf", 0.5, n + 0.5)
                : Panel.Scale.ofNames("", Arrays.stream(order).mapToObj(names::get).toList());
        return new Panel.Plot("", leaves, Panel.Scale.of(what), series, false);
    }

    /** The order of the leaves for a caption; empty where their names stand in the panel. */
    static String order(Dendrogram tree, List<String> names) {
        return tree.leaves() <= MOST_NAMED ? ""
                : " Leaves from left to right: " + Arrays.stream(tree.order()).mapToObj(names::get).collect(Collectors.joining(", ")) + ".";
    }
}
