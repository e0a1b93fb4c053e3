// SPDX-License-Identifier: EPL-2.0
package org.nullcline.cli.command;

import java.util.List;

import org.nullcline.api.NullclineException.Kind;
import org.nullcline.cli.ExitCode;
import org.nullcline.cli.Session;
import org.nullcline.cli.output.Json;
import org.nullcline.engine.validate.Problem;

import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** Says what is wrong with an experiment. */
@CommandLine.Command(name = "validate", header = "Says what is wrong with an experiment, without running it.",
        footer = {"", "Example: nullcline validate my.experiment"})
public final class ValidateCommand extends Command.WithJson {

    @Mixin
    ExperimentOptions options;

    /** The command within a session. */
    public ValidateCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        List<Problem> problems = Problems.of(session, options.open(session));
        List<Problem> errors = problems.stream().filter(Problem::error).toList();
        if (json) {
            session.print(Json.object("valid", errors.isEmpty(), "problems", problems.stream().map(Problems::json).toList()));
        } else {
            problems.forEach(p -> session.print((p.error() ? "error: " : "warning: ") + p.sentence()));
            session.message(errors.isEmpty() ? "nullcline: The experiment can run." : "nullcline: " + errors.size() + (errors.size() == 1 ? " error." : " errors."));
        }
        return errors.isEmpty() ? ExitCode.DONE : errors.stream().allMatch(p -> p.kind() == Kind.INPUT) ? ExitCode.INPUT : ExitCode.INVALID;
    }
}
