// SPDX-License-Identifier: EPL-2.0
package org.nullcline.model.edit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nullcline.model.AxisKind;
import org.nullcline.model.Experiment;
import org.nullcline.model.Experiments;
import org.nullcline.model.Step;
import org.nullcline.model.SweepAxis;
import org.nullcline.model.SweepException;
import org.nullcline.model.SweepPath;

/** Long random sequences of edits, undone and redone, compared byte for byte with what was there. */
class RandomEditsTest {
    private static final int EDITS = 200;
    private static final List<String> TEXTS = List.of("", "gru", "64", " two  blanks ", "line\nline\r\nline\rend\t", "a & <b> \"c\" 'd' ]]>",
            "größe 😀", "{\"x\": [1, 2]}");
    private static final byte[] FILE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <experiment:Experiment xmi:version="2.0" xmlns:xmi="http://www.omg.org/XMI" xmlns:experiment="urn:nullcline:experiment" \
            format="1.3" name="Start" future="kept">
              <step id="a" contribution="org.mylab.a" retries="3"><parameter name="p" value="1" unit="s"/><more><x y="1"/></more></step>
              <step id="b" contribution="org.mylab.b"><limit seconds="4"/></step>
              <link source="a" output="o" target="b" input="i" colour="red"/>
              <axis id="z" kind="zip"><axis id="q" kind="list" path="a.p" hint="h"><value>1</value></axis></axis>
            </experiment:Experiment>
            """.getBytes(StandardCharsets.UTF_8);

    private SplittableRandom random;
    private ExperimentEditor editor;
    private Experiment experiment;

    static IntStream seeds() {
        return IntStream.range(0, 8);
    }

    private void begin(int seed) throws Exception {
        random = new SplittableRandom(seed);
        experiment = Experiments.read(FILE, "start");
        editor = new ExperimentEditor(experiment);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void undoingAllGivesTheOriginalBytesAndRedoingAllTheLast(int seed) throws Exception {
        begin(seed);
        var original = Experiments.bytes(experiment);
        for (var i = 0; i < EDITS; i++) {
            editRandomly();
        }
        var last = Experiments.bytes(experiment);
        for (var round = 0; round < 2; round++) {
            while (editor.canUndo()) {
                editor.undo();
            }
            assertArrayEquals(original, Experiments.bytes(experiment));
            assertFalse(editor.isDirty());
            while (editor.canRedo()) {
                editor.redo();
            }
            assertArrayEquals(last, Experiments.bytes(experiment));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyStateOnTheWayIsReachedAgain(int seed) throws Exception {
        begin(seed);
        var states = new ArrayList<byte[]>();
        states.add(Experiments.bytes(experiment));
        for (var i = 0; i < EDITS; i++) {
            var choice = random.nextInt(10);
            if (choice == 0 && editor.canUndo()) {
                editor.undo();
                states.remove(states.size() - 1);
            } else {
                var before = editor.commandStack().getUndoCommand();
                editRandomly();
                if (editor.commandStack().getUndoCommand() == before && states.size() > 1) {
                    states.remove(states.size() - 1); // merged, or nothing changed
                }
                if (editor.commandStack().getUndoCommand() != null) {
                    states.add(Experiments.bytes(experiment));
                }
            }
            assertArrayEquals(states.get(states.size() - 1), Experiments.bytes(experiment));
        }
        for (var i = states.size() - 1; i > 0; i--) {
            assertArrayEquals(states.get(i), Experiments.bytes(experiment));
            editor.undo();
        }
        assertArrayEquals(states.get(0), Experiments.bytes(experiment));
        assertFalse(editor.canUndo());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nothingIsLeftDanglingAndIdsStayUnique(int seed) throws Exception {
        begin(seed);
        for (var i = 0; i < EDITS; i++) {
            editRandomly();
            checkReferences();
            if (random.nextInt(5) == 0) {
                editor.undo();
                checkReferences();
            }
        }
    }

    private void checkReferences() throws SweepException {
        Set<String> ids = new HashSet<>();
        Set<String> steps = new HashSet<>();
        for (var step : experiment.getSteps()) {
            assertTrue(ids.add(step.getId()) && steps.add(step.getId()), step.getId());
        }
        for (var link : experiment.getLinks()) {
            assertTrue(steps.contains(link.getSource()) && steps.contains(link.getTarget()));
        }
        for (var figure : experiment.getFigures()) {
            assertTrue(ids.add(figure.getId()) && steps.contains(figure.getSource()));
        }
        for (var expectation : experiment.getExpectations()) {
            assertTrue(ids.add(expectation.getId()) && steps.contains(expectation.getSource()));
            expectation.getWhere().forEach(condition -> assertTrue(experiment.axis(condition.substring(0, condition.indexOf('='))) != null, condition));
        }
        for (var note : experiment.getNotes()) {
            assertTrue(ids.add(note.getId()) && (note.getStep() == null || steps.contains(note.getStep())));
        }
        var axes = new ArrayList<SweepAxis>(experiment.getAxes());
        for (var i = 0; i < axes.size(); i++) {
            var axis = axes.get(i);
            axes.addAll(axis.getAxes());
            assertTrue(ids.add(axis.getId()));
            if (axis.getPath() != null && SweepPath.parse(axis.getPath()) instanceof SweepPath.OfParameter parameter) {
                assertTrue(steps.contains(parameter.step()), parameter.toString());
            }
        }
        for (var link : experiment.getLinks()) {
            link.getOver().forEach(over -> assertTrue(experiment.axis(over) != null, over));
        }
        assertEquals(ids.size(), new HashSet<>(ids).size());
    }

    private void editRandomly() {
        var step = experiment.getSteps().isEmpty() ? null : pick(experiment.getSteps());
        switch (random.nextInt(26)) {
            case 0 -> editor.setName(pick(TEXTS));
            case 1 -> editor.setDescription(pick(TEXTS));
            case 2 -> editor.setSeed(random.nextInt(3));
            case 3 -> editor.setTags(List.of(pick(TEXTS), pick(TEXTS)));
            case 4 -> editor.finishEdit();
            case 5 -> editor.addNote(pick(TEXTS), step, random.nextInt(99), 0);
            case 6 -> experiment.getNotes().stream().findFirst().ifPresent(editor::removeNote);
            case 7 -> experiment.getNotes().stream().findAny().ifPresent(note -> editor.setText(note, pick(TEXTS)));
            case 8 -> experiment.getFigures().stream().findFirst().ifPresent(editor::removeFigure);
            case 9, 10 -> editor.steps().add("org.mylab." + pick(List.of("fit", "simulate", "x y")), "1.0.0", null, 1, 2);
            default -> {
                if (step != null) {
                    editStep(step);
                }
            }
        }
    }

    private void editStep(Step step) {
        var axes = experiment.getAxes();
        switch (random.nextInt(19)) {
            case 0 -> editor.steps().remove(List.of(step));
            case 1 -> editor.steps().duplicate(step);
            case 2 -> editor.steps().move(step, random.nextInt(5), random.nextInt(5));
            case 3 -> editor.steps().setEnabled(step, random.nextBoolean());
            case 4 -> editor.steps().setLabel(step, random.nextBoolean() ? null : pick(TEXTS));
            case 5 -> editor.steps().rename(step, Experiments.freeId(experiment, pick(List.of("one", "two"))));
            case 6 -> editor.steps().reorder(step, random.nextInt(experiment.getSteps().size()));
            case 7 -> editor.steps().reset(step);
            case 8, 9 -> editor.steps().set(step, pick(List.of("p", "rate", "architecture.hidden")),
                    random.nextInt(4) == 0 ? null : pick(TEXTS));
            case 10 -> {
                var values = new LinkedHashMap<String, String>();
                values.put("p", null);
                values.put("rate", pick(TEXTS));
                editor.steps().set(step, values);
            }
            case 11 -> editor.links().connect(step, "o" + random.nextInt(2), pick(experiment.getSteps()), "i");
            case 12 -> editor.links().connectOnly(step, "o", pick(experiment.getSteps()), "i");
            case 13 -> experiment.getLinks().stream().findFirst().ifPresent(link -> editor.links().disconnect(List.of(link)));
            case 14 -> experiment.getLinks().stream().findFirst().ifPresent(link -> editor.links().setGather(link, random.nextBoolean(),
                    axes.isEmpty() ? List.of() : List.of(pick(axes).getId())));
            case 15 -> editor.sweep().add(AxisKind.LIST, new SweepPath.OfParameter(step.getId(), "rate"));
            case 16 -> editor.addFigure(step, "o", null);
            case 17 -> {
                if (random.nextBoolean() || axes.isEmpty() || experiment.getExpectations().isEmpty()) {
                    editor.addExpectation(step, "o", "r2");
                } else {
                    var where = pick(axes).getId() + "=1";
                    editor.change(pick(experiment.getExpectations()), null, e -> e.getWhere().add(where));
                }
            }
            default -> {
                if (!axes.isEmpty()) {
                    editAxis(pick(axes));
                }
            }
        }
    }

    private void editAxis(SweepAxis axis) {
        switch (random.nextInt(5)) {
            case 0 -> editor.sweep().remove(axis);
            case 1 -> editor.sweep().reorder(axis, random.nextInt(experiment.getAxes().size()));
            case 2 -> editor.sweep().rename(axis, Experiments.freeId(experiment, "axis"));
            case 3 -> editor.sweep().change(axis, "values", a -> a.getValues().add(pick(TEXTS)));
            default -> editor.sweep().addTo(axis, AxisKind.LOG, new SweepPath.OfSeed());
        }
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
