// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;

import org.nullcline.engine.plan.FileDigest;
import org.nullcline.engine.plan.Plan;
import org.nullcline.engine.plan.Plan.PlannedStep;
import org.nullcline.engine.plan.Task;
import org.nullcline.engine.store.Store;

/**
 * Why a task would run, or why not.
 *
 * @param task the task
 * @param cached whether its result is in the store
 * @param reasons what changed since the run compared with; empty for cached tasks
 */
public record Explanation(Task task, boolean cached, List<String> reasons) {

    /** Explains all tasks of a plan against the plan of an earlier run. */
    public static List<Explanation> of(Plan plan, Store store, Optional<Plan> earlier) {
        Map<Integer, Task> former = earlier.map(old -> pair(plan, old)).orElseGet(Map::of);
        List<Explanation> explanations = new ArrayList<>();
        for (Task task : plan.tasks()) {
            boolean cached = store.has(task.key());
            explanations.add(new Explanation(task, cached, cached ? List.of() : reasons(task, former.get(task.index()), earlier.isPresent())));
        }
        return explanations;
    }

    /** For each task, by index, the one that stood at the same point of the same step. */
    private static Map<Integer, Task> pair(Plan plan, Plan old) {
        Map<Integer, Task> pairs = new HashMap<>();
        for (PlannedStep step : plan.steps()) {
            Optional<PlannedStep> before = old.step(step.id());
            if (before.isEmpty()) {
                continue;
            }
            for (int point = 0; point < step.tasks().length; point++) {
                int task = step.tasks()[point];
                Optional<Task> same = before.get().tasks().length == 1 ? Optional.of(old.tasks().get(before.get().tasks()[0]))
                        : old.at(step.id(), plan.coordinates(step, point));
                same.ifPresent(other -> pairs.putIfAbsent(task, other));
            }
        }
        return pairs;
    }

    private static List<String> reasons(Task task, Task former, boolean compared) {
        if (former == null) {
            return List.of(compared ? "it was not part of that run" : "there is no earlier run");
        }
        if (former.key().equals(task.key())) {
            return List.of("nothing changed, but its result is not in the store");
        }
        List<String> reasons = new ArrayList<>();
        changed(reasons, "contribution", former.contribution(), task.contribution());
        changed(reasons, "version of " + task.contribution(), former.version(), task.version());
        compare(reasons, "", former.parameters(), task.parameters(), task.files());
        compare(reasons, "version of ", former.chosen(), task.chosen(), task.files());
        task.files().forEach((name, digests) -> {
            List<FileDigest> before = former.files().getOrDefault(name, List.of());
            if (!before.stream().map(FileDigest::sha256).toList().equals(digests.stream().map(FileDigest::sha256).toList())) {
                reasons.add("the content of the file " + name + " changed");
            } else if (!before.stream().map(FileDigest::selector).toList().equals(digests.stream().map(FileDigest::selector).toList())) {
                reasons.add("another part of the file " + name + " is read");
            }
        });
        changed(reasons, "seed", String.valueOf(former.seed()), String.valueOf(task.seed()));
        compareInputs(reasons, former, task);
        return reasons.isEmpty() ? List.of("the layout of results changed with the version of the program") : reasons;
    }

    private static void compare(List<String> reasons, String what, SortedMap<String, String> before, SortedMap<String, String> now,
            SortedMap<String, List<FileDigest>> files) {
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(now.keySet());
        names.removeAll(files.keySet());
        for (String name : names) {
            changed(reasons, what + name, before.getOrDefault(name, "not set"), now.getOrDefault(name, "not set"));
        }
    }

    private static void changed(List<String> reasons, String what, String before, String now) {
        if (!Objects.equals(before, now)) {
            reasons.add(what + ": " + (before.isEmpty() ? "not set" : before) + " → " + (now.isEmpty() ? "not set" : now));
        }
    }

    private static void compareInputs(List<String> reasons, Task former, Task task) {
        TreeSet<String> ports = new TreeSet<>();
        former.inputs().forEach(i -> ports.add(i.port()));
        task.inputs().forEach(i -> ports.add(i.port()));
        for (String port : ports) {
            List<String> before = former.inputs().stream().filter(i -> i.port().equals(port)).map(i -> i.key() + i.output() + i.label()).toList();
            List<String> now = task.inputs().stream().filter(i -> i.port().equals(port)).map(i -> i.key() + i.output() + i.label()).toList();
            if (before.size() != now.size()) {
                reasons.add("the input " + port + " gets " + now.size() + " values instead of " + before.size());
            } else if (!before.equals(now)) {
                reasons.add("what arrives at the input " + port + " changed");
            }
        }
    }
}
