// SPDX-License-Identifier: EPL-2.0
package org.nullcline.cli.command;

import java.nio.file.Path;

import org.nullcline.cli.Session;
import org.nullcline.cli.input.ExperimentSource;

import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The main job end to end. */
@CommandLine.Command(name = "demo", header = "Simulates a system, fits two architectures, scores them, finds fixed points, compares, and writes a report.",
        footer = {"", "Example: nullcline demo --quick"})
public final class DemoCommand extends Command.WithStore {

    private static final String TEMPLATE = "org.nullcline.first-look";

    @Option(names = "--quick", description = "under two minutes: fewer trials and epochs")
    boolean quick;

    @Option(names = "--report", paramLabel = "OUT.html", description = "where to write the report (default: nullcline-demo.html here)")
    Path report = Path.of("nullcline-demo.html");

    @Mixin
    ExecutionOptions execution;

    /** The command within a session. */
    public DemoCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        return RunCommand.start(session, ExperimentSource.ofTemplate(session, TEMPLATE, quick), execution, store(), report, json);
    }
}
