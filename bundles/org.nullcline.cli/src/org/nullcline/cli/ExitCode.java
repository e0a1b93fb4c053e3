// SPDX-License-Identifier: EPL-2.0
package org.nullcline.cli;

import org.nullcline.api.NullclineException;

/** How the program ends. Scripts rely on the numbers. */
public final class ExitCode {

    /** All was done. */
    public static final int DONE = 0;
    /** The command line was wrong. */
    public static final int USAGE = 2;
    /** An experiment or a parameter is invalid. */
    public static final int INVALID = 3;
    /** An input cannot be read or makes no sense. */
    public static final int INPUT = 4;
    /** A task failed. */
    public static final int TASK = 5;
    /** The work was cancelled. */
    public static final int CANCELLED = 6;
    /** Disk, native libraries, executors. */
    public static final int INFRASTRUCTURE = 7;

    private ExitCode() {
    }

    /** The code for a sort of failure. */
    public static int of(NullclineException.Kind kind) {
        return switch (kind) {
            case INVALID -> INVALID;
            case INPUT -> INPUT;
            case TASK -> TASK;
            case INFRASTRUCTURE -> INFRASTRUCTURE;
        };
    }
}
