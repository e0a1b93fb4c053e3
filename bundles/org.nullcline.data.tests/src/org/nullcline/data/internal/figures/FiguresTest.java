// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.nullcline.api.contribution.Descriptor;
import org.nullcline.api.contribution.ExtensionPoint;
import org.nullcline.api.figure.Figure;
import org.nullcline.api.figure.FigureSource;
import org.nullcline.api.figure.Panel;
import org.nullcline.api.figure.Series;
import org.nullcline.api.value.Recording;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.data.Shared;
import org.nullcline.data.Steps;

class FiguresTest {

    private static List<Figure> draw(Value value) {
        Descriptor descriptor = Steps.CONTRIBUTIONS.list(ExtensionPoint.FIGURES).stream().filter(d -> d.attribute("kind", "").equals(value.kind())).findFirst()
                .orElseThrow();
        return Steps.CONTRIBUTIONS.create(descriptor, FigureSource.class).draw("value", value);
    }

    private static Figure figure(List<Figure> figures, String id) {
        return figures.stream().filter(f -> f.id().equals(id)).findFirst().orElseThrow(() -> new AssertionError("no figure " + id));
    }

    private static Value reaches() {
        Value whole = Steps.recording("load-recording", null, "file", Shared.data("chewie_demo.mat").toString(), "variable", "Ytr", "signal", "counts", "behaviour",
                "velocity=Xtr", "labels", "Ttr");
        return Steps.recording("cut-trials", whole, "length", "31");
    }

    @Test
    void aRecordingShowsItsActivityResponsesAndBehaviour() {
        List<Figure> figures = draw(reaches());
        Panel.HeatMap activity = (Panel.HeatMap) figure(figures, "activity").panels().getFirst();
        assertEquals(71, activity.values().length);
        assertEquals(31, activity.values()[0].length);
        assertEquals(6, figure(figures, "responses").panels().size());
        Panel.Plot velocity = (Panel.Plot) figure(figures, "behaviour-velocity").panels().getFirst();
        assertTrue(velocity.equalAspect());
        assertEquals(39, velocity.series().size());
        assertEquals(4, velocity.series().stream().filter(s -> !s.name().isEmpty()).count(), "each label once in the legend");
        Panel.Table table = (Panel.Table) figure(figures, "recording").panels().getFirst();
        assertTrue(table.rows().contains(List.of("bin width", "not known")), table.rows().toString());
    }

    @Test
    void responsesAreMeansOverTheTrialsOfALabel() {
        Value value = reaches();
        Panel.Plot response = (Panel.Plot) figure(draw(value), "responses").panels().getFirst();
        int channel = Integer.parseInt(response.title().replace("channel ", ""));
        Recording recording = Recording.of(value);
        double sum = 0;
        int trials = 0;
        for (int trial = 0; trial < recording.trials().count(); trial++) {
            if (recording.labels()[trial] == 2) {
                sum += NdArrays.rows(recording.activity(trial))[10][channel];
                trials++;
            }
        }
        Series.Line line = (Series.Line) response.series().stream().filter(s -> s.name().equals("2")).findFirst().orElseThrow();
        assertEquals(sum / trials, line.y()[10], 1e-12);
    }

    @Test
    void simulationsShowTheirStatesAndSystemsTheirAttractor() {
        var outputs = Steps.run("simulate", (Value) null, "trials", "5", "bins", "30");
        Panel.Space latents = (Panel.Space) figure(draw(outputs.get("recording")), "latents").panels().getFirst();
        assertEquals(5, latents.curves().size());
        Panel.Space attractor = (Panel.Space) figure(draw(outputs.get("system")), "attractor").panels().getFirst();
        assertEquals(4000, attractor.curves().getFirst().points().length);
        assertTrue(figure(draw(Steps.run("system", (Value) null, "system", "equations").get("system")), "attractor").panels().getFirst() instanceof Panel.Plot);
    }

    @Test
    void spikeTimesShowARaster() {
        Value spikes = Steps.run("load-spike-times", (Value) null, "file", Shared.golden("formats/mini_nwb_layout.nwb").toString()).get("spikes");
        Panel.Plot raster = (Panel.Plot) figure(draw(spikes), "raster").panels().getFirst();
        Series.Points points = (Series.Points) raster.series().getLast();
        assertEquals(5, points.x().length);
        assertEquals(1, points.y()[4]);
    }
}
