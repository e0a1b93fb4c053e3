// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.task;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;

import org.nullcline.api.NullclineException;
import org.nullcline.api.NullclineException.Kind;
import org.nullcline.api.contribution.Contributions;
import org.nullcline.api.contribution.Descriptor;
import org.nullcline.api.contribution.ExtensionPoint;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.PreparedValues;
import org.nullcline.api.step.Progress;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.Value;
import org.nullcline.engine.plan.FileDigest;
import org.nullcline.engine.plan.FileHashes;
import org.nullcline.engine.store.Durable;
import org.nullcline.engine.store.Store;
import org.nullcline.nd4j.NativeRuntime;

/** Does tasks: reads their inputs from the store, runs the step, stores the outputs. What goes wrong becomes one sentence. */
public final class TaskRunner {

    private final Store store;
    private final Contributions contributions;

    /** Runs tasks with the installed contributions on a store. */
    public TaskRunner(Store store, Contributions contributions) {
        this.store = store;
        this.contributions = contributions;
    }

    /**
     * Does one task in this thread.
     *
     * @param scratch folder for checkpoints when another process uses the common one
     * @param threads how many threads the step may use
     */
    public TaskOutcome run(TaskOrder order, Progress progress, Path scratch, int threads) {
        try {
            var known = store.result(order.key());
            if (known.isPresent()) {
                return new TaskOutcome.Done(known.get(), true, false);
            }
            progress.check();
            return runAnew(order, progress, scratch, threads);
        } catch (CancellationException e) {
            return new TaskOutcome.Cancelled();
        } catch (NullclineException e) {
            return progress.cancelled() ? new TaskOutcome.Cancelled()
                    : new TaskOutcome.Failed(e.kind(), named(order, e.getMessage()), e);
        } catch (OutOfMemoryError e) {
            return new TaskOutcome.Failed(Kind.TASK, outOfMemory(order.title()), e);
        } catch (IOException e) {
            return new TaskOutcome.Failed(Kind.INFRASTRUCTURE, named(order, "the store cannot be used: " + Store.reason(e) + "."), e);
        } catch (RuntimeException | Error e) {
            return progress.cancelled() ? new TaskOutcome.Cancelled() : new TaskOutcome.Failed(Kind.TASK, unexpected(order, e), e);
        }
    }

    /** The sentence for a task that needed more memory than it had. */
    public static String outOfMemory(String title) {
        long megabytes = Runtime.getRuntime().maxMemory() >> 20;
        return "The task '" + title + "' needs more memory than its worker may use (" + megabytes
                + " MB); give it more with --memory, or make the data, the model or the batch smaller.";
    }

    private static String named(TaskOrder order, String sentence) {
        return "Task '" + order.title() + "': " + sentence;
    }

    private String unexpected(TaskOrder order, Throwable failure) {
        String plugin = "the plug-in that contributes " + order.contribution();
        try {
            plugin = "the plug-in " + contributions.find(ExtensionPoint.STEPS, order.contribution()).bundle();
        } catch (NullclineException e) {
            failure.addSuppressed(e);
        }
        String message = failure.getMessage() == null ? "" : ": " + failure.getMessage().lines().findFirst().orElse("");
        return named(order, "an error in " + plugin + " (" + failure.getClass().getSimpleName() + message + "); the task's log says where.");
    }

    private TaskOutcome runAnew(TaskOrder order, Progress progress, Path scratch, int threads) throws IOException {
        NativeRuntime.unavailableReason().ifPresent(reason -> {
            throw NullclineException.infrastructure(reason, NativeRuntime.start().cause());
        });
        Instant started = Instant.now();
        Descriptor descriptor = contributions.find(ExtensionPoint.STEPS, order.contribution());
        if (!descriptor.version().equals(order.version())) {
            throw NullclineException.infrastructure("the run was planned with version " + order.version() + " of " + order.contribution() + ", but version "
                    + descriptor.version() + " is installed; run the experiment again.", null);
        }
        verifyFiles(order);
        Parameters parameters = Parameters.resolve(descriptor, order.parameters(), contributions);
        StepInputs inputs = inputs(order);
        Step step = contributions.create(descriptor, Step.class);
        Optional<Store.Claim> claim = store.claim(order.key());
        try {
            Path checkpoints = claim.isPresent() ? store.checkpoints(order.key()) : scratch;
            Files.createDirectories(checkpoints);
            var prepared = new StoredPreparations(store);
            var remarks = new Remarks(progress);
            var context = new Context(remarks, order.seed(), threads, checkpoints, contributions, prepared);
            SortedMap<String, Value> outputs = checked(descriptor, step.run(inputs, parameters, context));
            if (prepared.found() > 0) {
                progress.note(prepared.sentence());
            }
            progress.check();
            var published = store.publish(order.key(), outputs, order.ingredients(), Provenance.of(descriptor, order, threads, started),
                    remarks.with(inputs, outputs.values()));
            Durable.delete(checkpoints);
            return new TaskOutcome.Done(published.result(), false, published.conflict());
        } finally {
            if (claim.isPresent()) {
                claim.get().close();
            }
        }
    }

    private static void verifyFiles(TaskOrder order) {
        var hashes = new FileHashes();
        order.files().forEach((parameter, digests) -> {
            for (FileDigest planned : digests) {
                FileDigest now = hashes.digest(parameter, planned.path(), Path.of("/")).getFirst();
                if (!now.sha256().equals(planned.sha256())) {
                    throw NullclineException.input("the file " + planned.path() + " changed after the run was planned; run the experiment again.");
                }
            }
        });
    }

    private StepInputs inputs(TaskOrder order) {
        Map<String, List<StepInputs.Item>> ports = new LinkedHashMap<>();
        order.inputs().forEach(input -> ports.computeIfAbsent(input.port(), p -> new ArrayList<>())
                .add(new StepInputs.Item(input.label().isEmpty() ? input.port() : input.label(), store.value(input.key(), input.output()))));
        return new StepInputs(ports);
    }

    /**
     * The outputs of a step, sorted by port, if they are what its plug-in declares.
     *
     * @throws NullclineException of kind TASK naming the plug-in and what is wrong
     */
    public static SortedMap<String, Value> checked(Descriptor descriptor, Map<String, Value> result) {
        Map<String, Value> outputs = result == null ? Map.of() : result;
        SortedMap<String, Value> checked = new TreeMap<>();
        String what = "the plug-in " + descriptor.bundle() + " breaks its promise for " + descriptor.id() + ": ";
        for (var port : descriptor.outputs()) {
            Value value = outputs.get(port.name());
            if (value == null) {
                throw NullclineException.task(what + "the output '" + port.name() + "' is missing.");
            }
            if (!port.accepts(value.kind())) {
                throw NullclineException.task(what + "the output '" + port.name() + "' is a " + value.kind() + " instead of a " + port.kinds().getFirst() + ".");
            }
            checked.put(port.name(), value);
        }
        for (String name : outputs.keySet()) {
            if (!checked.containsKey(name)) {
                throw NullclineException.task(what + "the output '" + name + "' is not declared.");
            }
        }
        return checked;
    }

    /** What a step gets besides inputs and parameters. */
    public record Context(Progress progress, long seed, int threads, Path checkpoints, Contributions contributions, PreparedValues prepared)
            implements StepContext {
    }
}
