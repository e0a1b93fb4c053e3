// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.plan;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nullcline.engine.steps.Engines.axis;
import static org.nullcline.engine.steps.Engines.gather;
import static org.nullcline.engine.steps.Engines.link;
import static org.nullcline.engine.steps.Engines.plan;
import static org.nullcline.engine.steps.Engines.step;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nullcline.api.NullclineException;
import org.nullcline.api.NullclineException.Kind;
import org.nullcline.engine.steps.Engines;
import org.nullcline.model.Experiment;
import org.nullcline.model.Experiments;

class PlannerTest {

    private static Experiment chain() {
        Experiment experiment = Experiments.create("chain");
        step(experiment, "a", "number", "value", "2");
        step(experiment, "b", "single", "factor", "3");
        link(experiment, "a", "b", "values");
        return experiment;
    }

    private static String key(Experiment experiment, String step) {
        Plan plan = plan(experiment);
        return plan.tasks().get(plan.step(step).orElseThrow().tasks()[0]).key();
    }

    private static String keyAfter(Consumer<Experiment> change) {
        Experiment experiment = chain();
        change.accept(experiment);
        return key(experiment, "b");
    }

    @Test
    void sameExperimentGivesSameKeys() {
        assertEquals(key(chain(), "b"), key(chain(), "b"));
    }

    @Test
    void keyChangesWithEveryIngredientUpstream() {
        String key = key(chain(), "b");
        assertAll(() -> assertNotEquals(key, keyAfter(e -> Experiments.set(e.step("b"), "factor", "4"))),
                () -> assertNotEquals(key, keyAfter(e -> Experiments.set(e.step("a"), "value", "5"))),
                () -> assertNotEquals(key, keyAfter(e -> e.setSeed(7))), () -> assertNotEquals(key, keyAfter(e -> e.step("a").setSeed(7L))),
                () -> assertNotEquals(key, keyAfter(e -> e.step("a").setContribution("org.nullcline.test.fixed"))),
                () -> assertNotEquals(key, keyAfter(e -> Experiments.set(e.step("a"), "flavour", "sweet"))));
    }

    @Test
    void keyIgnoresWhatCannotChangeTheResult() {
        String key = key(chain(), "b");
        assertAll(() -> assertEquals(key, keyAfter(e -> Experiments.set(e.step("b"), "factor", "3.0")), "another spelling of the same number"),
                () -> assertEquals(key, keyAfter(e -> Experiments.set(e.step("a"), "noise", "0")), "a default that is written down"),
                () -> assertEquals(key, keyAfter(e -> e.step("b").setLabel("Named")), "the name of a step with single inputs"),
                () -> assertEquals(key, keyAfter(e -> e.step("a").setX(300)), "the place on the canvas"),
                () -> assertEquals(key, keyAfter(e -> e.setName("other")), "the name of the experiment"),
                () -> assertEquals(key, keyAfter(e -> e.step("a").setContribution("number")), "the short id"));
    }

    @Test
    void nestedChoiceTakesPartInTheKeyWithItsVersionAndParameters() {
        Experiment experiment = chain();
        Experiments.set(experiment.step("a"), "flavour", "sweet");
        Task task = plan(experiment).tasks().getFirst();
        assertEquals("org.nullcline.test.sweet@1.0.0", task.chosen().get("flavour"));
        assertEquals("3", task.parameters().get("flavour.sugar"));
        String key = task.key();
        Experiments.set(experiment.step("a"), "flavour.sugar", "4");
        assertNotEquals(key, plan(experiment).tasks().getFirst().key());
    }

    @Test
    void deterministicStepIgnoresTheSeed() {
        Experiment experiment = Experiments.create("seeds");
        step(experiment, "a", "fixed");
        String key = key(experiment, "a");
        experiment.setSeed(99);
        assertEquals(key, key(experiment, "a"));
    }

    @Test
    void versionOfTheContributionTakesPartInTheKey() {
        Task task = plan(chain()).tasks().getFirst();
        Task newer = new Task(task.index(), "", task.step(), task.label(), task.coordinates(), task.contribution(), "1.0.1", task.bundle(), task.parameters(),
                task.chosen(), task.files(), task.inputs(), task.seed(), task.outputs()).keyed();
        assertNotEquals(task.key(), newer.key());
    }

