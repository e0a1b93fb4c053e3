// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.nullcline.api.contribution.Contributions;
import org.nullcline.api.contribution.Descriptor;
import org.nullcline.api.contribution.ExtensionPoint;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Progress;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.Value;

/** Runs steps as the engine would: parameters as texts, values at ports. */
public final class Steps {

    public static final PluginXml CONTRIBUTIONS = new PluginXml();

    private Steps() {
    }

    /** Runs a step on one value at the port {@code recording} (or none), with parameters as name, text, name, text … */
    public static Map<String, Value> run(String step, Value recording, String... parameters) {
        return run(step, recording == null ? Map.of() : Map.of("recording", List.of(new StepInputs.Item("test", recording))), parameters);
    }

    /** Runs a step on values at its ports. */
    public static Map<String, Value> run(String step, Map<String, List<StepInputs.Item>> inputs, String... parameters) {
        Descriptor descriptor = CONTRIBUTIONS.find(ExtensionPoint.STEPS, step);
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            given.put(parameters[i], parameters[i + 1]);
        }
        Parameters resolved = Parameters.resolve(descriptor, given, CONTRIBUTIONS);
        Step made = CONTRIBUTIONS.create(descriptor, Step.class);
        made.check(resolved);
        return made.run(new StepInputs(inputs), resolved, new Context());
    }

    /** The value at the port {@code recording} of {@link #run}. */
    public static Value recording(String step, Value recording, String... parameters) {
        return run(step, recording, parameters).get("recording");
    }

    private record Context() implements StepContext {

        @Override
        public Progress progress() {
            return Progress.NONE;
        }

        @Override
        public long seed() {
            return 7;
        }

        @Override
        public int threads() {
            return 1;
        }

        @Override
        public Path checkpoints() {
            throw new IllegalStateException("these steps keep no checkpoints");
        }

        @Override
        public Contributions contributions() {
            return CONTRIBUTIONS;
        }
    }
}
