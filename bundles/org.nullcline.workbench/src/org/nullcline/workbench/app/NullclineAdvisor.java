// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.app;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.IWorkbenchPreferenceConstants;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.nullcline.workbench.Messages;
import org.nullcline.workbench.run.RunCenter;

/** How the workbench begins and ends. */
final class NullclineAdvisor extends WorkbenchAdvisor {

    @Override
    public void initialize(IWorkbenchConfigurer configurer) {
        configurer.setSaveAndRestore(true);
        PlatformUI.getPreferenceStore().setDefault(IWorkbenchPreferenceConstants.SHOW_PROGRESS_ON_STARTUP, false);
    }

    @Override
    public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
        return new WindowAdvisor(configurer);
    }

    @Override
    public String getInitialWindowPerspectiveId() {
        return Ids.DESIGN;
    }

    @Override
    public String getMainPreferencePageId() {
        return "org.nullcline.workbench.preferences";
    }

    @Override
    public boolean preShutdown() {
        var workbench = getWorkbenchConfigurer().getWorkbench();
        var runs = workbench.getService(RunCenter.class);
        var window = workbench.getActiveWorkbenchWindow();
        if (runs == null || runs.working() == 0) {
            return true;
        }
        var leave = getWorkbenchConfigurer().emergencyClosing() || MessageDialog.open(MessageDialog.QUESTION, window == null ? null : window.getShell(),
                Messages.app_closeTitle, Messages.app_closeRunning, 0, Messages.app_closeLeave, Messages.app_closeStay) == 0;
        if (leave) {
            runs.interruptAll();
        }
        return leave;
    }
}
