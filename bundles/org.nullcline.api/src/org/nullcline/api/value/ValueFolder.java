// SPDX-License-Identifier: EPL-2.0
package org.nullcline.api.value;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.nullcline.api.NullclineException;
import org.nullcline.compute.array.Npy;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;

/**
 * A value as a folder: {@value #INDEX} (kind, attributes, axes, units) and one {@code .npy} per array, little-endian in C order, so that
 * {@code numpy.load} opens it without help.
 *
 * <p>Reading maps the arrays lazily: elements are loaded when they are asked for, slices of the first axis alone where possible. The bytes
 * written depend on nothing but the value.
 */
public final class ValueFolder {

    /** Name of the index file. */
    public static final String INDEX = "value.json";
    private static final int FORMAT = 1;
    private static final long MAX_INDEX_BYTES = 16L << 20;

    private ValueFolder() {
    }

    /** Writes {@code value} into an existing empty folder. */
    public static void write(Value value, Path folder) throws IOException {
        JsonArray arrays = new JsonArray();
        for (NamedArray array : value.arrays().values()) {
            String file = array.name() + ".npy";
            try (OutputStream out = Files.newOutputStream(folder.resolve(file))) {
                array.data().write(out);
            }
            JsonObject entry = new JsonObject();
            entry.addProperty("name", array.name());
            entry.addProperty("file", file);
            entry.addProperty("unit", array.unit());
            JsonArray axes = new JsonArray();
            for (Axis axis : array.axes()) {
                JsonObject axisEntry = new JsonObject();
                axisEntry.addProperty("name", axis.name());
                axisEntry.addProperty("unit", axis.unit());
                axes.add(axisEntry);
            }
            entry.add("axes", axes);
            arrays.add(entry);
        }
        JsonObject attributes = new JsonObject();
        value.attributes().forEach((name, attribute) -> attributes.add(name, encode(attribute)));
        JsonObject index = new JsonObject();
        index.addProperty("format", FORMAT);
        index.addProperty("kind", value.kind());
        index.add("attributes", attributes);
        index.add("arrays", arrays);
        String text = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(index) + "\n";
        Files.writeString(folder.resolve(INDEX), text);
    }

    /**
     * Opens the value in {@code folder}.
     *
     * @throws NullclineException of kind INPUT when the folder holds no readable value
     */
    public static Value read(Path folder) {
        Path file = folder.resolve(INDEX);
        try {
            if (Files.size(file) > MAX_INDEX_BYTES) {
                throw NullclineException.input(file + " is too large to be the index of a value.");
            }
            JsonObject index = JsonParser.parseString(Files.readString(file, StandardCharsets.UTF_8)).getAsJsonObject();
            int format = index.get("format").getAsInt();
            if (format != FORMAT) {
                throw NullclineException.input(file + " has format " + format + "; this version reads format " + FORMAT + ", a newer one may read it.");
            }
            Value.Builder builder = Value.of(index.get("kind").getAsString());
            index.getAsJsonObject("attributes").entrySet().forEach(e -> builder.attribute(e.getKey(), decode(e.getValue())));
            for (JsonElement element : index.getAsJsonArray("arrays")) {
                builder.array(readArray(folder, element.getAsJsonObject()));
            }
            return builder.build();
        } catch (IOException e) {
            throw NullclineException.input("The value in " + folder + " cannot be read: " + e.getMessage(), e);
        } catch (JsonParseException | IllegalStateException | NullPointerException | IllegalArgumentException | UnsupportedOperationException e) {
            throw NullclineException.input(file + " is damaged; run 'nullcline verify', or delete the result and run again.", e);
        }
    }

    private static NamedArray readArray(Path folder, JsonObject entry) throws IOException {
        String name = entry.get("name").getAsString();
        String fileName = entry.get("file").getAsString();
        if (!fileName.equals(name + ".npy") || !name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,119}")) {
            throw new IOException("the index names the file '" + fileName + "', which does not belong to a value.");
        }
        List<Axis> axes = new ArrayList<>();
        for (JsonElement axis : entry.getAsJsonArray("axes")) {
            axes.add(new Axis(axis.getAsJsonObject().get("name").getAsString(), axis.getAsJsonObject().get("unit").getAsString()));
        }
        Path file = folder.resolve(fileName);
        Npy.Header header;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            header = Npy.readHeader(in);
        }
        return new NamedArray(name, axes, entry.get("unit").getAsString(), new NpyFile(file, header));
    }

    private static JsonElement encode(Object attribute) {
        if (attribute instanceof List<?> list) {
            JsonArray array = new JsonArray();
            list.forEach(item -> array.add(item.toString()));
            return array;
        }
        JsonObject typed = new JsonObject();
        switch (attribute) {
            case String text -> {
                return new JsonPrimitive(text);
            }
            case Boolean flag -> {
                return new JsonPrimitive(flag);
            }
            case Long number -> typed.addProperty("integer", number.toString());
            default -> typed.addProperty("real", attribute.toString());
        }
        return typed;
    }

    private static Object decode(JsonElement element) {
        if (element.isJsonArray()) {
            return element.getAsJsonArray().asList().stream().map(JsonElement::getAsString).toList();
        }
        if (element.isJsonObject()) {
            JsonObject typed = element.getAsJsonObject();
            return typed.has("integer") ? (Object) Long.valueOf(typed.get("integer").getAsString()) : Double.valueOf(typed.get("real").getAsString());
        }
        return element.getAsJsonPrimitive().isBoolean() ? (Object) element.getAsBoolean() : element.getAsString();
    }
}
