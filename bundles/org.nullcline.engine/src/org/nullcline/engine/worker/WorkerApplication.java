// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.worker;

import java.io.PrintStream;

import org.eclipse.core.runtime.RegistryFactory;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.nullcline.engine.registry.RegistryContributions;

/** A worker as an application of the product: {@code -application org.nullcline.engine.worker}. */
public final class WorkerApplication implements IApplication {

    @Override
    public Object start(IApplicationContext context) {
        context.applicationRunning();
        PrintStream answers = System.out;
        System.setOut(System.err);
        new Worker(answers).serve(System.in, () -> new RegistryContributions(RegistryFactory.getRegistry()));
        return IApplication.EXIT_OK;
    }

    @Override
    public void stop() {
        Runtime.getRuntime().halt(0);
    }
}
