// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.app;

import org.eclipse.core.runtime.ILog;
import org.eclipse.swt.graphics.Point;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.nullcline.workbench.welcome.WelcomeEditor;

/** The window: its size, its bars, and the welcome page on the first start. */
final class WindowAdvisor extends WorkbenchWindowAdvisor {

    WindowAdvisor(IWorkbenchWindowConfigurer configurer) {
        super(configurer);
    }

    @Override
    public void preWindowOpen() {
        var configurer = getWindowConfigurer();
        var screen = configurer.getWindow().getWorkbench().getDisplay().getPrimaryMonitor().getClientArea();
        configurer.setInitialSize(new Point(Math.min(1560, screen.width), Math.min(980, screen.height)));
        configurer.setShowMenuBar(true);
        configurer.setShowCoolBar(true);
        configurer.setShowStatusLine(true);
        configurer.setShowPerspectiveBar(true);
        configurer.setShowProgressIndicator(true);
        configurer.setTitle("Nullcline");
    }

    @Override
    public void postWindowOpen() {
        var page = getWindowConfigurer().getWindow().getActivePage();
        if (page != null && page.getEditorReferences().length == 0 && page.getPerspective().getId().equals(Ids.DESIGN)) {
            try {
                page.openEditor(WelcomeEditor.INPUT, Ids.WELCOME);
            } catch (PartInitException e) {
                ILog.of(WindowAdvisor.class).error(e.getMessage(), e);
            }
        }
    }
}
