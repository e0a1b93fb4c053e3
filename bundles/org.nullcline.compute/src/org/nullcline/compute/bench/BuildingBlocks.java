// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.nullcline.compute.diff.Activation;
import org.nullcline.compute.diff.GruCell;
import org.nullcline.compute.diff.Layer;
import org.nullcline.compute.diff.Layers;
import org.nullcline.compute.diff.Tape;
import org.nullcline.compute.diff.Var;
import org.nullcline.compute.diff.Weights;
import org.nullcline.compute.kernel.Elementary;
import org.nullcline.compute.kernel.KernelSets;
import org.nullcline.compute.kernel.Kernels;
import org.nullcline.compute.kernel.Precision;
import org.nullcline.compute.random.RandomStream;
import org.nullcline.compute.train.ShardedLoss;

/** The speed of the parts that training is made of, on one thread and for one shard. */
public final class BuildingBlocks {

    private static final int TRIALS = ShardedLoss.SHARD_SIZE;
    private static final int STEPS = 70;

    /**
     * The time of a part.
     *
     * @param name     which part
     * @param medianMs median over the runs, milliseconds
     * @param minMs    fastest run, milliseconds
     * @param runs     number of runs
     * @param rate     billions of operations a second in the fastest run: floating-point operations of a product, elements of a function; 0
     *                 where they are not counted
     */
    public record Measurement(String name, double medianMs, double minMs, int runs, double rate) {
    }

    /** A piece of work and its number of operations. */
    private record Part(Runnable work, double operations) {
    }

    private BuildingBlocks() {
    }

    /** Measures all parts in turn, each for {@code seconds} after warming up for as long. */
    public static List<Measurement> measure(Precision precision, double seconds) {
        List<Measurement> measurements = new ArrayList<>();
        parts(precision).forEach((name, part) -> measurements.add(measure(name, part, seconds)));
        return measurements;
    }

    private static Measurement measure(String name, Part part, double seconds) {
        List<Double> times = new ArrayList<>();
        long start = System.nanoTime();
        for (double elapsed = 0; elapsed < 2 * seconds || times.size() < 3;) {
            long begin = System.nanoTime();
            part.work().run();
            long end = System.nanoTime();
            elapsed = (end - start) / 1e9;
            if (elapsed > seconds) {
                times.add((end - begin) / 1e6);
            }
        }
        Collections.sort(times);
        double least = times.getFirst();
        return new Measurement(name, times.get(times.size() / 2), least, times.size(), part.operations() / least / 1e6);
    }

    private static Map<String, Part> parts(Precision precision) {
        Map<String, Part> parts = new LinkedHashMap<>();
        Kernels k = KernelSets.create(precision);
        k.reserve(1 << 20);
        double[] numbers = RandomStream.of(1).normals(1 << 16);
        k.write(numbers.length, 0, numbers, 0);
        int b = 1 << 16;
        int c = 1 << 17;
        k.write(numbers.length, b, numbers, 0);
        int repeat = 100;
        parts.put("product 192 × 64 × 64", new Part(() -> {
            for (int i = 0; i < repeat; i++) {
                k.product(192, TRIALS, 64, 0, 64, 1, b, TRIALS, -1, c, TRIALS, false);
            }
        }, 2.0 * 192 * TRIALS * 64 * repeat));
        parts.put("product with transposed weights 64 × 64 × 192", new Part(() -> {
            for (int i = 0; i < repeat; i++) {
                k.product(64, TRIALS, 192, 0, 1, 64, b, TRIALS, -1, c, TRIALS, true);
            }
        }, 2.0 * 192 * TRIALS * 64 * repeat));
        for (Elementary f : new Elementary[] {Elementary.TANH, Elementary.SIGMOID, Elementary.EXP}) {
            parts.put(f.name().toLowerCase(java.util.Locale.ROOT), new Part(() -> {
                for (int i = 0; i < repeat; i++) {
                    k.apply(f, 8192, 0, c);
                }
            }, 8192.0 * repeat));
        }
        parts.put("gru 10 → 64, 70 steps, forward and backward", unroll(precision, layers -> {
            GruCell cell = layers.gruCell("cell", 10, 64);
            return z -> cell.of(z.tape().zeros(TRIALS, 10), z);
        }, 64));
        parts.put("perceptron 3 → 128 → 3, 70 steps, forward and backward", unroll(precision, layers -> {
            Layer field = layers.mlp("field", 3, 128, 3, Activation.TANH);
            return z -> z.axpy(0.1, field.of(z));
        }, 3));
        return parts;
    }

    private static Part unroll(Precision precision, java.util.function.Function<Layers, Layer> maker, int units) {
        Weights weights = new Weights(precision);
        Layer step = maker.apply(new Layers(weights, RandomStream.of(1)));
        Tape tape = Tape.training(precision);
        return new Part(() -> {
            tape.reset();
            Var z = tape.filled(TRIALS, units, 0.1);
            for (int t = 0; t < STEPS; t++) {
                z = step.of(z);
            }
            tape.backward(z.square().mean());
        }, 0);
    }
}
