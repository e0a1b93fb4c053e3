// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nullcline.api.NullclineException;
import org.nullcline.api.dynamics.DynamicalSystem;
import org.nullcline.api.figure.Figure;
import org.nullcline.api.figure.Panel;
import org.nullcline.api.figure.Series;
import org.nullcline.api.value.Kinds;
import org.nullcline.api.value.Scores;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.compute.linalg.Matrix;
import org.nullcline.dynamics.TestContext;
import org.nullcline.dynamics.TestRecordings;
import org.nullcline.dynamics.analysis.SystemFamily;
import org.nullcline.dynamics.internal.figures.BranchFigures;

class ContinuationStepTest {

    private static final Value LORENZ = Value.of(Kinds.SYSTEM).attribute("system", "org.nullcline.lorenz").build();

    @TempDir
    Path folder;

    private TestContext context() {
        return new TestContext(folder.resolve("task" + System.nanoTime()), 2);
    }

    private Map<String, Value> lorenz() {
        return context().run("continuation", Map.of("system", LORENZ), "parameter", "rho", "from", "0", "to", "30", "seed", "1");
    }

    @Test
    void specialPointsOfLorenzAreRowsOfATable() {
        Scores scores = Scores.of(lorenz().get("scores"));
        // β is 2.667 here: σ(σ+β+3)/(σ−β−1).
        double hopf = 10 * 15.667 / 6.333;
        assertEquals(List.of("all", "branch point 1", "Hopf 1", "Hopf 2"), scores.rows());
        assertEquals(2, scores.table()[0][3]);
        assertEquals(1, scores.table()[1][0], 1e-6);
        assertEquals(hopf, scores.table()[2][0], 1e-5);
        assertEquals("rho", scores.columns().getFirst());
    }

    @Test
    void withoutSettingsTheFirstParameterGoesFromNothingToTwiceItsValue() {
        Value branches = context().run("continuation", Map.of("system", LORENZ), "seed", "1").get("branches");
        double[] parameter = NdArrays.doubles(branches.array("parameter"));
        assertEquals("rho", branches.text("parameter", ""));
        assertEquals(0, Arrays.stream(parameter).min().orElseThrow(), 1e-9);
        assertEquals(56, Arrays.stream(parameter).max().orElseThrow(), 1e-9);
    }

    @Test
    void theDiagramDrawsStableBranchesSolidAndMarksSpecialPoints() {
        List<Figure> figures = new BranchFigures().draw("Lorenz", lorenz().get("branches"));
        Panel.Plot plot = (Panel.Plot) figures.getFirst().panels().getFirst();
        assertEquals("rho", plot.x().label());
        for (Series series : plot.series()) {
            if (series instanceof Series.Line line) {
                assertEquals(!line.name().equals("stable"), line.dashed());
            }
        }
        assertEquals(1, plot.series().stream().filter(s -> s instanceof Series.Points p && p.name().equals("Hopf") && p.x().length == 2).count());
    }

    @Test
    void anInputOfATrainedNetworkIsAParameter() {
        Value model = context().run("train-network", Map.of(), "task", "flip-flop", "architecture", "rnn", "units", "4", "epochs", "3", "seed", "2").get("model");
        Value branches = context().run("continuation", Map.of("system", model), "parameter", "input.1", "from", "-1", "to", "1", "seed", "1").get("branches");
        double[] parameter = NdArrays.doubles(branches.array("parameter"));
        double[][] states = Matrix.of(branches.array("state")).toRows();
        assertTrue(parameter.length > 10);
        SystemFamily family = SystemFamily.of(model, "input.1", context().contributions());
        double[] next = new double[4];
        for (int i = 0; i < parameter.length; i++) {
            DynamicalSystem member = family.at(parameter[i]);
            member.evaluate(states[i], next);
            for (int d = 0; d < 4; d++) {
                assertEquals(states[i][d], next[d], 1e-9, "a fixed point of the network while the input is " + parameter[i]);
            }
        }
    }

    @Test
    void wrongParametersAreNamedWithTheRightOnes() {
        String message = assertThrows(NullclineException.class,
                () -> context().run("continuation", Map.of("system", LORENZ), "parameter", "r", "from", "0", "to", "1")).getMessage();
        assertTrue(message.contains("rho") && message.contains("'r'"), message);
        assertThrows(NullclineException.class, () -> context().run("continuation", Map.of("system", LORENZ), "parameter", "rho", "from", "2", "to", "1"));
        Value model = context().run("fit", Map.of("recording", TestRecordings.lorenz(12, 8, 4)), "architecture", "gru", "encoderSize", "4", "epochs", "1", "batch", "6",
                "seed", "5").get("model");
        assertTrue(assertThrows(NullclineException.class,
                () -> context().run("continuation", Map.of("system", model), "parameter", "input.0", "from", "0", "to", "1")).getMessage().contains("no inputs"));
    }
}
