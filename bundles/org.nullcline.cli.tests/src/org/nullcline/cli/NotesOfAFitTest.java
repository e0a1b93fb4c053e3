// SPDX-License-Identifier: EPL-2.0
package org.nullcline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nullcline.model.Experiment;
import org.nullcline.model.Experiments;
import org.nullcline.model.Step;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** What a fit has to say about itself is found beside its results, not only in its log. */
class NotesOfAFitTest {

    private static final int SILENT = 2;

    @TempDir
    private Path folder;

    private Step step(Experiment experiment, String id, String... settings) {
        Step step = Experiments.addStep(experiment, "org.nullcline." + id, id.equals("load-recording") ? "1.1.0" : "1.0.0");
        step.setId(id);
        for (int i = 0; i < settings.length; i += 2) {
            Experiments.set(step, settings[i], settings[i + 1]);
        }
        return step;
    }

    /** Twenty trials of counts of four neurons, one of them silent. */
    private Path experiment() throws IOException {
        StringBuilder counts = new StringBuilder("a,b,c,d\n");
        for (int t = 0; t < 200; t++) {
            counts.append(t * 7 % 5).append(',').append(t * t % 3).append(",0,").append(t % 4).append('\n');
        }
        Files.writeString(folder.resolve("counts.csv"), counts);
        Experiment experiment = Experiments.create("One neuron is silent");
        Step load = step(experiment, "load-recording", "file", folder.resolve("counts.csv").toString(), "signal", "counts", "binWidth", "0.01");
        Step cut = step(experiment, "cut-trials", "by", "length", "length", "10");
        Step split = step(experiment, "split-trials");
        Step fit = step(experiment, "fit", "epochs", "2", "batch", "1000", "latentSize", "2");
        Experiments.connect(experiment, load, "recording", cut, "recording");
        Experiments.connect(experiment, cut, "recording", split, "recording");
        Experiments.connect(experiment, split, "recording", fit, "recording");
        Path file = folder.resolve("silent.experiment");
        Experiments.save(experiment, file);
        return file;
    }

    private static List<String> notes(JsonArray all, String step) {
        return all.asList().stream().map(JsonElement::getAsJsonObject).filter(entry -> entry.get("step").getAsString().equals(step))
                .flatMap(entry -> entry.getAsJsonArray("notes").asList().stream()).map(JsonElement::getAsString).toList();
    }

    @Test
    void silentNeuronAndCappedBatchAreInTheResultsAndInTheReport() throws IOException {
        Path file = experiment();
        Calls calls = new Calls(folder);
        JsonObject made = calls.call("run", file.toString(), "--workers", "1", "--json").exits(ExitCode.DONE).json();
        List<String> fit = notes(made.getAsJsonArray("notes"), "fit");
        assertTrue(fit.stream().anyMatch(n -> n.contains("without variance") && n.contains(" " + SILENT + ".")), fit.toString());
        assertTrue(fit.stream().anyMatch(n -> n.contains("A batch of 1000 trials is more than the 13 training trials")), fit.toString());
        List<String> loaded = notes(made.getAsJsonArray("notes"), "load-recording");
        assertTrue(loaded.getFirst().startsWith("1 of 4 channels never change (" + SILENT + ")"), loaded.toString());
        assertEquals(List.of(), notes(made.getAsJsonArray("notes"), "split-trials"), "it only hands on what was said of the recording");
        JsonObject again = calls.call("run", file.toString(), "--json", "--report", "report.html").exits(ExitCode.DONE).json();
        assertEquals(4, again.getAsJsonObject("tasks").get("cached").getAsInt());
        assertEquals(made.get("notes"), again.get("notes"), "a result that is used again says the same");
        assertEquals(made.get("notes"), calls.call("show", "last", "--json").exits(ExitCode.DONE).json().get("notes"));
        String shown = calls.call("show", "last").exits(ExitCode.DONE).out();
        String html = Files.readString(folder.resolve("report.html"));
        for (String note : fit) {
            assertTrue(shown.contains(note), shown);
            assertEquals(3, html.split(Pattern.quote("<li>" + note), -1).length, "in the list of all notes and beside the figure of the fit: " + note);
        }
    }

    @Test
    void aSingleStepTellsToo() throws IOException {
        experiment();
        JsonObject applied = new Calls(folder).call("apply", "select-channels", "counts.csv", "--set", "dropConstant=true", "--json").exits(ExitCode.DONE).json();
        assertTrue(applied.getAsJsonArray("notes").get(0).getAsString().contains("1 channels that never change were dropped (" + SILENT + ")"),
                applied.get("notes").toString());
    }
}
