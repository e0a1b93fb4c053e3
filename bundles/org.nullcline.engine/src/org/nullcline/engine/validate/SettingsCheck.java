// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.validate;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.nullcline.api.NullclineException;
import org.nullcline.api.NullclineException.Kind;
import org.nullcline.api.contribution.Contributions;
import org.nullcline.api.contribution.Descriptor;
import org.nullcline.api.parameter.ParameterType;
import org.nullcline.api.step.Step;
import org.nullcline.engine.plan.Axis;
import org.nullcline.engine.plan.FileHashes;
import org.nullcline.engine.plan.StepSettings;
import org.nullcline.engine.validate.Problem.Severity;
import org.nullcline.model.SweepPath;

/** Checks the parameters of steps at all points of the sweep, or at enough of them. */
final class SettingsCheck {

    /** Up to this many combinations of its own axes, a step is checked at each. */
    private static final int MAX_COMBINATIONS = 2000;
    private static final Pattern PARAMETER = Pattern.compile("parameter '([^']+)'");

    private final Contributions contributions;
    private final StepSettings.Resolver resolver;
    private final Path base;
    private final List<Problem> problems;
    private final Map<String, Step> instances = new HashMap<>();

    SettingsCheck(Contributions contributions, Path base, List<Problem> problems) {
        this.contributions = contributions;
        this.base = base;
        this.problems = problems;
        resolver = new StepSettings.Resolver(contributions, new FileHashes(), base);
    }

    void check(org.nullcline.model.Step step, List<Axis> axes) {
        List<Axis> own = axes.stream().filter(a -> a.concerns(step.getId())).toList();
        var alternatives = StepSettings.alternatives(step, own);
        Set<String> seen = new TreeSet<>();
        for (Map<SweepPath, String> values : combinations(own)) {
            try {
                StepSettings settings = resolver.resolve(step, values, alternatives);
                settings.descriptor().parameters().forEach(p -> checkFiles(step.getId(), p.name(), settings, seen));
                instance(settings.descriptor()).check(settings.parameters());
                checkSeeds(step, values, seen);
            } catch (NullclineException e) {
                if (seen.add(e.getMessage())) {
                    String sentence = e.getMessage().startsWith("Step '") ? e.getMessage() : "Step '" + step.getId() + "': " + e.getMessage();
                    problems.add(new Problem(Severity.ERROR, Kind.INVALID, step.getId(), place(sentence), sentence));
                }
            }
        }
    }

    private static void checkSeeds(org.nullcline.model.Step step, Map<SweepPath, String> values, Set<String> seen) {
        String seed = values.get(new SweepPath.OfStepSeed(step.getId()));
        if (seed != null && !seed.strip().matches("[-+]?[0-9]{1,18}") && seen.add(seed)) {
            throw NullclineException.invalid("Step '" + step.getId() + "': the seed must be a whole number, not '" + seed + "'.");
        }
    }

    private Step instance(Descriptor descriptor) {
        Step known = instances.get(descriptor.id());
        if (known == null) {
            known = contributions.create(descriptor, Step.class);
            instances.put(descriptor.id(), known);
        }
        return known;
    }

    private void checkFiles(String step, String name, StepSettings settings, Set<String> seen) {
        settings.parameters().declarations().values().stream()
                .filter(d -> d.name().equals(name) && d.type() == ParameterType.FILE && settings.parameters().has(name))
                .forEach(d -> checkFile(step, name, settings.parameters().text(name), seen));
    }

    private void checkFile(String step, String name, String text, Set<String> seen) {
        String owner = step + "." + name;
        try {
            for (Path file : FileHashes.paths(owner, text, base)) {
                if (!Files.isReadable(file) && seen.add(file.toString())) {
                    problems.add(new Problem(Severity.ERROR, Kind.INPUT, step, name, Files.exists(file)
                            ? "The file " + file + ", which " + owner + " names, may not be read; change its permissions."
                            : "There is no file " + file + ", which " + owner + " names; check the name and the folder."));
                }
            }
        } catch (NullclineException | InvalidPathException e) {
            if (seen.add(text)) {
                problems.add(new Problem(Severity.ERROR, Kind.INPUT, step, name, e.getMessage()));
            }
        }
    }

    private static String place(String sentence) {
        Matcher matcher = PARAMETER.matcher(sentence);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static List<Map<SweepPath, String>> combinations(List<Axis> axes) {
        long count = 1;
        for (Axis axis : axes) {
            count = Math.min(MAX_COMBINATIONS + 1L, count * axis.size());
        }
        return count <= MAX_COMBINATIONS ? product(axes) : eachAlone(axes);
    }

    private static List<Map<SweepPath, String>> product(List<Axis> axes) {
        List<Map<SweepPath, String>> combinations = List.of(Map.of());
        for (Axis axis : axes) {
            List<Map<SweepPath, String>> longer = new ArrayList<>();
            for (Map<SweepPath, String> combination : combinations) {
                for (Map<SweepPath, String> point : axis.points()) {
                    Map<SweepPath, String> joined = new HashMap<>(combination);
                    joined.putAll(point);
                    longer.add(joined);
                }
            }
            combinations = longer;
        }
        return combinations;
    }

    /** Every value of each axis, the others at their first values. */
    private static List<Map<SweepPath, String>> eachAlone(List<Axis> axes) {
        Map<SweepPath, String> first = new HashMap<>();
        axes.forEach(axis -> first.putAll(axis.points().getFirst()));
        List<Map<SweepPath, String>> combinations = new ArrayList<>();
        for (Axis axis : axes) {
            for (Map<SweepPath, String> point : axis.points()) {
                Map<SweepPath, String> joined = new HashMap<>(first);
                joined.putAll(point);
                combinations.add(joined);
            }
        }
        return combinations;
    }
}
