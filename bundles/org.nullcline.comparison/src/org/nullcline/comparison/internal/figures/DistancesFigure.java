// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.internal.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.nullcline.api.figure.Figure;
import org.nullcline.api.figure.FigureSource;
import org.nullcline.api.figure.Panel;
import org.nullcline.api.step.Progress;
import org.nullcline.api.value.Distances;
import org.nullcline.api.value.Value;
import org.nullcline.comparison.internal.values.GroupNames;
import org.nullcline.comparison.matrix.Dendrogram;
import org.nullcline.comparison.matrix.Dissimilarities;
import org.nullcline.comparison.matrix.Scaling;
import org.nullcline.compute.array.NdArrays;

/** Distances as a matrix of colours, as a map in the plane and as a tree. */
public final class DistancesFigure implements FigureSource {

    private static final int MOST_WITH_VALUES = 12;
    private static final int MOST_IN_MAP = 400;

    @Override
    public List<Figure> draw(String label, Value value) {
        Distances distances = Distances.of(value);
        double[][] matrix = distances.matrix();
        String what = (distances.similarity() ? "similarity" : "distance") + (distances.unit().isEmpty() ? "" : " (" + distances.unit() + ")");
        boolean small = matrix.length > 0 && Math.max(matrix.length, matrix[0].length) <= MOST_WITH_VALUES;
        List<Panel> panels = new ArrayList<>();
        boolean limits = value.has("low") && value.has("high");
        String title = !limits ? "" : distances.similarity() ? "Similarities" : "Distances";
        panels.add(new Panel.HeatMap(title, distances.rows(), distances.columns(), matrix, what, false, small));
        if (limits) {
            double[][] low = NdArrays.rows(value.array("low"));
            double[][] high = NdArrays.rows(value.array("high"));
            double[][] width = new double[low.length][];
            for (int i = 0; i < low.length; i++) {
                width[i] = new double[low[i].length];
                for (int j = 0; j < low[i].length; j++) {
                    width[i][j] = high[i][j] - low[i][j];
                }
            }
            panels.add(new Panel.HeatMap("Width of the confidence interval", distances.rows(), distances.columns(), width, what, false, small));
        }
        List<Figure> figures = new ArrayList<>();
        List<String> notes = value.texts(Distances.NOTES);
        figures.add(new Figure("distances", label, notes.isEmpty() ? "Metric " + value.text(Distances.METRIC, "") + "." : String.join(" ", notes), panels, 2));
        int n = matrix.length;
        if (n >= 3 && n <= MOST_IN_MAP && distances.rows().equals(distances.columns())) {
            Dissimilarities dissimilarities = Dissimilarities.of(distances);
            Scaling map = Scaling.majorised(dissimilarities, 2, Progress.NONE);
            Dendrogram tree = Dendrogram.of(dissimilarities, Dendrogram.Linkage.AVERAGE);
            GroupNames groups = GroupNames.read(dissimilarities.names(), "");
            Panel drawnMap = MapPanel.of(map.points(), groups, dissimilarities.names());
            String height = distances.similarity() ? "1 − " + what : what;
            Panel drawnTree = TreePanel.of(tree, height, dissimilarities.names(), groups);
            String aboutMap = "Multidimensional scaling (SMACOF), stress " + String.format(Locale.ROOT, "%.3f", map.stress()) + ".";
            String aboutTree = "Average linkage." + TreePanel.order(tree, dissimilarities.names());
            if (TreePanel.fitsBeside(n)) {
                figures.add(new Figure("distances-map", label + ": map and tree", "Left: " + aboutMap + " Right: " + aboutTree, List.of(drawnMap, drawnTree), 2));
            } else {
                figures.add(Figure.of("distances-map", label + ": map", aboutMap, drawnMap));
                figures.add(Figure.of("distances-tree", label + ": tree", aboutTree, drawnTree));
            }
        }
        return figures;
    }
}
