// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nullcline.engine.steps.Engines.axis;
import static org.nullcline.engine.steps.Engines.step;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nullcline.api.step.Progress;
import org.nullcline.engine.plan.Plan;
import org.nullcline.engine.plan.Task;
import org.nullcline.engine.report.ExpectedScore.Verdict;
import org.nullcline.engine.steps.Engines;
import org.nullcline.engine.store.Store;
import org.nullcline.engine.task.TaskOrder;
import org.nullcline.engine.task.TaskRunner;
import org.nullcline.engine.validate.ExperimentValidator;
import org.nullcline.model.Expectation;
import org.nullcline.model.Experiment;
import org.nullcline.model.ExperimentFactory;
import org.nullcline.model.Experiments;
import org.nullcline.model.SweepAxis;

class ExpectedScoreTest {

    @TempDir
    Path folder;
    private Experiment experiment;

    @BeforeEach
    void scoresOfFourNumbersUnderTwoNames() {
        experiment = Experiments.create("expectations");
        step(experiment, "scored", "scored");
        SweepAxis both = ExperimentFactory.eINSTANCE.createSweepAxis();
        both.setId("model");
        both.setKind("zip");
        both.getValues().addAll(List.of("low", "high"));
        both.getAxes().add(axis(experiment, "value", "scored.value", "2", "10"));
        experiment.getAxes().add(both);
        axis(experiment, "noise", "scored.noise", "0", "1");
    }

    private Expectation expect(String score, String summary, String... where) {
        Expectation expectation = ExperimentFactory.eINSTANCE.createExpectation();
        expectation.setId("e" + experiment.getExpectations().size());
        expectation.setSource("scored");
        expectation.setOutput("scores");
        expectation.setScore(score);
        expectation.setSummary(summary);
        expectation.getWhere().addAll(Arrays.asList(where));
        experiment.getExpectations().add(expectation);
        return expectation;
    }

    private List<ExpectedScore> found(boolean done) {
        Plan plan = Engines.plan(experiment);
        Store store = Store.open(folder);
        if (done) {
            for (Task task : plan.tasks()) {
                new TaskRunner(store, Engines.contributions()).run(TaskOrder.of(task), Progress.NONE, folder.resolve("scratch"), 1);
            }
        }
        return ExpectedScore.of(experiment, plan, store);
    }

    @Test
    void conditionsChooseTheRowsThatCount() {
        expect("number", "mean", "model=high", "row=whole");
        expect("number", "mean", "noise=1.0", "model=high", "row=half");
        expect("number", "mean", "row=whole");
        expect("number", "max");
        expect("number", "min", "noise=1");
        expect("number", "median", "model=low");
        assertEquals(List.of(10.0, 5.0, 6.0, 10.0, 1.0, 1.5), found(true).stream().map(ExpectedScore::value).toList());
        assertEquals(2, found(true).getFirst().values().size(), "one for each point of the other axis");
    }

    @Test
    void whatIsNotThereYetIsOpenAndWhatIsNotSweptIsLeftOut() {
        expect("number", "mean").setPublished(3.0);
        expect("missing", "mean");
        expect("number", "mean", "model=other");
        assertEquals(Verdict.OPEN, found(false).getFirst().verdict());
        assertEquals(List.of(Verdict.SHOWN, Verdict.OPEN), found(true).stream().map(ExpectedScore::verdict).toList());
    }

    @Test
    void boundsDecideAndIncludeTheirEnds() {
        Expectation expectation = expect("number", "mean", "row=whole", "model=low");
        expectation.setAtLeast(2.0);
        assertEquals(Verdict.MET, found(true).getFirst().verdict());
        expectation.setAtMost(1.9);
        assertEquals(Verdict.MISSED, found(true).getFirst().verdict());
        expectation.setAtLeast(null);
        expectation.setAtMost(2.0);
        assertEquals(Verdict.MET, found(true).getFirst().verdict());
        assertEquals("≤ 2", found(true).getFirst().bounds());
    }

    @Test
    void spreadIsTheStandardDeviation() {
        expect("number", "mean", "row=whole");
        assertEquals(Math.sqrt(4 * 16 / 3.0), found(true).getFirst().spread(), 1e-12, "numbers 2, 2, 10, 10");
    }

    @Test
    void expectationsThatLeadNowhereAreWarnedOf() {
        expect("number", "average", "size=3").setOutput("value");
        expect("number", "mean").setSource("nothing");
        var sentences = new ExperimentValidator(Engines.contributions()).validate(experiment, folder).stream().map(p -> p.sentence()).toList();
        for (String part : List.of("yields no scores", "has the summary 'average'", "names no sweep axis", "which does not exist", "gives no number")) {
            assertTrue(sentences.stream().anyMatch(s -> s.contains(part)), part + " in " + sentences);
        }
    }
}
