// SPDX-License-Identifier: EPL-2.0
package org.nullcline.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

import org.nullcline.api.NullclineException;
import org.nullcline.cli.ExitCode;
import org.nullcline.cli.Session;
import org.nullcline.cli.output.Json;
import org.nullcline.cli.plugin.PluginTemplate;
import org.nullcline.engine.store.Store;

import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Begins a plug-in. */
@CommandLine.Command(name = "new-plugin", header = "Begins a plug-in with one contribution that works: an architecture, a metric or a step.", footer = {"",
    "Example: nullcline new-plugin ~/org.mylab.dynamics --kind architecture"})
public final class NewPluginCommand extends Command.WithJson {

    @Parameters(paramLabel = "DIR", description = "folder to make; its name becomes the id of the plug-in unless --id gives one")
    Path folder;

    @Option(names = "--id", paramLabel = "ID", description = "symbolic name, such as org.mylab.dynamics")
    String id;

    @Option(names = "--kind", paramLabel = "KIND", description = "architecture (the default), metric or step")
    PluginTemplate.Kind kind = PluginTemplate.Kind.ARCHITECTURE;

    /** The command within a session. */
    public NewPluginCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        Path target = session.resolve(folder);
        String name = id == null ? target.getFileName().toString() : id;
        if (!name.matches("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)+")) {
            throw NullclineException.invalid("'" + name + "' is no id for a plug-in; give one such as org.mylab.dynamics with --id: lower-case words with dots between.");
        }
        if (Files.exists(target) && !Store.isEmpty(target)) {
            throw NullclineException.invalid(target + " is not empty; choose a folder that does not exist.");
        }
        try {
            for (Map.Entry<String, String> file : new PluginTemplate(name, kind).files().entrySet()) {
                Path path = target.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
        } catch (IOException e) {
            throw NullclineException.infrastructure(target + " cannot be written: " + Store.reason(e) + ".", e);
        }
        if (json) {
            session.print(Json.object("plugin", name, "folder", target.toString(), "kind", kind.name().toLowerCase(Locale.ROOT)));
        } else {
            session.message("nullcline: made the plug-in " + name + " in " + target + "; its README.md says how to build, check and install it.");
        }
        return ExitCode.DONE;
    }
}
