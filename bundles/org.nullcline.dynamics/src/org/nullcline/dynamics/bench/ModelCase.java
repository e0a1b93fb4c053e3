// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.bench;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.nullcline.api.contribution.Contributions;
import org.nullcline.api.contribution.Descriptor;
import org.nullcline.api.contribution.ExtensionPoint;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.value.Trials;
import org.nullcline.compute.kernel.Precision;
import org.nullcline.compute.random.RandomStream;
import org.nullcline.dynamics.model.Blueprint;
import org.nullcline.dynamics.model.Inference;
import org.nullcline.dynamics.model.Likelihood;
import org.nullcline.dynamics.model.Readout;
import org.nullcline.dynamics.model.SequentialAutoencoder;
import org.nullcline.dynamics.model.StateUpdate;
import org.nullcline.dynamics.model.TrialData;

/**
 * A sequential autoencoder whose speed is measured, and Poisson counts for it.
 *
 * @param kind first words of its name
 * @param architecture short id
 * @param settings of the architecture, where they are not the defaults
 * @param solver short id of the solver of a derivative; empty for a next-state update
 * @param latent latent size
 * @param neurons channels
 * @param batch trials per step
 */
record ModelCase(String kind, String architecture, Map<String, String> settings, String solver, int latent, int neurons, int batch) {

    static final int BINS = 70;
    static final String GRU = "gru";
    /** A neural ODE with Tsitouras 5(4). */
    static final String NODE_TSIT5 = "node-tsit5";
    /** The same with steps that end at every bin. */
    static final String NODE_TSIT5_BINS = "node-tsit5-bins";
    /** A residual step with Δt = 0.1. */
    static final String NODE_EULER = "node-euler";

    private static final int ENCODER = 64;
    private static final int WIDTH = 128;
    private static final double MEAN_COUNT = 1.6;

    /** One of the yardstick's kinds. */
    static ModelCase of(String kind, int latent, int neurons, int batch) {
        return switch (kind) {
            case GRU -> new ModelCase(kind, "gru", Map.of(), "", latent, neurons, batch);
            case NODE_EULER -> new ModelCase(kind, "residual-mlp", Map.of(), "", latent, neurons, batch);
            case NODE_TSIT5, NODE_TSIT5_BINS -> new ModelCase(kind, "node", Map.of(), "tsit5", latent, neurons, batch);
            default -> throw new IllegalArgumentException("There is no benchmark of '" + kind + "'.");
        };
    }

    /** A neural ODE with several hidden layers of 128 rectified units and one Runge–Kutta step of order 4 per bin. */
    static ModelCase deep(int layers, int latent, int neurons, int batch) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("hidden", String.join(",", Collections.nCopies(layers, Integer.toString(WIDTH))));
        settings.put("activation", "relu");
        return new ModelCase("node-rk4 " + layers + "x" + WIDTH, "node", settings, "rk4", latent, neurons, batch);
    }

    /** The name under which it is reported. */
    String name() {
        return kind + " latent " + latent + " neurons " + neurons + " batch " + batch;
    }

    SequentialAutoencoder model(Contributions contributions) {
        boolean solved = !solver.isEmpty();
        Descriptor chosen = contributions.find(ExtensionPoint.ARCHITECTURES, "org.nullcline." + architecture);
        Parameters parameters = Parameters.resolve(chosen, settings, contributions).withSizes(latent, 0);
        return new SequentialAutoencoder(new Blueprint(new Parameters.Choice(chosen, parameters), solved ? StateUpdate.DERIVATIVE : StateUpdate.NEXT,
                solved ? solver(contributions) : null, solved ? 1.0 / (BINS - 1) : 1, neurons, ENCODER, 0, Likelihood.POISSON, Precision.FLOAT,
                Readout.PLAIN, Inference.PLAIN), RandomStream.of(0), contributions);
    }

    private Parameters.Choice solver(Contributions contributions) {
        Descriptor chosen = contributions.find(ExtensionPoint.SOLVERS, "org.nullcline." + solver);
        Map<String, String> given = kind.equals(NODE_TSIT5_BINS) ? Map.of("denseOutput", "false") : Map.of();
        return new Parameters.Choice(chosen, Parameters.resolve(chosen, given, contributions));
    }

    TrialData data() {
        RandomStream random = RandomStream.of(2);
        float[] counts = new float[batch * BINS * neurons];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = random.poisson(MEAN_COUNT);
        }
        return new TrialData(Trials.equal(batch, BINS), neurons, counts, 0, new float[0]);
    }

    int[] trials() {
        int[] all = new int[batch];
        Arrays.setAll(all, i -> i);
        return all;
    }
}
