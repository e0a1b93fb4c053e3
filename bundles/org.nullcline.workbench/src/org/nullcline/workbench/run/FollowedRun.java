// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.run;

import java.util.Map;

import org.eclipse.ui.AbstractSourceProvider;
import org.eclipse.ui.ISources;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.services.IServiceLocator;

/**
 * Tells the workbench where the run stands that the views follow, so that commands are enabled only where they can do something. The variable is
 * {@code none}, {@code running}, {@code resumable} or {@code done}.
 */
public final class FollowedRun extends AbstractSourceProvider implements RunCenter.Listener {

    /** Name of the variable in {@code plugin.xml}. */
    public static final String VARIABLE = "org.nullcline.workbench.followedRun";

    private String state = "none";
    private RunCenter center;

    @Override
    public void initialize(IServiceLocator locator) {
        // The workbench is still being made.
        PlatformUI.getWorkbench().getDisplay().asyncExec(() -> {
            center = PlatformUI.getWorkbench().getService(RunCenter.class);
            if (center != null) {
                center.addListener(this);
            }
        });
    }

    @Override
    public void run(RunSnapshot snapshot) {
        var next = snapshot == null ? "none" : switch (snapshot.summary().state()) {
            case RUNNING -> "running";
            case DONE -> "done";
            case INTERRUPTED, FAILED, CANCELLED -> "resumable";
        };
        if (!next.equals(state)) {
            state = next;
            fireSourceChanged(ISources.WORKBENCH, VARIABLE, state);
        }
    }

    @Override
    public Map<String, String> getCurrentState() {
        return Map.of(VARIABLE, state);
    }

    @Override
    public String[] getProvidedSourceNames() {
        return new String[] {VARIABLE};
    }

    @Override
    public void dispose() {
        if (center != null) {
            center.removeListener(this);
        }
    }
}
