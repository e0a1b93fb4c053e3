// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.editor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.XMLMemento;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nullcline.model.Experiments;
import org.nullcline.model.Step;
import org.nullcline.workbench.Window;
import org.nullcline.workbench.app.Ids;
import org.nullcline.workbench.laboratory.Laboratory;
import org.nullcline.workbench.study.NewExperimentWizard;
import org.nullcline.workbench.study.OpenExperiments;
import org.nullcline.workbench.study.Studies;

class ExperimentPartTest {

    private static final int PATIENCE = 60;

    @TempDir
    Path folder;

    private ExperimentPart part;

    @BeforeEach
    void openAnExperiment() throws Exception {
        Window.show(Ids.DESIGN);
        Window.page().closeAllEditors(false);
        var laboratory = Window.service(Laboratory.class);
        var file = NewExperimentWizard.create(laboratory, laboratory.engine().template("first-look"), false, folder, "Test");
        part = assertInstanceOf(ExperimentPart.class, OpenExperiments.open(Window.page(), file));
    }

    @AfterEach
    void closeEditors() {
        Window.page().closeAllEditors(false);
    }

    private List<String> order() {
        return part.document().experiment().getSteps().stream().map(Step::getId).toList();
    }

    private void select(String step) {
        part.steps().list().setSelection(new StructuredSelection(part.document().experiment().step(step)));
    }

    @Test
    void savedUnderAnotherNameTheEditorGoesOnWithTheOtherFile() throws Exception {
        var first = part.document().path();
        var before = Files.readAllBytes(first);
        part.document().editor().setSeed(17);
        var second = folder.resolve("Second.experiment");
        part.save(second, true);
        assertArrayEquals(before, Files.readAllBytes(first), "the first file stays as it was");
        assertEquals(17, Experiments.load(second).experiment().getSeed());
        assertFalse(part.isDirty());
        assertEquals("Second", part.getPartName());
        assertEquals(new ExperimentInput(second), part.getEditorInput());
        assertEquals(second, Window.service(Studies.class).recent().getFirst());
        part.document().editor().setSeed(18);
        part.doSave(new org.eclipse.core.runtime.NullProgressMonitor());
        assertEquals(18, Experiments.load(second).experiment().getSeed());
        assertArrayEquals(before, Files.readAllBytes(first));
    }

    @Test
    void aDroppedStepStandsInFrontOfOrBehindTheStepUnderThePointer() {
        var steps = part.document().experiment().getSteps();
        var before = order();
        for (var dragged : List.of(before.getFirst(), before.get(3), before.getLast())) {
            for (var target : List.of(before.getFirst(), before.get(3), before.get(4))) {
                for (var behind : new boolean[] {false, true}) {
                    var expected = new ArrayList<>(before);
                    if (!dragged.equals(target)) {
                        expected.remove(dragged);
                        expected.add(expected.indexOf(target) + (behind ? 1 : 0), dragged);
                    }
                    assertTrue(part.steps().put(part.document().experiment().step(dragged), part.document().experiment().step(target), behind));
                    assertEquals(expected, order(), dragged + (behind ? " behind " : " in front of ") + target);
                    if (!expected.equals(before)) {
                        part.document().editor().undo();
                    }
                    assertEquals(before, order());
                }
            }
        }
        assertTrue(part.steps().put(steps.getFirst(), null, false));
        assertEquals(before.getFirst(), order().getLast(), "below all of them is the end");
        assertFalse(part.steps().put(Experiments.addStep(Experiments.create("Other"), "org.nullcline.fit", "1.0.0"), steps.getFirst(), false),
                "a step of another experiment stays there");
    }

    @Test
    void theDeleteKeyRemovesStepsOnlyWhileTheListHasTheFocus() throws Exception {
        select("dsa");
        part.steps().list().getControl().setFocus();
        Window.execute(IWorkbenchCommandConstants.EDIT_DELETE);
        assertFalse(order().contains("dsa"));
        part.document().editor().undo();
        var field = assertInstanceOf(Text.class, Window.all(part.steps().control(), Text.class).getFirst());
        field.setFocus();
        var commands = Window.window().getService(org.eclipse.ui.commands.ICommandService.class);
        assertTrue(Window.await(() -> field.isFocusControl(), PATIENCE));
        if (commands.getCommand(IWorkbenchCommandConstants.EDIT_DELETE).isEnabled()) {
            // The command belongs to the text field now.
            Window.execute(IWorkbenchCommandConstants.EDIT_DELETE);
        }
        assertTrue(order().contains("dsa"));
    }

    @Test
    void afterOpeningTheKeysWorkOnTheListOfSteps() {
        Window.page().activate(part);
        part.setFocus();
        assertTrue(part.steps().list().getControl().isFocusControl());
    }

    @Test
    void aFieldKeepsItsToolTipWhileTyping() {
        select("simulate");
        var field = assertInstanceOf(Text.class, part.steps().form().parameters().control("trials"));
        var before = field.getToolTipText();
        assertTrue(before.contains("trials"), before);
        field.setText("12");
        assertEquals(before, field.getToolTipText());
    }

    @Test
    void anUndoneNumberIsTakenBackInTheFieldThatHasTheFocus() throws Exception {
        part.overview().expectations().add(part.document().experiment().step("score"), "scores");
        var expectation = part.document().experiment().getExpectations().getLast();
        Window.page().activate(part);
        var fields = Window.all(part.overview().control(), Text.class);
        var published = fields.stream().filter(field -> (field.getStyle() & SWT.MULTI) == 0 && field.getText().isEmpty()).toList().get(1);
        part.document().revealAxis("architecture");
        published.setFocus();
        published.setText("0.");
        assertEquals("0.", published.getText(), "typing is left alone");
        published.setText("0.5");
        assertEquals(0.5, expectation.getPublished());
        Window.execute(IWorkbenchCommandConstants.EDIT_UNDO);
        assertEquals(null, expectation.getPublished());
        assertEquals("", published.getText());
    }

    @Test
    void theNextSessionBeginsWithTheSamePageAndStep() throws Exception {
        select("points");
        var memento = XMLMemento.createWriteRoot("editor");
        part.saveState(memento);
        var file = part.document().path();
        Window.page().closeEditor(part, false);
        part = assertInstanceOf(ExperimentPart.class, OpenExperiments.open(Window.page(), file));
        part.restoreState(memento);
        part.showRemembered();
        assertEquals("points", part.shownStep().orElseThrow().getId());
    }
}
