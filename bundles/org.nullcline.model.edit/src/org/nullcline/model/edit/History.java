// SPDX-License-Identifier: EPL-2.0
package org.nullcline.model.edit;

import java.util.Objects;

import org.eclipse.emf.common.command.BasicCommandStack;
import org.eclipse.emf.ecore.change.ChangeDescription;
import org.eclipse.emf.ecore.change.util.ChangeRecorder;
import org.nullcline.model.Experiment;

/** The command stack of one experiment. Consecutive edits of the same thing become one entry. */
final class History extends BasicCommandStack {
    /**
     * Runs a change and remembers how to take it back. A change that changes nothing leaves no entry; one that fails leaves the
     * experiment as it was.
     *
     * @param experiment what changes
     * @param label      name for the menu
     * @param key        edits in a row with equal keys become one entry; null to stand alone
     * @param change     changes the experiment and what it contains
     */
    void run(Experiment experiment, String label, Object key, Runnable change) {
        var recorder = new ChangeRecorder(experiment);
        var done = false;
        ChangeDescription description;
        try {
            change.run();
            done = true;
        } finally {
            description = recorder.endRecording();
            recorder.dispose();
            if (!done) {
                description.apply();
            }
        }
        if (isEmpty(description)) {
            return;
        }
        // A saved state must stay reachable, so an entry that leads to it is closed.
        if (top >= 0 && top == commandList.size() - 1 && top != saveIndex && commandList.get(top) instanceof Edit last
                && last.continuesWith(key)) {
            last.continueWith(description);
            notifyListeners();
        } else {
            execute(new Edit(label, key, description));
        }
    }

    /** Ends the intention: the next edit gets its own entry. */
    void seal() {
        if (top >= 0 && commandList.get(top) instanceof Edit last) {
            last.seal();
        }
    }

    /** Whether everything is as it was: setting what is set already also counts as recorded. */
    private static boolean isEmpty(ChangeDescription description) {
        for (var entry : description.getObjectChanges()) {
            for (var change : entry.getValue()) {
                var object = entry.getKey();
                var feature = change.getFeature();
                var same = object.eIsSet(feature) == change.isSet() && (feature.isMany() ? change.getListChanges().isEmpty()
                        : Objects.equals(object.eGet(feature), change.getValue()));
                if (!same) {
                    return false;
                }
            }
        }
        return true;
    }
}
