// SPDX-License-Identifier: EPL-2.0
package org.nullcline.cli.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.nullcline.api.NullclineException;
import org.nullcline.cli.ExitCode;
import org.nullcline.cli.Session;
import org.nullcline.cli.output.Json;
import org.nullcline.engine.store.Store;
import org.nullcline.engine.worker.WorkerLaunch;

import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Installs a plug-in. */
@CommandLine.Command(name = "install", header = "Installs a feature from an update site into this installation, or removes one.", footer = {"",
    "Examples: nullcline install ~/mylab/site org.mylab.dynamics.feature", "          nullcline install --remove org.mylab.dynamics.feature"})
public final class InstallCommand extends Command.WithJson {

    private static final int MEMORY = 1024;
    private static final String DIRECTOR = "org.eclipse.equinox.p2.director";

    @Parameters(arity = "1..2", paramLabel = "[SITE] FEATURE", description = "folder, archive or address of the update site, and id of the feature")
    List<String> arguments = new ArrayList<>();

    @Option(names = "--remove", description = "remove the feature instead; needs no site")
    boolean remove;

    /** The command within a session. */
    public InstallCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        if (arguments.size() != (remove ? 1 : 2)) {
            throw new CommandLine.ParameterException(spec.commandLine(), remove ? "--remove needs the feature alone" : "Name an update site and a feature");
        }
        String feature = arguments.getLast();
        String unit = feature.endsWith(".feature.group") ? feature : feature + ".feature.group";
        List<String> command = new ArrayList<>();
        if (remove) {
            command.addAll(List.of("-uninstallIU", unit));
        } else {
            command.addAll(List.of("-repository", site(arguments.getFirst()), "-installIU", unit));
        }
        String home = System.getProperty("nullcline.home");
        if (home == null) {
            throw NullclineException.infrastructure("Plug-ins can be installed into a product only; call 'install' of the installed start script.", null);
        }
        if (!Files.isWritable(Path.of(home))) {
            throw NullclineException.infrastructure("The installation " + home + " may not be changed by this user; ask its administrator.", null);
        }
        command.addAll(List.of("-destination", home));
        String profile = System.getProperty("eclipse.p2.profile");
        if (profile != null) {
            command.addAll(List.of("-profile", profile));
        }
        String last = run(command);
        if (json) {
            session.print(Json.object("feature", feature, "installed", !remove, "destination", home));
        } else {
            session.message("nullcline: " + feature + (remove ? " is removed." : " is installed.") + (last.isEmpty() ? "" : " (" + last + ")"));
        }
        return ExitCode.DONE;
    }

    private String site(String text) {
        try {
            Path path = session.resolve(Path.of(text));
            if (Files.isDirectory(path)) {
                return path.toUri().toString();
            }
            if (Files.isRegularFile(path)) {
                return "jar:" + path.toUri() + "!/";
            }
        } catch (InvalidPathException e) {
            // An address is no path on some systems; it is taken as it is below.
            session.message("nullcline: taking " + text + " for an address.");
        }
        if (text.matches("(https|file|jar):.*")) {
            return text;
        }
        throw NullclineException.input("There is no update site " + text + "; name a folder, an archive or an https address.");
    }

    private String run(List<String> arguments) {
        try {
            ProcessBuilder builder = WorkerLaunch.program(MEMORY, DIRECTOR, arguments);
            Process process = builder.redirectErrorStream(true).start();
            process.getOutputStream().close();
            List<String> lines = new ArrayList<>();
            try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
                for (String line = out.readLine(); line != null; line = out.readLine()) {
                    if (!line.isBlank() && !line.startsWith("WARNING")) {
                        lines.add(line.strip());
                    }
                }
            }
            if (process.waitFor() != 0) {
                lines.forEach(session::message);
                throw NullclineException.infrastructure("The installation failed: " + (lines.isEmpty() ? "the installer said nothing" : lines.getLast()) + ".", null);
            }
            return lines.isEmpty() ? "" : lines.getLast();
        } catch (IOException e) {
            throw NullclineException.infrastructure("The installer cannot be started: " + Store.reason(e) + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw NullclineException.infrastructure("The installation was interrupted.", e);
        }
    }
}
