// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.run;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.nullcline.api.NullclineException;
import org.nullcline.api.NullclineException.Kind;
import org.nullcline.engine.executor.Executor;
import org.nullcline.engine.executor.ExecutorListener;
import org.nullcline.engine.executor.ExecutorSession;
import org.nullcline.engine.executor.ExecutorSession.Submission;
import org.nullcline.engine.executor.ExecutorSettings;
import org.nullcline.engine.plan.Plan;
import org.nullcline.engine.plan.Task;
import org.nullcline.engine.run.RunSummary.State;
import org.nullcline.engine.store.Store;
import org.nullcline.engine.task.Provenance;
import org.nullcline.engine.task.TaskOrder;

import com.google.gson.Gson;
import com.google.gson.JsonObject;

/**
 * Works on a run until all of its tasks have results, or cannot have them. One thread decides everything; executors report to its queue.
 * A failed task costs only those that need it. Working on a run again does what is missing.
 */
public final class RunController {

    private static final long POLL_MILLIS = 200;

    private final RunFolder run;
    private final Store store;
    private final Executor executor;
    private final ExecutorSettings settings;
    private final BlockingQueue<Report> reports = new LinkedBlockingQueue<>();
    private volatile boolean cancel;

    /** What an executor reports. */
    private sealed interface Report {
    }

    private record Started(int task, int attempt, int threads) implements Report {
    }

    private record Ended(int task) implements Report {
    }

    private record Lost(int task, boolean cancelled, Kind kind, String sentence) implements Report {
    }

    /** Works on a run with an executor. */
    public RunController(RunFolder run, Store store, Executor executor, ExecutorSettings settings) {
        this.run = run;
        this.store = store;
        this.executor = executor;
        this.settings = settings;
    }

    /** Asks the work to stop; may be called from any thread. Another process asks by {@link RunFolder#requestCancel()}. */
    public void cancel() {
        cancel = true;
    }

    /**
     * Works on the run in this thread.
     *
     * @return how it ended
     * @throws NullclineException of kind INFRASTRUCTURE when another engine works on it, or the run cannot be recorded
     */
    public RunSummary work() {
        long started = System.nanoTime();
        try (RunFolder.Lock lock = run.lock().orElseThrow(() -> NullclineException.infrastructure("The run " + run.info().id()
                + " is being worked on by another process; wait for it, or cancel it with 'nullcline cancel " + run.info().id() + "'.", null));
                EventLog log = new EventLog(run.events())) {
            run.clearCancel();
            JsonObject data = new JsonObject();
            data.addProperty("engine", Provenance.host() + ":" + ProcessHandle.current().pid());
            data.addProperty("executor", run.info().executor());
            log.append(RunEvent.RUN_STARTED, data);
            log.flush();
            Work work = new Work(run.plan(), log);
            work.takeStock();
            if (work.open > 0) {
                try (ExecutorSession session = executor.open(run, store, settings, listener())) {
                    work.loop(session);
                }
            }
            RunSummary summary = work.summary((System.nanoTime() - started) / 1e9);
            log.append(RunEvent.RUN_ENDED, new Gson().toJsonTree(summary).getAsJsonObject());
            run.writeEnd(summary);
            return summary;
        } catch (IOException e) {
            throw NullclineException.infrastructure("The run " + run.info().id() + " cannot be recorded: " + Store.reason(e) + ".", e);
        }
    }

    private ExecutorListener listener() {
        return new ExecutorListener() {
            @Override
            public void started(int task, int attempt, int threads) {
                reports.add(new Started(task, attempt, threads));
            }

            @Override
            public void ended(int task) {
                reports.add(new Ended(task));
            }

            @Override
            public void lost(int task, boolean cancelled, Kind kind, String sentence) {
                reports.add(new Lost(task, cancelled, kind, sentence));
            }
        };
    }

    /** The state of the work; one thread only. */
    private final class Work {

        private final Plan plan;
        private final EventLog log;
        private final int[][] dependents;
        private final int[] missing;
        private final BitSet done = new BitSet();
        private final BitSet cached = new BitSet();
        private final BitSet failed = new BitSet();
        private final BitSet skipped = new BitSet();
        private final BitSet running = new BitSet();
        private final PriorityQueue<Integer> ready = new PriorityQueue<>();
        private boolean cancelled;
        private int open;

        Work(Plan plan, EventLog log) {
            this.plan = plan;
            this.log = log;
            dependents = plan.dependents();
            missing = plan.tasks().stream().mapToInt(t -> (int) Plan.producers(t).count()).toArray();
        }

