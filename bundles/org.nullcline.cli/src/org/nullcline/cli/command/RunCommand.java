// SPDX-License-Identifier: EPL-2.0
package org.nullcline.cli.command;

import java.nio.file.Path;

import org.nullcline.api.NullclineException;
import org.nullcline.cli.Session;
import org.nullcline.cli.input.ExperimentSource;
import org.nullcline.engine.plan.Plan;
import org.nullcline.engine.run.RunFolder;
import org.nullcline.engine.store.Store;
import org.nullcline.engine.worker.LocalExecutor;
import org.nullcline.model.Experiments;
import org.nullcline.model.file.ExperimentFileException;

import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs an experiment. */
@CommandLine.Command(name = "run", header = "Runs an experiment: what is not in the store yet is done by worker processes.", footer = {"",
    "Examples: nullcline run my.experiment --report report.html",
    "          nullcline run --template first-look --quick --sweep fit.latentSize=2,3,5"})
public final class RunCommand extends Command.WithStore {

    @Mixin
    ExperimentOptions options;

    @Mixin
    ExecutionOptions execution;

    @Option(names = "--report", paramLabel = "OUT.html", description = "write a report when the run is over")
    Path report;

    /** The command within a session. */
    public RunCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        return start(session, options.open(session), execution, store(), report, json);
    }

    /** Plans, runs, prints, reports; returns the exit code. */
    static int start(Session session, ExperimentSource source, ExecutionOptions execution, Store store, Path report, boolean json) {
        Plan plan = Problems.plan(session, source);
        String executor = execution.executor == null ? LocalExecutor.ID : execution.executor;
        session.engine().createExecutor(executor);
        RunFolder run = RunFolder.create(store, plan, bytes(source), source.name(), executor);
        session.message("nullcline: run " + run.info().id() + ", " + plan.tasks().size() + " tasks");
        return RunEnd.finish(session, store, run, new RunWork(session, store, run).work(execution.settings()), report, json);
    }

    private static byte[] bytes(ExperimentSource source) {
        try {
            return Experiments.bytes(source.experiment());
        } catch (ExperimentFileException e) {
            throw new NullclineException(NullclineException.Kind.INVALID, e.getMessage(), e);
        }
    }
}
