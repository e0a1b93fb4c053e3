// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.model;

import org.nullcline.api.value.Value;

/**
 * How the initial state, and external inputs that nobody measured, are inferred.
 *
 * @param variational whether a normal distribution over initial states is inferred instead of a point (LFADS)
 * @param inferredInputs dimensions of the inputs that a controller infers, 0 for none
 * @param controllerSize units of the controller
 * @param priorVariance first value of the variances of the learned priors
 * @param timeConstant bins over which the prior of inferred inputs is correlated
 * @param coordinatedDropout share of observations hidden from the encoder in training, on which alone the model then learns; 0 for off
 * @param heldOut channels at the end that the encoder never sees (co-smoothing)
 */
public record Inference(boolean variational, int inferredInputs, int controllerSize, double priorVariance, double timeConstant,
        double coordinatedDropout, int heldOut) {

    /** A deterministic initial state from all channels. */
    public static final Inference PLAIN = new Inference(false, 0, 1, 0.1, 10, 0, 0);

    void write(Value.Builder builder) {
        builder.attribute("variational", variational).attribute("inferredInputs", inferredInputs).attribute("controllerSize", controllerSize)
                .attribute("priorVariance", priorVariance).attribute("timeConstant", timeConstant).attribute("coordinatedDropout", coordinatedDropout)
                .attribute("heldOut", heldOut);
    }

    static Inference read(Value value) {
        return new Inference(value.text("variational", "false").equals("true"), (int) value.number("inferredInputs", 0),
                (int) value.number("controllerSize", 1), value.number("priorVariance", 0.1), value.number("timeConstant", 10),
                value.number("coordinatedDropout", 0), (int) value.number("heldOut", 0));
    }
}
