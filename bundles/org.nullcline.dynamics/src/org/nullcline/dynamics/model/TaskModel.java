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
import org.nullcline.compute.random.RandomStream;
import org.nullcline.dynamics.analysis.OpenedSystem;

/**
 * A network trained on a task as a value of kind {@link Kinds#FITTED_MODEL}, and back. Arrays and attributes are those of a {@link FittedModel}
 * without encoder and standardisation, and the attribute {@value #TASK} names the task.
 *
 * @param value the value itself
 * @param network with the weights that count
 * @param contributions of which the network was made
 */
public record TaskModel(Value value, TaskNetwork network, Contributions contributions) {

    /** Attribute: the task, for people; its presence tells a task network. */
    public static final String TASK = "task";

    private static final int STEPS_PER_INTERVAL = 4;

    /** Whether a fitted model is a network trained on a task. */
    public static boolean is(Value value) {
        return value.attributes().containsKey(TASK);
    }

    /** Starts the value of a network; weights, curves and the sample of states are added by the caller. */
    public static Value.Builder builder(Blueprint blueprint, String task, int bins) {
        Value.Builder builder = Value.of(Kinds.FITTED_MODEL);
        blueprint.write(builder);
        return builder.attribute(TASK, task).attribute(FittedModel.BINS, bins);
    }

    /**
     * Opens a network with the weights that count.
     *
     * @throws NullclineException when the architecture is not installed, or its weights do not fit those of the value
     */
    public static TaskModel of(Value value, Contributions contributions) {
        value.require(Kinds.FITTED_MODEL);
        TaskNetwork network = new TaskNetwork(Blueprint.read(value, contributions), RandomStream.of(0), contributions);
        String prefix = value.text(FittedModel.KEPT, FittedModel.BEST) + ".";
        Map<String, INDArray> stored = new LinkedHashMap<>();
        for (Parameter parameter : network.weights().parameters()) {
            stored.put(parameter.name(), value.array(prefix + parameter.name()));
        }
        try {
            network.weights().load(stored);
        } catch (IllegalArgumentException e) {
            throw NullclineException.input("The weights of this network do not fit the installed version of "
                    + network.blueprint().architecture().descriptor().id() + "; install version " + value.text("architecture.version", "?") + " of it: "
                    + e.getMessage(), e);
        }
        return new TaskModel(value, network, contributions);
    }

    /** The dynamics in double precision, without input. */
    public LatentSystem system() {
        return new LatentSystem(network.blueprint(), network.weights(), contributions);
    }

    /** The dynamics without input, with what analyses need to know. */
    public OpenedSystem opened() {
        Blueprint blueprint = network.blueprint();
        boolean flow = blueprint.update() == StateUpdate.DERIVATIVE;
        double interval = flow ? blueprint.interval() : 1;
        return new OpenedSystem(blueprint.summary() + ", trained on " + value.text(TASK, "a task"),
                system(), NdArrays.rows(value.array(FittedModel.STATES)),
                flow ? interval / STEPS_PER_INTERVAL : 1, interval * Math.max(1, (int) value.number(FittedModel.BINS, 2) - 1), interval);
    }
}
