// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.internal.figures;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.nullcline.api.figure.Figure;
import org.nullcline.api.figure.FigureSource;
import org.nullcline.api.figure.Panel;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;

/** Heat maps of a sweep over delays and ranks. */
public final class DmdSweepFigure implements FigureSource {

    @Override
    public List<Figure> draw(String label, Value value) {
        List<String> rows = names(value, "delays", " delays");
        List<String> columns = names(value, "ranks", "");
        boolean small = rows.size() * columns.size() <= 60;
        List<Panel> panels = Stream.of("mase", "aic", "nonNormality", "residual")
                .<Panel>map(name -> new Panel.HeatMap(title(name), rows, columns, NdArrays.rows(value.array(name)), scale(name), false, small)).toList();
        return List.of(new Figure("dmd-sweep", label, "Columns are ranks; blank cells are not possible. " + value.text("reason", ""), panels, 2));
    }

    private static String title(String name) {
        return switch (name) {
            case "mase" -> "Scaled error of held-out forecasts";
            case "aic" -> "Akaike criterion";
            case "nonNormality" -> "Non-normality";
            default -> "Residual of the eigenpairs";
        };
    }

    private static String scale(String name) {
        return switch (name) {
            case "mase" -> "MASE, 1 is persistence";
            case "aic" -> "AIC per number";
            case "nonNormality" -> "‖AᵀA − AAᵀ‖";
            default -> "res²";
        };
    }

    private static List<String> names(Value value, String array, String unit) {
        return Arrays.stream(NdArrays.longs(value.array(array))).mapToObj(n -> n + (n == 1 ? unit.replace("delays", "delay") : unit)).toList();
    }
}
