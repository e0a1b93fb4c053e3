// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.nullcline.api.NullclineException;
import org.nullcline.engine.run.RunFolder;
import org.nullcline.engine.run.RunSummary;
import org.nullcline.workbench.Messages;
import org.nullcline.workbench.laboratory.Laboratory;

/**
 * The runs of the store, and the one that the user looks at. One job follows their files, a few times a second while something runs, and
 * tells listeners on the user-interface thread. Runs of other processes are followed just the same. A service.
 */
public final class RunCenter {

    /** Five updates a second are smooth enough and leave the window its time. */
    private static final long LIVE_MILLIS = 220;
    private static final long IDLE_MILLIS = 4000;
    private static final long LIST_MILLIS = 1000;

    private final Laboratory laboratory;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final Set<RunJob> jobs = ConcurrentHashMap.newKeySet();
    private final Follower follower = new Follower();
    private volatile String current = "";
    private volatile List<Integer> wantedCurves = List.of();
    private volatile List<RunRow> rows = List.of();
    private volatile RunSnapshot snapshot;
    private volatile boolean closed;

    /** Learns about runs, on the user-interface thread. */
    public interface Listener {
        /** The list of runs, or the state of one, changed. */
        default void runs(List<RunRow> rows) {
        }

        /** The run that the user looks at changed, or went on; null when there is none. */
        default void run(RunSnapshot snapshot) {
        }
    }

    /** Follows the runs of a laboratory. */
    public RunCenter(Laboratory laboratory) {
        this.laboratory = laboratory;
    }

    /** Starts telling a listener, beginning with what is known. */
    public void addListener(Listener listener) {
        listeners.add(listener);
        listener.runs(rows);
        listener.run(snapshot);
        follower.schedule();
    }

    /** Stops telling. */
    public void removeListener(Listener listener) {
        listeners.remove(listener);
    }

    /** The runs as they were listed last, the newest first. */
    public List<RunRow> rows() {
        return rows;
    }

    /** The run that the user looks at, as it was last; null when there is none. */
    public RunSnapshot snapshot() {
        return snapshot;
    }

    /** Name of the run to look at, which the snapshot reaches a moment later; empty for the newest. */
    String current() {
        return current;
    }

    /** Looks at another run. */
    public void look(String id) {
        if (!current.equals(id)) {
            current = id;
            wantedCurves = List.of();
            refresh();
        }
    }

    /** Has the curves of these tasks followed, while the run is the one looked at; of those at work where the list is empty. */
    public void lookAtTasks(String run, List<Integer> tasks) {
        if ((current.isEmpty() || current.equals(run)) && !wantedCurves.equals(tasks)) {
            wantedCurves = List.copyOf(tasks);
            refresh();
        }
    }

    /** Lists the runs again, soon. */
    public void refresh() {
        follower.again = true;
        follower.wakeUp();
        follower.cancel();
        follower.schedule();
    }

    // ---- work

    /**
     * Starts a new run of an experiment.
     *
     * @param content bytes of the experiment
     * @param file where it came from
     */
    public RunJob start(byte[] content, Path file) {
        return schedule(prepare(content, file));
    }

    /** Makes the job of a new run without starting it. */
    RunJob prepare(byte[] content, Path file) {
        return new RunJob(laboratory, this, content, file);
    }

    /** Goes on with a run that did not come to its end. */
    public RunJob resume(RunFolder run) {
        return schedule(new RunJob(laboratory, this, run));
    }

    private RunJob schedule(RunJob job) {
        jobs.add(job);
        job.setUser(false);
        job.schedule();
        refresh();
        return job;
    }

    void opened(RunFolder run) {
        look(run.info().id());
        refresh();
    }

    void ended(RunJob job) {
        jobs.remove(job);
        refresh();
    }

    /** Number of runs that this workbench works on. */
    public int working() {
        return jobs.size();
    }

    /** Whether this workbench works on a run. */
    public boolean isWorking(String id) {
        return jobs.stream().anyMatch(job -> id.equals(job.runId()));
    }

    /** Asks a run to stop, whoever works on it. */
    public void cancel(RunFolder run) {
        var own = jobs.stream().filter(job -> run.info().id().equals(job.runId())).findFirst();
        if (own.isPresent()) {
            own.get().cancel();
        } else {
            run.requestCancel();
        }
    }

    /** Interrupts everything, before the workbench closes; all of it can be resumed. */
    public void interruptAll() {
        jobs.forEach(Job::cancel);
    }

    /** Ends following. */
    public void close() {
        closed = true;
        follower.cancel();
        interruptAll();
    }

    // ---- following

    private final class Follower extends Job {

        private final RunListing listing = new RunListing();
        private RunReader reader;
        private long listed;
        private volatile boolean again;

        Follower() {
            super(Messages.run_following);
            setSystem(true);
            setPriority(DECORATE);
        }

        @Override
        protected IStatus run(IProgressMonitor monitor) {
            if (closed || listeners.isEmpty()) {
                return Status.OK_STATUS;
            }
            try {
                follow();
            } catch (NullclineException e) {
                ILog.of(RunCenter.class).warn(e.getMessage(), e);
            } finally {
                var live = !jobs.isEmpty() || rows.stream().anyMatch(row -> row.summary().state() == RunSummary.State.RUNNING);
                schedule(live ? LIVE_MILLIS : IDLE_MILLIS);
                if (again) {
                    // Somebody asked while this went on; the line above has just put that off.
                    schedule();
                }
            }
            return Status.OK_STATUS;
        }

        private void follow() {
            var store = laboratory.store();
            if (again || System.currentTimeMillis() - listed > LIST_MILLIS) {
                again = false;
                var found = listing.list(store);
                listed = System.currentTimeMillis();
                if (!same(found, rows)) {
                    rows = found;
                    tell(() -> listeners.forEach(listener -> listener.runs(found)));
                }
            }
            var id = current.isEmpty() && !rows.isEmpty() ? rows.getFirst().id() : current;
            var wanted = rows.stream().filter(row -> row.id().equals(id)).findFirst();
            if (wanted.isEmpty() && again) {
                // It has just begun and will be listed in a moment.
                return;
            }
            // A run that was deleted, or is in another store, is no reason to show nothing.
            var folder = wanted.or(() -> rows.stream().findFirst()).map(RunRow::run);
            if (folder.isEmpty()) {
                reader = null;
                publish(null);
                return;
            }
            if (reader == null || !reader.run().path().equals(folder.get().path())) {
                reader = new RunReader(folder.get());
            }
            publish(reader.read(wantedCurves));
        }

        private void publish(RunSnapshot next) {
            if (!Objects.equals(next, snapshot)) {
                snapshot = next;
                tell(() -> listeners.forEach(listener -> listener.run(next)));
            }
        }

        private static boolean same(List<RunRow> a, List<RunRow> b) {
            return a.size() == b.size() && a.stream().map(RunRow::summary).toList().equals(b.stream().map(RunRow::summary).toList())
                    && a.equals(b);
        }

        private void tell(Runnable telling) {
            var display = Display.getDefault();
            if (!display.isDisposed()) {
                display.asyncExec(telling);
            }
        }
    }
}
