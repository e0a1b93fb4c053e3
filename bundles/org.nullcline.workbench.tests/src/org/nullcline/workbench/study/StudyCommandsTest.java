// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nullcline.model.Experiments;
import org.nullcline.workbench.Window;
import org.nullcline.workbench.app.Ids;
import org.nullcline.workbench.editor.ExperimentInput;
import org.nullcline.workbench.editor.ExperimentPart;
import org.nullcline.workbench.laboratory.Laboratory;

/** The commands on files, through their dialogs. */
class StudyCommandsTest {

    private static final int PATIENCE = 60;

    private Studies studies;
    private Path study;
    private Path file;

    @BeforeEach
    void makeAStudy() throws Exception {
        Window.show(Ids.DESIGN);
        studies = Window.service(Studies.class);
        study = studies.create("Study " + System.nanoTime());
        var laboratory = Window.service(Laboratory.class);
        file = NewExperimentWizard.create(laboratory, laboratory.engine().template("first-look"), false, study, "Lorenz");
    }

    @AfterEach
    void closeEditors() {
        Window.page().closeAllEditors(false);
    }

    private ExperimentPart open(Path path) {
        return assertInstanceOf(ExperimentPart.class, OpenExperiments.open(Window.page(), path));
    }

    private void select(Path path) throws Exception {
        var view = (StudyView) Window.page().showView(Ids.STUDY_VIEW);
        Window.page().activate(view);
        view.reveal(path);
        var provider = view.getSite().getSelectionProvider();
        assertTrue(Window.await(() -> ((IStructuredSelection) provider.getSelection()).toList().equals(List.of(path)), PATIENCE), path + " is selected");
    }

    private static void rename(String to) throws Exception {
        Window.answer(() -> Window.execute("org.eclipse.ui.edit.rename"), "Rename", dialog -> {
            Window.all(dialog, Text.class).getFirst().setText(to);
            Window.press(dialog, "OK");
        });
    }

    @Test
    void anOpenExperimentGoesOnUnderItsNewName() throws Exception {
        open(file);
        var content = Files.readAllBytes(file);
        select(file);
        rename("Rössler");
        var renamed = study.resolve("Rössler.experiment");
        assertFalse(Files.exists(file));
        assertArrayEquals(content, Files.readAllBytes(renamed));
        var part = assertInstanceOf(ExperimentPart.class, Window.page().getActiveEditor());
        assertEquals(renamed, part.document().path());
        assertEquals("Rössler", part.getPartName());
        assertEquals(renamed, studies.recent().getFirst());
    }

    @Test
    void experimentsOfARenamedStudyGoOnAndTheSameOneIsInFront() throws Exception {
        var other = StudyHandlers.Duplicate.duplicate(file);
        open(file);
        open(other);
        open(file);
        select(study);
        rename("Renamed " + System.nanoTime());
        var part = assertInstanceOf(ExperimentPart.class, Window.page().getActiveEditor());
        assertEquals("Lorenz", part.getPartName());
        assertFalse(part.document().path().startsWith(study));
        assertEquals(2, Arrays.stream(Window.page().getEditorReferences()).filter(reference -> reference.getId().equals(Ids.EXPERIMENT_EDITOR)).count());
        assertTrue(studies.recent().stream().noneMatch(path -> path.startsWith(study)));
    }

    @Test
    void aNameThatIsTakenOrIllegalIsNotAccepted() throws Exception {
        var other = StudyHandlers.Duplicate.duplicate(file);
        select(file);
        Window.answer(() -> Window.execute("org.eclipse.ui.edit.rename"), "Rename", dialog -> {
            var field = Window.all(dialog, Text.class).getFirst();
            for (var name : List.of("", "a/b", Studies.title(other), "Lorenz")) {
                field.setText(name);
                try {
                    Window.press(dialog, "OK");
                    throw new IllegalStateException("'" + name + "' was accepted");
                } catch (AssertionError e) {
                    assertTrue(e.getMessage().contains("not enabled"), e.getMessage());
                }
            }
            Window.press(dialog, "Cancel");
        });
        assertTrue(Files.exists(file));
    }

    @Test
    void aDuplicateIsTheSameExperimentUnderAnotherName() throws Exception {
        select(file);
        Window.execute("org.nullcline.workbench.commands.duplicateExperiment");
        var copy = Experiments.load(study.resolve("Lorenz copy.experiment")).experiment();
        assertEquals("Lorenz copy", copy.getName());
        copy.setName("Lorenz");
        assertArrayEquals(Experiments.bytes(Experiments.load(file).experiment()), Experiments.bytes(copy));
    }

    @Test
    void aDeletedExperimentIsClosedAndLiesInTheTrashAsItWas() throws Exception {
        open(file);
        var content = Files.readAllBytes(file);
        select(file);
        Window.answer(() -> Window.execute("org.eclipse.ui.edit.delete"), "Delete", dialog -> Window.press(dialog, "OK"));
        assertFalse(Files.exists(file));
        assertNull(Window.page().findEditor(new ExperimentInput(file)));
        try (var trash = Files.list(study.resolve(".trash"))) {
            var found = trash.toList();
            assertEquals(1, found.size());
            assertArrayEquals(content, Files.readAllBytes(found.getFirst()));
        }
    }

    @Test
    void aFolderFromElsewhereIsOnlyNoLongerShown() throws Exception {
        var elsewhere = Files.createTempDirectory("elsewhere").toRealPath();
        Experiments.save(Experiments.create("Far"), elsewhere.resolve("Far.experiment"));
        studies.add(elsewhere);
        assertTrue(studies.folders().contains(elsewhere));
        select(elsewhere);
        Window.answer(() -> Window.execute("org.eclipse.ui.edit.delete"), "Delete", dialog -> Window.press(dialog, "OK"));
        assertFalse(studies.folders().contains(elsewhere));
        assertTrue(Files.exists(elsewhere.resolve("Far.experiment")));
    }
}
