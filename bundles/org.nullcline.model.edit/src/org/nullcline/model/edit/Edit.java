// SPDX-License-Identifier: EPL-2.0
package org.nullcline.model.edit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

import org.eclipse.emf.common.command.AbstractCommand;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.change.ChangeDescription;

/** Something the user did: one or several recorded changes that are undone and redone together. */
final class Edit extends AbstractCommand {
    private final Object key;
    /** In the order in which they happened. Applying a change turns it into its opposite. */
    private final List<ChangeDescription> changes = new ArrayList<>();
    private final Collection<EObject> affected = new LinkedHashSet<>();
    private boolean sealed;

    /**
     * Wraps a change that has happened already.
     *
     * @param label  name for the menu
     * @param key    edits in a row with equal keys become one; null for an edit that stands alone
     * @param change how to take it back
     */
    Edit(String label, Object key, ChangeDescription change) {
        super(label);
        this.key = key;
        add(change);
    }

    private void add(ChangeDescription change) {
        changes.add(change);
        affected.addAll(change.getObjectChanges().keySet());
    }

    /** Whether the next edit with this key belongs to the same intention. */
    boolean continuesWith(Object nextKey) {
        return !sealed && key != null && key.equals(nextKey);
    }

    void continueWith(ChangeDescription change) {
        add(change);
    }

    void seal() {
        sealed = true;
    }

    @Override
    protected boolean prepare() {
        return true;
    }

    /** The change was recorded while it happened. */
    @Override
    public void execute() {
    }

    @Override
    public void undo() {
        seal();
        for (var i = changes.size() - 1; i >= 0; i--) {
            changes.get(i).applyAndReverse();
        }
    }

    @Override
    public void redo() {
        for (var change : changes) {
            change.applyAndReverse();
        }
    }

    @Override
    public Collection<?> getAffectedObjects() {
        return List.copyOf(affected);
    }
}
