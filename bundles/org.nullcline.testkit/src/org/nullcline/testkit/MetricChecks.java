// SPDX-License-Identifier: EPL-2.0
package org.nullcline.testkit;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.nullcline.api.contribution.Contributions;
import org.nullcline.api.contribution.Descriptor;
import org.nullcline.api.metric.Metric;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.value.Value;

/** Proves symmetry, identity, triangle inequality and invariances that a metric declares, on random values of the first kind that it takes. */
final class MetricChecks {

    private static final int VALUES = 5;
    /** Relative to the distances at hand; optimisers and eigensolvers leave a little more than rounding. */
    private static final double TOLERANCE = 1e-6;

    private final Descriptor descriptor;
    private final Metric metric;
    private final Parameters parameters;
    private final BareContext context;
    private final RandomValues random;
    private final Checks checks;

    MetricChecks(Descriptor descriptor, Contributions contributions, Map<String, String> settings, long seed) {
        this.descriptor = descriptor;
        this.metric = contributions.create(descriptor, Metric.class);
        this.parameters = Parameters.resolve(descriptor, settings, contributions);
        this.context = new BareContext(contributions, seed, 1, null);
        this.random = new RandomValues(seed);
        this.checks = new Checks(descriptor);
    }

    List<Finding> run() {
        String kind = Arrays.stream(descriptor.attribute("input", "").split("\\s+")).filter(RandomValues::makes).findFirst().orElse("");
        if (kind.isEmpty()) {
            checks.record("takes a kind of value that the kit can make", true, "not checked: '" + descriptor.attribute("input", "") + "' is made by others");
            return checks.findings();
        }
        checks.attempt("compares random values", () -> {
            Value[] raw = new Value[VALUES];
            Value[] prepared = new Value[VALUES];
            for (int i = 0; i < VALUES; i++) {
                raw[i] = random.value(kind, i);
                prepared[i] = metric.prepare(raw[i], parameters, context);
            }
            double[][] d = new double[VALUES][VALUES];
            for (int i = 0; i < VALUES; i++) {
                for (int j = 0; j < VALUES; j++) {
                    d[i][j] = metric.compare(prepared[i], prepared[j], parameters);
                }
            }
            pairs(d, prepared);
            for (String invariance : descriptor.attribute("invariances", "").split("\\s+")) {
                if (!invariance.isEmpty()) {
                    invariance(invariance, raw, prepared, d);
                }
            }
        });
        return checks.findings();
    }

    private void pairs(double[][] d, Value[] prepared) {
        double scale = scale(d);
        boolean similarity = descriptor.attribute("kind", "distance").equals("similarity");
        checks.record("gives finite numbers", Double.isFinite(scale) && Arrays.stream(d).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite),
                "on " + VALUES * VALUES + " pairs");
        boolean again = Double.compare(metric.compare(prepared[0], prepared[1], parameters), d[0][1]) == 0;
        checks.record("gives the same number again", again, "bit for bit");
        if (!similarity) {
            double least = Arrays.stream(d).flatMapToDouble(Arrays::stream).min().orElse(0);
            checks.deviation("is not negative", Math.max(0, -least), TOLERANCE * scale);
        }
        if (declared("symmetric")) {
            double worst = 0;
            for (int i = 0; i < VALUES; i++) {
                for (int j = 0; j < i; j++) {
                    worst = Math.max(worst, Math.abs(d[i][j] - d[j][i]));
                }
            }
            checks.deviation("symmetric", worst, TOLERANCE * scale);
        }
        if (declared("identity")) {
            double worst = 0;
            for (int i = 0; i < VALUES; i++) {
                for (int j = 0; j < VALUES; j++) {
                    worst = Math.max(worst, similarity ? d[i][j] - d[i][i] : Math.abs(d[i][i]));
                }
            }
            checks.deviation(similarity ? "largest on identity" : "zero on identity", worst, TOLERANCE * scale);
        }
        if (declared("triangle")) {
            double worst = 0;
            for (int i = 0; i < VALUES; i++) {
                for (int j = 0; j < VALUES; j++) {
                    for (int k = 0; k < VALUES; k++) {
                        worst = Math.max(worst, d[i][k] - d[i][j] - d[j][k]);
                    }
                }
            }
            checks.deviation("triangle inequality", worst, TOLERANCE * scale);
        }
    }

    private void invariance(String invariance, Value[] raw, Value[] prepared, double[][] d) {
        checks.attempt("invariance: " + invariance, () -> {
            double worst = 0;
            for (int i = 0; i < VALUES; i++) {
                Value moved = metric.prepare(random.moved(raw[i], invariance, i), parameters, context);
                for (int j = 0; j < VALUES; j++) {
                    worst = Math.max(worst, Math.abs(metric.compare(moved, prepared[j], parameters) - d[i][j]));
                }
            }
            checks.deviation("invariance: " + invariance, worst, TOLERANCE * scale(d));
        });
    }

    private boolean declared(String property) {
        return Boolean.parseBoolean(descriptor.attribute(property, "false"));
    }

    private static double scale(double[][] d) {
        return Arrays.stream(d).flatMapToDouble(Arrays::stream).map(Math::abs).max().orElse(0);
    }
}
