// SPDX-License-Identifier: EPL-2.0
package org.nullcline.nd4j.internal;

import org.nullcline.nd4j.NativeRuntime;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Settles class loader and folders before any class of another bundle touches ND4J; loads no native library. */
public final class Activator implements BundleActivator {
    @Override
    public void start(BundleContext context) {
        NativeRuntime.prepare();
    }

    @Override
    public void stop(BundleContext context) {
        // Native libraries stay loaded until the process ends.
    }
}