    @Test
    void fileCountsByContentNotByNameOrTime(@TempDir Path folder) throws IOException {
        Path first = Files.writeString(folder.resolve("first.bin"), "content");
        Path second = Files.writeString(folder.resolve("second.bin"), "content");
        Path other = Files.writeString(folder.resolve("other.bin"), "Content");
        assertEquals(fileKey(first.toString()), fileKey(second.toString()));
        assertNotEquals(fileKey(first.toString()), fileKey(other.toString()));
        assertNotEquals(fileKey(first.toString()), fileKey(first + "#part"));
        String before = fileKey(first.toString());
        Files.writeString(first, "changed");
        assertNotEquals(before, fileKey(first.toString()));
    }

    private static String fileKey(String file) {
        Experiment experiment = Experiments.create("file");
        step(experiment, "a", "file", "file", file);
        return key(experiment, "a");
    }

    @Test
    void missingFileIsUnreadableInputNamedWithItsParameter() {
        Experiment experiment = Experiments.create("file");
        step(experiment, "a", "file", "file", "no-such-file.npy");
        var failure = assertThrows(NullclineException.class, () -> plan(experiment));
        assertEquals(Kind.INPUT, failure.kind());
        assertTrue(failure.getMessage().contains("no-such-file.npy") && failure.getMessage().contains("a.file"), failure.getMessage());
    }

