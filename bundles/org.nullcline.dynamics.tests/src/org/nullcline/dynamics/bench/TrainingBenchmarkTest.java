// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.nullcline.api.step.Progress;
import org.nullcline.dynamics.TestContributions;

class TrainingBenchmarkTest {

    @Test
    void everyCaseRunsAndReportsItsRuns() {
        for (TrainingBenchmark.Case each : TrainingBenchmark.cases()) {
            TrainingBenchmark.Case small = new TrainingBenchmark.Case(each.kind(), 2, 3, 5);
            TrainingBenchmark.Measurement measured = TrainingBenchmark.measure(small, 1, 0.01, new TestContributions(), Progress.NONE);
            assertTrue(measured.runs() >= 3);
            assertTrue(measured.minMs() > 0 && measured.minMs() <= measured.medianMs());
            assertEquals(small.name(), measured.name());
        }
    }

    @Test
    void namesAreThoseOfTheYardstick() {
        assertEquals("gru latent 25 neurons 10 batch 650", TrainingBenchmark.cases().getFirst().name());
        assertEquals(6, TrainingBenchmark.cases().size());
    }
}
