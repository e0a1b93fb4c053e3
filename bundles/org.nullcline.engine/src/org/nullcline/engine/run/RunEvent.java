// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.run;

import java.time.Instant;

import com.google.gson.JsonObject;

/**
 * One line of an event log.
 *
 * @param at when
 * @param type what happened, one of the constants
 * @param data what belongs to it
 */
public record RunEvent(Instant at, String type, JsonObject data) {

    /** An engine began to work on the run: {@code engine}, {@code executor}. */
    public static final String RUN_STARTED = "run-started";
    /** The engine ended: {@code status}, {@code done}, {@code cached}, {@code failed}, {@code skipped}. */
    public static final String RUN_ENDED = "run-ended";
    /** A task went to a worker: {@code task}, {@code attempt}, {@code threads}. */
    public static final String TASK_STARTED = "task-started";
    /** A task has its result: {@code task}, {@code cached}, {@code seconds}. */
    public static final String TASK_DONE = "task-done";
    /** A task has none: {@code task}, {@code kind}, {@code sentence}. */
    public static final String TASK_FAILED = "task-failed";
    /** A task was left out because one that it needs failed: {@code task}. */
    public static final String TASK_SKIPPED = "task-skipped";
    /** Something that the user should know: {@code sentence}, perhaps {@code task}. */
    public static final String WARNING = "warning";
    /** A point of a live curve: {@code series}, {@code x}, {@code y}. */
    public static final String MEASURE = "measure";
    /** What a task is doing: {@code text}. */
    public static final String NOTE = "note";
    /** How much of a task is done: {@code done} from 0 to 1. */
    public static final String FRACTION = "fraction";

    /** A whole number that belongs to the event. */
    public int integer(String name) {
        return data.get(name).getAsInt();
    }

    /** A text that belongs to the event, empty where it is absent. */
    public String text(String name) {
        return data.has(name) ? data.get(name).getAsString() : "";
    }

    /** A number that belongs to the event; infinite and undefined ones are stored as texts. */
    public double number(String name) {
        return Double.parseDouble(data.get(name).getAsString());
    }
}
