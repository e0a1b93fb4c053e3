// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.SWT;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nullcline.api.contribution.ExtensionPoint;
import org.nullcline.engine.validate.Problem;
import org.nullcline.model.Experiments;
import org.nullcline.model.Step;
import org.nullcline.workbench.app.Ids;
import org.nullcline.workbench.editor.ExperimentPart;
import org.nullcline.workbench.editor.ProblemsView;
import org.nullcline.workbench.laboratory.Laboratory;
import org.nullcline.workbench.study.NewExperimentWizard;
import org.nullcline.workbench.study.OpenExperiments;
import org.nullcline.workbench.study.Studies;

class ExperimentEditorTest {

    @TempDir
    Path folder;

    private ExperimentPart part;

    @BeforeEach
    void showDesign() throws Exception {
        Window.show(Ids.DESIGN);
    }

    @AfterEach
    void closeEditors() {
        Window.page().closeAllEditors(false);
    }

    private ExperimentPart openTemplate(String id) throws Exception {
        var laboratory = Window.service(Laboratory.class);
        var file = NewExperimentWizard.create(laboratory, laboratory.engine().template(id), false, folder, "Test");
        return open(file);
    }

    private ExperimentPart open(Path file) {
        part = assertInstanceOf(ExperimentPart.class, OpenExperiments.open(Window.page(), file));
        return part;
    }

    private Text field(String path) {
        return assertInstanceOf(Text.class, part.steps().form().parameters().control(path));
    }

    private void select(String step) {
        part.steps().list().setSelection(new StructuredSelection(part.document().experiment().step(step)));
    }

    private static void execute(String command) throws Exception {
        Window.window().getService(IHandlerService.class).executeCommand(command, null);
    }

    private boolean awaitProblems(boolean wanted) {
        return Window.await(() -> part.document().problems().stream().anyMatch(Problem::error) == wanted, 60);
    }

    @Test
    void theWizardMakesAnExperimentOfATemplateAndOpensIt() throws Exception {
        var study = Window.service(Studies.class).create("Study of " + System.nanoTime());
        var wizard = new NewExperimentWizard(Window.page(), study);
        var dialog = new WizardDialog(Window.window().getShell(), wizard);
        dialog.setBlockOnOpen(false);
        dialog.open();
        assertTrue(wizard.canFinish(), "the first template with its own name is a complete answer");
        assertTrue(wizard.performFinish());
        dialog.close();
        part = assertInstanceOf(ExperimentPart.class, Window.page().getActiveEditor());
        assertEquals(study, part.document().path().getParent());
        assertEquals("First look", part.document().experiment().getName());
        assertTrue(awaitProblems(false));
    }

    @Test
    void typingIsOneEditThatUndoTakesBackAndSavingGivesTheSameBytes() throws Exception {
        openTemplate("first-look");
        var before = Files.readAllBytes(part.document().path());
        select("simulate");
        var field = field("trials");
        for (var text : List.of("5", "55", "555")) {
            field.setText(text);
        }
        assertEquals("555", part.document().experiment().step("simulate").value("trials"));
        assertTrue(part.isDirty());
        execute(IWorkbenchCommandConstants.EDIT_UNDO);
        assertEquals("500", part.document().experiment().step("simulate").value("trials"));
        assertEquals("500", field("trials").getText());
        assertFalse(part.isDirty());
        execute(IWorkbenchCommandConstants.EDIT_REDO);
        assertEquals("555", field("trials").getText());
        execute(IWorkbenchCommandConstants.EDIT_UNDO);
        part.doSave(new NullProgressMonitor());
        assertArrayEquals(before, Files.readAllBytes(part.document().path()));
    }

    @Test
    void stepsAreAddedRemovedAndBroughtBackWithTheirConnections() throws Exception {
        openTemplate("first-look");
        var experiment = part.document().experiment();
        var steps = experiment.getSteps().stream().map(Step::getId).toList();
        var links = experiment.getLinks().size();
        part.steps().add(Window.service(Laboratory.class).contributions().find(ExtensionPoint.STEPS, "fixed-points"));
        assertEquals(steps.size() + 1, experiment.getSteps().size());
        execute(IWorkbenchCommandConstants.EDIT_UNDO);
        select("fit");
        part.steps().remove();
        assertTrue(experiment.getLinks().size() < links);
        execute(IWorkbenchCommandConstants.EDIT_UNDO);
        assertEquals(steps, experiment.getSteps().stream().map(Step::getId).toList());
        assertEquals(links, experiment.getLinks().size());
    }