        /** Finds out what is there already: of this run, or in the store. */
        void takeStock() throws IOException {
            for (Task task : plan.tasks()) {
                if (!store.has(task.key())) {
                    continue;
                }
                TaskFolder folder = run.task(task.index());
                if (!folder.isDone()) {
                    folder.clearOutcome();
                    folder.writeDone(new TaskFolder.Done(task.key(), 0, 0, false, Provenance.host()));
                }
                cached.set(task.index(), folder.done().map(TaskFolder.Done::cached).orElse(false));
                done.set(task.index());
                report(RunEvent.TASK_DONE, task.index(), data -> data.addProperty("cached", true));
            }
            log.flush();
            open = plan.tasks().size() - done.cardinality();
            done.stream().forEach(this::release);
            plan.tasks().stream().filter(t -> missing[t.index()] == 0 && !done.get(t.index())).forEach(t -> ready.add(t.index()));
        }

        private void release(int task) {
            for (int dependent : dependents[task]) {
                missing[dependent]--;
            }
        }

        void loop(ExecutorSession session) throws IOException {
            while (!running.isEmpty() || !ready.isEmpty() && !cancelled) {
                if (!cancelled && (cancel || run.cancelRequested())) {
                    cancelled = true;
                    session.cancel();
                }
                if (!cancelled) {
                    submit(session);
                }
                Report report = await();
                while (report != null) {
                    handle(report);
                    report = reports.poll();
                }
                log.flush();
            }
        }

        private Report await() {
            try {
                return reports.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                cancel = true;
                return null;
            }
        }

        private void submit(ExecutorSession session) throws IOException {
            int capacity = session.capacity();
            List<Submission> submissions = new ArrayList<>();
            while (submissions.size() < capacity && !ready.isEmpty()) {
                Task task = plan.tasks().get(ready.remove());
                TaskFolder folder = run.task(task.index());
                folder.clearOutcome();
                folder.writeOrder(TaskOrder.of(task));
                submissions.add(new Submission(task.index(), task.title(), folder, folder.newAttempt()));
                running.set(task.index());
            }
            if (!submissions.isEmpty()) {
                session.submit(submissions);
            }
        }

        private void handle(Report report) throws IOException {
            switch (report) {
                case Started(int task, int attempt, int threads) -> report(RunEvent.TASK_STARTED, task, data -> {
                    data.addProperty("attempt", attempt);
                    data.addProperty("threads", threads);
                });
                case Ended(int task) -> ended(task);
                case Lost lost -> {
                    TaskFolder folder = run.task(lost.task);
                    folder.writeFailed(new TaskFolder.Failed(lost.kind, lost.sentence, folder.lastAttempt(), lost.cancelled));
                    ended(lost.task);
                }
            }
        }

        private void ended(int index) throws IOException {
            running.clear(index);
            TaskFolder folder = run.task(index);
            var proof = folder.done();
            if (proof.isPresent() && store.has(proof.get().key())) {
                succeeded(index, proof.get());
                return;
            }
            TaskFolder.Failed failure = folder.failed().orElseGet(() -> new TaskFolder.Failed(Kind.INFRASTRUCTURE,
                    "Task '" + plan.tasks().get(index).title() + "' ended without a word; resume the run.", folder.lastAttempt(), false));
            if (failure.cancelled()) {
                cancelled = true;
                return;
            }
            failed.set(index);
            report(RunEvent.TASK_FAILED, index, data -> {
                data.addProperty("kind", failure.kind().name());
                data.addProperty("sentence", failure.sentence());
            });
            skipDependents(index);
        }

        private void succeeded(int index, TaskFolder.Done proof) {
            done.set(index);
            cached.set(index, proof.cached());
            report(RunEvent.TASK_DONE, index, data -> {
                data.addProperty("cached", proof.cached());
                data.addProperty("seconds", proof.seconds());
            });
            if (proof.conflict()) {
                report(RunEvent.WARNING, index, data -> data.addProperty("sentence", "Task '" + plan.tasks().get(index).title()
                        + "' gave other bytes than an earlier attempt with the same key; the first result was kept. Its plug-in is not reproducible."));
            }
            release(index);
            for (int dependent : dependents[index]) {
                if (missing[dependent] == 0 && !done.get(dependent)) {
                    ready.add(dependent);
                }
            }
        }

        private void skipDependents(int index) {
            Deque<Integer> causes = new ArrayDeque<>(List.of(index));
            while (!causes.isEmpty()) {
                int cause = causes.remove();
                for (int dependent : dependents[cause]) {
                    if (!skipped.get(dependent) && !done.get(dependent)) {
                        skipped.set(dependent);
                        report(RunEvent.TASK_SKIPPED, dependent, data -> data.addProperty("because", index));
                        causes.add(dependent);
                    }
                }
            }
        }

        private void report(String type, int task, Consumer<JsonObject> more) {
            JsonObject data = new JsonObject();
            data.addProperty("task", task);
            more.accept(data);
            log.append(type, data);
        }

        RunSummary summary(double seconds) {
            int total = plan.tasks().size();
            State state = done.cardinality() == total ? State.DONE : cancelled ? State.CANCELLED : State.FAILED;
            return new RunSummary(state, total, done.cardinality(), cached.cardinality(), failed.cardinality(), skipped.cardinality(), seconds);
        }
    }
}
