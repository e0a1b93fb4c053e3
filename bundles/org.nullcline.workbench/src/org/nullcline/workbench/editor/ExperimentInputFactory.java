// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.editor;

import java.nio.file.Path;

import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.ui.IElementFactory;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IPersistableElement;

/** Opens the editors of the last session again. */
public final class ExperimentInputFactory implements IElementFactory {

    private static final String ID = "org.nullcline.workbench.experimentInput";
    private static final String PATH = "path";

    @Override
    public IAdaptable createElement(IMemento memento) {
        var path = memento.getString(PATH);
        return path == null ? null : new ExperimentInput(Path.of(path));
    }

    /** What is remembered of an input. */
    record Memento(Path file) implements IPersistableElement {
        @Override
        public void saveState(IMemento memento) {
            memento.putString(PATH, file.toString());
        }

        @Override
        public String getFactoryId() {
            return ID;
        }
    }
}
