// SPDX-License-Identifier: EPL-2.0
package org.nullcline.model.edit;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

import org.eclipse.emf.common.command.BasicCommandStack;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.common.command.CommandStackListener;
import org.eclipse.emf.common.util.EList;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.nullcline.model.Expectation;
import org.nullcline.model.Experiment;
import org.nullcline.model.ExperimentFactory;
import org.nullcline.model.Experiments;
import org.nullcline.model.FigureRequest;
import org.nullcline.model.Note;
import org.nullcline.model.Step;

/**
 * Changes an experiment. Every method is one undoable entry of the history; edits of the same value in a row (typing, dragging) become
 * one entry until {@link #finishEdit()}, an undo, a save or a different edit. Undoing everything gives back the exact bytes of the file.
 * <p>
 * Texts must be ones that a file can carry; {@link IllegalTextException} says otherwise. An editor belongs to one thread, that of the
 * user interface.
 */
public final class ExperimentEditor {
    private final Experiment experiment;
    private final References references;
    private final History history = new History();
    private final StepEdits steps;
    private final LinkEdits links;
    private final SweepEdits sweep;

    /**
     * Makes an editor with an empty history.
     *
     * @param experiment what to change; from now on only through this editor
     */
    public ExperimentEditor(Experiment experiment) {
        this.experiment = experiment;
        references = new References(experiment);
        steps = new StepEdits(this);
        links = new LinkEdits(this);
        sweep = new SweepEdits(this);
    }

    /** The experiment. */
    public Experiment experiment() {
        return experiment;
    }

    /** Edits of steps and their parameters. */
    public StepEdits steps() {
        return steps;
    }

    /** Edits of links. */
    public LinkEdits links() {
        return links;
    }

    /** Edits of the sweep. */
    public SweepEdits sweep() {
        return sweep;
    }

    /**
     * Makes any change as one entry. For changes that have no method of their own.
     *
     * @param label  what the menu says after "Undo"
     * @param change changes the experiment and nothing else; when it throws, the experiment stays as it was
     */
    public void edit(String label, Runnable change) {
        history.run(experiment, label, null, change);
    }

    void edit(String label, Object key, Runnable change) {
        history.run(experiment, label, key, change);
    }

    /** What a merged edit is about. */
    record Subject(Object object, Object what) {
    }

    // ---- history

    /** The stack itself, for code that speaks EMF's commands. */
    public BasicCommandStack commandStack() {
        return history;
    }

    /** Whether there is something to undo. */
    public boolean canUndo() {
        return history.canUndo();
    }

    /** Whether there is something to redo. */
    public boolean canRedo() {
        return history.canRedo();
    }

    /** Name of the edit that {@link #undo()} takes back, or the empty text. */
    public String undoLabel() {
        return label(history.getUndoCommand());
    }

    /** Name of the edit that {@link #redo()} repeats, or the empty text. */
    public String redoLabel() {
        return label(history.getRedoCommand());
    }

    private static String label(Command command) {
        return command == null ? "" : command.getLabel();
    }

    /** Takes back the last edit, if there is one. */
    public void undo() {
        if (canUndo()) {
            history.undo();
        }
    }

    /** Repeats the edit that was taken back last, if there is one. */
    public void redo() {
        if (canRedo()) {
            history.redo();
        }
    }

    /** What the last edit, undo or redo changed, for showing it to the user. */
    public Collection<?> affected() {
        var command = history.getMostRecentCommand();
        return command == null ? List.of() : command.getAffectedObjects();
    }

    /** Ends a merged edit, for example when a field loses the focus: the next edit of the same value gets its own entry. */
    public void finishEdit() {
        history.seal();
    }

    /** Whether the experiment differs from the one that was loaded or saved last. */
    public boolean isDirty() {
        return history.isSaveNeeded();
    }

    /** Says that the experiment was saved as it is now. */
    public void saved() {
        history.saveIsDone();
    }

    /**
     * Has something run after every edit, undo and redo.
     *
     * @param listener to run
     * @return stops it
     */
    public AutoCloseable onChange(Runnable listener) {
        CommandStackListener adapter = event -> listener.run();
        history.addCommandStackListener(adapter);
        return () -> history.removeCommandStackListener(adapter);
    }

    // ---- the experiment itself

