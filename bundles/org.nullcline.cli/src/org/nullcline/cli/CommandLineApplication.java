// SPDX-License-Identifier: EPL-2.0
package org.nullcline.cli;

import org.eclipse.core.runtime.RegistryFactory;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;

/** The command line as an application of the product: {@code -application org.nullcline.cli.app}. */
public final class CommandLineApplication implements IApplication {

    @Override
    public Object start(IApplicationContext context) {
        context.applicationRunning();
        String[] arguments = (String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        return Main.run(RegistryFactory.getRegistry(), arguments);
    }

    @Override
    public void stop() {
        // A command ends by itself; the framework stops only when the process ends anyway.
    }
}
