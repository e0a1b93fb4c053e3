// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nullcline.engine.steps.Engines.axis;
import static org.nullcline.engine.steps.Engines.step;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nullcline.api.NullclineException;
import org.nullcline.engine.plan.Axis;
import org.nullcline.engine.registry.EngineContributions.TemplateDescriptor;
import org.nullcline.model.Expectation;
import org.nullcline.model.Experiment;
import org.nullcline.model.ExperimentFactory;
import org.nullcline.model.Experiments;
import org.nullcline.model.SweepAxis;

class SweepChoiceTest {

    private Experiment experiment;

    @BeforeEach
    void aSweepOverThreeAxes() {
        experiment = Experiments.create("sweep");
        step(experiment, "a", "number");
        step(experiment, "b", "number");
        SweepAxis zip = ExperimentFactory.eINSTANCE.createSweepAxis();
        zip.setId("model");
        zip.setKind("zip");
        zip.getValues().addAll(List.of("small", "middle", "large"));
        zip.getAxes().add(axis(experiment, "value", "a.value", "1", "2", "3"));
        zip.getAxes().add(axis(experiment, "noise", "a.noise", "0", "0", "0.5"));
        experiment.getAxes().add(zip);
        SweepAxis range = axis(experiment, "range", "b.value");
        range.setKind("range");
        range.setFrom("1");
        range.setTo("5");
        range.setStep("1");
    }

    private List<String> points(String id) {
        Axis axis = Axis.of(experiment.axis(id));
        return IntStream.range(0, axis.size()).mapToObj(i -> axis.points().get(i).values().toString()).toList();
    }

    @Test
    void namedPointsOfAZipStayWithTheirValuesInTheOrderOfTheAxis() {
        SweepChoice.keep(experiment, "model", "large, small");
        assertEquals(List.of("[1, 0]", "[3, 0.5]"), points("model"));
        assertEquals(List.of("small", "large"), experiment.axis("model").getValues());
    }

    @Test
    void aValueKeepsEveryPointThatHasIt() {
        SweepChoice.keep(experiment, "model", "0");
        assertEquals(List.of("small", "middle"), experiment.axis("model").getValues());
    }

    @Test
    void aRangeBecomesTheListOfWhatIsKept() {
        SweepChoice.keep(experiment, "range", "2.0,5");
        assertEquals(List.of("[2]", "[5]"), points("range"));
    }

    @Test
    void whatIsNotThereIsNamedWithWhatIs() {
        assertTrue(assertThrows(NullclineException.class, () -> SweepChoice.keep(experiment, "model", "huge")).getMessage().contains("small, middle, large"));
        assertTrue(assertThrows(NullclineException.class, () -> SweepChoice.keep(experiment, "size", "3")).getMessage().contains("model, range"));
        assertThrows(NullclineException.class, () -> SweepChoice.keep(experiment, "model", " , "));
    }

    @Test
    void aZipThatDoesNotNameAllItsPointsIsRefused() {
        experiment.axis("model").getValues().remove(0);
        assertTrue(assertThrows(NullclineException.class, () -> Axis.of(experiment.axis("model"))).getMessage().contains("names 2 points but has 3"));
    }

    @Test
    void theQuickVariantSetsNarrowsAndLoosens() {
        Expectation expectation = ExperimentFactory.eINSTANCE.createExpectation();
        expectation.setId("e");
        expectation.setAtLeast(0.9);
        experiment.getExpectations().add(expectation);
        QuickVariant.apply(experiment, template(Map.of("b.noise", "2", "axis/model", "middle", "@seed", "7", "expectation/e", "..0.5")));
        assertEquals("2", experiment.step("b").value("noise"));
        assertEquals(List.of("[2, 0]"), points("model"));
        assertEquals(7, experiment.getSeed());
        assertNull(expectation.getAtLeast());
        assertEquals(0.5, expectation.getAtMost());
    }

    @Test
    void aBrokenQuickSettingNamesTheTemplate() {
        for (String path : List.of("c.value", "axis/none", "expectation/none", "nonsense")) {
            String message = assertThrows(NullclineException.class, () -> QuickVariant.apply(experiment, template(Map.of(path, "1")))).getMessage();
            assertTrue(message.contains(path) && message.contains("org.lab.t"), message);
        }
    }

    private static TemplateDescriptor template(Map<String, String> quick) {
        return new TemplateDescriptor("org.lab.t", "T", "", "org.lab", "t.experiment", new LinkedHashMap<>(quick), List.of(), 1);
    }
}
