// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

import org.nullcline.api.contribution.Contributions;
import org.nullcline.api.contribution.ExtensionPoint;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Progress;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.Value;

/** Runs steps as an executor would; can cancel them when a curve reaches a point. */
public final class TestContext implements StepContext, Progress {

    private final Path folder;
    private final int threads;
    private final TestContributions contributions = new TestContributions();
    /** What was said. */
    public final List<String> notes = Collections.synchronizedList(new ArrayList<>());
    /** What the step said about its result. */
    public final List<String> remarks = Collections.synchronizedList(new ArrayList<>());
    /** Last number of each curve. */
    public final Map<String, Double> measured = Collections.synchronizedMap(new HashMap<>());
    private double cancelAt = Double.POSITIVE_INFINITY;
    private volatile boolean cancelled;

    /** A context with a folder for checkpoints. */
    public TestContext(Path folder, int threads) {
        this.folder = folder;
        this.threads = threads;
    }

    /** Cancels as soon as a curve reaches this x. */
    public TestContext cancelAt(double x) {
        cancelAt = x;
        return this;
    }

    /** Runs a step; inputs as port, value, port, value …, then settings as name, text. */
    public Map<String, Value> run(String step, Map<String, Value> inputs, String... settings) {
        Map<String, List<StepInputs.Item>> ports = new HashMap<>();
        inputs.forEach((port, value) -> ports.put(port, List.of(new StepInputs.Item(port, value))));
        return runMany(step, ports, settings);
    }

    /** Runs a step with any number of labelled values per port. */
    public Map<String, Value> runMany(String step, Map<String, List<StepInputs.Item>> ports, String... settings) {
        Parameters parameters = contributions.parameters(ExtensionPoint.STEPS, step, settings);
        Step made = contributions.create(contributions.find(ExtensionPoint.STEPS, step), Step.class);
        made.check(parameters);
        return made.run(new StepInputs(ports), parameters, this);
    }

    /** The contributions. */
    public TestContributions all() {
        return contributions;
    }

    @Override
    public void note(String what) {
        notes.add(what);
    }

    @Override
    public void remark(String sentence) {
        remarks.add(sentence);
    }

    @Override
    public void measure(String series, double x, double y) {
        measured.put(series, y);
        if (x >= cancelAt) {
            cancelled = true;
        }
    }

    @Override
    public boolean cancelled() {
        return cancelled;
    }

    @Override
    public void check() {
        if (cancelled) {
            throw new CancellationException("The work was cancelled.");
        }
    }

    @Override
    public Progress progress() {
        return this;
    }

    @Override
    public long seed() {
        return 1234;
    }

    @Override
    public int threads() {
        return threads;
    }

    @Override
    public Path checkpoints() {
        return folder;
    }

    @Override
    public Contributions contributions() {
        return contributions;
    }
}
