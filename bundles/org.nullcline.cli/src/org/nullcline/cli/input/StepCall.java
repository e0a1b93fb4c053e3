// SPDX-License-Identifier: EPL-2.0
package org.nullcline.cli.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

import org.nullcline.api.NullclineException;
import org.nullcline.api.contribution.Descriptor;
import org.nullcline.api.contribution.ExtensionPoint;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.PreparedValues;
import org.nullcline.api.step.Progress;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.Value;
import org.nullcline.cli.Session;
import org.nullcline.cli.output.ProgressLine;
import org.nullcline.engine.registry.RegistryContributions;
import org.nullcline.engine.store.Durable;
import org.nullcline.engine.store.Store;
import org.nullcline.engine.task.Remarks;
import org.nullcline.engine.task.TaskRunner;
import org.nullcline.nd4j.NativeRuntime;

/** Runs a step in this process, without experiment and store. */
public final class StepCall {

    private final Session session;
    private final RegistryContributions contributions;
    private final PreparedValues prepared;
    private List<String> notes = List.of();

    /** Runs steps in a session. */
    public StepCall(Session session) {
        this(session, PreparedValues.NONE);
    }

    /** Runs steps in a session that find again what metrics made of values before. */
    public StepCall(Session session, PreparedValues prepared) {
        this.session = session;
        this.prepared = prepared;
        contributions = session.contributions();
    }

    /** The step with this id. */
    public Descriptor find(String id) {
        return contributions.find(ExtensionPoint.STEPS, id);
    }

    /**
     * Runs a step.
     *
     * @param given parameter texts by name
     * @param seed of its random numbers
     * @return its outputs by port
     */
    public SortedMap<String, Value> run(Descriptor descriptor, StepInputs inputs, Map<String, String> given, long seed) {
        Parameters parameters = Parameters.resolve(descriptor, given, contributions);
        Step step = contributions.create(descriptor, Step.class);
        step.check(parameters);
        return inContext(seed, Runtime.getRuntime().availableProcessors(), (context, remarks) -> {
            SortedMap<String, Value> outputs = TaskRunner.checked(descriptor, step.run(inputs, parameters, context));
            notes = remarks.with(inputs, outputs.values());
            return outputs;
        });
    }

    /** What the step that ran last says about its outputs. */
    public List<String> notes() {
        return notes;
    }

    /** Does work that needs a context: progress on the error stream, a temporary folder for checkpoints. */
    public <T> T inContext(long seed, Function<StepContext, T> work) {
        return inContext(seed, Runtime.getRuntime().availableProcessors(), work);
    }

    /** Does work that needs a context and may use so many threads. */
    public <T> T inContext(long seed, int threads, Function<StepContext, T> work) {
        return inContext(seed, threads, (context, remarks) -> work.apply(context));
    }

    private <T> T inContext(long seed, int threads, BiFunction<StepContext, Remarks, T> work) {
        NativeRuntime.unavailableReason().ifPresent(reason -> {
            throw NullclineException.infrastructure(reason, NativeRuntime.start().cause());
        });
        ProgressLine line = new ProgressLine(session.messages(), session.terminal());
        Remarks remarks = new Remarks(progress(line));
        try {
            Path scratch = Files.createTempDirectory("nullcline");
            try {
                return work.apply(new TaskRunner.Context(remarks, seed, threads, scratch, contributions, prepared), remarks);
            } finally {
                line.clear();
                deleteUnlessUsed(scratch);
            }
        } catch (IOException e) {
            throw NullclineException.infrastructure("A temporary folder cannot be used: " + Store.reason(e) + ".", e);
        }
    }

    /** Arrays that a step left there because they are large belong to its outputs, which are read until the process ends. */
    private static void deleteUnlessUsed(Path scratch) throws IOException {
        boolean used;
        try (Stream<Path> files = Files.list(scratch)) {
            used = files.anyMatch(file -> file.getFileName().toString().endsWith(".npy"));
        }
        if (!used) {
            Durable.delete(scratch);
            return;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                Durable.delete(scratch);
            } catch (IOException e) {
                System.getLogger(StepCall.class.getName()).log(System.Logger.Level.DEBUG, "A temporary folder is left behind.", e);
            }
        }));
    }

    private static Progress progress(ProgressLine line) {
        return new Progress() {
            private String note = "";

            @Override
            public synchronized void note(String what) {
                note = what;
                line.show(note);
            }

            @Override
            public synchronized void fraction(double done) {
                line.show(String.format(Locale.ROOT, "%3.0f %%  %s", 100 * done, note));
            }
        };
    }
}
