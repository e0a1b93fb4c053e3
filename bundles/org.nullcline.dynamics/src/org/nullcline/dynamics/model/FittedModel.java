// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

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
 * sample of inferred states), {@value #MEAN} and {@value #DEVIATION} (channel; with several sessions, one of each
 * per session, as {@code session0.observation.mean}), learning curves {@code curve.<name>} over {@code curve.epoch}.
 * Attributes: those of the {@link Blueprint}, {@value #KEPT} ({@code best} or {@code last}: which weights count), {@value #BINS}.
 *
 * @param value the value itself
 * @param model the network with the weights that count
 * @param standards how the observations of each session are standardised
 * @param contributions of which the model was made
 */
public record FittedModel(Value value, SequentialAutoencoder model, List<Standardisation> standards, Contributions contributions) {

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
        return new FittedModel(value, model, standards(value, blueprint.stitching()), contributions);
    }

    /** Starts the value of a model; weights, curves and the sample of states are added by the caller. */
    public static Value.Builder builder(Blueprint blueprint, Sessions sessions, int bins) {
        Value.Builder builder = Value.of(Kinds.FITTED_MODEL);
        blueprint.write(builder);
        builder.attribute(BINS, bins);
        for (int s = 0; s < sessions.count(); s++) {
            Standardisation standard = sessions.standard(s);
            int channels = standard.mean().length;
            builder.array(name(blueprint.stitching(), s, MEAN), "", NdArrays.of(standard.mean(), channels), "channel")
                    .array(name(blueprint.stitching(), s, DEVIATION), "", NdArrays.of(standard.deviation(), channels), "channel");
        }
        return builder;
    }

    /** Several sessions have one array each, with the session's prefix. */
    private static String name(Stitching stitching, int session, String array) {
        return stitching.several() ? Stitching.prefix(session) + "." + array : array;
    }

    private static List<Standardisation> standards(Value value, Stitching stitching) {
        return IntStream.range(0, stitching.sessions()).mapToObj(s -> new Standardisation(NdArrays.doubles(value.array(name(stitching, s, MEAN))),
                NdArrays.doubles(value.array(name(stitching, s, DEVIATION))))).toList();
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
