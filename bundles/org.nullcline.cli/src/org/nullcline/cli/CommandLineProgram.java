// SPDX-License-Identifier: EPL-2.0
package org.nullcline.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.nullcline.api.NullclineException;
import org.nullcline.cli.command.ApplyCommand;
import org.nullcline.cli.command.BenchCommand;
import org.nullcline.cli.command.CancelCommand;
import org.nullcline.cli.command.CheckPluginCommand;
import org.nullcline.cli.command.CompareCommand;
import org.nullcline.cli.command.ConvertCommand;
import org.nullcline.cli.command.DemoCommand;
import org.nullcline.cli.command.DescribeCommand;
import org.nullcline.cli.command.DoctorCommand;
import org.nullcline.cli.command.ExplainCommand;
import org.nullcline.cli.command.GcCommand;
import org.nullcline.cli.command.HelpCommand;
import org.nullcline.cli.command.InstallCommand;
import org.nullcline.cli.command.ListCommand;
import org.nullcline.cli.command.NewPluginCommand;
import org.nullcline.cli.command.PinCommand;
import org.nullcline.cli.command.PlanCommand;
import org.nullcline.cli.command.ReportCommand;
import org.nullcline.cli.command.ResumeCommand;
import org.nullcline.cli.command.RootCommand;
import org.nullcline.cli.command.RunCommand;
import org.nullcline.cli.command.RunsCommand;
import org.nullcline.cli.command.ShowCommand;
import org.nullcline.cli.command.SimulateCommand;
import org.nullcline.cli.command.ValidateCommand;
import org.nullcline.cli.command.VerifyCommand;
import org.nullcline.cli.command.VersionCommand;
import org.nullcline.engine.task.Trace;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The commands behind {@code ./nullcline COMMAND}: parses, runs, and turns every failure into one sentence and an exit code. */
public final class CommandLineProgram {

    private final Session session;

    /** The program within a session. */
    public CommandLineProgram(Session session) {
        this.session = session;
    }

    /** Runs one command; returns its exit code. */
    public int run(String... arguments) {
        CommandLine line = create();
        line.setExecutionStrategy(new CommandLine.RunLast());
        boolean debug = List.of(arguments).contains("--debug");
        line.setParameterExceptionHandler((failure, given) -> usage(failure));
        line.setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, debug));
        return line.execute(arguments);
    }

    /** The commands as picocli knows them. */
    public CommandLine create() {
        CommandLine root = new CommandLine(new RootCommand(session));
        root.addSubcommand(new DemoCommand(session)).addSubcommand(new RunCommand(session)).addSubcommand(new PlanCommand(session))
                .addSubcommand(new ExplainCommand(session)).addSubcommand(new ValidateCommand(session)).addSubcommand(new RunsCommand(session))
                .addSubcommand(new ShowCommand(session)).addSubcommand(new ResumeCommand(session)).addSubcommand(new CancelCommand(session))
                .addSubcommand(new ReportCommand(session)).addSubcommand(new PinCommand(session)).addSubcommand(new ListCommand(session))
                .addSubcommand(new DescribeCommand(session)).addSubcommand(new SimulateCommand(session)).addSubcommand(new ConvertCommand(session))
                .addSubcommand(new CompareCommand(session)).addSubcommand(new ApplyCommand(session))
                .addSubcommand(new VerifyCommand(session)).addSubcommand(new GcCommand(session)).addSubcommand(new BenchCommand(session)).addSubcommand(new NewPluginCommand(session)).addSubcommand(new CheckPluginCommand(session))
                .addSubcommand(new InstallCommand(session)).addSubcommand(new DoctorCommand(session))
                .addSubcommand(new HelpCommand(session)).addSubcommand(new VersionCommand(session));
        PrintWriter out = new PrintWriter(new Writer() {
            @Override
            public void write(char[] text, int offset, int length) {
                session.printText(new String(text, offset, length));
            }

            @Override
            public void flush() {
                // The session's stream is flushed line by line.
            }

            @Override
            public void close() {
                flush();
            }
        }, true);
        root.setOut(out);
        root.setUsageHelpWidth(110);
        root.setAbbreviatedOptionsAllowed(false);
        root.setCaseInsensitiveEnumValuesAllowed(true);
        return root;
    }

    private int usage(ParameterException failure) {
        String name = failure.getCommandLine().getCommandName();
        String hint = "";
        if (failure instanceof UnmatchedArgumentException unmatched && !unmatched.getSuggestions().isEmpty()) {
            hint = " Did you mean " + String.join(" or ", unmatched.getSuggestions().stream().limit(3).toList()) + "?";
        }
        String sentence = failure.getMessage().lines().findFirst().orElse("The command line is not understood").replaceAll("\\.$", "");
        session.message("nullcline: " + sentence + "." + hint + " See 'nullcline help" + (name.equals("nullcline") ? "" : " " + name) + "'.");
        return ExitCode.USAGE;
    }

    private int failed(Exception failure, boolean debug) {
        int code = switch (failure) {
            case NullclineException known -> {
                session.message("nullcline: " + known.getMessage());
                yield ExitCode.of(known.kind());
            }
            case CancellationException cancelled -> {
                session.message("nullcline: Cancelled.");
                yield ExitCode.CANCELLED;
            }
            default -> {
                String message = failure.getMessage() == null ? "" : ": " + failure.getMessage().lines().findFirst().orElse("");
                session.message("nullcline: An error in the program itself or in a plug-in (" + failure.getClass().getSimpleName() + message
                        + "); run the command again with --debug to see where.");
                yield ExitCode.INFRASTRUCTURE;
            }
        };
        if (debug) {
            Trace.print(failure, session.messages());
        }
        return code;
    }
}