    /** Sets the title. */
    public void setName(String name) {
        IllegalTextException.check(name);
        edit(Messages.setName, new Subject(experiment, "name"), () -> experiment.setName(name));
    }

    /** Sets the description; null for none. */
    public void setDescription(String description) {
        IllegalTextException.check(description);
        edit(Messages.setDescription, new Subject(experiment, "description"), () -> experiment.setDescription(description));
    }

    /** Sets the seed of the experiment. */
    public void setSeed(long seed) {
        edit(Messages.setSeed, new Subject(experiment, "seed"), () -> experiment.setSeed(seed));
    }

    /** Sets the tags. */
    public void setTags(List<String> tags) {
        tags.forEach(IllegalTextException::check);
        edit(Messages.setTags, () -> replace(experiment.getTags(), tags));
    }

    // ---- notes and figures

    /** Adds a remark; the step may be null. */
    public Note addNote(String text, Step step, int x, int y) {
        IllegalTextException.check(text);
        var note = ExperimentFactory.eINSTANCE.createNote();
        note.setId(Experiments.freeId(experiment, "note"));
        note.setText(text);
        note.setStep(step == null ? null : step.getId());
        note.setX(x);
        note.setY(y);
        edit(Messages.addNote, () -> experiment.getNotes().add(note));
        return note;
    }

    /** Changes the text of a remark. */
    public void setText(Note note, String text) {
        IllegalTextException.check(text);
        edit(Messages.setText, new Subject(note, "text"), () -> note.setText(text));
    }

    /** Removes a remark. */
    public void removeNote(Note note) {
        edit(Messages.removeNote, () -> experiment.getNotes().remove(note));
    }

    /** Asks for a figure of an output; the figure contribution may be null for the one that suits best. */
    public FigureRequest addFigure(Step source, String output, String figure) {
        IllegalTextException.check(output, figure);
        var request = ExperimentFactory.eINSTANCE.createFigureRequest();
        request.setId(Experiments.freeId(experiment, "figure"));
        request.setSource(source.getId());
        request.setOutput(output);
        request.setFigure(figure);
        edit(Messages.addFigure, () -> experiment.getFigures().add(request));
        return request;
    }

    /** Changes the title of a figure; null to make one from its source. */
    public void setTitle(FigureRequest request, String title) {
        IllegalTextException.check(title);
        edit(Messages.setTitle, new Subject(request, "title"), () -> request.setTitle(title));
    }

    /** Removes the request for a figure. */
    public void removeFigure(FigureRequest request) {
        edit(Messages.removeFigure, () -> experiment.getFigures().remove(request));
    }

    /** Adds an expectation about a score, with nothing but its id and what it is about. */
    public Expectation addExpectation(Step source, String output, String score) {
        IllegalTextException.check(output, score);
        var expectation = ExperimentFactory.eINSTANCE.createExpectation();
        expectation.setId(Experiments.freeId(experiment, "expect-" + score));
        expectation.setSource(source.getId());
        expectation.setOutput(output);
        expectation.setScore(score);
        edit(Messages.addExpectation, () -> experiment.getExpectations().add(expectation));
        return expectation;
    }

    /**
     * Changes an expectation.
     *
     * @param what names the value, so that edits of the same one in a row become one entry; null for an entry of its own
     */
    public void change(Expectation expectation, Object what, Consumer<Expectation> change) {
        edit(Messages.editExpectation, what == null ? null : new Subject(expectation, what), () -> change.accept(expectation));
    }

    /** Removes an expectation. */
    public void removeExpectation(Expectation expectation) {
        edit(Messages.removeExpectation, () -> experiment.getExpectations().remove(expectation));
    }

    static void replace(EList<String> list, List<String> values) {
        if (!list.equals(values)) {
            list.clear();
            list.addAll(values);
        }
    }

    void requireFree(String id, String former) {
        if (!Experiments.isId(id)) {
            throw new IllegalArgumentException("'" + id + "' cannot be an id; use a letter followed by letters, digits, '-' and '_'.");
        }
        if (!id.equals(former) && !id.equals(Experiments.freeId(experiment, id))) {
            throw new IllegalArgumentException("The id '" + id + "' is in use already.");
        }
    }

    References references() {
        return references;
    }

    /** Whether an object is (still) part of the experiment; undo may take away what a form shows. */
    public boolean contains(EObject object) {
        return EcoreUtil.isAncestor(experiment, object);
    }
}
