// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.steps;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.RegistryFactory;
import org.nullcline.engine.executor.ExecutorSettings;
import org.nullcline.engine.plan.Plan;
import org.nullcline.engine.plan.Planner;
import org.nullcline.engine.registry.FlatRegistry;
import org.nullcline.engine.registry.RegistryContributions;
import org.nullcline.engine.run.RunController;
import org.nullcline.engine.run.RunFolder;
import org.nullcline.engine.run.RunSummary;
import org.nullcline.engine.store.Store;
import org.nullcline.engine.worker.LocalExecutor;
import org.nullcline.model.Experiment;
import org.nullcline.model.ExperimentFactory;
import org.nullcline.model.Experiments;
import org.nullcline.model.Link;
import org.nullcline.model.Step;
import org.nullcline.model.SweepAxis;
import org.nullcline.model.file.ExperimentFileException;
import org.osgi.framework.FrameworkUtil;

/** Experiments made of the test steps, and what is needed to plan and run them, inside and outside of OSGi. */
public final class Engines {

    private static final IExtensionRegistry REGISTRY = FrameworkUtil.getBundle(Engines.class) == null
            ? FlatRegistry.ofClassPath(Engines.class.getClassLoader()) : RegistryFactory.getRegistry();

    private Engines() {
    }

    /** The registry with the test steps. */
    public static IExtensionRegistry registry() {
        return REGISTRY;
    }

    /** The contributions with the test steps. */
    public static RegistryContributions contributions() {
        return new RegistryContributions(REGISTRY);
    }

    /** Adds a test step with parameters in turn. */
    public static Step step(Experiment experiment, String id, String contribution, String... parameters) {
        Step step = Experiments.addStep(experiment, "org.nullcline.test." + contribution, "1.0.0");
        step.setId(id);
        for (int i = 0; i < parameters.length; i += 2) {
            Experiments.set(step, parameters[i], parameters[i + 1]);
        }
        return step;
    }

    /** Links the only output of a test step. */
    public static Link link(Experiment experiment, String source, String target, String input) {
        Step from = experiment.step(source);
        boolean sums = List.of("sum", "single").contains(from.getContribution().substring("org.nullcline.test.".length()));
        return Experiments.connect(experiment, from, sums ? "sum" : "value", experiment.step(target), input);
    }

    /** Links and gathers over axes; over all that matter when none is named. */
    public static Link gather(Experiment experiment, String source, String target, String input, String... over) {
        Link link = link(experiment, source, target, input);
        link.setGather(true);
        link.getOver().addAll(Arrays.asList(over));
        return link;
    }

    /** Adds an axis that lists values. */
    public static SweepAxis axis(Experiment experiment, String id, String path, String... values) {
        SweepAxis axis = ExperimentFactory.eINSTANCE.createSweepAxis();
        axis.setId(id);
        axis.setKind("list");
        axis.setPath(path);
        axis.getValues().addAll(Arrays.asList(values));
        experiment.getAxes().add(axis);
        return axis;
    }

    /** The plan of an experiment. */
    public static Plan plan(Experiment experiment) {
        return new Planner(contributions()).plan(experiment, Path.of(""));
    }

    /** A new run of an experiment. */
    public static RunFolder create(Store store, Experiment experiment) {
        try {
            return RunFolder.create(store, plan(experiment), Experiments.bytes(experiment), "a test", LocalExecutor.ID);
        } catch (ExperimentFileException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Settings for tests: small workers, little patience. */
    public static ExecutorSettings settings() {
        return new ExecutorSettings(2, 1, 256, Duration.ofMinutes(5), Duration.ofSeconds(2), Map.of());
    }

    /** Works on a run with worker processes. */
    public static RunSummary work(RunFolder run, Store store, ExecutorSettings settings) {
        return new RunController(run, store, new LocalExecutor(), settings).work();
    }
}
