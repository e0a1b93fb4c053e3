// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.editor;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.core.runtime.ILog;
import org.eclipse.swt.widgets.Display;
import org.nullcline.engine.validate.Problem;
import org.nullcline.model.Experiment;
import org.nullcline.model.Experiments;
import org.nullcline.model.edit.ExperimentEditor;
import org.nullcline.model.file.ExperimentFile;
import org.nullcline.model.file.ExperimentFileException;
import org.nullcline.model.file.Recovery;
import org.nullcline.workbench.laboratory.Laboratory;

/**
 * An open experiment: its file, its history of edits and its problems. Belongs to the user-interface thread; validation and autosaving
 * happen in jobs that get copies.
 */
public final class ExperimentDocument {

    private final Laboratory laboratory;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final Validation validation;
    private final Autosave autosave;
    private ExperimentFile file;
    private ExperimentEditor editor;
    private AutoCloseable subscription;
    private List<Problem> problems = List.of();
    /** Work of an earlier session differs from its file before any edit. */
    private boolean recovered;

    /** Learns what happens to a document. */
    public interface Listener {
        /** The experiment was edited, or an edit was undone. */
        default void edited() {
        }

        /** Another experiment took its place: it was loaded anew or recovered. */
        default void replaced() {
        }

        /** Other problems were found. */
        default void problemsChanged() {
        }

        /** Somebody wants to see a sweep axis. */
        default void axisWanted(String axis) {
        }

        /** It was saved, perhaps to another file. */
        default void saved() {
        }
    }

    /** Opens a file. */
    ExperimentDocument(Path path, Laboratory laboratory) throws ExperimentFileException {
        this.laboratory = laboratory;
        validation = new Validation(Display.getCurrent(), laboratory, this::found);
        autosave = new Autosave();
        take(Experiments.load(path));
    }

    private void take(ExperimentFile loaded) {
        closeSubscription();
        file = loaded;
        recovered = false;
        editor = new ExperimentEditor(file.experiment());
        subscription = editor.onChange(this::edited);
        validation.request(experiment(), path());
    }

    private void edited() {
        validation.request(experiment(), path());
        autosave.request(this);
        listeners.forEach(Listener::edited);
    }

    private void found(List<Problem> current) {
        if (!current.equals(problems)) {
            problems = current;
            listeners.forEach(Listener::problemsChanged);
        }
    }

    /** Tells about what happens; until the listener is removed. */
    public void addListener(Listener listener) {
        listeners.add(listener);
    }

    /** Stops telling. */
    public void removeListener(Listener listener) {
        listeners.remove(listener);
    }

    /** The installed contributions and more. */
    public Laboratory laboratory() {
        return laboratory;
    }

    /** The experiment. */
    public Experiment experiment() {
        return file.experiment();
    }

    /** Changes the experiment. */
    public ExperimentEditor editor() {
        return editor;
    }

    /** The file. */
    public Path path() {
        return file.path();
    }

    /** Has a sweep axis shown. */
    void revealAxis(String axis) {
        listeners.forEach(listener -> listener.axisWanted(axis));
    }

    /** What the validator found last. */
    public List<Problem> problems() {
        return problems;
    }

    /** Problems of one step. */
    public List<Problem> problems(String step) {
        return problems.stream().filter(p -> p.step().equals(step)).toList();
    }

    /** Sentences to read after opening. */
    List<String> notes() {
        return file.notes();
    }

    /** Whether there are unsaved edits. */
    public boolean isDirty() {
        return recovered || editor.isDirty();
    }

    /** Whether somebody else changed the file. */
    boolean changedOnDisk() throws ExperimentFileException {
        return file.changedOnDisk();
    }

    /** Saves to the file. */
    void save() throws ExperimentFileException {
        editor.finishEdit();
        try (var pause = autosave.pause()) {
            file.save();
        }
        afterSaving();
    }

    /** Saves to another file, or over a changed one when the user said so. */
    void saveAs(Path target, boolean overwrite) throws ExperimentFileException {
        editor.finishEdit();
        try (var pause = autosave.pause()) {
            file.saveAs(target, overwrite);
        }
        afterSaving();
    }

    private void afterSaving() {
        recovered = false;
        editor.saved();
        listeners.forEach(Listener::saved);
    }

    /** Loads the file anew; unsaved edits are lost. */
    void reload() throws ExperimentFileException {
        try (var pause = autosave.pause()) {
            file.discardAutosave();
        }
        take(Experiments.load(path()));
        listeners.forEach(Listener::replaced);
    }

    /** Unsaved work of an earlier session. */
    Optional<Recovery> recovery() throws ExperimentFileException {
        return file.recovery();
    }

    /** Goes on with it; it counts as unsaved. */
    void recover(Recovery recovery) {
        file.recover(recovery);
        take(file);
        recovered = true;
        listeners.forEach(Listener::replaced);
    }

    /** Throws away the unsaved work of an earlier session. */
    void discardRecovery() {
        file.discardAutosave();
    }

    /** Ends all that goes on in the background. */
    void dispose(boolean keepAutosave) {
        closeSubscription();
        validation.cancel();
        try (var pause = autosave.pause()) {
            if (!keepAutosave) {
                file.discardAutosave();
            }
        }
    }

    private void closeSubscription() {
        if (subscription == null) {
            return;
        }
        try {
            subscription.close();
        } catch (Exception e) {
            ILog.of(ExperimentDocument.class).error(e.getMessage(), e);
        }
    }

    /** Runs the validator now instead of after the next edit, for contributions that came or went. */
    public void validateAgain() {
        validation.request(experiment(), path());
    }
}
