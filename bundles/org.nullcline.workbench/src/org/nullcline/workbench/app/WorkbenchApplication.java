// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.app;

import java.io.IOException;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Platform;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.nullcline.workbench.Messages;

/** Opens the workbench. The workspace is the default one unless {@code -data} names another; nobody is asked. */
public final class WorkbenchApplication implements IApplication {

    @Override
    public Object start(IApplicationContext context) {
        Display.setAppName("Nullcline");
        var display = PlatformUI.createDisplay();
        var instance = Platform.getInstanceLocation();
        try {
            if (!lockWorkspace()) {
                MessageDialog.openError(null, Messages.app_inUseTitle, NLS.bind(Messages.app_inUse, instance.getURL().getPath()));
                return EXIT_OK;
            }
            var code = PlatformUI.createAndRunWorkbench(display, new NullclineAdvisor());
            return code == PlatformUI.RETURN_RESTART ? EXIT_RESTART : EXIT_OK;
        } finally {
            if (instance != null) {
                instance.release();
            }
            display.dispose();
        }
    }

    /** Two workbenches on one workspace would overwrite each other's state. */
    private static boolean lockWorkspace() {
        var instance = Platform.getInstanceLocation();
        if (instance == null) {
            return true;
        }
        try {
            return instance.isSet() ? instance.lock() : instance.set(instance.getDefault(), true);
        } catch (IOException e) {
            ILog.of(WorkbenchApplication.class).warn(NLS.bind(Messages.app_noLock, instance.getURL()), e);
            return true;
        }
    }

    @Override
    public void stop() {
        if (!PlatformUI.isWorkbenchRunning()) {
            return;
        }
        var workbench = PlatformUI.getWorkbench();
        workbench.getDisplay().syncExec(workbench::close);
    }
}
