// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.internal.figures;

import java.util.List;

import org.nullcline.api.figure.Figure;
import org.nullcline.api.figure.FigureSource;
import org.nullcline.api.value.Embedding;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;

/** Draws the points of an embedding, coloured by condition. */
public final class EmbeddingFigures implements FigureSource {

    @Override
    public List<Figure> draw(String label, Value value) {
        Embedding embedding = Embedding.of(value);
        double[][] points = NdArrays.rows(embedding.points());
        if (points.length == 0 || embedding.conditions().isEmpty()) {
            return List.of();
        }
        boolean reduced = points[0].length > 3;
        double[][] drawn = Clouds.atMostThree(points);
        List<String> axes = reduced ? List.of("PC 1", "PC 2", "PC 3") : List.of("E 1", "E 2", "E 3");
        String caption = points.length + " points of " + embedding.conditions().size() + " conditions"
                + (reduced ? "; principal components of " + points[0].length + " embedding dimensions." : ".");
        return List.of(Figure.of("embedding", label + ": embedding by condition", caption,
                Clouds.scatter("", drawn, embedding.condition(), embedding.conditions(), axes)));
    }
}
