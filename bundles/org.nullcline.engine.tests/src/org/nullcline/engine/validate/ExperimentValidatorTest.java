// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.validate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nullcline.engine.steps.Engines.axis;
import static org.nullcline.engine.steps.Engines.gather;
import static org.nullcline.engine.steps.Engines.link;
import static org.nullcline.engine.steps.Engines.step;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.nullcline.api.NullclineException;
import org.nullcline.api.NullclineException.Kind;
import org.nullcline.engine.steps.Engines;
import org.nullcline.model.Experiment;
import org.nullcline.model.ExperimentFactory;
import org.nullcline.model.Experiments;
import org.nullcline.model.Link;

class ExperimentValidatorTest {

    private final Experiment experiment = Experiments.create("test");

    private List<Problem> problems() {
        return new ExperimentValidator(Engines.contributions()).validate(experiment, Path.of(""));
    }

    /** Asserts that there is exactly one error, and that its sentence holds these words. */
    private Problem onlyError(String... words) {
        List<Problem> errors = problems().stream().filter(Problem::error).toList();
        assertEquals(1, errors.size(), errors.toString());
        for (String word : words) {
            assertTrue(errors.getFirst().sentence().contains(word), errors.getFirst().sentence());
        }
        assertTrue(errors.getFirst().sentence().matches("(?s).*[.?]$"), errors.getFirst().sentence());
        return errors.getFirst();
    }

    private void chain() {
        step(experiment, "a", "number");
        step(experiment, "b", "single");
        link(experiment, "a", "b", "values");
    }

    @Test
    void validExperimentHasNoProblems() {
        chain();
        assertEquals(List.of(), problems());
    }

    @Test
    void missingPluginIsNamed() {
        var step = Experiments.addStep(experiment, "org.otherlab.magic", "2.0.0");
        step.setPlugin("org.otherlab.plugin");
        assertEquals("magic", onlyError("org.otherlab.magic", "org.otherlab.plugin", "install").step());
        step.setEnabled(false);
        assertTrue(problems().stream().noneMatch(Problem::error), "a disabled step may be missing");
    }

    @Test
    void badParameterIsToldWithItsRange() {
        step(experiment, "a", "number", "value", "2000");
        Problem problem = onlyError("'a'", "value", "2000", "between -1000 and 1000");
        assertEquals("a", problem.step());
        assertEquals("value", problem.place());
    }

    @Test
    void unknownParameterIsTold() {
        step(experiment, "a", "number", "valu", "2");
        onlyError("'valu'", "value");
    }

    @Test
    void badValueOfASweepIsTold() {
        step(experiment, "a", "number");
        axis(experiment, "v", "a.value", "1", "2", "many");
        onlyError("'many'", "value");
    }

    @Test
    void parametersThatExcludeEachOtherAreTold() {
        step(experiment, "a", "picky", "right", "true");
        assertEquals("left", onlyError("'left'", "excludes", "'a'").place());
    }

    @Test
    void classThatIsMissingIsTold() {
        step(experiment, "a", "absent");
        onlyError("NoSuchStep", "plug-in");
    }

    @Test
    void unconnectedInputIsTold() {
        step(experiment, "b", "single");
        Problem problem = onlyError("'values'", "not connected", "matrix");
        assertEquals("values", problem.place());
    }

    @Test
    void optionalInputMayStayUnconnected() {
        step(experiment, "a", "number");
        step(experiment, "s", "sum");
        link(experiment, "a", "s", "values");
        assertEquals(List.of(), problems());
    }

    @Test
    void severalLinksIntoASingleInputAreTold() {
        chain();
        step(experiment, "c", "number", "value", "9");
        link(experiment, "c", "b", "values");
        onlyError("takes one value but has 2 links");
    }

    @Test
    void gatheringIntoASingleInputIsTold() {
        step(experiment, "a", "number");
        step(experiment, "b", "single");
        gather(experiment, "a", "b", "values");
        onlyError("takes one value", "gather");
    }

    @Test
    void outputConnectedTwiceIsTold() {
        step(experiment, "a", "number");
        step(experiment, "s", "sum");
        rawLink("a", "value", "s", "values");
        rawLink("a", "value", "s", "values");
        onlyError("connected twice");
    }

    private Link rawLink(String source, String output, String target, String input) {
        Link link = ExperimentFactory.eINSTANCE.createLink();
        link.setSource(source);
        link.setOutput(output);
        link.setTarget(target);
        link.setInput(input);
        experiment.getLinks().add(link);
        return link;
    }

    @Test
    void kindsThatDoNotFitAreTold() {
        step(experiment, "a", "other-kind");
        step(experiment, "b", "single");
        rawLink("a", "value", "b", "values");
        onlyError("takes matrix", "is a scores");
    }

    @Test
    void unknownPortsAreToldWithTheKnownOnes() {
        chain();
        rawLink("a", "valve", "b", "values").setInput("vanes");
        List<String> sentences = problems().stream().map(Problem::sentence).toList();
        assertTrue(sentences.stream().anyMatch(s -> s.contains("'valve'") && s.contains("value")), sentences.toString());
        assertTrue(sentences.stream().anyMatch(s -> s.contains("'vanes'") && s.contains("values")), sentences.toString());
    }

