// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.internal.steps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.nullcline.api.NullclineException;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.dynamics.analysis.FlowField;
import org.nullcline.dynamics.analysis.OpenedSystem;

/** Samples the flow of a simulated system or a fitted model, and its nullclines, in a plane parallel to two axes of the state space. */
public final class FlowFieldStep implements Step {

    /** Kind of the result. */
    public static final String KIND = "flow-field";
    /** Values of the horizontal variable. */
    public static final String X = "x";
    /** Values of the vertical variable. */
    public static final String Y = "y";
    /** y × x × 2: components along both axes. */
    public static final String FIELD = "field";
    /** y × x: norm of the whole field. */
    public static final String SPEED = "speed";
    /** point × 2; a row of NaN separates polylines. */
    public static final String HORIZONTAL_NULLCLINE = "nullcline.x";
    /** point × 2; a row of NaN separates polylines. */
    public static final String VERTICAL_NULLCLINE = "nullcline.y";

    private static final double MARGIN = 0.15;

    @Override
    public void check(Parameters parameters) {
        double[] range = parameters.reals("range");
        if (range.length != 0 && (range.length != 4 || !(range[0] < range[1]) || !(range[2] < range[3]))) {
            throw NullclineException.invalid("flow-field: 'range' takes four numbers, xmin,xmax,ymin,ymax, or none.");
        }
        if (parameters.integer("x") == parameters.integer("y")) {
            throw NullclineException.invalid("flow-field: 'x' and 'y' must be two different state variables, not both " + parameters.integer("x") + ".");
        }
    }

    @Override
    public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
        OpenedSystem opened = OpenedSystem.of(inputs.one("system"), context.contributions());
        int n = opened.system().dimension();
        double[] origin = parameters.reals("origin");
        if (origin.length == 0) {
            origin = new double[n];
            for (int d = 0; d < n; d++) {
                int column = d;
                origin[d] = Arrays.stream(opened.states()).mapToDouble(s -> s[column]).average().orElse(0);
            }
        } else if (origin.length != n) {
            throw NullclineException.invalid("flow-field: 'origin' has " + origin.length + " numbers but " + opened.name() + " has " + n + " state variables.");
        }
        int x = parameters.integer("x");
        int y = parameters.integer("y");
        if (x >= n || y >= n) {
            throw NullclineException.invalid("flow-field: " + opened.name() + " has the state variables 0 to " + (n - 1) + "; choose 'x' and 'y' among them.");
        }
        double[] range = parameters.reals("range");
        double[] rangeX = range.length == 4 ? new double[] {range[0], range[1]} : extent(opened.states(), x);
        double[] rangeY = range.length == 4 ? new double[] {range[2], range[3]} : extent(opened.states(), y);
        FlowField field = FlowField.sample(opened.system(), origin, x, y, rangeX, rangeY, parameters.integer("resolution"));
        return Map.of("field", value(opened.name(), field, origin));
    }

    private static double[] extent(double[][] states, int d) {
        double low = Arrays.stream(states).mapToDouble(s -> s[d]).min().orElseThrow();
        double high = Arrays.stream(states).mapToDouble(s -> s[d]).max().orElseThrow();
        double margin = high > low ? MARGIN * (high - low) : 1;
        return new double[] {low - margin, high + margin};
    }

    private static Value value(String name, FlowField field, double[] origin) {
        int rows = field.y().length;
        int columns = field.x().length;
        double[] components = new double[rows * columns * 2];
        for (int j = 0; j < rows; j++) {
            for (int i = 0; i < columns; i++) {
                components[(j * columns + i) * 2] = field.dx()[j][i];
                components[(j * columns + i) * 2 + 1] = field.dy()[j][i];
            }
        }
        Value.Builder builder = Value.of(KIND).array(X, "", NdArrays.of(field.x(), columns), "x").array(Y, "", NdArrays.of(field.y(), rows), "y")
                .array(FIELD, "", NdArrays.of(components, rows, columns, 2), "y", "x", "component")
                .array(SPEED, "", NdArrays.of(field.speed()), "y", "x")
                .array("origin", "", NdArrays.of(origin, origin.length), "state").attribute("name", name)
                .attribute("horizontal", field.horizontal()).attribute("vertical", field.vertical());
        lines(field.horizontalNullcline(), HORIZONTAL_NULLCLINE, builder);
        lines(field.verticalNullcline(), VERTICAL_NULLCLINE, builder);
        return builder.build();
    }

    private static void lines(List<double[][]> lines, String array, Value.Builder builder) {
        List<double[]> points = new ArrayList<>();
        for (double[][] line : lines) {
            if (!points.isEmpty()) {
                points.add(new double[] {Double.NaN, Double.NaN});
            }
            points.addAll(List.of(line));
        }
        if (!points.isEmpty()) {
            builder.array(array, "", NdArrays.of(points.toArray(double[][]::new)), "point", "component");
        }
    }
}
