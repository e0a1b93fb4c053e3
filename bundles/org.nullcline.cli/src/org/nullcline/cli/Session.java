// SPDX-License-Identifier: EPL-2.0
package org.nullcline.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

import org.eclipse.core.runtime.IExtensionRegistry;
import org.nullcline.cli.output.Json;
import org.nullcline.engine.registry.EngineContributions;
import org.nullcline.engine.registry.RegistryContributions;
import org.nullcline.engine.store.Store;

import com.google.gson.JsonElement;

/** What commands share: where they are called, what is installed, where they print. Messages go to the error stream, results to the output. */
public final class Session {

    private final IExtensionRegistry registry;
    private final PrintStream out;
    private final PrintStream err;
    private final Path directory;
    private final Map<String, String> environment;
    private final boolean terminal;
    private RegistryContributions contributions;

    /**
     * A session.
     *
     * @param directory folder that relative paths on the command line start from
     * @param terminal whether messages go to a terminal, where a line may change
     */
    public Session(IExtensionRegistry registry, PrintStream out, PrintStream err, Path directory, Map<String, String> environment, boolean terminal) {
        this.registry = registry;
        this.out = out;
        this.err = err;
        this.directory = directory.toAbsolutePath().normalize();
        this.environment = environment;
        this.terminal = terminal;
    }

    /** What is installed. */
    public RegistryContributions contributions() {
        if (contributions == null) {
            contributions = new RegistryContributions(registry);
        }
        return contributions;
    }

    /** What is installed for the engine's own extension points. */
    public EngineContributions engine() {
        return new EngineContributions(registry);
    }

    /** The store: the named one, or that of the user. */
    public Store store(Path named) {
        return Store.open(named == null ? Store.defaultLocation(environment) : resolve(named));
    }

    /** A path of the command line, absolute. */
    public Path resolve(Path path) {
        return directory.resolve(path).normalize();
    }

    /** Folder that relative paths on the command line start from. */
    public Path directory() {
        return directory;
    }

    /** Environment variables. */
    public Map<String, String> environment() {
        return environment;
    }

    /** Whether messages go to a terminal. */
    public boolean terminal() {
        return terminal;
    }

    /** Prints a line of a result. */
    public void print(String line) {
        out.println(line);
    }

    /** Prints text as it is. */
    void printText(String text) {
        out.print(text);
        out.flush();
    }

    /** Prints the one JSON document of a command. */
    public void print(JsonElement json) {
        out.println(Json.text(json));
    }

    /** Prints a message. */
    public void message(String line) {
        err.println(line);
    }

    /** The stream of messages, for progress. */
    public PrintStream messages() {
        return err;
    }
}
