// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.editor;

import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.core.runtime.IPath;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IPathEditorInput;
import org.eclipse.ui.IPersistableElement;
import org.nullcline.workbench.look.Icons;
import org.nullcline.workbench.study.Studies;

/**
 * An experiment file as the input of an editor; the same file is the same input.
 *
 * @param file absolute path
 */
public record ExperimentInput(Path file) implements IPathEditorInput {

    /** Makes the path absolute. */
    public ExperimentInput {
        file = file.toAbsolutePath().normalize();
    }

    @Override
    public boolean exists() {
        return Files.exists(file);
    }

    @Override
    public ImageDescriptor getImageDescriptor() {
        return Icons.descriptor("experiment");
    }

    @Override
    public String getName() {
        return Studies.title(file);
    }

    @Override
    public String getToolTipText() {
        return file.toString();
    }

    @Override
    public IPath getPath() {
        return IPath.fromPath(file);
    }

    @Override
    public IPersistableElement getPersistable() {
        return new ExperimentInputFactory.Memento(file);
    }

    @Override
    public <T> T getAdapter(Class<T> adapter) {
        return adapter == Path.class ? adapter.cast(file) : null;
    }
}
