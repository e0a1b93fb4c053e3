// SPDX-License-Identifier: EPL-2.0
package org.nullcline.cli.output;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.compute.array.NdArrays;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

/** Builds JSON as the contract of the command line wants it: shortest doubles that read back exactly, null where there is no number. */
public final class Json {

    private Json() {
    }

    /** The document as text. */
    public static String text(JsonElement json) {
        return new GsonBuilder().disableHtmlEscaping().serializeNulls().create().toJson(json);
    }

    /** Text, number, truth value, list, map, arrays of doubles or JSON itself. */
    public static JsonElement of(Object value) {
        return switch (value) {
            case null -> JsonNull.INSTANCE;
            case JsonElement json -> json;
            case String text -> new JsonPrimitive(text);
            case Boolean flag -> new JsonPrimitive(flag);
            case Double number -> Double.isFinite(number) ? new JsonPrimitive(number) : JsonNull.INSTANCE;
            case Float number -> Float.isFinite(number) ? new JsonPrimitive(number) : JsonNull.INSTANCE;
            case Number number -> new JsonPrimitive(number);
            case double[] numbers -> {
                JsonArray array = new JsonArray(numbers.length);
                for (double number : numbers) {
                    array.add(of(number));
                }
                yield array;
            }
            case double[][] rows -> of(List.of((Object[]) rows));
            case Collection<?> items -> {
                JsonArray array = new JsonArray(items.size());
                items.forEach(item -> array.add(of(item)));
                yield array;
            }
            case Map<?, ?> map -> {
                JsonObject object = new JsonObject();
                map.forEach((key, item) -> object.add(key.toString(), of(item)));
                yield object;
            }
            default -> new JsonPrimitive(value.toString());
        };
    }

    /** An object of names and values in turn. */
    public static JsonObject object(Object... namesAndValues) {
        JsonObject object = new JsonObject();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.add((String) namesAndValues[i], of(namesAndValues[i + 1]));
        }
        return object;
    }

    /** Nested lists of the elements, the last axis innermost. */
    public static JsonElement of(INDArray array) {
        boolean whole = !array.dataType().isFPType();
        if (array.rank() == 0) {
            return whole ? new JsonPrimitive(NdArrays.longs(array)[0]) : of(NdArrays.doubles(array)[0]);
        }
        double[] flat = NdArrays.doubles(array);
        return nested(flat, array.shape(), 0, new int[] {0}, whole);
    }

    private static JsonArray nested(double[] flat, long[] shape, int axis, int[] position, boolean whole) {
        JsonArray items = new JsonArray();
        for (long i = 0; i < shape[axis]; i++) {
            if (axis < shape.length - 1) {
                items.add(nested(flat, shape, axis + 1, position, whole));
            } else {
                double value = flat[position[0]++];
                items.add(whole ? new JsonPrimitive((long) value) : of(value));
            }
        }
        return items;
    }
}
