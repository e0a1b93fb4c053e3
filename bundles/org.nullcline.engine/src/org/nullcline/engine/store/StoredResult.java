// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.store;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/**
 * What the store says about one result: which bytes belong to it and how it came about.
 *
 * @param key key of the task
 * @param outputs what it consists of, by output port
 * @param ingredients what the key was computed from, as JSON
 * @param provenance who made it when and with what, as JSON; not part of the result
 * @param notes what the step says about it, in sentences; not part of its bytes
 */
public record StoredResult(String key, SortedMap<String, Output> outputs, JsonObject ingredients, JsonObject provenance, List<String> notes) {

    /** Member of the ingredients of a value that a metric prepared: its content key. */
    public static final String PREPARED = "prepared";
    /** Name of the description within a result's folder. */
    public static final String FILE = "result.json";
    private static final int FORMAT = 1;

    /**
     * One output.
     *
     * @param kind kind of the value
     * @param sha256 over names and contents of all its files
     * @param files its files, sorted by name
     */
    public record Output(String kind, String sha256, List<StoredFile> files) {
    }

    /**
     * One file of an output.
     *
     * @param name within the output's folder
     * @param bytes its size
     * @param sha256 of its content
     */
    public record StoredFile(String name, long bytes, String sha256) {
    }

    /** Size of all files. */
    public long bytes() {
        return outputs.values().stream().flatMap(o -> o.files.stream()).mapToLong(StoredFile::bytes).sum();
    }

    /** Whether it is no task's result but a value that a metric prepared for comparisons. */
    public boolean prepared() {
        return ingredients != null && ingredients.has(PREPARED);
    }

    /** Whether both consist of the same bytes. */
    public boolean sameBytes(StoredResult other) {
        return outputs.equals(other.outputs);
    }

    String toJson() {
        JsonObject json = new JsonObject();
        json.addProperty("format", FORMAT);
        json.addProperty("key", key);
        JsonObject ports = new JsonObject();
        outputs.forEach((port, output) -> {
            JsonArray files = new JsonArray();
            for (StoredFile file : output.files) {
                JsonObject entry = new JsonObject();
                entry.addProperty("name", file.name);
                entry.addProperty("bytes", file.bytes);
                entry.addProperty("sha256", file.sha256);
                files.add(entry);
            }
            JsonObject entry = new JsonObject();
            entry.addProperty("kind", output.kind);
            entry.addProperty("sha256", output.sha256);
            entry.add("files", files);
            ports.add(port, entry);
        });
        json.add("outputs", ports);
        json.add("ingredients", ingredients);
        json.add("provenance", provenance);
        if (!notes.isEmpty()) {
            JsonArray sentences = new JsonArray();
            notes.forEach(sentences::add);
            json.add("notes", sentences);
        }
        Gson gson = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
        return gson.toJson(json) + "\n";
    }

    /** @throws RuntimeException of Gson when the text is no description of a result */
    static StoredResult parse(String text) {
        JsonObject json = JsonParser.parseString(text).getAsJsonObject();
        if (json.get("format").getAsInt() != FORMAT) {
            throw new IllegalStateException("The result has format " + json.get("format").getAsInt() + ", which this version does not read.");
        }
        SortedMap<String, Output> outputs = new TreeMap<>();
        json.getAsJsonObject("outputs").entrySet().forEach(e -> {
            JsonObject entry = e.getValue().getAsJsonObject();
            List<StoredFile> files = new ArrayList<>();
            for (JsonElement file : entry.getAsJsonArray("files")) {
                JsonObject f = file.getAsJsonObject();
                files.add(new StoredFile(f.get("name").getAsString(), f.get("bytes").getAsLong(), f.get("sha256").getAsString()));
            }
            outputs.put(e.getKey(), new Output(entry.get("kind").getAsString(), entry.get("sha256").getAsString(), List.copyOf(files)));
        });
        List<String> notes = json.has("notes") ? json.getAsJsonArray("notes").asList().stream().map(JsonElement::getAsString).toList() : List.of();
        return new StoredResult(json.get("key").getAsString(), outputs, json.getAsJsonObject("ingredients"), json.getAsJsonObject("provenance"), notes);
    }
}
