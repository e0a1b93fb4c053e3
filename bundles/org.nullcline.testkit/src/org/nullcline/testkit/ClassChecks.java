// SPDX-License-Identifier: EPL-2.0
package org.nullcline.testkit;

import java.util.List;
import java.util.Set;

import org.nullcline.api.benchmark.Benchmark;
import org.nullcline.api.benchmark.BenchmarkCase;
import org.nullcline.api.contribution.Contributions;
import org.nullcline.api.contribution.Descriptor;
import org.nullcline.api.figure.FigureSource;
import org.nullcline.api.format.Format;

/** Contributions that need files or results of others to do anything: their class can at least be made and says what it draws or reads. */
final class ClassChecks {

    private final Descriptor descriptor;
    private final Contributions contributions;

    ClassChecks(Descriptor descriptor, Contributions contributions) {
        this.descriptor = descriptor;
        this.contributions = contributions;
    }

    List<Finding> run() {
        Checks checks = new Checks(descriptor);
        checks.attempt("has a class that can be made", () -> {
            Object made = contributions.create(descriptor, type());
            checks.record("has a class that can be made", true, "a " + descriptor.point().element());
            if (made instanceof Benchmark benchmark) {
                List<String> names = benchmark.cases().stream().map(BenchmarkCase::name).toList();
                checks.record("has cases with names of their own", !names.isEmpty() && Set.copyOf(names).size() == names.size(), names.toString());
            }
        });
        switch (descriptor.point()) {
            case FIGURES -> declares(checks, "kind");
            case FORMATS -> declares(checks, "suffixes");
            default -> {
            }
        }
        return checks.findings();
    }

    private Class<?> type() {
        return switch (descriptor.point()) {
            case FIGURES -> FigureSource.class;
            case FORMATS -> Format.class;
            case BENCHMARKS -> Benchmark.class;
            default -> throw new IllegalArgumentException("There are other checks for " + descriptor.point().pluralName() + ".");
        };
    }

    private void declares(Checks checks, String attribute) {
        checks.record("declares " + attribute, descriptor.attributes().containsKey(attribute), descriptor.attribute(attribute, "missing"));
    }
}
