// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.worker;

import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.nullcline.api.NullclineException;
import org.osgi.framework.FrameworkUtil;

/** How to start a worker process: the same program as this process, headless. */
public final class WorkerLaunch {

    private static final Pattern INHERITED = Pattern.compile("^(--|-Xlog|-Xshare|-XX:CompileCommand|-XX:[+-](UseSerialGC|UseParallelGC|DisplayVMOutput)"
            + "|-Dnullcline\\.|-Dorg\\.bytedeco\\.|-Dorg\\.nd4j\\.)");
    private static final String APPLICATION = "org.nullcline.engine.worker";

    private WorkerLaunch() {
    }

    /**
     * The command of a worker.
     *
     * @param memoryMegabytes limit for its objects
     * @param crashLog where the Java runtime writes about a crash
     */
    public static ProcessBuilder command(int memoryMegabytes, Path crashLog) {
        return command(memoryMegabytes, crashLog, APPLICATION, WorkerMain.class.getName());
    }

    /** The command of another headless program of this product: an application for Equinox, a main class for a plain class path. */
    static ProcessBuilder command(int memoryMegabytes, Path crashLog, String application, String mainClass, String... arguments) {
        List<String> command = virtualMachine(memoryMegabytes);
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.add("-XX:ErrorFile=" + crashLog);
        command.addAll(inEquinox() ? equinox(application) : List.of("-cp", System.getProperty("java.class.path"), mainClass));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("OMP_NUM_THREADS", "1");
        builder.environment().put("OPENBLAS_NUM_THREADS", "1");
        return builder;
    }

    /**
     * The command of an application of the platform, such as the installer, in a process of its own.
     *
     * @throws NullclineException of kind INFRASTRUCTURE outside of Equinox
     */
    public static ProcessBuilder program(int memoryMegabytes, String application, List<String> arguments) {
        List<String> command = virtualMachine(memoryMegabytes);
        command.addAll(equinox(application));
        command.addAll(arguments);
        return new ProcessBuilder(command);
    }

    private static boolean inEquinox() {
        return FrameworkUtil.getBundle(WorkerLaunch.class) != null;
    }

    private static List<String> virtualMachine(int memoryMegabytes) {
        List<String> command = new ArrayList<>();
        command.add(java());
        command.addAll(inherited());
        command.add("-Xmx" + memoryMegabytes + "m");
        command.add("-Djava.awt.headless=true");
        return command;
    }

    private static String java() {
        return ProcessHandle.current().info().command().filter(c -> c.contains("java"))
                .orElseGet(() -> Path.of(System.getProperty("java.home"), "bin", "java").toString());
    }

    /** The options of this process that a worker needs as well: modules, access to native code, our own properties; not memory and debugging. */
    private static List<String> inherited() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream().filter(a -> INHERITED.matcher(a).find()).toList();
    }

    /** The framework that runs this process, once more, with the same bundles and without a workspace. */
    private static List<String> equinox(String application) {
        String launcher = System.getProperty("java.class.path");
        if (launcher == null || !launcher.contains("org.eclipse.equinox.launcher")) {
            throw NullclineException.infrastructure("Workers cannot be started because this process was not started by Equinox' launcher; start Nullcline with "
                    + "its start script.", null);
        }
        List<String> arguments = new ArrayList<>(List.of("-jar", launcher, "-nosplash", "-application", application));
        String configuration = System.getProperty("osgi.configuration.area");
        if (configuration != null) {
            arguments.addAll(List.of("-configuration", Path.of(URI.create(configuration.replace(" ", "%20"))).toString()));
        }
        String install = System.getProperty("osgi.install.area");
        if (install != null) {
            arguments.addAll(List.of("-install", Path.of(URI.create(install.replace(" ", "%20"))).toString()));
        }
        arguments.addAll(List.of("-data", "@none"));
        return arguments;
    }
}
