// SPDX-License-Identifier: EPL-2.0
package org.nullcline.testkit;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.nullcline.api.contribution.Contributions;
import org.nullcline.api.contribution.Descriptor;
import org.nullcline.api.dynamics.DynamicalSystem;
import org.nullcline.api.dynamics.SimulatedSystem;
import org.nullcline.api.dynamics.Update;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.compute.random.RandomStream;

/** Proves dimensions, finite and repeatable values, and the Jacobian by finite differences. */
final class SystemChecks {

    private static final int POINTS = 3;
    private static final double JACOBIAN_TOLERANCE = 1e-5;

    private final Descriptor descriptor;
    private final SimulatedSystem simulated;
    private final Parameters parameters;
    private final RandomStream random;
    private final Checks checks;

    SystemChecks(Descriptor descriptor, Contributions contributions, Map<String, String> settings, long seed) {
        this.descriptor = descriptor;
        this.simulated = contributions.create(descriptor, SimulatedSystem.class);
        this.parameters = Parameters.resolve(descriptor, settings, contributions);
        this.random = RandomStream.of(seed).child("system");
        this.checks = new Checks(descriptor);
    }

    List<Finding> run() {
        checks.attempt("has a start, a period and a step", () -> {
            double[] start = simulated.initialState(parameters);
            checks.record("starts at a finite state", start.length > 0 && Arrays.stream(start).allMatch(Double::isFinite), start.length + " variables");
            checks.record("has a positive period and step", simulated.period(parameters) > 0 && simulated.timeStep(parameters) > 0,
                    "period " + simulated.period(parameters) + ", step " + simulated.timeStep(parameters));
            if (!descriptor.attribute("family", "flow").equals("delay")) {
                dynamics(simulated.create(parameters), start);
            }
        });
        return checks.findings();
    }

    private void dynamics(DynamicalSystem system, double[] start) {
        int n = system.dimension();
        String declared = descriptor.attribute("dimension", "any");
        checks.record("has the dimension that it declares", n == start.length && (declared.equals("any") || declared.equals(Integer.toString(n))), n
                + " variables");
        checks.record("is a flow or a map as it declares", (system.update() == Update.NEXT_STATE) == descriptor.attribute("family", "flow").equals("map"),
                descriptor.attribute("family", "flow"));
        boolean repeatable = true;
        double worst = 0;
        for (int p = 0; p < POINTS; p++) {
            double[] at = start.clone();
            double[] shift = random.child("point", p).normals(n);
            for (int i = 0; i < n; i++) {
                at[i] += p == 0 ? 0 : 0.01 * shift[i] * Math.max(1e-3, Math.abs(start[i]));
            }
            double[] first = new double[n];
            double[] second = new double[n];
            double[] kept = at.clone();
            system.evaluate(at, first);
            system.evaluate(at, second);
            repeatable &= Arrays.equals(first, second) && Arrays.equals(at, kept) && Arrays.stream(first).allMatch(Double::isFinite);
            worst = Math.max(worst, jacobianDeviation(system, at));
        }
        checks.record("gives the same finite values again and leaves the state alone", repeatable, POINTS + " states");
        checks.deviation("Jacobian", worst, JACOBIAN_TOLERANCE);
    }

    private static double jacobianDeviation(DynamicalSystem system, double[] at) {
        int n = system.dimension();
        double[] jacobian = new double[n * n];
        system.jacobian(at, jacobian);
        double[] value = new double[n];
        double worst = 0;
        for (int i = 0; i < n; i++) {
            int row = i;
            worst = Math.max(worst, FiniteDifferences.smoothDeviation(at, Arrays.copyOfRange(jacobian, i * n, (i + 1) * n), x -> {
                system.evaluate(x, value);
                return value[row];
            }));
        }
        return worst;
    }
}
