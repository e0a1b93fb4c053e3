// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.worker;

import java.lang.management.ManagementFactory;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.nullcline.api.NullclineException.Kind;
import org.nullcline.engine.executor.ExecutorListener;
import org.nullcline.engine.executor.ExecutorSession;
import org.nullcline.engine.executor.ExecutorSettings;
import org.nullcline.engine.run.RunFolder;
import org.nullcline.engine.store.Store;

/**
 * Worker processes on this machine, started when needed and used for one task after another. A watchdog ends those that show no sign of
 * life or do not stop when asked to.
 */
final class WorkerPool implements ExecutorSession, WorkerProcess.Observer {

    private static final long WATCH_MILLIS = 250;
    private static final long START_LIMIT_MILLIS = 120_000;
    private static final long DUMP_MILLIS = 1500;
    private static final long EXIT_MILLIS = 3000;

    private final RunFolder run;
    private final Store store;
    private final ExecutorSettings settings;
    private final ExecutorListener listener;
    private final int processors;
    private final int slots;
    private final Map<WorkerProcess, Job> busy = new HashMap<>();
    private final Deque<WorkerProcess> idle = new ArrayDeque<>();
    private final ScheduledExecutorService watchdog;
    private int started;
    private int usedThreads;
    private long cancelledAt;

    /** A task at work; {@code ending} is why the pool itself put an end to it. */
    private static final class Job {
        private final Submission submission;
        private final int threads;
        private String ending = "";
        private long killAt;

        Job(Submission submission, int threads) {
            this.submission = submission;
            this.threads = threads;
        }
    }

