// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.task;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.nullcline.api.contribution.Descriptor;
import org.nullcline.compute.kernel.KernelSets;
import org.nullcline.engine.plan.Task;
import org.osgi.framework.FrameworkUtil;

import com.google.gson.JsonObject;

/** Under which circumstances a result came about. */
public final class Provenance {

    private Provenance() {
    }

    /** The circumstances of this process: versions and machine. */
    public static JsonObject ofProcess() {
        JsonObject json = new JsonObject();
        json.addProperty("nullcline", productVersion());
        json.addProperty("java", System.getProperty("java.vendor") + " " + System.getProperty("java.version"));
        json.addProperty("system", System.getProperty("os.name") + " " + System.getProperty("os.version") + " " + System.getProperty("os.arch"));
        json.addProperty("host", host());
        json.addProperty("processors", Runtime.getRuntime().availableProcessors());
        json.addProperty("numerics", Task.NUMERICS);
        json.addProperty("kernels", System.getProperty(KernelSets.PROPERTY, "automatic"));
        json.addProperty("blasThreads", String.valueOf(System.getenv("OMP_NUM_THREADS")));
        return json;
    }

    /** The circumstances of one task. */
    public static JsonObject of(Descriptor descriptor, TaskOrder order, int threads, Instant started) {
        JsonObject json = ofProcess();
        json.addProperty("contribution", descriptor.id());
        json.addProperty("version", descriptor.version());
        json.addProperty("plugin", descriptor.bundle());
        json.addProperty("seed", Long.toString(order.seed()));
        json.addProperty("threads", threads);
        json.addProperty("started", started.truncatedTo(ChronoUnit.MILLIS).toString());
        json.addProperty("seconds", started.until(Instant.now(), ChronoUnit.MILLIS) / 1000.0);
        return json;
    }

    /** Version of the engine's bundle; {@code development} on a plain class path. */
    public static String productVersion() {
        var bundle = FrameworkUtil.getBundle(Provenance.class);
        return bundle == null ? "development" : bundle.getVersion().toString();
    }

    /** Name of this machine. */
    public static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }
}
