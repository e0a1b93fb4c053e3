// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.welcome;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IPersistableElement;
import org.nullcline.workbench.Messages;
import org.nullcline.workbench.look.Icons;

/** The input of the welcome page, of which there is one. */
final class WelcomeInput implements IEditorInput, IPersistableElement {

    @Override
    public boolean exists() {
        return false;
    }

    @Override
    public ImageDescriptor getImageDescriptor() {
        return Icons.descriptor("welcome");
    }

    @Override
    public String getName() {
        return Messages.welcome_title;
    }

    @Override
    public IPersistableElement getPersistable() {
        return this;
    }

    @Override
    public String getFactoryId() {
        return WelcomeInputFactory.ID;
    }

    @Override
    public void saveState(IMemento memento) {
        // There is one welcome page, so its factory says it all.
    }

    @Override
    public String getToolTipText() {
        return Messages.welcome_title;
    }

    @Override
    public <T> T getAdapter(Class<T> adapter) {
        return null;
    }
}
