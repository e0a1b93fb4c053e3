// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.nullcline.api.NullclineException;
import org.nullcline.engine.store.Durable;
import org.nullcline.engine.store.Store;

/** The runs of a store. */
public final class Runs {

    private final Store store;

    /** The runs of {@code store}. */
    public Runs(Store store) {
        this.store = store;
    }

    /** All runs, the newest first. A damaged one is left out and cannot hide the others. */
    public List<RunFolder> list() {
        List<RunFolder> runs = new ArrayList<>();
        for (Path path : folders()) {
            try {
                runs.add(RunFolder.open(path));
            } catch (NullclineException e) {
                System.getLogger(Runs.class.getName()).log(System.Logger.Level.WARNING, e.getMessage(), e);
            }
        }
        runs.sort(Comparator.comparing((RunFolder r) -> r.info().created()).thenComparing(r -> r.info().id()).reversed());
        return runs;
    }

    /**
     * All runs, for decisions that must not overlook one.
     *
     * @throws NullclineException of kind INFRASTRUCTURE naming a run that cannot be read
     */
    public List<RunFolder> listAll() {
        return folders().stream().map(RunFolder::open).toList();
    }

    private List<Path> folders() {
        try (Stream<Path> content = Files.list(store.runs())) {
            return content.filter(RunFolder::isRun).toList();
        } catch (IOException e) {
            throw NullclineException.infrastructure("The runs in " + store.runs() + " cannot be listed: " + Store.reason(e) + ".", e);
        }
    }

    /**
     * The run with this id, with an id that begins so where that is unambiguous, or the newest for {@code last}.
     *
     * @throws NullclineException of kind INVALID when there is none
     */
    public RunFolder find(String id) {
        List<RunFolder> runs = list();
        if (id.equals("last") && !runs.isEmpty()) {
            return runs.getFirst();
        }
        List<RunFolder> matches = runs.stream().filter(r -> r.info().id().equals(id)).toList();
        if (matches.isEmpty()) {
            matches = runs.stream().filter(r -> r.info().id().startsWith(id)).toList();
        }
        if (matches.size() == 1) {
            return matches.getFirst();
        }
        throw NullclineException.invalid(matches.isEmpty()
                ? "There is no run '" + id + "' in " + store.root() + "; see 'nullcline runs'."
                : "Several runs begin with '" + id + "': " + String.join(", ", matches.stream().map(r -> r.info().id()).toList()) + "; write more of the id.");
    }

    /** Deletes a run, but none of its results, which other runs may share. */
    public void delete(RunFolder run) {
        if (run.active()) {
            throw NullclineException.invalid("The run " + run.info().id() + " is being worked on; cancel it first.");
        }
        try {
            Durable.delete(run.path());
        } catch (IOException e) {
            throw NullclineException.infrastructure("The run " + run.info().id() + " cannot be deleted: " + Store.reason(e) + ".", e);
        }
    }
}
