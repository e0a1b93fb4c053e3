// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.model;

import java.util.ArrayList;
import java.util.List;

import org.nullcline.api.NullclineException;
import org.nullcline.api.contribution.Contributions;
import org.nullcline.api.dynamics.Architecture;
import org.nullcline.api.dynamics.Solver;
import org.nullcline.api.dynamics.VectorField;
import org.nullcline.compute.diff.Layers;
import org.nullcline.compute.diff.Parameter;
import org.nullcline.compute.diff.Var;
import org.nullcline.compute.diff.Weights;
import org.nullcline.compute.random.RandomStream;
import org.nullcline.dynamics.solvers.AdjointGradient;
import org.nullcline.dynamics.solvers.ExplicitMethod;

/** The part of a model that moves the latent state: an architecture, its update and, for a derivative, a solver. Safe for several threads. */
public final class Dynamics {

    /** Prefix of the weights of the dynamics. */
    public static final String PREFIX = "dynamics";

    private final Blueprint blueprint;
    private final VectorField field;
    private final Solver solver;
    private final int stateSize;

    /** Makes the architecture with weights in {@code layers}. */
    public Dynamics(Blueprint blueprint, Layers layers, Contributions contributions) {
        this.blueprint = blueprint;
        Architecture architecture = contributions.create(blueprint.architecture().descriptor(), Architecture.class);
        int before = layers.weights().parameters().size();
        field = architecture.create(layers.within(PREFIX), blueprint.architecture().parameters());
        stateSize = architecture.stateSize(blueprint.architecture().parameters());
        Solver plain = blueprint.solver() == null ? null : contributions.create(blueprint.solver().descriptor(), Solver.class);
        List<Parameter> own = layers.weights().parameters().subList(before, layers.weights().parameters().size());
        solver = blueprint.adjoint() && plain != null ? adjoint(plain, own, contributions) : plain;
    }

    private Dynamics(Dynamics other, Solver solver) {
        blueprint = other.blueprint;
        field = other.field;
        stateSize = other.stateSize;
        this.solver = solver;
    }

    /** The same dynamics with steps that end at every bin, even where the solver could pass over it: as a rule the most that a tape has to hold. */
    Dynamics binByBin() {
        return solver == null || blueprint.adjoint() ? this : new Dynamics(this, solver::advance);
    }

    private Solver adjoint(Solver plain, List<Parameter> own, Contributions contributions) {
        if (!(plain instanceof ExplicitMethod method)) {
            throw NullclineException.invalid("The solver " + blueprint.solver().descriptor().shortId() + " is no explicit Runge–Kutta method, so it cannot"
                    + " integrate the adjoint equation; choose another solver, or gradient=steps.");
        }
        return new AdjointGradient(method, () -> {
            Weights weights = new Weights(blueprint.precision());
            Architecture architecture = contributions.create(blueprint.architecture().descriptor(), Architecture.class);
            VectorField copy = architecture.create(new Layers(weights, RandomStream.of(0)), blueprint.architecture().parameters());
            return new AdjointGradient.Field(copy, weights);
        }, own);
    }

    /** Columns of the full state, at least the latent size. */
    public int stateSize() {
        return stateSize;
    }

    /** What the architecture gives: a derivative or a next state. */
    public VectorField field() {
        return field;
    }

    /** The update as one function: the derivative for {@link StateUpdate#DERIVATIVE}, the next state otherwise. */
    public Var move(Var state, Var input) {
        Var f = field.of(state, input);
        return blueprint.update() == StateUpdate.RESIDUAL ? state.axpy(blueprint.interval(), f) : f;
    }

    /**
     * The states of all time bins. Trials may end early: bin t has the first {@code active[t]} trials only, and {@code active} never rises.
     *
     * <p>A derivative starts at the initial state, which is the state of bin 0; a next-state update emits its first result in bin 0, as S0 does.
     *
     * @param initial initial states, trials × state size
     * @param inputs one external input per bin with {@code active[t]} rows, or null
     * @return one matrix per bin, {@code active[t]} × state size
     */
    public List<Var> unroll(Var initial, List<Var> inputs, int[] active) {
        return blueprint.update() == StateUpdate.DERIVATIVE ? integrate(initial, inputs, active) : iterate(initial, inputs, active);
    }

    /** The input of a bin for the states of the trials that last so long. */
    @FunctionalInterface
    public interface Feedback {
        /** The input of bin {@code t} given the full states from which the bin's input acts. */
        Var input(int t, Var state);
    }

    /** As {@link #unroll(Var, List, int[])} with inputs that depend on the states on the way. */
    public List<Var> unroll(Var initial, int[] active, Feedback feedback) {
        List<Var> states = new ArrayList<>(active.length);
        Var z = initial;
        for (int t = 0; t < active.length; t++) {
            z = first(z, active[t]);
            if (blueprint.update() != StateUpdate.DERIVATIVE) {
                z = move(z, feedback.input(t, z));
                states.add(z);
            } else {
                states.add(z);
                Var next = t + 1 < active.length ? first(z, active[t + 1]) : null;
                z = next == null ? z : solver.advance(field, next, feedback.input(t, next), blueprint.interval(), blueprint.solver().parameters());
            }
        }
        return states;
    }

    private List<Var> iterate(Var initial, List<Var> inputs, int[] active) {
        List<Var> states = new ArrayList<>(active.length);
        Var z = initial;
        for (int t = 0; t < active.length; t++) {
            z = move(first(z, active[t]), inputs == null ? null : inputs.get(t));
            states.add(z);
        }
        return states;
    }

    /** Integrates piece by piece, each piece with a constant number of trials. */
    private List<Var> integrate(Var initial, List<Var> inputs, int[] active) {
        List<Var> states = new ArrayList<>(active.length);
        int from = 0;
        while (from < active.length) {
            int to = from;
            while (to < active.length && active[to] == active[from]) {
                to++;
            }
            int rows = active[from];
            // A later piece begins one interval before its first bin, at the last state of the previous piece.
            int begin = Math.max(0, from - 1);
            Var start = first(from == 0 ? initial : states.getLast(), rows);
            List<Var> drive = inputs == null ? null : inputs.subList(begin, to).stream().map(u -> first(u, rows)).toList();
            List<Var> piece = solver.trajectory(field, start, drive, blueprint.interval(), to - begin, blueprint.solver().parameters());
            states.addAll(piece.subList(from - begin, piece.size()));
            from = to;
        }
        return states;
    }

    /** The first rows of a matrix; itself where that is all. */
    static Var first(Var x, int rows) {
        return x.rows() == rows ? x : x.rows(0, rows);
    }
}
