// SPDX-License-Identifier: EPL-2.0
package org.nullcline.model.edit;

import java.util.function.Consumer;

import org.eclipse.emf.common.util.EList;
import org.nullcline.model.AxisKind;
import org.nullcline.model.Experiment;
import org.nullcline.model.ExperimentFactory;
import org.nullcline.model.Experiments;
import org.nullcline.model.SweepAxis;
import org.nullcline.model.SweepPath;

/** Edits of the sweep; see {@link ExperimentEditor}. */
public final class SweepEdits {
    private final ExperimentEditor editor;
    private final Experiment experiment;

    SweepEdits(ExperimentEditor editor) {
        this.editor = editor;
        experiment = editor.experiment();
    }

    /**
     * Adds a sweep axis at the end.
     *
     * @param kind of values
     * @param path what varies; null for a zip
     * @return the axis, with a new id made from the path
     */
    public SweepAxis add(AxisKind kind, SweepPath path) {
        return add(experiment.getAxes(), kind, path);
    }

    /** Adds an axis that varies together with the others of a zip. */
    public SweepAxis addTo(SweepAxis zip, AxisKind kind, SweepPath path) {
        return add(zip.getAxes(), kind, path);
    }

    private SweepAxis add(EList<SweepAxis> owner, AxisKind kind, SweepPath path) {
        var axis = ExperimentFactory.eINSTANCE.createSweepAxis();
        var text = path == null ? kind.text() : path.toString();
        axis.setId(Experiments.freeId(experiment, text.substring(Math.max(text.lastIndexOf('.'), text.lastIndexOf('@')) + 1)));
        axis.setKind(kind.text());
        axis.setPath(path == null ? null : text);
        editor.edit(Messages.addAxis, () -> owner.add(axis));
        return axis;
    }

    /**
     * Changes settings of an axis.
     *
     * @param axis    the axis
     * @param setting names the field, so that typing in it becomes one entry; null to stand alone
     * @param change  sets features of the axis
     */
    public void change(SweepAxis axis, String setting, Consumer<SweepAxis> change) {
        editor.edit(Messages.editAxis, setting == null ? null : new ExperimentEditor.Subject(axis, setting), () -> {
            change.accept(axis);
            IllegalTextException.check(axis.getPath(), axis.getFrom(), axis.getTo(), axis.getStep(), axis.getDistribution());
            axis.getValues().forEach(IllegalTextException::check);
        });
    }

    /**
     * Gives an axis another id; gathering links follow.
     *
     * @throws IllegalArgumentException if the id is not legal or is in use
     */
    public void rename(SweepAxis axis, String id) {
        editor.requireFree(id, axis.getId());
        editor.edit(Messages.renameAxis, () -> {
            editor.references().renameAxis(axis.getId(), id);
            axis.setId(id);
        });
    }

    /** Removes an axis, also from the gathering links. */
    public void remove(SweepAxis axis) {
        editor.edit(Messages.removeAxis, () -> editor.references().dropAxis(siblings(axis), axis));
    }

    /** Puts an axis at another place among its siblings; the first varies slowest. */
    public void reorder(SweepAxis axis, int index) {
        editor.edit(Messages.reorder, () -> siblings(axis).move(index, axis));
    }

    private EList<SweepAxis> siblings(SweepAxis axis) {
        return axis.eContainer() instanceof SweepAxis zip ? zip.getAxes() : experiment.getAxes();
    }
}
