// SPDX-License-Identifier: EPL-2.0
package org.nullcline.cli.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.nullcline.cli.Session;
import org.nullcline.engine.store.Store;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What all commands have. */
abstract class Command implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @Option(names = "--debug", description = "show where failures come from")
    boolean debug;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "explain this command")
    boolean help;

    final Session session;

    Command(Session session) {
        this.session = session;
    }

    /** Commands whose result can be one JSON document. */
    abstract static class WithJson extends Command {

        @Option(names = "--json", description = "print the result as one JSON document")
        boolean json;

        WithJson(Session session) {
            super(session);
        }
    }

    /** Commands that use a store. */
    abstract static class WithStore extends WithJson {

        @Option(names = "--store", paramLabel = "DIR", description = "folder of results and runs (default: the user's data folder)")
        Path storeFolder;

        WithStore(Session session) {
            super(session);
        }

        Store store() {
            return session.store(storeFolder);
        }
    }
}
