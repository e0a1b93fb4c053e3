// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.task;

import java.io.PrintStream;

/** Writes where a failure came from, for logs and for {@code --debug}. */
public final class Trace {

    private static final int MAX_CAUSES = 20;

    private Trace() {
    }

    /** Writes a failure with its causes. */
    public static void print(Throwable failure, PrintStream log) {
        Throwable current = failure;
        for (int i = 0; current != null && i < MAX_CAUSES; i++) {
            log.println((i == 0 ? "" : "Caused by: ") + current);
            for (StackTraceElement frame : current.getStackTrace()) {
                log.println("    at " + frame);
            }
            current = current.getCause();
        }
    }
}
