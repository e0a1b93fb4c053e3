// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.task;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.nullcline.api.NullclineException;
import org.nullcline.api.NullclineException.Kind;
import org.nullcline.api.contribution.Descriptor;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.PreparedValues;
import org.nullcline.api.value.ArrayData;
import org.nullcline.api.value.NamedArray;
import org.nullcline.api.value.Value;
import org.nullcline.engine.plan.CanonicalJson;
import org.nullcline.engine.plan.FileHashes;
import org.nullcline.engine.plan.Task;
import org.nullcline.engine.store.ContentHash;
import org.nullcline.engine.store.Store;
import org.nullcline.engine.store.StoreMaintenance;
import org.nullcline.engine.store.StoredResult;

import com.google.gson.JsonParser;

/**
 * Prepared values in the store, as results with a key of their own: SHA-256 of the metric's id and version, the parameters that its preparation
 * depends on, the arithmetic and the content of the value. They are stored and checked as results are: what is damaged or half written is moved
 * away and made again. A store that cannot be written only costs the time to make them again.
 */
public final class StoredPreparations implements PreparedValues {

    /** Attribute of a metric that names the parameters. */
    private static final String PREPARED_BY = "preparedBy";
    private static final String PORT = "prepared";

    private final Store store;
    private final AtomicInteger found = new AtomicInteger();
    private final AtomicInteger made = new AtomicInteger();
    private final AtomicBoolean told = new AtomicBoolean();

    /** Keeps values in a store. */
    public StoredPreparations(Store store) {
        this.store = store;
    }

    /** How many values came from the store. */
    public int found() {
        return found.get();
    }

    /** How many values were made, and kept if the store could be written. */
    public int made() {
        return made.get();
    }

    /** Both for people. */
    public String sentence() {
        return found() + " of " + (found() + made()) + " prepared values came from the store";
    }

    @Override
    public Value of(Descriptor metric, Parameters parameters, Value value, Supplier<Value> preparation) {
        String names = metric.attribute(PREPARED_BY, null);
        if (names == null) {
            return preparation.get();
        }
        Map<String, Object> ingredients = ingredients(metric, names, parameters, value);
        String key = HexFormat.of().formatHex(FileHashes.sha256().digest(CanonicalJson.write(ingredients).getBytes(StandardCharsets.UTF_8)));
        Optional<Value> known = find(key);
        if (known.isPresent()) {
            found.incrementAndGet();
            return known.get();
        }
        Value prepared = preparation.get();
        if (prepared != value) {
            made.incrementAndGet();
            keep(key, prepared, ingredients);
        }
        return prepared;
    }

    private static Map<String, Object> ingredients(Descriptor metric, String names, Parameters parameters, Value value) {
        List<String> relevant = Arrays.stream(names.strip().split("\\s+")).filter(name -> !name.isEmpty()).toList();
        for (String name : relevant) {
            if (metric.parameter(name).isEmpty()) {
                throw NullclineException.task("The plug-in " + metric.bundle() + " breaks its promise for " + metric.id() + ": preparedBy names the parameter '"
                        + name + "', which it does not have.");
            }
        }
        SortedMap<String, String> plain = new TreeMap<>(parameters.normalised());
        plain.keySet().removeIf(name -> !relevant.contains(name.indexOf('.') < 0 ? name : name.substring(0, name.indexOf('.'))));
        return Map.of(StoredResult.PREPARED, Task.FORMAT, "numerics", Task.NUMERICS, "metric", metric.id(), "version", metric.version(), "parameters", plain,
                "value", ContentHash.of(value));
    }

    private Optional<Value> find(String key) {
        if (!Files.isDirectory(store.folder(key))) {
            return Optional.empty();
        }
        StoreMaintenance maintenance = new StoreMaintenance(store);
        try {
            Optional<String> damage = maintenance.damage(key);
            if (damage.isEmpty()) {
                Value value = loaded(store.value(key, PORT));
                store.used(key);
                return Optional.of(value);
            }
            System.getLogger(StoredPreparations.class.getName()).log(System.Logger.Level.WARNING, "The prepared value " + key + " is made again: " + damage.get()
                    + ".");
            maintenance.quarantine(key);
        } catch (NullclineException e) {
            unusable(key, e);
        }
        return Optional.empty();
    }

    /** In memory, so that it does not matter if the store loses it. */
    private static Value loaded(Value value) {
        Value.Builder builder = value.copy();
        for (NamedArray array : value.arrays().values()) {
            builder.array(new NamedArray(array.name(), array.axes(), array.unit(), ArrayData.of(array.data().all())));
        }
        return builder.build();
    }

    private void keep(String key, Value prepared, Map<String, Object> ingredients) {
        try {
            store.publish(key, new TreeMap<>(Map.of(PORT, prepared)), JsonParser.parseString(CanonicalJson.write(ingredients)).getAsJsonObject(), Provenance.ofProcess());
        } catch (NullclineException e) {
            if (e.kind() != Kind.INFRASTRUCTURE) {
                throw e;
            }
            unusable(key, e);
        }
    }


    /** Said once: what concerns one value concerns all. */
    private void unusable(String key, NullclineException e) {
        var level = told.compareAndSet(false, true) ? System.Logger.Level.WARNING : System.Logger.Level.DEBUG;
        System.getLogger(StoredPreparations.class.getName()).log(level, "The prepared value " + key + " is not kept: " + e.getMessage());
    }
}
