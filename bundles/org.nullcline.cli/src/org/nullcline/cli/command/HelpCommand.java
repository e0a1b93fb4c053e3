// SPDX-License-Identifier: EPL-2.0
package org.nullcline.cli.command;

import org.nullcline.cli.ExitCode;
import org.nullcline.cli.Session;
import org.nullcline.engine.registry.Spelling;

import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** Explains commands. */
@CommandLine.Command(name = "help", header = "Explains the program or one command.", footer = {"", "Example: nullcline help run"})
public final class HelpCommand extends Command {

    @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "the command to explain")
    String command;

    /** The command within a session. */
    public HelpCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        CommandLine root = spec.commandLine().getParent();
        CommandLine explained = command == null ? root : root.getSubcommands().get(command);
        if (explained == null) {
            throw new CommandLine.ParameterException(spec.commandLine(), "There is no command '" + command + "'"
                    + Spelling.hint(command, root.getSubcommands().keySet()).replaceAll("\\?$", ""));
        }
        explained.usage(root.getOut());
        return ExitCode.DONE;
    }
}
