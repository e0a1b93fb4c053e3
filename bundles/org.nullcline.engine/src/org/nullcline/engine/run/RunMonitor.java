// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.run;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.nullcline.engine.run.RunSummary.State;

/**
 * Follows a run from its files: the same for local and remote executors, for a run of this process or another, live or long over. Cheap to
 * call often; reads only what was appended. Belongs to one thread at a time.
 */
public final class RunMonitor {

    private final RunFolder run;
    private final EventLog.Reader reader;
    private final Map<Integer, Integer> running = new TreeMap<>();
    private final Map<Integer, String> failures = new TreeMap<>();
    private final BitSet done = new BitSet();
    private final BitSet cached = new BitSet();
    private final BitSet skipped = new BitSet();
    private final List<String> warnings = new ArrayList<>();
    private final Map<Integer, TaskView> views = new HashMap<>();

    /** Where one task stands. */
    public enum TaskState {
        /** It waits for its turn or for what it needs. */
        WAITING,
        /** A worker does it. */
        RUNNING,
        /** It has its result. */
        DONE,
        /** Its result was in the store before. */
        CACHED,
        /** It failed. */
        FAILED,
        /** It was left out because one that it needs failed. */
        SKIPPED
    }

    /**
     * A live curve.
     *
     * @param x abscissae, such as epochs
     * @param y ordinates
     */
    public record Curve(double[] x, double[] y) {
    }

    /** Follows a run from its beginning. */
    public RunMonitor(RunFolder run) {
        this.run = run;
        reader = new EventLog.Reader(run.events());
    }

    /** The run that is followed. */
    public RunFolder run() {
        return run;
    }

    /** Reads what happened since the last call. */
    public void refresh() {
        for (RunEvent event : reader.all()) {
            switch (event.type()) {
                case RunEvent.RUN_STARTED -> {
                    running.clear();
                    failures.clear();
                    skipped.clear();
                }
                case RunEvent.TASK_STARTED -> running.put(event.integer("task"), event.integer("attempt"));
                case RunEvent.TASK_DONE -> {
                    int task = event.integer("task");
                    running.remove(task);
                    failures.remove(task);
                    done.set(task);
                    cached.set(task, event.data().get("cached").getAsBoolean());
                }
                case RunEvent.TASK_FAILED -> {
                    running.remove(event.integer("task"));
                    failures.put(event.integer("task"), event.text("sentence"));
                }
                case RunEvent.TASK_SKIPPED -> skipped.set(event.integer("task"));
                case RunEvent.WARNING -> warnings.add(event.text("sentence"));
                case RunEvent.RUN_ENDED -> running.clear();
                default -> {
                    // Events of later versions mean nothing here.
                }
            }
        }
    }

    /** Where the run stands. */
    public RunSummary summary() {
        Optional<RunSummary> end = run.end();
        if (end.isPresent() && running.isEmpty()) {
            return end.get();
        }
        State state = run.active() ? State.RUNNING : State.INTERRUPTED;
        return new RunSummary(state, run.info().tasks(), done.cardinality(), cached.cardinality(), failures.size(), skipped.cardinality(), Double.NaN);
    }

    /** Where a task stands. */
    public TaskState state(int task) {
        return done.get(task) ? cached.get(task) ? TaskState.CACHED : TaskState.DONE
                : failures.containsKey(task) ? TaskState.FAILED
                        : skipped.get(task) ? TaskState.SKIPPED : running.containsKey(task) ? TaskState.RUNNING : TaskState.WAITING;
    }

    /** Number of tasks with a result. */
    public int done() {
        return done.cardinality();
    }

    /** Indices of the tasks at work, ascending. */
    public List<Integer> running() {
        return List.copyOf(running.keySet());
    }

    /** Why tasks failed, by index. */
    public Map<Integer, String> failures() {
        return new TreeMap<>(failures);
    }

    /** What the user should know. */
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    /** Notes, progress and live curves of the last attempt of a task. */
    public TaskView task(int index) {
        TaskFolder folder = run.task(index);
        int attempt = running.getOrDefault(index, folder.lastAttempt());
        TaskView view = views.get(index);
        if (view == null || view.attempt != attempt) {
            view = new TaskView(folder, attempt);
            views.put(index, view);
        }
        view.refresh();
        return view;
    }

    /** What one attempt of a task told. */
    public static final class TaskView {

        private final int attempt;
        private final EventLog.Reader reader;
        private final Map<String, List<double[]>> points = new LinkedHashMap<>();
        private String note = "";
        private double fraction = Double.NaN;

        private TaskView(TaskFolder folder, int attempt) {
            this.attempt = attempt;
            reader = new EventLog.Reader(folder.events(Math.max(1, attempt)));
        }

        private void refresh() {
            for (RunEvent event : reader.all()) {
                switch (event.type()) {
                    case RunEvent.MEASURE -> points.computeIfAbsent(event.text("series"), s -> new ArrayList<>())
                            .add(new double[] {event.number("x"), event.number("y")});
                    case RunEvent.NOTE -> note = event.text("text");
                    case RunEvent.FRACTION -> fraction = event.number("done");
                    default -> {
                        // Other events tell nothing about a single task.
                    }
                }
            }
        }

        /** What the task was doing last. */
        public String note() {
            return note;
        }

        /** How much is done, from 0 to 1; NaN where the step does not tell. */
        public double fraction() {
            return fraction;
        }

        /** Live curves by name, in the order of their first point. */
        public Map<String, Curve> curves() {
            Map<String, Curve> curves = new LinkedHashMap<>();
            points.forEach((name, list) -> curves.put(name, new Curve(list.stream().mapToDouble(p -> p[0]).toArray(),
                    list.stream().mapToDouble(p -> p[1]).toArray())));
            return curves;
        }
    }
}
