// SPDX-License-Identifier: EPL-2.0
package org.nullcline.model.edit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nullcline.model.AxisKind;
import org.nullcline.model.Experiment;
import org.nullcline.model.Experiments;
import org.nullcline.model.Step;
import org.nullcline.model.SweepPath;

class ExperimentEditorTest {
    private Experiment experiment;
    private ExperimentEditor editor;
    private Step data;
    private Step fit;

    @BeforeEach
    void twoLinkedSteps() {
        experiment = Experiments.create("x");
        editor = new ExperimentEditor(experiment);
        data = editor.steps().add("org.nullcline.simulate", "1.0.0", "org.nullcline.data", 10, 20);
        fit = editor.steps().add("org.nullcline.fit", "1.0.0", null, 200, 20);
        editor.links().connect(data, "recording", fit, "recording");
    }

    @Test
    void removingAStepTakesItsLinksAxesAndFiguresAndOneUndoBringsAllBack() throws Exception {
        editor.sweep().add(AxisKind.LIST, new SweepPath.OfParameter("fit", "rate"));
        var zip = editor.sweep().add(AxisKind.ZIP, null);
        editor.sweep().addTo(zip, AxisKind.LIST, new SweepPath.OfContribution("fit"));
        var kept = editor.sweep().add(AxisKind.LIST, new SweepPath.OfSeed());
        editor.addFigure(fit, "model", null);
        var note = editor.addNote("about the fit", fit, 0, 0);
        var link = editor.links().connect(data, "recording", data, "self");
        editor.links().setGather(link, true, List.of("rate", kept.getId()));
        var before = Experiments.bytes(experiment);
        editor.steps().remove(List.of(fit));
        assertEquals(List.of(data), experiment.getSteps());
        assertEquals(List.of(link), experiment.getLinks());
        assertEquals(List.of(kept), experiment.getAxes());
        assertEquals(List.of(kept.getId()), link.getOver());
        assertTrue(experiment.getFigures().isEmpty());
        assertNull(note.getStep());
        assertFalse(editor.contains(fit));
        editor.undo();
        assertArrayEquals(before, Experiments.bytes(experiment));
        assertSame(fit, experiment.step("fit"));
        assertTrue(editor.contains(fit));
    }

    @Test
    void typingInOneFieldIsOneEntry() {
        for (var text : List.of("1", "1e", "1e-", "1e-3")) {
            editor.steps().set(fit, "rate", text);
        }
        editor.undo();
        assertNull(fit.value("rate"));
        assertEquals("Connect", editor.undoLabel());
        editor.redo();
        assertEquals("1e-3", fit.value("rate"));
    }

    @Test
    void anotherFieldOrAFinishedEditStartsANewEntry() {
        editor.steps().set(fit, "rate", "1");
        editor.steps().set(fit, "hidden", "8");
        editor.steps().set(fit, "rate", "2");
        editor.finishEdit();
        editor.steps().set(fit, "rate", "3");
        editor.undo();
        assertEquals("2", fit.value("rate"));
        editor.undo();
        assertEquals("1", fit.value("rate"));
        editor.undo();
        assertNull(fit.value("hidden"));
        editor.undo();
        assertNull(fit.value("rate"));
    }

    @Test
    void entryThatWasUndoneAndRedoneIsNotContinued() {
        editor.steps().set(fit, "rate", "1");
        editor.undo();
        editor.redo();
        editor.steps().set(fit, "rate", "2");
        editor.undo();
        assertEquals("1", fit.value("rate"));
    }

    @Test
    void savedStateStaysReachable() {
        editor.steps().set(fit, "rate", "1");
        editor.saved();
        assertFalse(editor.isDirty());
        editor.steps().set(fit, "rate", "2");
        assertTrue(editor.isDirty());
        editor.undo();
        assertEquals("1", fit.value("rate"));
        assertFalse(editor.isDirty());
        editor.undo();
        assertTrue(editor.isDirty());
    }

    @Test
    void changeThatChangesNothingLeavesNoEntry() {
        editor.steps().set(fit, "rate", "1");
        editor.saved();
        editor.finishEdit();
        editor.steps().set(fit, "rate", "1");
        editor.steps().setEnabled(fit, true);
        editor.setTags(List.of());
        editor.links().connect(data, "recording", fit, "recording");
        editor.steps().reset(data);
        editor.edit("nothing", () -> { });
        assertFalse(editor.isDirty());
        assertEquals("Change Parameter", editor.undoLabel());
    }

    @Test
    void failingChangeLeavesTheExperimentAsItWas() throws Exception {
        var before = Experiments.bytes(experiment);
        assertThrows(IllegalStateException.class, () -> editor.edit("broken", () -> {
            experiment.setName("half");
            experiment.getSteps().clear();
            throw new IllegalStateException("on purpose");
        }));
        assertArrayEquals(before, Experiments.bytes(experiment));
        assertEquals("Connect", editor.undoLabel());
    }

