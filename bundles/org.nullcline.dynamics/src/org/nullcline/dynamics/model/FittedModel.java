// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.model;

import java.util.LinkedHashMap;
import java.util.Map;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.api.NullclineException;
import org.nullcline.api.contribution.Contributions;
import org.nullcline.api.value.Kinds;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.compute.diff.Parameter;
import org.nullcline.compute.diff.Weights;
import org.nullcline.compute.random.RandomStream;
import org.nullcline.dynamics.analysis.OpenedSystem;

/**
 * A trained sequential autoencoder as a value of kind {@link Kinds#FITTED_MODEL}, and back.
 *
 * <p>Arrays: the weights as {@code best.<name>} and {@code last.<name>} (names and shapes of PyTorch), {@value #STATES} (state × full state, a
 * sample of inferred states), {@value #MEAN} and {@value #DEVIATION} (channel), learning curves {@code curve.<name>} over {@code curve.epoch}.
 * Attributes: those of the {@link Blueprint}, {@value #KEPT} ({@code best} or {@code last}: which weights count), {@value #BINS}.
 *
 * @param value the value itself
 * @param model the network with the weights that count
 * @param standard how observations are standardised
 * @param contributions of which the model was made
 */
public record FittedModel(Value value, SequentialAutoencoder model, Standardisation standard, Contributions contributions) {

    /** Sample of inferred states. */
    public static final String STATES = "states";
    /** Means of the channels. */
    public static final String MEAN = "observation.mean";
    /** Standard deviations of the channels. */
    public static final String DEVIATION = "observation.deviation";
    /** Attribute: which weights count. */
    public static final String KEPT = "kept";
    /** Attribute: bins of the longest trial. */
    public static final String BINS = "bins";
    /** Prefix of the weights of the best epoch. */
    public static final String BEST = "best";
    /** Prefix of the weights of the last epoch. */
    public static final String LAST = "last";

    private static final int STEPS_PER_INTERVAL = 4;

    /**
     * Opens a fitted model with the weights that count.
     *
     * @throws NullclineException when the architecture is not installed, or its weights do not fit those of the value
     */
    public static FittedModel of(Value value, Contributions contributions) {
        value.require(Kinds.FITTED_MODEL);
        Blueprint blueprint = Blueprint.read(value, contributions);
        SequentialAutoencoder model = new SequentialAutoencoder(blueprint, RandomStream.of(0), contributions);
        String prefix = value.text(KEPT, BEST) + ".";
        Map<String, INDArray> stored = new LinkedHashMap<>();
        for (Parameter parameter : model.weights().parameters()) {
            stored.put(parameter.name(), value.array(prefix + parameter.name()));
        }
        try {
            model.weights().load(stored);
        } catch (IllegalArgumentException e) {
            throw NullclineException.input("The weights of this model do not fit the installed version of "
                    + blueprint.architecture().descriptor().id() + "; install version " + value.text("architecture.version", "?") + " of it: "
                    + e.getMessage(), e);
        }
        Standardisation standard = new Standardisation(NdArrays.doubles(value.array(MEAN)), NdArrays.doubles(value.array(DEVIATION)));
        return new FittedModel(value, model, standard, contributions);
    }

    /** Starts the value of a model; weights, curves and the sample of states are added by the caller. */
    public static Value.Builder builder(Blueprint blueprint, Standardisation standard, int bins) {
        Value.Builder builder = Value.of(Kinds.FITTED_MODEL);
        blueprint.write(builder);
        return builder.attribute(BINS, bins).array(MEAN, "", NdArrays.of(standard.mean(), standard.mean().length), "channel")
                .array(DEVIATION, "", NdArrays.of(standard.deviation(), standard.deviation().length), "channel");
    }

    /** Adds all weights under a prefix. */
    public static void addWeights(Value.Builder builder, String prefix, Weights weights) {
        for (Parameter p : weights.parameters()) {
            INDArray array = weights.array(p.name());
            if (p.vector()) {
                builder.array(prefix + "." + p.name(), "", array, "output");
            } else {
                builder.array(prefix + "." + p.name(), "", array, "output", "input");
            }
        }
    }

    /** The latent dynamics in double precision. */
    public LatentSystem system() {
        return new LatentSystem(model.blueprint(), model.weights(), contributions);
    }

    /** The latent dynamics with what analyses need to know. */
    public OpenedSystem opened() {
        Blueprint blueprint = model.blueprint();
        int bins = (int) value.number(BINS, 2);
        boolean flow = blueprint.update() == StateUpdate.DERIVATIVE;
        double interval = flow ? blueprint.interval() : 1;
        return new OpenedSystem(blueprint.summary(), system(), NdArrays.rows(value.array(STATES)), flow ? interval / STEPS_PER_INTERVAL : 1,
                interval * Math.max(1, bins - 1), interval);
    }
}
