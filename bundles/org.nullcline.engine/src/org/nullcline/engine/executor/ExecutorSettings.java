// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.executor;

import java.time.Duration;
import java.util.Map;

/**
 * How an executor should work.
 *
 * @param workers largest number of worker processes; 0 for as many as suit the machine
 * @param threads threads per task; 0 to share the processors among the tasks that are there
 * @param memoryMegabytes memory for the objects of one worker; 0 for a share of the machine's memory
 * @param stallLimit a task that shows no sign of life for so long is ended
 * @param cancelGrace a task that does not stop so long after it was asked to is ended by force
 * @param options what the executor itself declares, by name
 */
public record ExecutorSettings(int workers, int threads, int memoryMegabytes, Duration stallLimit, Duration cancelGrace, Map<String, String> options) {

    /** What suits most. */
    public static final ExecutorSettings DEFAULT = new ExecutorSettings(0, 0, 0, Duration.ofMinutes(20), Duration.ofSeconds(5), Map.of());

    /** The same with another number of workers. */
    public ExecutorSettings withWorkers(int number) {
        return new ExecutorSettings(number, threads, memoryMegabytes, stallLimit, cancelGrace, options);
    }

    /** The same with another number of threads per task. */
    public ExecutorSettings withThreads(int number) {
        return new ExecutorSettings(workers, number, memoryMegabytes, stallLimit, cancelGrace, options);
    }

    /** The same with another memory limit. */
    public ExecutorSettings withMemory(int megabytes) {
        return new ExecutorSettings(workers, threads, megabytes, stallLimit, cancelGrace, options);
    }

    /** The same with another patience. */
    public ExecutorSettings withLimits(Duration stall, Duration grace) {
        return new ExecutorSettings(workers, threads, memoryMegabytes, stall, grace, options);
    }
}
