// SPDX-License-Identifier: EPL-2.0
package org.nullcline.testkit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.nullcline.api.NullclineException;
import org.nullcline.api.contribution.Contributions;
import org.nullcline.api.contribution.Descriptor;
import org.nullcline.api.contribution.ExtensionPoint;
import org.nullcline.api.parameter.ParameterDeclaration;
import org.nullcline.api.parameter.ParameterType;
import org.nullcline.api.parameter.Parameters;

/**
 * Runs the checks that fit each contribution: what metrics declare, the order of solvers, the gradients of architectures, determinism and
 * cancellation of steps, derivatives of systems, and the descriptions of all.
 */
public final class ConformanceKit {

    private final Contributions contributions;
    private final Map<String, Map<String, String>> settings = new HashMap<>();
    private long seed = 20230701;

    /** A kit for the contributions of a plug-in, together with those that it builds on. */
    public ConformanceKit(Contributions contributions) {
        this.contributions = contributions;
    }

    /** Other random inputs. */
    public ConformanceKit seed(long other) {
        seed = other;
        return this;
    }

    /** Settings to check a contribution with instead of its defaults or of its attribute {@code checkWith}, for example smaller sizes. */
    public ConformanceKit with(String id, Map<String, String> parameters) {
        settings.put(id, Map.copyOf(parameters));
        return this;
    }

    /** Checks one contribution. */
    public List<Finding> check(Descriptor descriptor) {
        List<Finding> findings = new ArrayList<>(description(descriptor));
        Map<String, String> given = settings.getOrDefault(descriptor.id(), declared(descriptor));
        try {
            findings.addAll(switch (descriptor.point()) {
                case METRICS -> new MetricChecks(descriptor, contributions, given, seed).run();
                case SOLVERS -> new SolverChecks(descriptor, contributions, given, seed).run();
                case ARCHITECTURES -> new ArchitectureChecks(descriptor, contributions, given, seed).run();
                case SYSTEMS -> new SystemChecks(descriptor, contributions, given, seed).run();
                case STEPS -> new StepChecks(descriptor, contributions, given, seed).run();
                case FORMATS, FIGURES, BENCHMARKS -> new ClassChecks(descriptor, contributions).run();
            });
        } catch (NullclineException | LinkageError e) {
            findings.add(new Finding(descriptor.id(), "can be created with its parameters", false, e.getMessage()));
        }
        return findings;
    }

    /** Checks the contributions with these ids (full or short), or all when none is given. */
    public List<Finding> check(String... ids) {
        List<String> wanted = List.of(ids);
        return Stream.of(ExtensionPoint.values()).flatMap(point -> contributions.list(point).stream())
                .filter(d -> wanted.isEmpty() || wanted.contains(d.id()) || wanted.contains(d.shortId())).flatMap(d -> check(d).stream()).toList();
    }

    /** Checks and throws an {@link AssertionError} that lists everything that fails. */
    public void require(String... ids) {
        List<Finding> failed = check(ids).stream().filter(finding -> !finding.passed()).toList();
        if (!failed.isEmpty()) {
            throw new AssertionError(failed.stream().map(Finding::toString).collect(Collectors.joining("\n")));
        }
    }

    /** The settings of the attribute {@code checkWith}: name=value, separated by blanks. */
    private static Map<String, String> declared(Descriptor descriptor) {
        Map<String, String> given = new HashMap<>();
        for (String setting : descriptor.attribute("checkWith", "").strip().split("\\s+")) {
            int equals = setting.indexOf('=');
            if (equals > 0) {
                given.put(setting.substring(0, equals), setting.substring(equals + 1));
            }
        }
        return given;
    }

    /** What people see: name, description, version, documented parameters with valid defaults. */
    private List<Finding> description(Descriptor descriptor) {
        Checks checks = new Checks(descriptor);
        List<String> missing = new ArrayList<>();
        if (descriptor.name().isBlank()) {
            missing.add("name");
        }
        if (descriptor.description().isBlank()) {
            missing.add("description");
        }
        if (!descriptor.version().matches("\\d+\\.\\d+\\.\\d+.*")) {
            missing.add("version such as 1.0.0");
        }
        for (ParameterDeclaration parameter : descriptor.parameters()) {
            if (parameter.description().isBlank()) {
                missing.add("description of the parameter " + parameter.name());
            }
        }
        checks.record("is described", missing.isEmpty(), missing.isEmpty() ? descriptor.parameters().size() + " parameters" : "missing: "
                + String.join(", ", missing));
        boolean file = descriptor.parameters().stream().anyMatch(p -> !p.optional() && p.type() != ParameterType.TEXT && p.defaultValue().isEmpty());
        if (!file) {
            checks.attempt("has valid defaults", () -> {
                Parameters.defaults(descriptor, contributions);
                checks.record("has valid defaults", true, "all in range");
            });
        }
        return checks.findings();
    }
}
