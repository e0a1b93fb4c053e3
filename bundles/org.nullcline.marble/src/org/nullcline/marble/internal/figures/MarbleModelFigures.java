// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.internal.figures;

import java.util.List;
import java.util.Locale;

import org.nullcline.api.figure.Figure;
import org.nullcline.api.figure.FigureSource;
import org.nullcline.api.figure.Panel.Plot;
import org.nullcline.api.figure.Panel.Scale;
import org.nullcline.api.figure.Series;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.marble.network.MarbleModel;

/** Draws the learning curves of a MARBLE network. */
public final class MarbleModelFigures implements FigureSource {

    @Override
    public List<Figure> draw(String label, Value value) {
        double[] epoch = NdArrays.doubles(value.array("curve.epoch"));
        List<Series> series = List.of(Series.Line.of("training", 0, epoch, NdArrays.doubles(value.array("curve.train"))),
                Series.Line.of("validation", 1, epoch, NdArrays.doubles(value.array("curve.validation"))),
                new Series.Reference("chance", -1, 2 * Math.log(2), false));
        String caption = String.format(Locale.ROOT, "Contrastive loss; the best validation loss is that of epoch %d. Test loss %.4f, chance 2 log 2 = 1.386.",
                (long) value.number("bestEpoch", 0), value.number(MarbleModel.TEST_LOSS, Double.NaN));
        return List.of(Figure.of("marble-loss", label + ": learning curves", caption, new Plot("", Scale.of("epoch"), Scale.of("loss"), series, false)));
    }
}
