// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.plan;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One piece of work of a plan. Tasks with the same key are the same work and appear once.
 *
 * @param index position in the plan; a task comes after all those that it needs
 * @param key content key of the result
 * @param step id of the step
 * @param label name of the step for people
 * @param coordinates values of the sweep axes that it depends on, by axis
 * @param contribution full id of the contribution that does the work
 * @param version version of that contribution
 * @param bundle plug-in of that contribution
 * @param parameters all parameters in canonical text; files as absolute paths
 * @param chosen chosen contributions by parameter, as {@code id@version}
 * @param files files that parameters name
 * @param inputs what arrives at which port, in order
 * @param seed root seed, or null when the contribution declares that it draws no random numbers
 * @param outputs kinds by output port
 */
public record Task(int index, String key, String step, String label, SortedMap<String, String> coordinates, String contribution, String version,
        String bundle, SortedMap<String, String> parameters, SortedMap<String, String> chosen, SortedMap<String, List<FileDigest>> files,
        List<TaskInput> inputs, Long seed, SortedMap<String, String> outputs) {

    /** Version of the layout of keys and stored results. */
    public static final int FORMAT = 1;
    /** Name of the arithmetic that results rely on; changes when the numerical ground gives other bits. */
    public static final String NUMERICS = "2: float32 training in fixed shard order, float64 analysis, one BLAS thread";

    /**
     * A value that a task needs.
     *
     * @param port input port
     * @param task index of the producing task
     * @param key key of the producing task
     * @param output output port of the producing task
     * @param label name of the value at ports that take several; empty at others
     */
    public record TaskInput(String port, int task, String key, String output, String label) {
    }

    /** What the result depends on, as the maps and lists that the key is computed from. */
    public Map<String, Object> ingredients() {
        SortedMap<String, String> plain = new TreeMap<>(parameters);
        plain.keySet().removeAll(files.keySet());
        Map<String, Object> ingredients = new LinkedHashMap<>();
        ingredients.put("format", FORMAT);
        ingredients.put("numerics", NUMERICS);
        ingredients.put("contribution", contribution);
        ingredients.put("version", version);
        ingredients.put("parameters", plain);
        ingredients.put("chosen", chosen);
        Map<String, Object> contents = new TreeMap<>();
        files.forEach((name, digests) -> contents.put(name,
                digests.stream().map(d -> Map.of("sha256", d.sha256(), "suffix", d.suffix(), "selector", d.selector())).toList()));
        ingredients.put("files", contents);
        Map<String, List<Object>> ports = new TreeMap<>();
        for (TaskInput input : inputs) {
            List<Object> port = ports.computeIfAbsent(input.port, p -> new ArrayList<>());
            port.add(input.label.isEmpty() ? List.of(input.key, input.output) : List.of(input.key, input.output, input.label));
        }
        ingredients.put("inputs", ports);
        if (seed != null) {
            ingredients.put("seed", seed);
        }
        return ingredients;
    }

    /** This task with the key that its ingredients give. */
    Task keyed() {
        byte[] hash = FileHashes.sha256().digest(CanonicalJson.write(ingredients()).getBytes(StandardCharsets.UTF_8));
        return new Task(index, HexFormat.of().formatHex(hash), step, label, coordinates, contribution, version, bundle, parameters, chosen, files, inputs,
                seed, outputs);
    }

    /** The seed of this task's random streams: a function of root seed and key, so that neither order nor number of workers matter. */
    public long taskSeed() {
        byte[] hash = FileHashes.sha256().digest(((seed == null ? 0 : seed) + ":" + key).getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.wrap(hash).getLong();
    }

    /** Name of the task for people: the step, and where in the sweep. */
    public String title() {
        return coordinates.isEmpty() ? label : label + " [" + String.join(", ", coordinates.entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue()).toList()) + "]";
    }

    /** The first twelve digits of the key, enough to name the task within a run. */
    public String shortKey() {
        return key.substring(0, 12);
    }
}
