// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.nullcline.api.NullclineException;
import org.nullcline.api.contribution.Contributions;
import org.nullcline.api.contribution.Descriptor;
import org.nullcline.api.contribution.ExtensionPoint;
import org.nullcline.api.parameter.ParameterDeclaration;
import org.nullcline.api.parameter.ParameterType;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.model.Parameter;
import org.nullcline.model.Step;
import org.nullcline.model.SweepPath;

/**
 * What one step does at one point of the sweep: contribution, checked parameters, files.
 *
 * @param descriptor the contribution
 * @param parameters checked, with defaults
 * @param texts canonical texts of all parameters, files as absolute paths
 * @param chosen chosen contributions with their versions
 * @param files what the parameters of type file name
 */
public record StepSettings(Descriptor descriptor, Parameters parameters, SortedMap<String, String> texts, SortedMap<String, String> chosen,
        SortedMap<String, List<FileDigest>> files) {

    /** Finds out the settings of steps; files are hashed once per instance. */
    public static final class Resolver {

        private final Contributions contributions;
        private final FileHashes hashes;
        private final Path base;

        /** @param base folder that relative paths in the experiment start from */
        public Resolver(Contributions contributions, FileHashes hashes, Path base) {
            this.contributions = contributions;
            this.hashes = hashes;
            this.base = base;
        }

        /**
         * The contribution of a step.
         *
         * @throws NullclineException of kind INVALID naming the step and the missing plug-in
         */
        public Descriptor descriptor(Step step, String contribution) {
            try {
                return contributions.find(ExtensionPoint.STEPS, contribution);
            } catch (NullclineException e) {
                String plugin = step.getPlugin() == null ? "" : " (it came from the plug-in " + step.getPlugin() + ")";
                throw new NullclineException(e.kind(), "Step '" + step.getId() + "': " + e.getMessage().replaceFirst("([.?])$", plugin + "$1"), e);
            }
        }

        /**
         * Settings of a step without hashing files.
         *
         * @param values what the sweep sets at this point
         * @param alternatives for parameters that choose a contribution and are swept: all contributions that the sweep chooses; a nested
         *        parameter that only some of them have applies to those
         * @throws NullclineException of kind INVALID with a sentence
         */
        public StepSettings resolve(Step step, Map<SweepPath, String> values, Map<String, Collection<String>> alternatives) {
            String contribution = values.getOrDefault(new SweepPath.OfContribution(step.getId()), step.getContribution());
            Descriptor descriptor = descriptor(step, contribution);
            Map<String, String> given = given(step, values);
            dropForeign(descriptor.parameters(), "", given, alternatives);
            Parameters parameters;
            try {
                parameters = Parameters.resolve(descriptor, given, contributions);
            } catch (NullclineException e) {
                throw new NullclineException(e.kind(), "Step '" + step.getId() + "': " + e.getMessage(), e);
            }
            SortedMap<String, String> chosen = new TreeMap<>();
            collectChosen("", parameters, chosen);
            return new StepSettings(descriptor, parameters, parameters.normalised(), chosen, new TreeMap<>());
        }

        /**
         * The same settings with files hashed and made absolute.
         *
         * @throws NullclineException of kind INPUT when a file is missing or unreadable
         */
        public StepSettings withFiles(Step step, StepSettings settings) {
            SortedMap<String, String> texts = new TreeMap<>(settings.texts);
            SortedMap<String, List<FileDigest>> files = new TreeMap<>();
            for (String name : fileParameters("", settings.parameters)) {
                String text = settings.texts.get(name);
                String owner = step.getId() + "." + name;
                files.put(name, hashes.digest(owner, text, base));
                texts.put(name, FileHashes.absolute(owner, text, base));
            }
            return new StepSettings(settings.descriptor, settings.parameters, texts, settings.chosen, files);
        }

        private static Map<String, String> given(Step step, Map<SweepPath, String> values) {
            Map<String, String> given = new LinkedHashMap<>();
            for (Parameter parameter : step.getParameters()) {
                given.put(parameter.getName(), parameter.getValue() == null ? "" : parameter.getValue());
            }
            values.forEach((path, value) -> {
                if (path instanceof SweepPath.OfParameter(String id, String name) && id.equals(step.getId())) {
                    given.put(name, value);
                }
            });
            return given;
        }

        private void dropForeign(List<ParameterDeclaration> declared, String prefix, Map<String, String> given,
                Map<String, Collection<String>> alternatives) {
            for (ParameterDeclaration declaration : declared) {
                String name = prefix + declaration.name();
                String choice = given.getOrDefault(name, declaration.defaultValue());
                if (declaration.type() != ParameterType.CONTRIBUTION || choice.isBlank()) {
                    continue;
                }
                Optional<Descriptor> chosen = find(declaration.point(), choice);
                if (chosen.isEmpty()) {
                    continue;
                }
                if (alternatives.containsKey(name)) {
                    Set<String> known = new LinkedHashSet<>();
                    alternatives.get(name).forEach(other -> find(declaration.point(), other)
                            .ifPresent(d -> d.parameters().forEach(p -> known.add(p.name()))));
                    Set<String> own = new LinkedHashSet<>(chosen.get().parameters().stream().map(ParameterDeclaration::name).toList());
                    given.keySet().removeIf(key -> key.startsWith(name + ".") && known.contains(head(key, name)) && !own.contains(head(key, name)));
                }
                dropForeign(chosen.get().parameters(), name + ".", given, alternatives);
            }
        }

        private static String head(String key, String name) {
            String rest = key.substring(name.length() + 1);
            return rest.contains(".") ? rest.substring(0, rest.indexOf('.')) : rest;
        }

        private Optional<Descriptor> find(ExtensionPoint point, String id) {
            try {
                return Optional.of(contributions.find(point, id));
            } catch (NullclineException e) {
                return Optional.empty();
            }
        }

        /** Chosen contributions, and the solver that one of them brings along where none is chosen. */
        private void collectChosen(String prefix, Parameters parameters, Map<String, String> chosen) {
            parameters.declarations().values().stream().filter(d -> d.type() == ParameterType.CONTRIBUTION && parameters.has(d.name())).forEach(d -> {
                Parameters.Choice choice = parameters.choice(d.name());
                chosen.put(prefix + d.name(), choice.descriptor().id() + "@" + choice.descriptor().version());
                find(ExtensionPoint.SOLVERS, choice.descriptor().attribute("solver", ""))
                        .ifPresent(solver -> chosen.put(prefix + d.name() + "@solver", solver.id() + "@" + solver.version()));
                collectChosen(prefix + d.name() + ".", choice.parameters(), chosen);
            });
        }

        private static List<String> fileParameters(String prefix, Parameters parameters) {
            List<String> names = new ArrayList<>();
            parameters.declarations().values().stream().filter(d -> parameters.has(d.name())).forEach(d -> {
                if (d.type() == ParameterType.FILE) {
                    names.add(prefix + d.name());
                } else if (d.type() == ParameterType.CONTRIBUTION) {
                    names.addAll(fileParameters(prefix + d.name() + ".", parameters.choice(d.name()).parameters()));
                }
            });
            return names;
        }
    }

    /** For each parameter of a step that an axis varies, all values that it takes. */
    public static Map<String, Collection<String>> alternatives(Step step, List<Axis> axes) {
        Map<String, Collection<String>> alternatives = new HashMap<>();
        for (Axis axis : axes) {
            for (Map<SweepPath, String> point : axis.points()) {
                point.forEach((path, value) -> {
                    if (path instanceof SweepPath.OfParameter(String id, String name) && id.equals(step.getId())) {
                        alternatives.computeIfAbsent(name, n -> new LinkedHashSet<>()).add(value);
                    }
                });
            }
        }
        return alternatives;
    }
}
