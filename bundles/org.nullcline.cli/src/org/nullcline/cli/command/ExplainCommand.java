// SPDX-License-Identifier: EPL-2.0
package org.nullcline.cli.command;

import java.util.List;
import java.util.Optional;

import org.nullcline.cli.ExitCode;
import org.nullcline.cli.Session;
import org.nullcline.cli.output.Json;
import org.nullcline.engine.plan.Plan;
import org.nullcline.engine.run.Explanation;
import org.nullcline.engine.run.RunFolder;
import org.nullcline.engine.run.Runs;
import org.nullcline.engine.store.Store;

import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says why tasks would run. */
@CommandLine.Command(name = "explain", header = "Says for each task of an experiment whether it would run, and why.",
        footer = {"", "Example: nullcline explain my.experiment --set fit.epochs=500"})
public final class ExplainCommand extends Command.WithStore {

    @Mixin
    ExperimentOptions options;

    @Option(names = "--against", paramLabel = "RUN", description = "compare with this run (default: the last one of an experiment of this name)")
    String against;

    /** The command within a session. */
    public ExplainCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        Plan plan = Problems.plan(session, options.open(session));
        Store store = store();
        Optional<RunFolder> last = against != null ? Optional.of(new Runs(store).find(against))
                : new Runs(store).list().stream().filter(r -> r.info().experiment().equals(plan.name())).findFirst();
        List<Explanation> explanations = Explanation.of(plan, store, last.map(RunFolder::plan));
        if (json) {
            session.print(Json.object("name", plan.name(), "against", last.map(r -> r.info().id()).orElse(null), "tasks", explanations.stream()
                    .map(e -> Json.object("title", e.task().title(), "step", e.task().step(), "coordinates", e.task().coordinates(), "key", e.task().key(), "cached",
                            e.cached(), "reasons", e.reasons())).toList()));
            return ExitCode.DONE;
        }
        for (Explanation explanation : explanations) {
            session.print(explanation.task().title() + ": " + (explanation.cached() ? "result in the store" : "would run — " + String.join("; ", explanation.reasons())));
        }
        long open = explanations.stream().filter(e -> !e.cached()).count();
        session.message("nullcline: " + open + " of " + explanations.size() + " tasks would run" + last.map(r -> ", compared with " + r.info().id()).orElse("") + ".");
        return ExitCode.DONE;
    }
}
