// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.internal.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.nullcline.api.figure.Panel;
import org.nullcline.api.figure.Series;
import org.nullcline.comparison.matrix.Dendrogram;
import org.nullcline.comparison.matrix.Dendrogram.Merge;

/** A dendrogram: leaves side by side, branches as high as the distance at which they merge. */
final class TreePanel {

    private TreePanel() {
    }

    static Panel of(Dendrogram tree, String what) {
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
        return new Panel.Plot("", Panel.Scale.of("leaf", 0.5, n + 0.5), Panel.Scale.of(what), series, false);
    }

    static String order(Dendrogram tree, List<String> names) {
        return "leaves from left to right: " + Arrays.stream(tree.order()).mapToObj(names::get).collect(Collectors.joining(", ")) + ".";
    }
}
