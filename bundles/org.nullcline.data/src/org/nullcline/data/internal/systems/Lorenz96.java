// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.systems;

import java.util.Arrays;

import org.nullcline.api.dynamics.DynamicalSystem;
import org.nullcline.api.dynamics.Update;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.data.systems.DescribedSystem;

/** Sites on a circle (Lorenz 1996): xᵢ′ = (xᵢ₊₁ − xᵢ₋₂) xᵢ₋₁ − xᵢ + f. */
public final class Lorenz96 extends DescribedSystem {

    private static final double PERTURBATION = 0.01;

    @Override
    public DynamicalSystem create(Parameters parameters) {
        return new Flow(parameters.integer("sites"), parameters.real("f"));
    }

    /** The declared state for its number of sites; otherwise the resting state x = f with one site disturbed. */
    @Override
    public double[] initialState(Parameters parameters) {
        double[] declared = super.initialState(parameters);
        int sites = parameters.integer("sites");
        if (declared.length == sites) {
            return declared;
        }
        double[] disturbed = new double[sites];
        Arrays.fill(disturbed, parameters.real("f"));
        disturbed[0] += PERTURBATION;
        return disturbed;
    }

    private record Flow(int sites, double f) implements DynamicalSystem {

        @Override
        public int dimension() {
            return sites;
        }

        @Override
        public Update update() {
            return Update.DERIVATIVE;
        }

        @Override
        public void evaluate(double[] x, double[] dx) {
            for (int i = 0; i < sites; i++) {
                dx[i] = (x[at(i + 1)] - x[at(i - 2)]) * x[at(i - 1)] - x[i] + f;
            }
        }

        @Override
        public void jacobian(double[] x, double[] result) {
            Arrays.fill(result, 0);
            for (int i = 0; i < sites; i++) {
                result[i * sites + at(i + 1)] += x[at(i - 1)];
                result[i * sites + at(i - 2)] -= x[at(i - 1)];
                result[i * sites + at(i - 1)] += x[at(i + 1)] - x[at(i - 2)];
                result[i * sites + i] -= 1;
            }
        }

        private int at(int site) {
            return Math.floorMod(site, sites);
        }
    }
}
