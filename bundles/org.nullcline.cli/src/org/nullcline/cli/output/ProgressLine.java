// SPDX-License-Identifier: EPL-2.0
package org.nullcline.cli.output;

import java.io.PrintStream;

/** Progress on the error stream: one line that changes on a terminal, few lines elsewhere. */
public final class ProgressLine {

    private static final long SPARSE_NANOS = 20_000_000_000L;
    private static final int WIDTH = 110;

    private final PrintStream err;
    private final boolean terminal;
    private String shown = "";
    private long lastLine = System.nanoTime();

    /** Shows progress on a stream. */
    public ProgressLine(PrintStream err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
    }

    /** Shows how things stand; elsewhere than on a terminal only now and then. */
    public void show(String text) {
        String line = text.codePointCount(0, text.length()) > WIDTH ? text.substring(0, text.offsetByCodePoints(0, WIDTH - 1)) + "…" : text;
        if (line.equals(shown)) {
            return;
        }
        if (terminal) {
            err.print("\r" + line + " ".repeat(Math.max(0, shown.length() - line.length())));
            err.flush();
            shown = line;
        } else if (System.nanoTime() - lastLine > SPARSE_NANOS) {
            lastLine = System.nanoTime();
            err.println(line);
            shown = line;
        }
    }

    /** Prints a line that stays. */
    public void line(String text) {
        clear();
        err.println(text);
        lastLine = System.nanoTime();
    }

    /** Removes the changing line. */
    public void clear() {
        if (terminal && !shown.isEmpty()) {
            err.print("\r" + " ".repeat(shown.length()) + "\r");
            err.flush();
        }
        shown = "";
    }
}
