// SPDX-License-Identifier: EPL-2.0
package org.nullcline.api;

/**
 * A failure that is told to the user in one sentence: what is wrong, where, and what to do. The cause, if any, is for the log.
 *
 * <p>The {@link Kind} decides how the command line ends and survives the way from a worker process to the workbench.
 */
public final class NullclineException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** What sort of thing went wrong. */
    public enum Kind {
        /** An experiment, a parameter or a connection is invalid. */
        INVALID,
        /** A file or value from outside cannot be read or makes no sense. */
        INPUT,
        /** A step could not do its work (diverged, not enough data …). */
        TASK,
        /** Disk, native libraries, executors. */
        INFRASTRUCTURE
    }

    /** A failure of the given kind with its sentence and an optional cause. */
    public NullclineException(Kind kind, String sentence, Throwable cause) {
        super(sentence, cause);
        this.kind = kind;
    }

    /** An invalid experiment, parameter or connection. */
    public static NullclineException invalid(String sentence) {
        return new NullclineException(Kind.INVALID, sentence, null);
    }

    /** An unreadable or senseless input. */
    public static NullclineException input(String sentence) {
        return new NullclineException(Kind.INPUT, sentence, null);
    }

    /** An unreadable input with the cause for the log. */
    public static NullclineException input(String sentence, Throwable cause) {
        return new NullclineException(Kind.INPUT, sentence, cause);
    }

    /** A step that could not do its work. */
    public static NullclineException task(String sentence) {
        return new NullclineException(Kind.TASK, sentence, null);
    }

    /** Trouble with disk, natives or executors. */
    public static NullclineException infrastructure(String sentence, Throwable cause) {
        return new NullclineException(Kind.INFRASTRUCTURE, sentence, cause);
    }

    /** What sort of thing went wrong. */
    public Kind kind() {
        return kind;
    }
}
