// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.internal.steps;

import java.util.Locale;

import org.nullcline.api.NullclineException;
import org.nullcline.api.contribution.Contributions;
import org.nullcline.api.contribution.Descriptor;
import org.nullcline.api.contribution.ExtensionPoint;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.value.Recording;
import org.nullcline.compute.kernel.Precision;
import org.nullcline.dynamics.model.Blueprint;
import org.nullcline.dynamics.model.Inference;
import org.nullcline.dynamics.model.Readout;
import org.nullcline.dynamics.model.StateUpdate;
import org.nullcline.dynamics.model.Stitching;

/** How the parameters of a fit become a blueprint. */
final class ModelChoice {

    private static final String ARCHITECTURE = "architecture";
    private static final String SOLVER = "solver";
    private static final String USUAL_SOLVER = "org.nullcline.tsit5";

    private ModelChoice() {
    }

    /** Checks what the declarations cannot express. */
    static void check(Parameters p) {
        StateUpdate update = StateUpdate.of(p.text("update"), p.choice(ARCHITECTURE).descriptor());
        if (update != StateUpdate.DERIVATIVE && p.has(SOLVER)) {
            throw NullclineException.invalid("fit: the solver " + p.choice(SOLVER).descriptor().shortId() + " has nothing to integrate, because "
                    + p.choice(ARCHITECTURE).descriptor().shortId() + " is used with update '" + update.text()
                    + "'; remove the solver or set update=derivative.");
        }
        if (update != StateUpdate.DERIVATIVE && p.text("gradient").equals("adjoint")) {
            throw NullclineException.invalid("fit: gradient=adjoint belongs to derivatives, but " + p.choice(ARCHITECTURE).descriptor().shortId()
                    + " is used with update '" + update.text() + "'; set gradient=steps or update=derivative.");
        }
        if (p.has(SOLVER) && p.choice(SOLVER).descriptor().attribute("implicit", "false").equals("true") && p.text("gradient").equals("adjoint")) {
            throw NullclineException.invalid("fit: gradient=adjoint needs an explicit solver, but " + p.choice(SOLVER).descriptor().shortId()
                    + " is implicit; choose another solver, or gradient=steps.");
        }
        if (!p.flag("variational") && p.integer("inferredInputs") > 0) {
            throw NullclineException.invalid("fit: inferred inputs are part of the variational model; set variational=true or inferredInputs=0.");
        }
        if (p.integer("pointsPerGroup") > 0 && p.integer("epochsPerGroup") <= 0) {
            throw NullclineException.invalid("fit: a curriculum of " + p.integer("pointsPerGroup")
                    + " points per group needs 'epochsPerGroup' of at least 1.");
        }
    }

    /** The blueprint of a model of the given recordings. */
    static Blueprint blueprint(Parameters p, FitSessions sessions, Contributions contributions) {
        Stitching stitching = sessions.stitching(p);
        int channels = sessions.channels();
        Parameters.Choice chosen = p.choice(ARCHITECTURE);
        StateUpdate update = StateUpdate.of(p.text("update"), chosen.descriptor());
        Inference inference = new Inference(p.flag("variational"), p.integer("inferredInputs"), p.integer("controllerSize"), p.real("priorVariance"),
                p.real("inputTimeConstant"), p.real("coordinatedDropout"), p.integer("heldOutChannels"));
        if (inference.heldOut() >= channels) {
            throw NullclineException.invalid("fit: 'heldOutChannels' is " + inference.heldOut() + " but the recording has " + channels
                    + " channels; leave at least one for the encoder.");
        }
        Parameters.Choice architecture = new Parameters.Choice(chosen.descriptor(),
                chosen.parameters().withSizes(p.integer("latentSize"), sessions.data().data(0).inputSize() + inference.inferredInputs()));
        double interval = switch (update) {
            case NEXT -> 1;
            case RESIDUAL -> p.real("dt");
            // The longest trial lasts one unit of time.
            case DERIVATIVE -> p.has("interval") ? p.real("interval") : 1.0 / (sessions.longest() - 1);
        };
        return new Blueprint(architecture, update, update == StateUpdate.DERIVATIVE ? solver(p, chosen.descriptor(), contributions) : null, interval,
                channels, p.integer("encoderSize"), p.real("dropout"), sessions.likelihood(),
                Precision.valueOf(p.text("precision").toUpperCase(Locale.ROOT)), readout(p, sessions), inference, stitching,
                p.text("gradient").equals("adjoint"));
    }

    private static Readout readout(Parameters p, FitSessions sessions) {
        int channels = sessions.recordings().stream().mapToInt(Recording::channels).min().orElseThrow();
        Readout.Kind kind = Readout.Kind.valueOf(p.text("readout").toUpperCase(Locale.ROOT));
        if (kind == Readout.Kind.FLOW && (p.integer("latentSize") > channels || channels < 2)) {
            throw NullclineException.invalid("fit: readout=flow is injective, so it needs at least two channels and at least as many as latent dimensions;"
                    + " there are " + channels + " channels and " + p.integer("latentSize") + " latent dimensions.");
        }
        return new Readout(kind, p.integer("readoutHidden"), p.integer("readoutCouplings"));
    }

    private static Parameters.Choice solver(Parameters p, Descriptor architecture, Contributions contributions) {
        if (p.has(SOLVER)) {
            return p.choice(SOLVER);
        }
        Descriptor descriptor = contributions.find(ExtensionPoint.SOLVERS, architecture.attribute(SOLVER, USUAL_SOLVER));
        return new Parameters.Choice(descriptor, Parameters.defaults(descriptor, contributions));
    }
}
