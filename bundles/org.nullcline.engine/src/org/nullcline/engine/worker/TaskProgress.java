// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.worker;

import java.util.HashMap;
import java.util.Map;

import org.nullcline.api.step.Progress;
import org.nullcline.engine.run.EventLog;
import org.nullcline.engine.run.RunEvent;

import com.google.gson.JsonObject;

/** Progress of a task that runs in a worker: live curves and notes go to the event log of the attempt, from where everybody reads them. */
final class TaskProgress implements Progress {

    /** A curve of more points than this stops growing; nobody can see more. */
    private static final int MAX_POINTS = 200_000;
    private static final long SPACING_NANOS = 200_000_000;

    private final EventLog log;
    private final Map<String, Integer> points = new HashMap<>();
    private String lastNote = "";
    private long lastFraction;
    private volatile boolean cancelled;
    private volatile long lastSign = System.nanoTime();

    TaskProgress(EventLog log) {
        this.log = log;
    }

    @Override
    public synchronized void note(String what) {
        lastSign = System.nanoTime();
        if (!what.equals(lastNote)) {
            lastNote = what;
            JsonObject data = new JsonObject();
            data.addProperty("text", what);
            log.append(RunEvent.NOTE, data);
        }
    }

    @Override
    public synchronized void fraction(double done) {
        lastSign = System.nanoTime();
        if (lastSign - lastFraction > SPACING_NANOS || done >= 1) {
            lastFraction = lastSign;
            JsonObject data = new JsonObject();
            data.addProperty("done", Math.clamp(Double.isNaN(done) ? 0 : done, 0, 1));
            log.append(RunEvent.FRACTION, data);
        }
    }

    @Override
    public synchronized void measure(String series, double x, double y) {
        lastSign = System.nanoTime();
        if (points.merge(series, 1, Integer::sum) <= MAX_POINTS) {
            JsonObject data = new JsonObject();
            data.addProperty("series", series);
            add(data, "x", x);
            add(data, "y", y);
            log.append(RunEvent.MEASURE, data);
        }
    }

    private static void add(JsonObject data, String name, double value) {
        if (Double.isFinite(value)) {
            data.addProperty(name, value);
        } else {
            data.addProperty(name, Double.toString(value));
        }
    }

    @Override
    public boolean cancelled() {
        lastSign = System.nanoTime();
        return cancelled;
    }

    void cancel() {
        cancelled = true;
    }

    /** Milliseconds since the step last showed that it is at work. */
    long quietMillis() {
        return (System.nanoTime() - lastSign) / 1_000_000;
    }
}