    WorkerPool(RunFolder run, Store store, ExecutorSettings settings, ExecutorListener listener) {
        this.run = run;
        this.store = store;
        this.settings = settings;
        this.listener = listener;
        processors = Runtime.getRuntime().availableProcessors();
        slots = settings.workers() > 0 ? settings.workers() : Math.max(1, processors / Math.max(1, settings.threads()));
        watchdog = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "nullcline-watchdog");
            thread.setDaemon(true);
            return thread;
        });
        watchdog.scheduleWithFixedDelay(this::watch, WATCH_MILLIS, WATCH_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized int capacity() {
        int free = slots - busy.size();
        boolean share = settings.workers() == 0 && settings.threads() == 0;
        return cancelledAt != 0 ? 0 : share ? Math.min(free, Math.max(busy.isEmpty() ? 1 : 0, processors - usedThreads)) : free;
    }

    @Override
    public synchronized void submit(List<Submission> tasks) {
        for (int i = 0; i < tasks.size(); i++) {
            int threads = settings.threads() > 0 ? settings.threads() : Math.max(1, Math.max(1, processors - usedThreads) / (tasks.size() - i));
            assign(new Job(tasks.get(i), threads));
        }
    }

    private void assign(Job job) {
        WorkerProcess worker = idle.poll();
        if (worker == null) {
            started++;
            worker = new WorkerProcess(started, memory(), run.workers(), this);
        }
        busy.put(worker, job);
        usedThreads += job.threads;
        Submission task = job.submission;
        worker.send(new WorkerProtocol.Run(task.folder().path().toString(), task.attempt(), store.root().toString(), job.threads));
        listener.started(task.task(), task.attempt(), job.threads);
    }

    private int memory() {
        if (settings.memoryMegabytes() > 0) {
            return settings.memoryMegabytes();
        }
        long total = ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getTotalMemorySize() >> 20 : 4096;
        return (int) Math.clamp(total * 6 / 10 / slots, 512, 8192);
    }

    @Override
    public void ended(WorkerProcess worker, boolean worn, String trouble) {
        Job job;
        synchronized (this) {
            job = release(worker);
            if (worn) {
                worker.send(new WorkerProtocol.Exit());
            } else {
                idle.add(worker);
            }
        }
        if (job == null) {
            return;
        }
        if (trouble.isEmpty()) {
            listener.ended(job.submission.task());
        } else {
            listener.lost(job.submission.task(), false, Kind.INFRASTRUCTURE, "Task '" + job.submission.title() + "' could not be recorded: " + trouble);
        }
    }

    @Override
    public void died(WorkerProcess worker, int exitCode) {
        Job job;
        boolean cancelled;
        synchronized (this) {
            job = release(worker);
            idle.remove(worker);
            cancelled = cancelledAt != 0 || exitCode == 130 || exitCode == 143;
        }
        if (job == null) {
            return;
        }
        Submission task = job.submission;
        if (task.folder().isDone() || task.folder().failed().isPresent()) {
            listener.ended(task.task());
        } else if (!job.ending.isEmpty()) {
            listener.lost(task.task(), false, Kind.TASK, job.ending);
        } else if (cancelled) {
            listener.lost(task.task(), true, Kind.TASK, "Task '" + task.title() + "' was cancelled.");
        } else if (!worker.ready()) {
            listener.lost(task.task(), false, Kind.INFRASTRUCTURE, "A worker process did not come up (exit code " + exitCode + "): " + worker.lastWords()
                    + "; its log is " + worker.log() + ".");
        } else {
            listener.lost(task.task(), false, Kind.TASK, death(task.title(), exitCode));
        }
    }

    private Job release(WorkerProcess worker) {
        Job job = busy.remove(worker);
        if (job != null) {
            usedThreads -= job.threads;
        }
        return job;
    }

    private String death(String title, int exitCode) {
        return "Task '" + title + "': " + switch (exitCode) {
            case 3 -> "its worker ran out of memory (limit " + memory()
                    + " MB); give it more with --memory, or make the data, the model or the batch smaller.";
            case 134, 135, 136, 139 -> "its worker crashed in native code (signal " + (exitCode - 128) + "); the crash log is in " + run.workers()
                    + ", report it to the author of the plug-in.";
            case 137 -> "its worker was killed, perhaps because the machine ran out of memory; use fewer workers or less memory.";
            default -> "its worker ended with exit code " + exitCode + " in the middle of the work; a plug-in must not end the process.";
        };
    }

    private synchronized void watch() {
        long now = System.nanoTime() / 1_000_000;
        for (Map.Entry<WorkerProcess, Job> entry : new ArrayList<>(busy.entrySet())) {
            WorkerProcess worker = entry.getKey();
            Job job = entry.getValue();
            if (job.killAt != 0) {
                if (now > job.killAt) {
                    worker.kill();
                }
            } else if (cancelledAt != 0) {
                if (now - cancelledAt > settings.cancelGrace().toMillis()) {
                    worker.kill();
                }
            } else if (worker.quietMillis() > (worker.ready() ? settings.stallLimit().toMillis() : START_LIMIT_MILLIS)) {
                job.ending = "Task '" + job.submission.title() + "' " + (worker.ready()
                        ? "showed no sign of life for " + settings.stallLimit().toSeconds() + " s and was ended; its log says where it stood."
                        : "was given to a worker that did not come up within " + START_LIMIT_MILLIS / 1000 + " s; the worker's log is " + worker.log() + ".");
                job.killAt = now + DUMP_MILLIS;
                worker.send(new WorkerProtocol.Dump());
            }
        }
    }

    @Override
    public synchronized void cancel() {
        if (cancelledAt == 0) {
            cancelledAt = System.nanoTime() / 1_000_000;
            busy.keySet().forEach(worker -> worker.send(new WorkerProtocol.Cancel()));
        }
    }

    @Override
    public void close() {
        watchdog.shutdownNow();
        List<WorkerProcess> all;
        synchronized (this) {
            all = new ArrayList<>(idle);
            all.addAll(busy.keySet());
            idle.clear();
        }
        all.forEach(worker -> worker.send(new WorkerProtocol.Exit()));
        long deadline = System.nanoTime() + EXIT_MILLIS * 1_000_000;
        for (WorkerProcess worker : all) {
            if (!worker.waitFor(Math.max(1, (deadline - System.nanoTime()) / 1_000_000))) {
                worker.kill();
            }
        }
    }
}
