// SPDX-License-Identifier: EPL-2.0
package org.nullcline.cli.command;

import org.nullcline.cli.ExitCode;
import org.nullcline.cli.Session;
import org.nullcline.cli.output.Json;
import org.nullcline.engine.task.Provenance;

import picocli.CommandLine;

/** Says which version this is. */
@CommandLine.Command(name = "version", header = "Prints the versions of the program and of Java.", footer = {"", "Example: nullcline version --json"})
public final class VersionCommand extends Command.WithJson {

    /** The command within a session. */
    public VersionCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        if (json) {
            session.print(Json.of(Provenance.ofProcess()));
        } else {
            session.print("Nullcline " + Provenance.productVersion() + " on Java " + System.getProperty("java.version"));
        }
        return ExitCode.DONE;
    }
}