    @Test
    void expectedScoresAreShownAddedChangedAndUndone() throws Exception {
        openTemplate("sedler-ablations");
        var experiment = part.document().experiment();
        var section = part.overview().expectations();
        var count = experiment.getExpectations().size();
        assertEquals(10, count, "two scores of five variants");
        assertEquals(count, section.table().getTable().getItemCount());
        assertEquals("Discrete NODE: rate R²", section.table().getTable().getItem(0).getText(0));
        section.add(experiment.step("score"), "scores");
        assertEquals(count + 1, section.table().getTable().getItemCount());
        var added = experiment.getExpectations().getLast();
        var fields = Window.all(part.overview().control(), Text.class).stream().filter(text -> text.getText().equals("score")).toList();
        assertEquals(1, fields.size(), "the form shows the new expectation");
        fields.getFirst().setText("hidden R²");
        assertEquals("hidden R²", added.getScore());
        execute(IWorkbenchCommandConstants.EDIT_UNDO);
        execute(IWorkbenchCommandConstants.EDIT_UNDO);
        assertEquals(count, section.table().getTable().getItemCount());
        assertFalse(part.isDirty());
    }

    @Test
    void choosingAnotherContributionShowsItsOwnParameters() throws Exception {
        openTemplate("first-look");
        select("simulate");
        assertNotNull(part.steps().form().parameters().control("system.rho"), "the Lorenz system has a parameter rho");
        var combo = assertInstanceOf(Combo.class, part.steps().form().parameters().control("system"));
        combo.select(combo.indexOf("Rössler"));
        combo.notifyListeners(SWT.Selection, new Event());
        assertEquals("org.nullcline.rossler", part.document().experiment().step("simulate").value("system"));
        assertEquals(null, part.steps().form().parameters().control("system.rho"));
        assertNotNull(part.steps().form().parameters().control("system.a"), "the Rössler system has a parameter a");
    }

    @Test
    void anInputOffersExactlyTheOutputsThatFit() throws Exception {
        openTemplate("first-look");
        select("points");
        var combo = assertInstanceOf(Combo.class, part.steps().form().ports().control("system"));
        // Kinds that the input takes: fitted-model (of the fit) and system (of the simulation); nothing that depends on the step itself.
        assertEquals(List.of("(disconnect)", "Lorenz neurons ▸ system", "Fit ▸ model"), List.of(combo.getItems()));
        combo.select(1);
        combo.notifyListeners(SWT.Selection, new Event());
        var link = part.document().experiment().getLinks().stream().filter(l -> l.getTarget().equals("points")).findFirst().orElseThrow();
        assertEquals("simulate", link.getSource());
    }

    @Test
    void aProblemAppearsWhileTypingAndDisappearsWithTheUndo() throws Exception {
        openTemplate("first-look");
        var view = (ProblemsView) Window.page().showView(Ids.PROBLEMS_VIEW);
        Window.page().activate(part);
        assertTrue(awaitProblems(false));
        select("fit");
        field("epochs").setText("many");
        assertTrue(awaitProblems(true), "an error is found");
        var problem = part.document().problems().getFirst();
        assertEquals("fit", problem.step());
        assertTrue(problem.sentence().contains("epochs") && problem.sentence().contains("many"), problem.sentence());
        assertEquals(part.document().problems(), view.table().getInput());
        select("simulate");
        part.reveal(problem);
        assertEquals("fit", ((Step) part.steps().list().getStructuredSelection().getFirstElement()).getId());
        execute(IWorkbenchCommandConstants.EDIT_UNDO);
        assertTrue(awaitProblems(false), "the error is gone");
    }

    @Test
    void aStepOfAMissingPluginIsShownAndLosesNothing() throws Exception {
        var experiment = Experiments.create("Missing");
        var step = Experiments.addStep(experiment, "org.elsewhere.magic", "2.0.0");
        step.setPlugin("org.elsewhere");
        Experiments.set(step, "wand", "elder");
        var file = folder.resolve("missing.experiment");
        Experiments.save(experiment, file);
        var before = Files.readAllBytes(file);
        open(file);
        assertTrue(awaitProblems(true));
        assertTrue(Window.all(Window.window().getShell(), Text.class).stream().anyMatch(t -> t.getText().equals("elder")), "the parameter is shown");
        part.document().editor().setSeed(7);
        part.document().editor().undo();
        part.doSave(new NullProgressMonitor());
        assertArrayEquals(before, Files.readAllBytes(file));
    }

    @Test
    void workOfACrashedSessionIsOffered() throws Exception {
        openTemplate("first-look");
        var file = part.document().path();
        Window.page().closeEditor(part, false);
        var lost = Experiments.load(file);
        lost.experiment().setSeed(4711);
        assertTrue(lost.autosave());
        open(file);
        var offered = Window.all(Window.window().getShell(), org.eclipse.swt.widgets.Button.class).stream()
                .filter(b -> b.getText().equals("Recover")).findFirst().orElseThrow();
        offered.notifyListeners(SWT.Selection, new Event());
        assertEquals(4711, part.document().experiment().getSeed());
        assertTrue(part.isDirty(), "recovered work is not saved yet");
    }

    @Test
    void aFileThatSomebodyElseChangedIsNotOverwritten() throws Exception {
        openTemplate("first-look");
        var other = Experiments.load(part.document().path());
        other.experiment().setSeed(99);
        other.save();
        part.document().editor().setSeed(5);
        part.doSave(new NullProgressMonitor());
        assertTrue(part.isDirty());
        assertEquals(99, Experiments.load(part.document().path()).experiment().getSeed());
    }
}
