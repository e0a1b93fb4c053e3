// SPDX-License-Identifier: EPL-2.0
package org.nullcline.cli.output;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

import org.nullcline.api.contribution.Descriptor;
import org.nullcline.api.value.Distances;
import org.nullcline.api.value.FixedPoints;
import org.nullcline.api.value.Kinds;
import org.nullcline.api.value.NamedArray;
import org.nullcline.api.value.Scores;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;

import com.google.gson.JsonObject;

/**
 * The outputs of a step as one JSON document. Well-known kinds have the fields that the contract of the command line names; every output
 * also appears under {@code outputs} with its kind, attributes and arrays.
 */
public final class ResultJson {

    /** Larger arrays are described, not printed; {@code --out} writes them. */
    private static final long MAX_ELEMENTS = 500_000;

    private ResultJson() {
    }

    /** The document for the outputs of a step. */
    public static JsonObject of(Descriptor step, SortedMap<String, Value> outputs, Map<String, List<Path>> files) {
        JsonObject document = Json.object("step", step.id(), "version", step.version());
        outputs.forEach((port, value) -> contract(document, value));
        if (step.shortId().equals("marble")) {
            document.add("embeddingFiles", Json.of(files.entrySet().stream().filter(e -> outputs.get(e.getKey()).kind().equals(Kinds.EMBEDDING))
                    .flatMap(e -> e.getValue().stream()).map(Path::toString).toList()));
        }
        JsonObject all = new JsonObject();
        outputs.forEach((port, value) -> all.add(port, plain(value, files.getOrDefault(port, List.of()))));
        document.add("outputs", all);
        return document;
    }

    private static void contract(JsonObject document, Value value) {
        switch (value.kind()) {
            case Kinds.FIXED_POINTS -> fixedPoints(document, FixedPoints.of(value));
            case Kinds.OPERATOR -> operator(document, value);
            case "lyapunov-spectrum" -> {
                document.add("spectrum", Json.of(NdArrays.doubles(value.array("spectrum"))));
                value.find("standardError").ifPresent(array -> document.add("standardErrors", Json.of(array.data().all())));
                document.add("kaplanYorke", Json.of(value.number("kaplanYorke", Double.NaN)));
                document.add("sumDivergence", Json.of(value.number("sumDivergence", Double.NaN)));
            }
            case Kinds.DISTANCES -> {
                Distances distances = Distances.of(value);
                document.add("distances", Json.of(distances.matrix()));
                document.add("names", Json.of(distances.rows()));
            }
            case Kinds.SCORES -> scores(document, Scores.of(value));
            default -> losses(document, value);
        }
    }

    private static void fixedPoints(JsonObject document, FixedPoints points) {
        double[][] states = NdArrays.rows(points.value().array(FixedPoints.STATE));
        double[] speeds = NdArrays.doubles(points.value().array(FixedPoints.SPEED));
        List<JsonObject> list = new ArrayList<>();
        for (int i = 0; i < points.count(); i++) {
            list.add(Json.object("state", states[i], "speed", speeds[i], "eigenvalues", points.eigenvalues(i), "stable", points.stable(i), "unstableDimensions",
                    points.unstableDimensions(i)));
        }
        document.add("points", Json.of(list));
        document.addProperty("continuous", points.continuous());
    }

    private static void operator(JsonObject document, Value value) {
        for (String name : List.of("eigenvalues", "singularValues", "operator")) {
            value.find(name).ifPresent(array -> document.add(name, Json.of(array.data().all())));
        }
        if (value.attributes().containsKey("rank")) {
            document.add("rank", Json.of(value.attributes().get("rank")));
        }
    }

    /** One row becomes an object of numbers, several become a list of such objects, whose names are the {@code rows}. */
    private static void scores(JsonObject document, Scores scores) {
        List<Map<String, Object>> rows = new ArrayList<>();
        double[][] table = scores.table();
        for (int r = 0; r < table.length; r++) {
            Map<String, Object> row = new LinkedHashMap<>();
            for (int c = 0; c < table[r].length; c++) {
                row.put(scores.columns().get(c), table[r][c]);
            }
            rows.add(row);
        }
        if (rows.size() > 1) {
            document.add("rows", Json.of(scores.rows()));
        }
        document.add("scores", rows.size() == 1 ? Json.of(rows.getFirst()) : Json.of(rows));
    }

    /** Learning curves of whatever was trained. */
    private static void losses(JsonObject document, Value value) {
        JsonObject losses = new JsonObject();
        for (String split : List.of("train", "validation")) {
            value.find("loss." + split).ifPresent(array -> losses.add(split, Json.of(array.data().all())));
        }
        if (losses.size() > 0) {
            document.add("losses", losses);
        }
    }

    private static JsonObject plain(Value value, List<Path> files) {
        JsonObject arrays = new JsonObject();
        for (NamedArray array : value.arrays().values()) {
            List<Long> shape = Arrays.stream(array.data().shape()).boxed().toList();
            JsonObject entry = Json.object("shape", shape, "axes", array.axes().stream().map(a -> a.name()).toList(), "unit", array.unit());
            if (shape.stream().reduce(1L, (a, b) -> a * b) <= MAX_ELEMENTS) {
                entry.add("values", Json.of(array.data().all()));
            }
            arrays.add(array.name(), entry);
        }
        return Json.object("kind", value.kind(), "attributes", value.attributes(), "arrays", arrays, "files", files.stream().map(Path::toString).toList());
    }
}
