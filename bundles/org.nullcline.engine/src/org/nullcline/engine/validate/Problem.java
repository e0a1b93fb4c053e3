// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.validate;

import org.nullcline.api.NullclineException;

/**
 * Something about an experiment that its author should know before it runs. The same problems appear on the canvas, in the Problems view
 * and on the command line.
 *
 * @param severity whether it can run nevertheless
 * @param kind what sort of thing is wrong: INVALID, or INPUT for files
 * @param step id of the step, or empty
 * @param place parameter, port or axis within the step or experiment; may be empty
 * @param sentence what is wrong, where and what to do
 */
public record Problem(Severity severity, NullclineException.Kind kind, String step, String place, String sentence) {

    /** How bad it is. */
    public enum Severity {
        /** It cannot run. */
        ERROR,
        /** It can run, but perhaps not as meant. */
        WARNING
    }

    /** Whether it prevents a run. */
    public boolean error() {
        return severity == Severity.ERROR;
    }
}
