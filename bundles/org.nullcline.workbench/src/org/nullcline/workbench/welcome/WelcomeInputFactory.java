// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.welcome;

import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.ui.IElementFactory;
import org.eclipse.ui.IMemento;

/** Shows the welcome page again in the next session, where it was open when the last one ended. */
public final class WelcomeInputFactory implements IElementFactory {

    static final String ID = "org.nullcline.workbench.welcomeInput";

    @Override
    public IAdaptable createElement(IMemento memento) {
        return WelcomeEditor.INPUT;
    }
}
