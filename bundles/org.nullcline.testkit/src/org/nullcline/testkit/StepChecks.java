// SPDX-License-Identifier: EPL-2.0
package org.nullcline.testkit;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

import org.nullcline.api.NullclineException;
import org.nullcline.api.contribution.Contributions;
import org.nullcline.api.contribution.Descriptor;
import org.nullcline.api.contribution.Port;
import org.nullcline.api.parameter.ParameterType;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.NamedArray;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;

/** Proves that a step gives what it declares, the same for any number of threads, and stops soon after it is cancelled. */
final class StepChecks {

    private static final long LIMIT_SECONDS = 60;
    private static final long CANCEL_SECONDS = 10;

    private final Descriptor descriptor;
    private final Contributions contributions;
    private final Parameters parameters;
    private final RandomValues random;
    private final Checks checks;
    private final long seed;

    StepChecks(Descriptor descriptor, Contributions contributions, Map<String, String> settings, long seed) {
        this.descriptor = descriptor;
        this.contributions = contributions;
        this.parameters = descriptor.parameters().stream().anyMatch(
                p -> !p.optional() && p.type() != ParameterType.TEXT && p.defaultValue().isEmpty() && !settings.containsKey(p.name()))
                ? null : Parameters.resolve(descriptor, settings, contributions);
        this.random = new RandomValues(seed);
        this.checks = new Checks(descriptor);
        this.seed = seed;
    }

    List<Finding> run() {
        Optional<StepInputs> inputs = inputs(RandomValues.Scene.SIGNALS);
        if (inputs.isEmpty() || parameters == null) {
            checks.attempt("has a class that can be made", () -> {
                contributions.create(descriptor, Step.class);
                checks.record("has a class that can be made", true, "not run: it needs files or values that the kit cannot make");
            });
            return checks.findings();
        }
        checks.attempt("runs on random values", () -> {
            NullclineException refusal = null;
            for (RandomValues.Scene scene : RandomValues.Scene.values()) {
                try {
                    run(inputs(scene).orElseThrow());
                    if (refusal != null) {
                        checks.record("says what input it needs", true, "it ran on " + scene.text() + " after: " + refusal.getMessage());
                    }
                    return;
                } catch (NullclineException e) {
                    if (e.kind() != NullclineException.Kind.INPUT && e.kind() != NullclineException.Kind.INVALID) {
                        throw e;
                    }
                    refusal = refusal == null ? e : refusal;
                }
            }
            throw refusal;
        });
        return checks.findings();
    }

    private void run(StepInputs inputs) throws Exception {
        Optional<Map<String, Value>> first = finish(inputs, 1);
        if (first.isPresent()) {
            outputs(first.get());
            Optional<Map<String, Value>> second = finish(inputs, 2);
            checks.record("gives the same bytes with two threads", second.isPresent() && same(first.get(), second.get()), "same seed");
        }
        cancel(inputs);
    }

    /** Random values of a scene, one per port, several per multiple port; optional ports stay free in the first scene. A step may refuse a scene with a sentence and run on another. */
    private Optional<StepInputs> inputs(RandomValues.Scene scene) {
        Map<String, List<StepInputs.Item>> ports = new LinkedHashMap<>();
        int index = 0;
        for (Port port : descriptor.inputs()) {
            Optional<String> kind = port.kinds().stream().filter(RandomValues::makes).findFirst();
            if (kind.isEmpty() && !port.optional()) {
                return Optional.empty();
            }
            if (kind.isPresent() && (!port.optional() || scene != RandomValues.Scene.SIGNALS)) {
                List<StepInputs.Item> items = new ArrayList<>();
                for (int k = 0; k < (port.multiple() ? scene.items() : 1); k++) {
                    items.add(new StepInputs.Item(port.name() + k, random.value(kind.get(), index++, scene, k)));
                }
                ports.put(port.name(), items);
            }
        }
        return Optional.of(new StepInputs(ports));
    }

    private void outputs(Map<String, Value> values) {
        boolean right = values.keySet().equals(descriptor.outputs().stream().map(Port::name).collect(Collectors.toSet()))
                && descriptor.outputs().stream().allMatch(port -> port.accepts(values.get(port.name()).kind()));
        checks.record("gives the outputs that it declares", right, String.join(", ", values.keySet()));
    }

    /** The outputs, or nothing when the step takes longer than the kit waits. */
    private Optional<Map<String, Value>> finish(StepInputs inputs, int threads) throws Exception {
        Path folder = Files.createTempDirectory("conformance");
        try {
            BareContext context = new BareContext(contributions, seed, threads, folder);
            FutureTask<Map<String, Value>> task = start(inputs, context);
            try {
                return Optional.of(task.get(LIMIT_SECONDS, TimeUnit.SECONDS));
            } catch (TimeoutException e) {
                context.cancel();
                checks.record("gives the same bytes with two threads", true, "not checked: it runs longer than " + LIMIT_SECONDS + " s");
                stopped(task);
                return Optional.empty();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof Exception cause ? cause : e;
            }
        } finally {
            delete(folder);
        }
    }

    private void cancel(StepInputs inputs) throws Exception {
        Path folder = Files.createTempDirectory("conformance");
        try {
            BareContext context = new BareContext(contributions, seed, 1, folder);
            context.cancel();
            stopped(start(inputs, context));
        } finally {
            delete(folder);
        }
    }

    private void stopped(FutureTask<Map<String, Value>> task) throws InterruptedException {
        try {
            task.get(CANCEL_SECONDS, TimeUnit.SECONDS);
            checks.record("stops when it is cancelled", true, "it had ended before it asked");
        } catch (ExecutionException e) {
            checks.record("stops when it is cancelled", e.getCause() instanceof CancellationException, "it ended with " + e.getCause());
        } catch (TimeoutException e) {
            checks.record("stops when it is cancelled", false, "it still ran after " + CANCEL_SECONDS + " s; call progress().check() at least once a second");
        }
    }

    private FutureTask<Map<String, Value>> start(StepInputs inputs, BareContext context) {
        Step step = contributions.create(descriptor, Step.class);
        step.check(parameters);
        FutureTask<Map<String, Value>> task = new FutureTask<>(() -> step.run(inputs, parameters, context));
        Thread.ofPlatform().daemon().name("conformance-" + descriptor.shortId()).start(task);
        return task;
    }

    private static boolean same(Map<String, Value> first, Map<String, Value> second) {
        for (Map.Entry<String, Value> entry : first.entrySet()) {
            Value a = entry.getValue();
            Value b = second.get(entry.getKey());
            if (b == null || !a.kind().equals(b.kind()) || !a.attributes().equals(b.attributes()) || !a.arrays().keySet().equals(b.arrays().keySet())) {
                return false;
            }
            for (NamedArray array : a.arrays().values()) {
                double[] x = NdArrays.doubles(array.data().all());
                double[] y = NdArrays.doubles(b.array(array.name()));
                if (!Arrays.equals(x, y)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
