// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.internal.figures;

import java.util.List;

import org.nullcline.api.figure.Figure;
import org.nullcline.api.figure.FigureSource;
import org.nullcline.api.value.Value;
import org.nullcline.comparison.internal.values.Trees;
import org.nullcline.comparison.matrix.Dendrogram;

/** A tree of clusters. */
public final class TreeFigure implements FigureSource {

    @Override
    public List<Figure> draw(String label, Value value) {
        Dendrogram tree = Trees.tree(value);
        String caption = TreePanel.order(tree, value.texts(Trees.LEAVES));
        return List.of(Figure.of("dendrogram", label, Character.toUpperCase(caption.charAt(0)) + caption.substring(1), TreePanel.of(tree, "distance")));
    }
}
