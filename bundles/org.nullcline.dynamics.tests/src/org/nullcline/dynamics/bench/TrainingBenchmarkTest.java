// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nullcline.api.benchmark.Benchmark;
import org.nullcline.api.benchmark.BenchmarkCase;
import org.nullcline.api.contribution.ExtensionPoint;
import org.nullcline.dynamics.TestContext;
import org.nullcline.dynamics.TestContributions;

class TrainingBenchmarkTest {

    @TempDir
    Path folder;

    private static ModelCase small(ModelCase c) {
        return new ModelCase(c.kind(), c.architecture(), c.settings(), c.solver(), 2, 3, 5);
    }

    @Test
    void everyCaseCanBePreparedAndRepeated() {
        TestContext context = new TestContext(folder, 2);
        List<BenchmarkCase> cases = new TrainingBenchmark(0, TrainingBenchmark.models().stream().map(TrainingBenchmarkTest::small).toList()).cases();
        assertEquals(2 * TrainingBenchmark.models().size(), cases.size());
        for (BenchmarkCase each : cases) {
            try (BenchmarkCase.Work work = each.preparation().prepare(context)) {
                work.run();
            }
        }
        for (BenchmarkCase each : new RolloutBenchmark(0, 3).cases()) {
            try (BenchmarkCase.Work work = each.preparation().prepare(context)) {
                work.run();
            }
        }
    }

    @Test
    void deepFieldsHaveTheLayersTheirNameSays() {
        ModelCase two = ModelCase.deep(2, 3, 30, 100);
        ModelCase six = ModelCase.deep(6, 3, 30, 100);
        int difference = six.model(new TestContributions()).weights().size() - two.model(new TestContributions()).weights().size();
        assertEquals(4 * (128 * 128 + 128), difference, "four more layers of 128 × 128 weights and 128 biases");
        assertNotEquals(two.name(), six.name());
    }

    @Test
    void namesAreThoseOfTheYardstick() {
        List<String> names = new TrainingBenchmark().cases().stream().map(BenchmarkCase::name).toList();
        assertEquals(List.of("gru latent 25 neurons 10 batch 650", "gru latent 3 neurons 10 batch 650", "node-tsit5 latent 3 neurons 10 batch 650",
                "node-euler latent 3 neurons 10 batch 650", "node-tsit5 latent 10 neurons 100 batch 650", "node-tsit5 latent 3 neurons 30 batch 100",
                "node-tsit5-bins latent 3 neurons 10 batch 650"), names.subList(0, 7));
        assertEquals(names.size(), new HashSet<>(names).size(), "names are unique");
    }

    @Test
    void bothBenchmarksAreContributions() {
        TestContributions contributions = new TestContributions();
        for (String id : List.of("org.nullcline.benchmarks.training", "org.nullcline.benchmarks.rollout")) {
            assertFalse(contributions.create(contributions.find(ExtensionPoint.BENCHMARKS, id), Benchmark.class).cases().isEmpty(), id);
        }
    }
}
