// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.run;

/**
 * What a run is, fixed when it is made.
 *
 * @param format version of the run folder
 * @param id name of the run
 * @param experiment name of the experiment
 * @param source file or template that the experiment came from
 * @param created when, as ISO 8601 in UTC
 * @param seed root seed
 * @param executor full id of the executor
 * @param tasks number of tasks
 * @param nullcline version of the program
 * @param host machine that the run was started on
 */
public record RunInfo(int format, String id, String experiment, String source, String created, long seed, String executor, int tasks,
        String nullcline, String host) {

    /** Version of the layout of run folders. */
    public static final int FORMAT = 1;
}
