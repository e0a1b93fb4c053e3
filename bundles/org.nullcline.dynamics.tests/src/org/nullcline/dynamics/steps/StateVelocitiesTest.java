// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.steps;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nullcline.api.NullclineException;
import org.nullcline.api.value.Kinds;
import org.nullcline.api.value.Trajectories;
import org.nullcline.api.value.Trials;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.dynamics.TestContext;
import org.nullcline.dynamics.TestRecordings;

class StateVelocitiesTest {

    private static final Value LORENZ = Value.of(Kinds.SYSTEM).attribute("system", "org.nullcline.lorenz").build();

    @TempDir
    Path folder;

    private TestContext context() {
        return new TestContext(folder.resolve("task" + System.nanoTime()), 1);
    }

    @Test
    void velocitiesOfLorenzAreItsEquations() {
        Value states = Trajectories.builder(NdArrays.of(new double[][] {{1, 2, 3}, {-4, 0, 5}}), Trials.equal(2, 1)).build();
        Value field = context().run("state-velocities", Map.of("system", LORENZ, "trajectories", states)).get("trajectories");
        double[][] v = NdArrays.rows(field.array("velocity"));
        assertArrayEquals(new double[] {10, 1 * (28 - 3) - 2, 2 - 2.667 * 3}, v[0], 1e-5);
        assertArrayEquals(new double[] {40, -4 * (28 - 5), -2.667 * 5}, v[1], 1e-5);
        Value own = context().run("state-velocities", Map.of("system", LORENZ)).get("trajectories");
        assertTrue(own.named("velocity").size(0) > 100);
    }

    @Test
    void velocitiesOfAFittedMapAreItsStepsAlongItsOwnTrajectories() {
        Map<String, Value> fitted = context().run("fit", Map.of("recording", TestRecordings.lorenz(20, 10, 4)), "architecture", "gru", "encoderSize", "6",
                "epochs", "2", "batch", "7", "seed", "5");
        Value trajectories = fitted.get("trajectories");
        double[][] v = NdArrays.rows(context().run("state-velocities", Map.of("system", fitted.get("model"), "trajectories", trajectories)).get("trajectories")
                .array("velocity"));
        double[][] z = NdArrays.rows(trajectories.array(Trajectories.STATE));
        for (int d = 0; d < 3; d++) {
            // Single precision of the stored states.
            assertEquals(z[1][d] - z[0][d], v[0][d], 1e-4);
        }
    }

    @Test
    void statesOfAnotherSystemAreRefused() {
        Value plane = Trajectories.builder(NdArrays.of(new double[][] {{1, 2}, {2, 3}}), Trials.equal(2, 1)).build();
        String sentence = assertThrows(NullclineException.class, () -> context().run("state-velocities", Map.of("system", LORENZ, "trajectories", plane)))
                .getMessage();
        assertTrue(sentence.contains("3 state variables but the trajectories have 2"), sentence);
    }
}
