// SPDX-License-Identifier: EPL-2.0
package org.nullcline.cli.command;

import org.nullcline.cli.ExitCode;
import org.nullcline.cli.Session;

import picocli.CommandLine;

/** The program without a command. */
@CommandLine.Command(name = "nullcline", synopsisSubcommandLabel = "COMMAND",
        header = "A workbench and engine for neural population dynamics.",
        footer = {"", "'nullcline help COMMAND' explains a command with an example. Without a command, the workbench opens.",
            "Exit codes: 0 done, 2 usage, 3 invalid experiment or parameter, 4 unreadable input, 5 a task failed, 6 cancelled, 7 infrastructure."})
public final class RootCommand extends Command {

    /** The root of all commands. */
    public RootCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return ExitCode.USAGE;
    }
}
