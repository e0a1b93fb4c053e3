// SPDX-License-Identifier: EPL-2.0
package org.nullcline.cli.output;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;

import org.nullcline.api.contribution.Descriptor;
import org.nullcline.api.value.Distances;
import org.nullcline.api.value.FixedPoints;
import org.nullcline.api.value.Kinds;
import org.nullcline.api.value.NamedArray;
import org.nullcline.api.value.Scores;
import org.nullcline.api.value.Value;
import org.nullcline.cli.Session;
import org.nullcline.compute.array.NdArrays;

/** The outputs of a step as text. */
public final class ResultText {

    private static final int MAX_ROWS = 40;
    private static final int MAX_LIST = 12;

    private ResultText() {
    }

    /** Prints all outputs. */
    public static void print(Session session, Descriptor step, SortedMap<String, Value> outputs) {
        outputs.forEach((port, value) -> {
            if (outputs.size() > 1) {
                session.print(port + " (" + value.kind() + ")");
            }
            lines(value).forEach(session::print);
        });
    }

    private static List<String> lines(Value value) {
        return switch (value.kind()) {
            case Kinds.SCORES -> matrix(Scores.of(value).rows(), Scores.of(value).columns(), Scores.of(value).table());
            case Kinds.DISTANCES -> matrix(Distances.of(value).rows(), Distances.of(value).columns(), Distances.of(value).matrix());
            case Kinds.FIXED_POINTS -> fixedPoints(FixedPoints.of(value));
            default -> arrays(value);
        };
    }

    /** A matrix with names. */
    public static List<String> matrix(List<String> rows, List<String> columns, double[][] numbers) {
        List<String> headings = new ArrayList<>(List.of(""));
        headings.addAll(columns);
        TextTable table = new TextTable(headings);
        for (int r = 0; r < Math.min(numbers.length, MAX_ROWS); r++) {
            List<String> cells = new ArrayList<>(List.of(rows.get(r)));
            Arrays.stream(numbers[r]).mapToObj(TextTable::number).forEach(cells::add);
            table.row(cells);
        }
        return table.lines();
    }

    private static List<String> fixedPoints(FixedPoints points) {
        double[][] states = NdArrays.rows(points.value().array(FixedPoints.STATE));
        double[] speeds = NdArrays.doubles(points.value().array(FixedPoints.SPEED));
        TextTable table = new TextTable("state", "speed", "unstable directions", "leading eigenvalues");
        for (int i = 0; i < Math.min(points.count(), MAX_ROWS); i++) {
            double[][] eigenvalues = points.eigenvalues(i);
            List<String> leading = Arrays.stream(eigenvalues).limit(4).map(ResultText::complex).toList();
            table.row(numbers(states[i]), TextTable.number(speeds[i]), Integer.toString(points.unstableDimensions(i)), String.join(", ", leading));
        }
        return table.lines();
    }

    private static String complex(double[] number) {
        return TextTable.number(number[0]) + (number[1] == 0 ? "" : (number[1] < 0 ? " − " : " + ") + TextTable.number(Math.abs(number[1])) + "i");
    }

    private static String numbers(double[] values) {
        return String.join(" ", Arrays.stream(values).limit(MAX_LIST).mapToObj(TextTable::number).toList()) + (values.length > MAX_LIST ? " …" : "");
    }

    private static List<String> arrays(Value value) {
        List<String> lines = new ArrayList<>();
        value.attributes().forEach((name, attribute) -> lines.add("  " + name + ": " + attribute));
        for (NamedArray array : value.arrays().values()) {
            long[] shape = array.data().shape();
            boolean small = shape.length == 1 && shape[0] <= MAX_LIST;
            lines.add("  " + array.name() + " " + Arrays.toString(shape) + (small ? ": " + numbers(NdArrays.doubles(array.data().all())) : ""));
        }
        return lines;
    }
}
