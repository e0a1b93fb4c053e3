// SPDX-License-Identifier: EPL-2.0
package org.nullcline.cli.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.nullcline.cli.input.Assignments;
import org.nullcline.engine.executor.ExecutorSettings;

import picocli.CommandLine.Option;

/** How a command has tasks done. */
final class ExecutionOptions {

    @Option(names = "--executor", paramLabel = "ID", description = "where tasks are done (default: local)")
    String executor;

    @Option(names = "--workers", paramLabel = "N", description = "most worker processes at a time (default: as many as suit the machine)")
    int workers;

    @Option(names = "--threads", paramLabel = "N", description = "threads per task (default: the processors are shared)")
    int threads;

    @Option(names = "--memory", paramLabel = "MB", description = "memory of one worker (default: a share of the machine's)")
    int memory;

    @Option(names = "--stall-limit", paramLabel = "SECONDS", description = "end tasks that show no sign of life for so long (default: 1200)")
    long stallLimit = ExecutorSettings.DEFAULT.stallLimit().toSeconds();

    @Option(names = "--executor-option", paramLabel = "NAME=VALUE", description = "setting of the executor; may be repeated")
    List<String> options = new ArrayList<>();

    ExecutorSettings settings() {
        return new ExecutorSettings(Math.max(0, workers), Math.max(0, threads), Math.max(0, memory), Duration.ofSeconds(Math.max(1, stallLimit)),
                ExecutorSettings.DEFAULT.cancelGrace(), Assignments.parse("--executor-option", options));
    }
}
