// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.systems;

import org.nullcline.api.NullclineException;
import org.nullcline.api.dynamics.DynamicalSystem;
import org.nullcline.api.dynamics.Update;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.data.systems.DescribedSystem;

/**
 * Species that compete for resources (Huisman and Weissing 1999, Nature 402, 407): nᵢ′ = nᵢ (μᵢ − m) with μᵢ = minⱼ r Rⱼ / (kⱼᵢ + Rⱼ), and
 * Rⱼ′ = d (sⱼ − Rⱼ) − Σᵢ cⱼᵢ μᵢ nᵢ. The state is n₁ … then R₁ …; c and k are resource × species.
 */
public final class MacArthur extends DescribedSystem {

    @Override
    public DynamicalSystem create(Parameters parameters) {
        double[] supply = parameters.reals("s");
        int resources = supply.length;
        double[] content = parameters.reals("c");
        double[] half = parameters.reals("k");
        int species = descriptorDimension() - resources;
        if (content.length != resources * species || half.length != resources * species) {
            throw NullclineException.invalid("MacArthur: c and k need " + resources + " × " + species + " values for " + resources + " resources and " + species
                    + " species; they have " + content.length + " and " + half.length + ".");
        }
        return new Flow(species, resources, content, half, supply, parameters.real("r"), parameters.real("m"), parameters.real("d"));
    }

    private int descriptorDimension() {
        return (int) number("dimension");
    }

    private record Flow(int species, int resources, double[] c, double[] k, double[] s, double r, double m, double d) implements DynamicalSystem {

        @Override
        public int dimension() {
            return species + resources;
        }

        @Override
        public Update update() {
            return Update.DERIVATIVE;
        }

        @Override
        public void evaluate(double[] x, double[] dx) {
            double[] growth = new double[species];
            for (int i = 0; i < species; i++) {
                double mu = Double.POSITIVE_INFINITY;
                for (int j = 0; j < resources; j++) {
                    double available = x[species + j];
                    mu = Math.min(mu, r * available / (k[j * species + i] + available));
                }
                growth[i] = mu * x[i];
                dx[i] = x[i] * (mu - m);
            }
            for (int j = 0; j < resources; j++) {
                double consumed = 0;
                for (int i = 0; i < species; i++) {
                    consumed += c[j * species + i] * growth[i];
                }
                dx[species + j] = d * (s[j] - x[species + j]) - consumed;
            }
        }
    }
}
