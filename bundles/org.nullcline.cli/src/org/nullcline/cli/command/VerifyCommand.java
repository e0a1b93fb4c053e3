// SPDX-License-Identifier: EPL-2.0
package org.nullcline.cli.command;

import org.nullcline.cli.ExitCode;
import org.nullcline.cli.Session;
import org.nullcline.cli.output.Json;
import org.nullcline.engine.store.StoreMaintenance;
import org.nullcline.engine.store.StoreMaintenance.Damage;

import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Checks the store. */
@CommandLine.Command(name = "verify", header = "Reads every stored result again and compares it with its recorded hashes.",
        footer = {"", "Example: nullcline verify --repair"})
public final class VerifyCommand extends Command.WithStore {

    @Option(names = "--repair", description = "move damaged results to the folder 'quarantine', so that they are computed again when needed")
    boolean repair;

    /** The command within a session. */
    public VerifyCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        var found = new StoreMaintenance(store()).verify(repair);
        if (json) {
            session.print(Json.object("results", found.results(), "prepared", found.prepared(), "bytes", found.bytes(), "repaired", repair, "damages",
                    found.damages().stream().map(d -> Json.object("key", d.key(), "sentence", d.sentence())).toList()));
        } else {
            for (Damage damage : found.damages()) {
                session.print("Result " + damage.key() + ": " + damage.sentence() + ".");
            }
            session.message("nullcline: " + found.results() + " results"
                    + (found.prepared() > 0 ? " (" + found.prepared() + " of them prepared values), " : ", ") + Sizes.text(found.bytes()) + ", " + found.damages().size() + " damaged"
                    + (repair && !found.damages().isEmpty() ? " and moved away." : "."));
        }
        return found.damages().isEmpty() || repair ? ExitCode.DONE : ExitCode.INFRASTRUCTURE;
    }
}
