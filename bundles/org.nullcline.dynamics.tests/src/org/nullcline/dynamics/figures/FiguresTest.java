// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.figures;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nullcline.api.contribution.ExtensionPoint;
import org.nullcline.api.figure.Figure;
import org.nullcline.api.figure.FigureSource;
import org.nullcline.api.figure.Panel;
import org.nullcline.api.figure.Series;
import org.nullcline.api.value.Kinds;
import org.nullcline.api.value.Trajectories;
import org.nullcline.api.value.Trials;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.compute.random.RandomStream;
import org.nullcline.dynamics.TestContext;
import org.nullcline.dynamics.TestContributions;
import org.nullcline.dynamics.TestRecordings;

class FiguresTest {

    private static final Value LORENZ = Value.of(Kinds.SYSTEM).attribute("system", "org.nullcline.lorenz").build();

    @TempDir
    Path folder;

    private static List<Figure> draw(Value value) {
        TestContributions all = new TestContributions();
        return all.list(ExtensionPoint.FIGURES).stream()
                .filter(d -> d.attribute("kind", "").equals(value.kind()) && all.className(d).startsWith("org.nullcline.dynamics"))
                .flatMap(d -> all.create(d, FigureSource.class).draw("it", value).stream()).toList();
    }

    private Map<String, Value> run(String step, Map<String, Value> inputs, String... settings) {
        return new TestContext(folder.resolve("t" + System.nanoTime()), 2).run(step, inputs, settings);
    }

    private static Figure figure(List<Figure> figures, String id) {
        return figures.stream().filter(f -> f.id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void fitWithAScheduleShowsItsLearningRate() {
        Value model = run("fit", Map.of("recording", TestRecordings.lorenz(20, 8, 4)), "encoderSize", "4", "epochs", "5",
                "schedule", "step", "scheduleEpochs", "2", "learningRate", "0.01").get("model");
        Panel.Plot panel = (Panel.Plot) figure(draw(model), "learning").panels().getLast();
        assertEquals("Learning rate", panel.title());
        assertArrayEquals(new double[] {0.01, 0.01, 0.005, 0.005, 0.0025}, ((Series.Line) panel.series().getFirst()).y(), 1e-15);
    }

    @Test
    void fitShowsLearningCurvesTrajectoriesAndExamples() {
        Map<String, Value> fit = run("fit", Map.of("recording", TestRecordings.lorenz(20, 10, 6)), "latentSize", "5", "encoderSize", "6", "epochs", "3",
                "seed", "1");
        Figure learning = figure(draw(fit.get("model")), "learning");
        assertEquals(2, learning.panels().size());
        Series.Line train = (Series.Line) ((Panel.Plot) learning.panels().getFirst()).series().getFirst();
        assertEquals(3, train.x().length);
        assertEquals(1, train.x()[0]);
        List<Figure> figures = draw(fit.get("trajectories"));
        Panel.Space space = assertInstanceOf(Panel.Space.class, figure(figures, "trajectories").panels().getFirst());
        assertEquals(20, space.curves().size());
        assertTrue(space.axes().getFirst().startsWith("PC1"));
        assertEquals(4, figure(figures, "examples").panels().size());
    }

    @Test
    void statesOfFewDimensionsAreDrawnInThePlaneOrOverTime() {
        for (int n = 1; n <= 3; n++) {
            Value value = Trajectories.builder(NdArrays.of(RandomStream.of(1).normals(20 * n), 20, n), Trials.equal(2, 10)).build();
            Panel panel = draw(value).getFirst().panels().getFirst();
            assertEquals(n == 3, panel instanceof Panel.Space);
        }
    }

    @Test
    void fixedPointsAreDrawnByStabilityWithTheirSpectra() {
        List<Figure> figures = draw(run("fixed-points", Map.of("system", LORENZ), "starts", "60").get("points"));
        Panel.Space space = (Panel.Space) figure(figures, "fixed-points").panels().getFirst();
        assertEquals(List.of("1 unstable", "2 unstable"), space.points().stream().map(Panel.Cloud::name).toList());
        assertFalse(space.curves().isEmpty());
        Panel.Plot spectra = (Panel.Plot) figure(figures, "spectra").panels().getFirst();
        assertTrue(spectra.equalAspect());
        assertInstanceOf(Series.Reference.class, spectra.series().getFirst());
        assertEquals(3, ((Panel.Table) figure(figures, "fixed-point-table").panels().getFirst()).rows().size());
    }

    @Test
    void spectraOfAMapShowTheUnitCircle() {
        Value model = run("fit", Map.of("recording", TestRecordings.lorenz(20, 10, 6)), "latentSize", "2", "encoderSize", "6", "epochs", "1").get("model");
        Panel.Plot spectra = (Panel.Plot) figure(draw(run("fixed-points", Map.of("system", model), "starts", "20").get("points")), "spectra").panels()
                .getFirst();
        Series.Line circle = (Series.Line) spectra.series().getFirst();
        for (int i = 0; i < circle.x().length; i++) {
            assertEquals(1, Math.hypot(circle.x()[i], circle.y()[i]), 1e-12);
        }
    }

    @Test
    void flowFieldShowsArrowsAndBothNullclines() {
        Panel.Plot plot = (Panel.Plot) draw(run("flow-field", Map.of("system", LORENZ)).get("field")).getFirst().panels().getFirst();
        assertEquals(3, plot.series().size());
        Series.Arrows arrows = (Series.Arrows) plot.series().getFirst();
        assertEquals(441, arrows.x().length);
        double cell = 2 * (plot.x().max() - plot.x().min()) / 40;
        for (int i = 0; i < arrows.dx().length; i++) {
            assertTrue(Math.abs(arrows.dx()[i]) <= cell);
        }
    }

    @Test
    void lyapunovSpectrumShowsExponentsAndTheirConvergence() {
        Figure figure = draw(run("lyapunov", Map.of("system", LORENZ), "time", "20").get("spectrum")).getFirst();
        assertEquals(2, figure.panels().size());
        assertTrue(figure.caption().contains("Kaplan–Yorke"));
    }
}
