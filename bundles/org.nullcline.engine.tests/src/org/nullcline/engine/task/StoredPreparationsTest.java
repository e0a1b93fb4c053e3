// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.task;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nullcline.api.contribution.Descriptor;
import org.nullcline.api.contribution.ExtensionPoint;
import org.nullcline.api.parameter.ParameterDeclaration;
import org.nullcline.api.parameter.ParameterType;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.value.Kinds;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.engine.steps.Engines;
import org.nullcline.engine.store.Store;
import org.nullcline.engine.store.StoreMaintenance;

class StoredPreparationsTest {

    @TempDir
    private Path folder;
    private final AtomicInteger made = new AtomicInteger();

    private Store store() {
        return Store.open(folder.resolve("store"));
    }

    private static Descriptor metric(String version, Map<String, String> attributes) {
        List<ParameterDeclaration> parameters = Stream.of("delays", "order").map(name -> new ParameterDeclaration(name, ParameterType.INTEGER, "1", false,
                Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, "", List.of(), null, "A number.")).toList();
        return new Descriptor(ExtensionPoint.METRICS, "org.example.m", "M", "", version, "org.example", parameters, List.of(), List.of(), List.of(), attributes);
    }

    private static final Descriptor METRIC = metric("1.0.0", Map.of("preparedBy", "delays"));

    private static Value value(double first) {
        return Value.of(Kinds.MATRIX).array("matrix", "mV", NdArrays.of(new double[] {first, Double.NaN, -0.0, 1e-310}, 2, 2), "time", "channel")
                .attribute("labels", List.of("a", "b")).build();
    }

    /** What a preparation makes: all twice. */
    private Value twice(Value value) {
        made.incrementAndGet();
        double[] x = NdArrays.doubles(value.array("matrix"));
        for (int i = 0; i < x.length; i++) {
            x[i] *= 2;
        }
        return value.copy().array("matrix", "mV", NdArrays.of(x, 2, 2), "time", "channel").build();
    }

    private Value prepared(Descriptor metric, Map<String, String> settings, Value value) {
        return new StoredPreparations(store()).of(metric, Parameters.resolve(metric, settings, Engines.contributions()), value, () -> twice(value));
    }

    private void assertMade(int expected, Descriptor metric, Map<String, String> settings, Value value) {
        made.set(0);
        Value result = prepared(metric, settings, value);
        assertEquals(expected, made.get());
        // To the last bit, whether read or made.
        assertArrayEquals(bits(twice(value)), bits(result));
        assertEquals(value.attributes(), result.attributes());
        assertEquals("mV", result.named("matrix").unit());
    }

    private static long[] bits(Value value) {
        double[] x = NdArrays.doubles(value.array("matrix"));
        long[] bits = new long[x.length];
        for (int i = 0; i < x.length; i++) {
            bits[i] = Double.doubleToLongBits(x[i]);
        }
        return bits;
    }

    @Test
    void whatWasPreparedIsFoundAgainAsLongAsNothingThatMattersChanges() {
        assertMade(1, METRIC, Map.of(), value(1));
        assertMade(0, METRIC, Map.of(), value(1));
        assertMade(0, METRIC, Map.of("delays", " 1"), value(1));
        assertMade(0, METRIC, Map.of("order", "2"), value(1));
        assertMade(1, METRIC, Map.of("delays", "2"), value(1));
        assertMade(1, METRIC, Map.of(), value(Math.nextUp(1)));
        assertMade(1, metric("1.0.1", METRIC.attributes()), Map.of(), value(1));
        assertMade(1, METRIC, Map.of(), value(1).copy().attribute("labels", List.of("a,b")).build());
        assertMade(1, METRIC, Map.of(), value(1).copy().attribute("session", "2").build());
    }

    @Test
    void nothingIsKeptWithoutADeclarationOrAnyWork() {
        Descriptor silent = metric("1.0.0", Map.of());
        assertMade(1, silent, Map.of(), value(1));
        assertMade(1, silent, Map.of(), value(1));
        Value operator = value(3);
        StoredPreparations preparations = new StoredPreparations(store());
        assertSame(operator, preparations.of(METRIC, Parameters.resolve(METRIC, Map.of(), Engines.contributions()), operator, () -> operator));
        assertEquals(0, store().keys().size());
        assertEquals(0, preparations.made());
    }

    @Test
    void damagedValuesAreMadeAgainAndNeverBelieved() throws IOException {
        assertMade(1, METRIC, Map.of(), value(1));
        Path entry = store().folder(store().keys().iterator().next());
        Path array = entry.resolve("prepared").resolve("matrix.npy");
        byte[] bytes = Files.readAllBytes(array);
        bytes[bytes.length - 3] ^= 1;
        Files.write(array, bytes);
        assertEquals(1, new StoreMaintenance(store()).verify(false).damages().size());
        assertMade(1, METRIC, Map.of(), value(1));
        assertMade(0, METRIC, Map.of(), value(1));
        assertEquals(List.of(), new StoreMaintenance(store()).verify(false).damages());
        for (String file : List.of("result.json", "prepared/value.json", "prepared/matrix.npy")) {
            Path path = entry.resolve(file);
            Files.write(path, Arrays.copyOf(Files.readAllBytes(path), 20));
            assertMade(1, METRIC, Map.of(), value(1));
            Files.delete(path);
            assertMade(1, METRIC, Map.of(), value(1));
            assertMade(0, METRIC, Map.of(), value(1));
        }
    }

    @Test
    void aStoreThatCannotBeWrittenCostsTimeOnly() throws IOException {
        Store store = store();
        Files.delete(store.root().resolve("objects"));
        Files.writeString(store.root().resolve("objects"), "in the way");
        assertMade(1, METRIC, Map.of(), value(1));
        assertMade(1, METRIC, Map.of(), value(1));
    }

    @Test
    void severalAtOnceDoNotDisturbEachOther() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Callable<Value>> calls = Stream.generate(() -> (Callable<Value>) () -> prepared(METRIC, Map.of(), value(1))).limit(24).toList();
            for (var result : threads.invokeAll(calls)) {
                assertArrayEquals(bits(twice(value(1))), bits(result.get()));
            }
        }
        assertEquals(1, store().keys().size());
        assertEquals(List.of(), new StoreMaintenance(store()).verify(false).damages());
        assertTrue(Files.notExists(store().root().resolve("quarantine")));
    }
}
