// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nullcline.api.figure.Figure;
import org.nullcline.api.figure.Panel;
import org.nullcline.api.figure.Series;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.dynamics.TestContext;
import org.nullcline.dynamics.internal.figures.ModelFigures;
import org.nullcline.dynamics.internal.figures.TaskFigures;

class TaskFiguresTest {

    @TempDir
    Path folder;

    @Test
    void aNetworkShowsLossAccuracyAndItsOutputsBesideTheWantedOnes() {
        Map<String, Value> result = new TestContext(folder, 1).run("train-network", Map.of(), "units", "4", "bits", "2", "bins", "6", "epochs", "2",
                "stepsPerEpoch", "2", "batch", "4", "trials", "5", "seed", "1");
        List<Panel> learning = new ModelFigures().draw("net", result.get("model")).getFirst().panels();
        assertEquals(List.of("Loss", "Accuracy"), learning.stream().map(Panel::title).toList());
        assertEquals("mean squared error", assertInstanceOf(Panel.Plot.class, learning.getFirst()).y().label());
        Figure outputs = new TaskFigures().draw("net", result.get("trajectories")).getFirst();
        assertEquals(2, outputs.panels().size());
        List<Series> series = assertInstanceOf(Panel.Plot.class, outputs.panels().getFirst()).series();
        double[] wanted = assertInstanceOf(Series.Line.class, series.get(0)).y();
        double[] target = NdArrays.doubles(result.get("trajectories").array("target"));
        assertEquals(18, wanted.length, "three trials");
        for (int t = 0; t < wanted.length; t++) {
            assertEquals(target[2 * t], wanted[t], 0);
        }
    }

    @Test
    void otherTrajectoriesAreLeftToOtherFigures() {
        Value learning = new TestContext(folder, 1).run("train-network", Map.of(), "units", "4", "bits", "1", "bins", "6", "epochs", "1", "stepsPerEpoch",
                "1", "batch", "4", "trials", "5", "seed", "1").get("learning");
        assertTrue(new TaskFigures().draw("net", learning).isEmpty());
    }
}
