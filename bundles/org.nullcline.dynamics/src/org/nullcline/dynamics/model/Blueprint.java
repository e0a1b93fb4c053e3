// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.model;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.nullcline.api.NullclineException;
import org.nullcline.api.contribution.Contributions;
import org.nullcline.api.contribution.Descriptor;
import org.nullcline.api.contribution.ExtensionPoint;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.value.Value;
import org.nullcline.compute.kernel.Precision;

/**
 * Everything about a sequential autoencoder but its weights.
 *
 * @param architecture how the latent state moves, with its parameters and sizes
 * @param update what is done with the architecture's output
 * @param solver integrates a derivative; null for the other updates
 * @param interval one time bin in the model's unit of time: the length of an interval of the solver, or Δt of a residual step
 * @param channels of the recording; of the widest one where there are several
 * @param encoderSize units per direction of the encoder
 * @param dropout rate of dropout on the encoder's state and on the initial state
 * @param likelihood of the observations
 * @param precision of training
 * @param readout from latent states to observations
 * @param inference how initial states and unmeasured inputs are inferred
 * @param stitching how several recordings share the model
 * @param adjoint whether training takes the gradient of a derivative from the adjoint equation instead of the solver's steps
 */
public record Blueprint(Parameters.Choice architecture, StateUpdate update, Parameters.Choice solver, double interval, int channels, int encoderSize,
        double dropout, Likelihood likelihood, Precision precision, Readout readout,
        Inference inference, Stitching stitching, boolean adjoint) {

    private static final String ARCHITECTURE = "architecture";
    private static final String SOLVER = "solver";
    private static final String DENSE_OUTPUT = "denseOutput";

    /** A model of a single recording, with the gradient through the steps of its solver. */
    public Blueprint(Parameters.Choice architecture, StateUpdate update, Parameters.Choice solver, double interval, int channels, int encoderSize,
            double dropout, Likelihood likelihood, Precision precision, Readout readout, Inference inference) {
        this(architecture, update, solver, interval, channels, encoderSize, dropout, likelihood, precision, readout, inference, Stitching.NONE, false);
    }

    /** Channels of a session. */
    public int channels(int session) {
        return stitching.several() ? stitching.channels().get(session) : channels;
    }

    /** Columns of what the encoder reads. */
    public int encoderInputs() {
        return stitching.several() ? stitching.size() : channels - inference.heldOut();
    }

    /** Columns of the latent state. */
    public int latentSize() {
        return architecture.parameters().latentSize();
    }

    /** Columns of the input, measured and inferred ones together; 0 for autonomous dynamics. */
    public int inputSize() {
        return architecture.parameters().inputSize();
    }

    /** One line for people. */
    public String summary() {
        String with = switch (update) {
            case NEXT -> "";
            case RESIDUAL -> ", residual step " + interval;
            case DERIVATIVE -> ", " + solver.descriptor().shortId();
        };
        String inputs = inference.inferredInputs() > 0 ? ", " + inference.inferredInputs() + " inferred inputs" : "";
        return architecture.descriptor().name() + " with " + latentSize() + " latent dimensions" + with + (inference.variational() ? ", variational" : "")
                + inputs + (stitching.several() ? ", " + stitching.sessions() + " sessions" : "");
    }

    /** Writes the blueprint into the attributes of a value. */
    void write(Value.Builder builder) {
        write(builder, ARCHITECTURE, architecture);
        if (solver != null) {
            write(builder, SOLVER, solver);
        }
        builder.attribute("update", update.text()).attribute("interval", interval).attribute("channels", channels)
                .attribute("latentSize", latentSize()).attribute("inputSize", inputSize()).attribute("encoderSize", encoderSize)
                .attribute("dropout", dropout).attribute("likelihood", likelihood.text()).attribute("precision", precision.name().toLowerCase(Locale.ROOT));
        readout.write(builder);
        inference.write(builder);
        stitching.write(builder);
        if (adjoint) {
            builder.attribute("gradient", "adjoint");
        }
    }

    private static void write(Value.Builder builder, String role, Parameters.Choice choice) {
        builder.attribute(role, choice.descriptor().id()).attribute(role + ".version", choice.descriptor().version());
        for (String name : choice.parameters().declarations().keySet()) {
            builder.attribute(role + ".parameter." + name, choice.parameters().text(name));
        }
    }

    /** Reads the blueprint of a fitted model. */
    static Blueprint read(Value value, Contributions contributions) {
        try {
            StateUpdate update = StateUpdate.valueOf(value.text("update", "").toUpperCase(Locale.ROOT));
            Parameters.Choice plain = choice(value, ARCHITECTURE, ExtensionPoint.ARCHITECTURES, contributions);
            int latentSize = whole(value, "latentSize");
            Parameters.Choice sized = new Parameters.Choice(plain.descriptor(), plain.parameters().withSizes(latentSize, whole(value, "inputSize")));
            return new Blueprint(sized, update, update == StateUpdate.DERIVATIVE ? choice(value, SOLVER, ExtensionPoint.SOLVERS, contributions) : null,
                    value.number("interval", Double.NaN), whole(value, "channels"), whole(value, "encoderSize"), value.number("dropout", 0),
                    Likelihood.of(value.text("likelihood", "")),
                    Precision.valueOf(value.text("precision", "").toUpperCase(Locale.ROOT)), Readout.read(value),
                    Inference.read(value), Stitching.read(value), value.text("gradient", "steps").equals("adjoint"));
        } catch (IllegalArgumentException e) {
            throw NullclineException.input("This fitted model was not written by a fit of this product, or is damaged: " + e.getMessage(), e);
        }
    }

    private static int whole(Value value, String attribute) {
        double number = value.number(attribute, Double.NaN);
        if (!(number >= 0 && number <= 1_000_000)) {
            throw new IllegalArgumentException("the attribute '" + attribute + "' is missing or out of range.");
        }
        return (int) number;
    }

    private static Parameters.Choice choice(Value value, String role, ExtensionPoint point, Contributions contributions) {
        Descriptor descriptor = contributions.find(point, value.text(role, ""));
        Map<String, String> given = new LinkedHashMap<>();
        String prefix = role + ".parameter.";
        value.attributes().forEach((name, text) -> {
            if (name.startsWith(prefix)) {
                given.put(name.substring(prefix.length()), text.toString());
            }
        });
        if (role.equals(SOLVER) && descriptor.parameter(DENSE_OUTPUT).isPresent()) {
            // models fitted before there was a choice ended their steps at the bins
            given.putIfAbsent(DENSE_OUTPUT, "false");
        }
        return new Parameters.Choice(descriptor, Parameters.resolve(descriptor, given, contributions));
    }
}
