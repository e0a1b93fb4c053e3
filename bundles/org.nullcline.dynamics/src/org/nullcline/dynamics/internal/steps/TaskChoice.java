// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.internal.steps;

import java.util.Locale;

import org.nullcline.api.NullclineException;
import org.nullcline.api.contribution.Contributions;
import org.nullcline.api.contribution.Descriptor;
import org.nullcline.api.contribution.ExtensionPoint;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.compute.kernel.Precision;
import org.nullcline.compute.random.RandomStream;
import org.nullcline.dynamics.model.Blueprint;
import org.nullcline.dynamics.model.StateUpdate;
import org.nullcline.dynamics.model.TaskNetwork;
import org.nullcline.dynamics.task.DelayedMatch;
import org.nullcline.dynamics.task.FlipFlop;
import org.nullcline.dynamics.task.Integration;
import org.nullcline.dynamics.task.SineGeneration;
import org.nullcline.dynamics.task.Task;
import org.nullcline.dynamics.training.LearningRule;

/** How the parameters of train-network become a task, a network and a learning rule. */
final class TaskChoice {

    private static final String ARCHITECTURE = "architecture";
    private static final String SOLVER = "solver";
    private static final String USUAL_SOLVER = "org.nullcline.tsit5";

    private TaskChoice() {
    }

    static void check(Parameters p) {
        StateUpdate update = StateUpdate.of(p.text("update"), p.choice(ARCHITECTURE).descriptor());
        if (update != StateUpdate.DERIVATIVE && p.has(SOLVER)) {
            throw NullclineException.invalid("train-network: the solver " + p.choice(SOLVER).descriptor().shortId() + " has nothing to integrate, because "
                    + p.choice(ARCHITECTURE).descriptor().shortId() + " is used with update '" + update.text()
                    + "'; remove the solver or set update=derivative.");
        }
        if (p.integer("jitter") > p.integer("delay")) {
            throw NullclineException.invalid("train-network: a delay of " + p.integer("delay") + " bins cannot vary by " + p.integer("jitter")
                    + "; lower 'jitter'.");
        }
    }

    static Task task(Parameters p) {
        int bins = p.integer("bins");
        return switch (p.text("task")) {
            case "flip-flop" -> new FlipFlop(p.integer("bits"), p.real("pulseProbability"), bins);
            case "delayed-match" -> new DelayedMatch(p.integer("fixation"), p.integer("stimulus"), p.integer("delay"), p.integer("jitter"),
                    p.integer("response"));
            case "integration" -> new Integration(p.real("evidenceNoise"), bins);
            default -> new SineGeneration(p.integer("frequencies"), bins);
        };
    }

    static Blueprint blueprint(Parameters p, Task task, Contributions contributions) {
        Parameters.Choice chosen = p.choice(ARCHITECTURE);
        StateUpdate update = StateUpdate.of(p.text("update"), chosen.descriptor());
        Parameters.Choice architecture = new Parameters.Choice(chosen.descriptor(),
                chosen.parameters().withSizes(p.integer("units"), task.inputs()));
        double interval = switch (update) {
            case NEXT -> 1;
            case RESIDUAL -> p.real("dt");
            case DERIVATIVE -> p.has("interval") ? p.real("interval") : 1.0 / (task.bins() - 1);
        };
        Parameters.Choice solver = update != StateUpdate.DERIVATIVE ? null
                : p.has(SOLVER) ? p.choice(SOLVER) : usualSolver(chosen.descriptor(), contributions);
        return TaskNetwork.blueprint(architecture, update, solver, interval, task.outputs(),
                Precision.valueOf(p.text("precision").toUpperCase(Locale.ROOT)));
    }

    /** The solver that an architecture asks for. */
    static Parameters.Choice usualSolver(Descriptor architecture, Contributions contributions) {
        Descriptor descriptor = contributions.find(ExtensionPoint.SOLVERS, architecture.attribute(SOLVER, USUAL_SOLVER));
        return new Parameters.Choice(descriptor, Parameters.defaults(descriptor, contributions));
    }

    static LearningRule rule(Parameters p, Blueprint blueprint, RandomStream random, Contributions contributions) {
        return switch (p.text("rule")) {
            case "feedback-alignment" -> LearningRule.FeedbackAlignment.like(new TaskNetwork(blueprint, random.child("feedback"), contributions),
                    p.text("feedback").equals("readout"));
            case "node-perturbation" -> new LearningRule.NodePerturbation(p.real("perturbation"));
            default -> new LearningRule.Backpropagation();
        };
    }
}
