// SPDX-License-Identifier: EPL-2.0
package org.nullcline.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.nullcline.api.NullclineException;
import org.nullcline.api.contribution.Descriptor;
import org.nullcline.cli.ExitCode;
import org.nullcline.cli.Session;
import org.nullcline.cli.output.Json;
import org.nullcline.engine.registry.ContributionProblem;
import org.nullcline.engine.registry.PluginUnderTest;
import org.nullcline.engine.store.Store;
import org.nullcline.testkit.ConformanceKit;
import org.nullcline.testkit.Finding;

import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** Checks a plug-in before it is installed. */
@CommandLine.Command(name = "check-plugin", header = "Checks a plug-in: its declarations, its classes, and what it promises, such as gradients and invariances.",
        footer = {"", "Example: nullcline check-plugin ~/org.mylab.dynamics"})
public final class CheckPluginCommand extends Command.WithJson {

    @Parameters(paramLabel = "PATH", description = "folder with plugin.xml and compiled classes (bin or target/classes), or an archive")
    Path path;

    /** The command within a session. */
    public CheckPluginCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        Path plugin = session.resolve(path);
        try (PluginUnderTest contributions = PluginUnderTest.open(plugin, session.contributions(), CheckPluginCommand.class.getClassLoader())) {
            List<ContributionProblem> problems = contributions.problems();
            List<Finding> findings = new ArrayList<>();
            for (Descriptor descriptor : contributions.own()) {
                session.message("nullcline: checking " + descriptor.id());
                findings.addAll(new ConformanceKit(contributions).check(descriptor));
            }
            if (contributions.own().isEmpty() && problems.isEmpty()) {
                throw NullclineException.input(plugin + " contributes nothing to Nullcline; its plugin.xml has no extension of a point org.nullcline.api.….");
            }
            boolean passed = problems.isEmpty() && findings.stream().allMatch(Finding::passed);
            if (json) {
                session.print(Json.object("plugin", plugin.toString(), "passed", passed, "problems", problems.stream().map(ContributionProblem::sentence).toList(),
                        "findings", findings.stream().map(f -> Json.object("contribution", f.contribution(), "property", f.property(), "passed", f.passed(), "detail",
                                f.detail())).toList()));
            } else {
                problems.forEach(problem -> session.print("FAILS  " + problem.sentence()));
                findings.forEach(finding -> session.print(finding.toString()));
                session.message("nullcline: " + (passed ? "the plug-in keeps its promises." : "the plug-in does not keep its promises."));
            }
            return passed ? ExitCode.DONE : ExitCode.INVALID;
        } catch (IOException e) {
            throw NullclineException.input(plugin + " cannot be closed: " + Store.reason(e) + ".", e);
        }
    }
}
