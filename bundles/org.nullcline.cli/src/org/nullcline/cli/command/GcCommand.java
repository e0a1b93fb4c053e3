// SPDX-License-Identifier: EPL-2.0
package org.nullcline.cli.command;

import java.time.Duration;

import org.nullcline.cli.ExitCode;
import org.nullcline.cli.Session;
import org.nullcline.cli.output.Json;
import org.nullcline.engine.run.GarbageCollection;

import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Frees space. */
@CommandLine.Command(name = "gc", header = "Removes results that no run refers to; never those of pinned runs or of runs at work. Values that metrics prepared "
        + "for comparisons go when none used them for 30 days.",
        footer = {"", "Example: nullcline gc --older-than 90 --dry-run"})
public final class GcCommand extends Command.WithStore {

    @Option(names = "--dry-run", description = "only say what would be removed")
    boolean dryRun;

    @Option(names = "--older-than", paramLabel = "DAYS", description = "also remove unpinned runs that were made longer ago, and prepared values that were not used for so long")
    Integer days;

    /** The command within a session. */
    public GcCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        if (days != null && days < 0) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--older-than needs a number of days of at least 0");
        }
        var garbage = new GarbageCollection(store()).collect(days == null ? null : Duration.ofDays(days), dryRun);
        if (json) {
            session.print(Json.object("dryRun", dryRun, "results", garbage.results(), "runs", garbage.runs(), "leftovers", garbage.leftovers(), "prepared", garbage.prepared(), "bytes",
                    garbage.bytes()));
        } else {
            session.message("nullcline: " + (dryRun ? "would remove " : "removed ") + garbage.runs().size() + " runs, " + garbage.results().size() + " results, "
                    + garbage.prepared().size() + " prepared values and "
                    + garbage.leftovers().size() + " leftovers, " + Sizes.text(garbage.bytes()) + ".");
        }
        return ExitCode.DONE;
    }
}
