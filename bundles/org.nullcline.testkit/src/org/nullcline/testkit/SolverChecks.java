// SPDX-License-Identifier: EPL-2.0
package org.nullcline.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.nullcline.api.contribution.Contributions;
import org.nullcline.api.contribution.Descriptor;
import org.nullcline.api.dynamics.Solver;
import org.nullcline.api.dynamics.VectorField;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.compute.diff.Tape;
import org.nullcline.compute.diff.Var;
import org.nullcline.compute.kernel.Precision;

/** Proves the declared order (or, for adaptive solvers, the accuracy) on a nonlinear oscillator, and gradients by finite differences. */
final class SolverChecks {

    /** A pendulum: x' = y, y' = −sin x. */
    private static final VectorField PENDULUM = (z, input) -> Var.concat(z.columns(1, 2), z.columns(0, 1).sin().negate());
    private static final double[] START = {1, 0.5, -2, 1, 0.3, -1.5, 2.5, 0.1};
    private static final int TRIALS = 4;
    private static final int TIMES = 21;
    private static final double INTERVAL = 0.1;
    /** What step-size control at the usual tolerances may let through. */
    private static final double TOLERANCE = 0.005;

    private final Descriptor descriptor;
    private final Solver solver;
    private final Parameters parameters;
    private final Checks checks;

    SolverChecks(Descriptor descriptor, Contributions contributions, Map<String, String> settings, long seed) {
        this.descriptor = descriptor;
        this.solver = contributions.create(descriptor, Solver.class);
        this.parameters = Parameters.resolve(descriptor, settings, contributions);
        this.checks = new Checks(descriptor);
    }

    List<Finding> run() {
        checks.attempt("moves a batch of states", () -> {
            if (Boolean.parseBoolean(descriptor.attribute("adaptive", "false"))) {
                double error = error(1);
                checks.record("is accurate over one unit of time", error <= 0.05, String.format(Locale.ROOT, "error %.3g", error));
            } else {
                order();
            }
            gradient();
            trajectory();
        });
        return checks.findings();
    }

    /** A step of length h has an error of order h^(p+1). */
    private void order() {
        int declared = Integer.parseInt(descriptor.attribute("order", "1"));
        double best = 0;
        double duration = 0.4;
        // Halving until rounding sets in; the steepest decrease seen tells the order.
        for (int k = 0; k < 4; k++) {
            double coarse = error(duration);
            double fine = error(duration / 2);
            if (fine < 1e-13) {
                break;
            }
            best = Math.max(best, Math.log(coarse / fine) / Math.log(2) - 1);
            duration /= 2;
        }
        checks.record("has the order that it declares", best >= declared - 0.3, String.format(Locale.ROOT, "measured %.2f, declared %d", best, declared));
    }

    private double error(double duration) {
        return distance(advance(START, duration), reference(START, duration));
    }

    private double[] advance(double[] start, double duration) {
        Tape tape = Tape.inference(Precision.DOUBLE);
        return solver.advance(PENDULUM, tape.constant(TRIALS, 2, start), null, duration, parameters).values();
    }

    private void gradient() {
        Tape tape = Tape.training(Precision.DOUBLE);
        Var z = tape.variable(TRIALS, 2, START);
        tape.backward(solver.advance(PENDULUM, z, null, 0.1, parameters).square().sum());
        double[] gradient = NdArrays.doubles(z.gradient());
        double deviation = FiniteDifferences.deviation(START, gradient, x -> {
            double sum = 0;
            for (double value : advance(x, 0.1)) {
                sum += value * value;
            }
            return sum;
        });
        // An adaptive solver may choose other steps at the displaced starts.
        checks.deviation("gradient by the start", deviation, Boolean.parseBoolean(descriptor.attribute("adaptive", "false")) ? 1e-4 : 1e-6);
    }

    /** States at many times, where a solver may step over some of them, against its own single intervals and the exact ones. */
    private void trajectory() {
        Tape tape = Tape.inference(Precision.DOUBLE);
        List<Var> states = solver.trajectory(PENDULUM, tape.constant(TRIALS, 2, START), null, INTERVAL, TIMES, parameters);
        double[] step = START;
        double worst = 0;
        double allowed = 0;
        for (int k = 0; k < Math.min(TIMES, states.size()); k++) {
            double[] exact = reference(START, INTERVAL * k);
            worst = Math.max(worst, distance(states.get(k).values(), exact));
            allowed = Math.max(allowed, distance(step, exact));
            step = advance(step, INTERVAL);
        }
        boolean begins = distance(states.getFirst().values(), START) == 0;
        checks.record("a trajectory begins at its start, has one state per time, and is as accurate at each as single intervals are", begins
                && states.size() == TIMES && worst <= 2 * allowed + TOLERANCE, states.size() + " states, largest error "
                + String.format(Locale.ROOT, "%.3g, of single intervals %.3g", worst, allowed));
        driven();
    }

    /** Inputs that change at every time. */
    private void driven() {
        VectorField field = (z, u) -> PENDULUM.of(z, null).plus(u);
        Tape tape = Tape.inference(Precision.DOUBLE);
        List<Var> inputs = new ArrayList<>();
        for (int k = 0; k + 1 < TIMES; k++) {
            inputs.add(tape.filled(TRIALS, 2, Math.cos(k)));
        }
        Var z = tape.constant(TRIALS, 2, START);
        List<Var> states = solver.trajectory(field, z, inputs, INTERVAL, TIMES, parameters);
        double worst = 0;
        for (int k = 0; k + 1 < TIMES; k++) {
            z = solver.advance(field, z, inputs.get(k), INTERVAL, parameters);
            worst = Math.max(worst, distance(states.get(k + 1).values(), z.values()));
        }
        checks.record("each interval of a trajectory has its own input", worst <= TOLERANCE, String.format(Locale.ROOT, "largest deviation %.3g", worst));
    }

    private static double distance(double[] a, double[] b) {
        double worst = 0;
        for (int i = 0; i < a.length; i++) {
            worst = Math.max(worst, Math.abs(a[i] - b[i]));
        }
        return worst;
    }

    /** The classical Runge–Kutta method with steps of 1e-3: error below 1e-13. */
    private static double[] reference(double[] start, double duration) {
        int steps = (int) Math.max(1, Math.ceil(duration / 1e-3));
        double h = duration / steps;
        double[] end = start.clone();
        for (int trial = 0; trial < TRIALS; trial++) {
            double x = start[2 * trial];
            double y = start[2 * trial + 1];
            for (int s = 0; s < steps; s++) {
                double k1 = -Math.sin(x);
                double l2 = y + h / 2 * k1;
                double k2 = -Math.sin(x + h / 2 * y);
                double l3 = y + h / 2 * k2;
                double k3 = -Math.sin(x + h / 2 * l2);
                double l4 = y + h * k3;
                double k4 = -Math.sin(x + h * l3);
                x += h / 6 * (y + 2 * l2 + 2 * l3 + l4);
                y += h / 6 * (k1 + 2 * k2 + 2 * k3 + k4);
            }
            end[2 * trial] = x;
            end[2 * trial + 1] = y;
        }
        return end;
    }
}