    @Test
    void linkWithoutStepAtItsEndIsTold() {
        step(experiment, "a", "number");
        rawLink("a", "value", "ghost", "values");
        onlyError("'ghost'");
    }

    @Test
    void cycleIsToldWithItsSteps() {
        step(experiment, "one", "single");
        step(experiment, "two", "single");
        link(experiment, "one", "two", "values");
        link(experiment, "two", "one", "values");
        onlyError("one", "two", "wait for each other");
    }

    @Test
    void duplicateAndIllegalIdsAreTold() {
        step(experiment, "a", "number");
        step(experiment, "b", "number").setId("a");
        onlyError("'a'", "twice");
        experiment.getSteps().get(1).setId("1 b");
        onlyError("'1 b'", "letter");
    }

    @Test
    void emptyAxisIsTold() {
        step(experiment, "a", "number");
        axis(experiment, "v", "a.value");
        onlyError("v", "empty");
    }

    @Test
    void axesThatVaryTheSameThingAreTold() {
        step(experiment, "a", "number");
        axis(experiment, "v", "a.value", "1");
        axis(experiment, "w", "a.value", "2");
        onlyError("'v'", "'w'", "same thing");
    }

    @Test
    void axisOfAMissingStepIsTold() {
        step(experiment, "a", "number");
        axis(experiment, "v", "ghost.value", "1");
        onlyError("'v'", "'ghost'");
    }

    @Test
    void gatheringOverAMissingAxisIsTold() {
        step(experiment, "a", "number");
        step(experiment, "s", "sum");
        gather(experiment, "a", "s", "values", "nothing");
        onlyError("'nothing'");
    }

    @Test
    void missingFileIsUnreadableInput() {
        step(experiment, "a", "file", "file", "no/such/file.npy");
        Problem problem = onlyError("no/such/file.npy", "a.file");
        assertEquals(Kind.INPUT, problem.kind());
        var failure = assertThrows(NullclineException.class, () -> ExperimentValidator.requireValid(problems()));
        assertEquals(Kind.INPUT, failure.kind(), "scripts tell unreadable inputs from invalid experiments");
    }

    @Test
    void otherErrorsBesideAMissingFileMakeTheExperimentInvalid() {
        step(experiment, "a", "file", "file", "no/such/file.npy");
        step(experiment, "b", "single");
        var failure = assertThrows(NullclineException.class, () -> ExperimentValidator.requireValid(problems()));
        assertEquals(Kind.INVALID, failure.kind());
        assertTrue(failure.getMessage().contains("1 more"), failure.getMessage());
    }

    @Test
    void deprecatedStepIsAWarningWithItsReplacement() {
        step(experiment, "a", "old");
        List<Problem> problems = problems();
        assertEquals(1, problems.size());
        assertTrue(!problems.getFirst().error() && problems.getFirst().sentence().contains("org.nullcline.test.number"), problems.toString());
    }

    @Test
    void whatIsLeftOutWithADisabledStepIsAWarning() {
        chain();
        experiment.step("a").setEnabled(false);
        assertTrue(problems().stream().anyMatch(p -> !p.error() && p.step().equals("b") && p.sentence().contains("left out")));
    }

    @Test
    void emptyExperimentIsAWarning() {
        assertEquals(1, problems().size());
        assertTrue(!problems().getFirst().error());
    }

    @Test
    void figureOfNothingIsAWarning() {
        chain();
        var figure = ExperimentFactory.eINSTANCE.createFigureRequest();
        figure.setId("f");
        figure.setSource("b");
        figure.setOutput("nothing");
        experiment.getFigures().add(figure);
        assertTrue(problems().stream().anyMatch(p -> !p.error() && p.sentence().contains("'nothing'")));
    }

    @Test
    void nestedParameterThatNoChoiceHasIsTold() {
        step(experiment, "a", "number", "flavour.salt", "9");
        axis(experiment, "flavour", "a.flavour", "sweet", "sour");
        List<Problem> errors = problems().stream().filter(Problem::error).toList();
        assertTrue(!errors.isEmpty() && errors.getFirst().sentence().contains("salt"), errors.toString());
    }

    @Test
    void seedThatIsNoNumberIsTold() {
        step(experiment, "a", "number");
        axis(experiment, "seed", "a@seed", "1", "x");
        onlyError("seed", "'x'");
    }

    @Test
    void sentencesNeverSpeakOfNull() {
        experiment.getLinks().add(ExperimentFactory.eINSTANCE.createLink());
        experiment.getSteps().add(ExperimentFactory.eINSTANCE.createStep());
        experiment.getAxes().add(ExperimentFactory.eINSTANCE.createSweepAxis());
        List<String> sentences = problems().stream().map(Problem::sentence).toList();
        assertTrue(sentences.size() >= 3, sentences.toString());
        sentences.forEach(s -> assertTrue(Arrays.stream(s.split("\\W+")).noneMatch("null"::equals), s));
    }
}