    @Test
    void relativeFilesStartFromTheFolderOfTheExperiment(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("data.bin"), "x");
        Experiment experiment = Experiments.create("file");
        step(experiment, "a", "file", "file", "data.bin");
        Plan plan = new Planner(Engines.contributions()).plan(experiment, folder);
        assertEquals(folder.resolve("data.bin").toAbsolutePath().normalize().toString(), plan.tasks().getFirst().parameters().get("file"));
    }

    @Test
    void workThatSweepPointsShareIsOneTask() {
        Experiment experiment = chain();
        axis(experiment, "factor", "b.factor", "1", "2", "3");
        Plan plan = plan(experiment);
        assertEquals(4, plan.tasks().size(), "a once, b three times");
        axis(experiment, "value", "a.value", "5", "5", "6");
        assertEquals(2 + 6, plan(experiment).tasks().size(), "equal values of an axis are the same work");
    }

    @Test
    void equalStepsAreOneTask() {
        Experiment experiment = Experiments.create("twins");
        step(experiment, "a", "number", "value", "2");
        step(experiment, "b", "number", "value", "2.0");
        Plan plan = plan(experiment);
        assertEquals(1, plan.tasks().size());
        assertEquals(2, plan.occurrences());
    }

    @Test
    void gatheredValuesComeInTheOrderOfTheAxesAndCarryTheirNames() {
        Experiment experiment = Experiments.create("gather");
        step(experiment, "a", "number");
        step(experiment, "s", "sum");
        axis(experiment, "value", "a.value", "1", "2");
        axis(experiment, "flavour", "a.flavour", "org.nullcline.test.sweet", "sour");
        gather(experiment, "a", "s", "values", "flavour", "value");
        Plan plan = plan(experiment);
        Task sum = plan.tasks().get(plan.step("s").orElseThrow().tasks()[0]);
        assertEquals(List.of("sweet, value=1", "sweet, value=2", "sour, value=1", "sour, value=2"), sum.inputs().stream().map(Task.TaskInput::label).toList());
    }

    @Test
    void axisThatIsNotGatheredGivesOneListEach() {
        Experiment experiment = Experiments.create("partial");
        step(experiment, "a", "number");
        step(experiment, "s", "sum");
        axis(experiment, "value", "a.value", "1", "2", "3");
        axis(experiment, "noise", "a.noise", "0", "0.5");
        gather(experiment, "a", "s", "values", "value");
        Plan plan = plan(experiment);
        assertEquals(2, plan.step("s").orElseThrow().tasks().length);
        assertEquals(List.of("noise"), plan.step("s").orElseThrow().axes());
        for (int index : plan.step("s").orElseThrow().tasks()) {
            Task task = plan.tasks().get(index);
            assertEquals(3, task.inputs().size());
            task.inputs().forEach(input -> assertEquals(Double.parseDouble(task.coordinates().get("noise")),
                    Double.parseDouble(plan.tasks().get(input.task()).parameters().get("noise"))));
        }
    }

    @Test
    void nestedParameterAppliesToThoseChoicesThatHaveIt() {
        Experiment experiment = Experiments.create("nested");
        step(experiment, "a", "number", "flavour.sugar", "9");
        axis(experiment, "flavour", "a.flavour", "sweet", "sour");
        Plan plan = plan(experiment);
        assertEquals("9", plan.tasks().get(0).parameters().get("flavour.sugar"));
        assertEquals(null, plan.tasks().get(1).parameters().get("flavour.sugar"));
        assertEquals("0.5", plan.tasks().get(1).parameters().get("flavour.acid"));
    }

    @Test
    void seedsOfExperimentAndStepsCanBeSwept() {
        Experiment experiment = chain();
        axis(experiment, "seed", "@seed", "1", "2", "3");
        assertEquals(6, plan(experiment).tasks().size());
        experiment.step("a").setSeed(5L);
        assertEquals(1 + 3, plan(experiment).tasks().size(), "a step with its own seed does not follow the experiment's");
        Experiment other = chain();
        axis(other, "seed", "b@seed", "1", "2");
        assertEquals(3, plan(other).tasks().size());
    }

    @Test
    void contributionOfAStepCanBeSwept() {
        Experiment experiment = chain();
        axis(experiment, "which", "a@contribution", "number", "fixed");
        Plan plan = plan(experiment);
        assertEquals(List.of("org.nullcline.test.number", "org.nullcline.test.fixed"),
                plan.tasks().stream().filter(t -> t.step().equals("a")).map(Task::contribution).toList());
        assertEquals(4, plan.tasks().size());
    }

    @Test
    void disabledStepIsLeftOutWithWhatNeedsIt() {
        Experiment experiment = chain();
        step(experiment, "s", "sum");
        step(experiment, "c", "number", "value", "8");
        link(experiment, "b", "s", "offset");
        link(experiment, "c", "s", "values");
        experiment.step("a").setEnabled(false);
        Plan plan = plan(experiment);
        assertEquals(List.of("s", "c"), plan.steps().stream().map(Plan.PlannedStep::id).toList(), "s only lacks an optional input");
    }

    @Test
    void tasksComeAfterThoseThatTheyNeed() {
        Experiment experiment = Experiments.create("order");
        step(experiment, "last", "sum");
        step(experiment, "middle", "single");
        step(experiment, "first", "number");
        link(experiment, "middle", "last", "values");
        link(experiment, "first", "middle", "values");
        for (Task task : plan(experiment).tasks()) {
            task.inputs().forEach(input -> assertTrue(input.task() < task.index()));
        }
    }

    @Test
    void sweepThatNobodyCouldRunIsRefused() {
        Experiment experiment = Experiments.create("huge");
        step(experiment, "a", "number");
        for (String parameter : List.of("value", "noise")) {
            var axis = axis(experiment, parameter, "a." + parameter);
            axis.setKind("range");
            axis.setFrom("1");
            axis.setTo("1000");
            axis.setCount(parameter.equals("value") ? 1000 : 1100);
        }
        var failure = assertThrows(NullclineException.class, () -> plan(experiment));
        assertTrue(failure.getMessage().contains("1000000"), failure.getMessage());
    }

    @Test
    void seedOfATaskIsAFunctionOfRootSeedAndKey() {
        Experiment experiment = chain();
        Task one = plan(experiment).tasks().getFirst();
        assertEquals(one.taskSeed(), plan(chain()).tasks().getFirst().taskSeed());
        experiment.setSeed(1);
        assertNotEquals(one.taskSeed(), plan(experiment).tasks().getFirst().taskSeed());
    }

    @Test
    void taskIsFoundByItsCoordinates() {
        Experiment experiment = chain();
        axis(experiment, "factor", "b.factor", "1", "2", "3");
        Plan plan = plan(experiment);
        var coordinates = new TreeMap<>(Map.of("factor", "2"));
        assertEquals("2.0", plan.at("b", coordinates).orElseThrow().parameters().get("factor"));
        assertEquals("a", plan.at("a", coordinates).orElseThrow().step());
        assertTrue(plan.at("b", new TreeMap<>(Map.of("factor", "7"))).isEmpty());
    }
}
