// SPDX-License-Identifier: EPL-2.0
package org.nullcline.testkit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.nullcline.api.contribution.Contributions;
import org.nullcline.api.contribution.Descriptor;
import org.nullcline.api.contribution.ExtensionPoint;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Progress;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.Value;

/** Runs a step as an executor would, without one: for tests of steps and metrics. */
public final class BareContext implements StepContext {

    private final Contributions contributions;
    private final long seed;
    private final int threads;
    private final Path checkpoints;
    private final AtomicInteger checks = new AtomicInteger();
    private volatile int allowed = Integer.MAX_VALUE;
    private volatile boolean cancelled;

    /**
     * A context.
     *
     * @param checkpoints an existing folder, or null for steps that keep no checkpoints
     */
    public BareContext(Contributions contributions, long seed, int threads, Path checkpoints) {
        this.contributions = contributions;
        this.seed = seed;
        this.threads = threads;
        this.checkpoints = checkpoints;
    }

    /** A context with one thread and no folder for checkpoints. */
    public static BareContext of(Contributions contributions) {
        return new BareContext(contributions, 1, 1, null);
    }

    /** Cancels the work at the check number {@code checks} (0 for the first). */
    public BareContext cancelAfter(int checks) {
        allowed = checks;
        return this;
    }

    /** Cancels the work at its next check. */
    public void cancel() {
        cancelled = true;
    }

    /** How often the work asked whether it should stop. */
    public int checks() {
        return checks.get();
    }

    /** The values at one port, named a, b, c … */
    public static List<StepInputs.Item> items(Value... values) {
        List<StepInputs.Item> items = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            items.add(new StepInputs.Item(i < 26 ? Character.toString('a' + i) : "value" + i, values[i]));
        }
        return items;
    }

    /** Runs a step on values by port, with settings by name. */
    public Map<String, Value> run(String step, Map<String, List<StepInputs.Item>> inputs, Map<String, String> settings) {
        Descriptor descriptor = contributions.find(ExtensionPoint.STEPS, step);
        Parameters parameters = Parameters.resolve(descriptor, settings, contributions);
        Step made = contributions.create(descriptor, Step.class);
        made.check(parameters);
        return made.run(new StepInputs(new LinkedHashMap<>(inputs)), parameters, this);
    }

    @Override
    public Progress progress() {
        return new Progress() {

            @Override
            public boolean cancelled() {
                return checks.getAndIncrement() >= allowed || cancelled;
            }
        };
    }

    @Override
    public long seed() {
        return seed;
    }

    @Override
    public int threads() {
        return threads;
    }

    @Override
    public Path checkpoints() {
        if (checkpoints == null) {
            throw new IllegalStateException("This context has no folder for checkpoints.");
        }
        return checkpoints;
    }

    @Override
    public Contributions contributions() {
        return contributions;
    }
}