    @Test
    void textsThatAFileCannotCarryAreRefusedBeforeTheyGetIn() throws Exception {
        var before = Experiments.bytes(experiment);
        for (var text : List.of("a\u0000", "\u0007", "\uFFFF", "\uDC00")) {
            assertThrows(IllegalTextException.class, () -> editor.steps().set(fit, "rate", text));
            assertThrows(IllegalTextException.class, () -> editor.setName(text));
            assertThrows(IllegalTextException.class, () -> editor.addNote(text, null, 0, 0));
        }
        var axis = editor.sweep().add(AxisKind.LIST, new SweepPath.OfSeed());
        assertThrows(IllegalTextException.class, () -> editor.sweep().change(axis, null, a -> a.getValues().add("\u0001")));
        editor.undo();
        assertArrayEquals(before, Experiments.bytes(experiment));
        assertTrue(IllegalTextException.problem("tab\tline\nreturn\r 😀").isEmpty());
        assertTrue(IllegalTextException.problem("ab\u0001").orElseThrow().contains("position 3"));
    }

    @Test
    void renamingAStepKeepsEverythingThatNamesIt() {
        editor.sweep().add(AxisKind.LIST, new SweepPath.OfParameter("fit", "architecture.hidden"));
        editor.sweep().add(AxisKind.LIST, new SweepPath.OfStepSeed("fit"));
        editor.addFigure(fit, "model", null);
        var expectation = editor.addExpectation(fit, "scores", "r2");
        editor.change(expectation, null, e -> e.getWhere().addAll(List.of(experiment.getAxes().get(0).getId() + "=3", "row=all")));
        editor.sweep().rename(experiment.getAxes().get(0), "size");
        assertEquals(List.of("size=3", "row=all"), expectation.getWhere());
        editor.steps().rename(fit, "train");
        assertEquals("train", expectation.getSource());
        assertEquals("train", experiment.getLinks().get(0).getTarget());
        assertEquals("train.architecture.hidden", experiment.getAxes().get(0).getPath());
        assertEquals("train@seed", experiment.getAxes().get(1).getPath());
        assertEquals("train", experiment.getFigures().get(0).getSource());
        assertThrows(IllegalArgumentException.class, () -> editor.steps().rename(fit, "simulate"));
        assertThrows(IllegalArgumentException.class, () -> editor.steps().rename(fit, "a.b"));
        editor.undo();
        assertEquals("fit", experiment.getLinks().get(0).getTarget());
        assertEquals("fit", expectation.getSource());
        editor.sweep().remove(experiment.axis("size"));
        assertEquals(List.of("row=all"), expectation.getWhere());
        editor.steps().remove(List.of(fit));
        assertEquals(List.of(), experiment.getExpectations());
    }

    @Test
    void inputOfOneValueIsRelinkedInOneEntry() {
        var other = editor.steps().add("org.nullcline.read", null, null, 0, 0);
        editor.links().connectOnly(other, "recording", fit, "recording");
        assertEquals(1, experiment.getLinks().size());
        assertEquals("read", experiment.getLinks().get(0).getSource());
        editor.undo();
        assertEquals("simulate", experiment.getLinks().get(0).getSource());
    }

    @Test
    void duplicateKeepsWhatIsUnknown() throws Exception {
        var text = new String(Experiments.bytes(experiment), StandardCharsets.UTF_8)
                .replace("<step id=\"fit\"", "<step id=\"fit\" retries=\"3\"");
        var loaded = Experiments.read(text.getBytes(StandardCharsets.UTF_8), "x");
        var copy = new ExperimentEditor(loaded).steps().duplicate(loaded.step("fit"));
        assertEquals("fit-2", copy.getId());
        var saved = new String(Experiments.bytes(loaded), StandardCharsets.UTF_8);
        assertEquals(3, saved.split("retries=\"3\"", -1).length, saved);
    }

    @Test
    void listenerHearsEditsUndoAndRedoUntilItStops() throws Exception {
        var count = new AtomicInteger();
        var listening = editor.onChange(count::incrementAndGet);
        editor.setName("y");
        editor.setName("yy");
        editor.undo();
        editor.redo();
        assertEquals(4, count.get());
        assertTrue(editor.affected().contains(experiment));
        listening.close();
        editor.setName("z");
        assertEquals(4, count.get());
    }

    @Test
    void editorLeavesNoAdapterBehind() {
        editor.setName("y");
        assertTrue(experiment.eAdapters().isEmpty());
        assertTrue(fit.eAdapters().isEmpty());
    }
}
