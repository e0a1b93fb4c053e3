// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.worker;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

/**
 * The lines between engine and worker: JSON objects, those of the worker behind {@value #MARK} so that what native code prints cannot be
 * mistaken for an answer.
 */
final class WorkerProtocol {

    static final String MARK = "@nullcline ";
    private static final Gson GSON = new Gson();

    private WorkerProtocol() {
    }

    /** What an engine tells a worker. */
    sealed interface Command {
    }

    /** Do a task. */
    record Run(String task, int attempt, String store, int threads) implements Command {
    }

    /** Stop the current task as soon as it asks. */
    record Cancel() implements Command {
    }

    /** Write down what the threads are doing. */
    record Dump() implements Command {
    }

    /** End after the current task. */
    record Exit() implements Command {
    }

    static String line(Command command) {
        JsonObject json = GSON.toJsonTree(command).getAsJsonObject();
        json.addProperty("do", command.getClass().getSimpleName());
        return json.toString();
    }

    /** The command of a line; {@link Exit} for a line that is none, because an engine that is not understood cannot be served. */
    static Command parse(String line) {
        try {
            JsonObject json = JsonParser.parseString(line).getAsJsonObject();
            return switch (json.get("do").getAsString()) {
                case "Run" -> GSON.fromJson(json, Run.class);
                case "Cancel" -> new Cancel();
                case "Dump" -> new Dump();
                default -> new Exit();
            };
        } catch (JsonParseException | IllegalStateException | NullPointerException e) {
            return new Exit();
        }
    }

    /** What a worker answers; which fields are used depends on {@code is}. */
    record Answer(String is, long quiet, boolean worn, String sentence) {
    }

    static String ready() {
        return answer(new Answer("ready", 0, false, ""));
    }

    static String alive(long quietMillis) {
        return answer(new Answer("alive", quietMillis, false, ""));
    }

    /** @param worn whether the worker should not be used again */
    static String ended(boolean worn) {
        return answer(new Answer("ended", 0, worn, ""));
    }

    static String broken(String sentence) {
        return answer(new Answer("broken", 0, true, sentence));
    }

    static String dumped() {
        return answer(new Answer("dumped", 0, false, ""));
    }

    private static String answer(Answer answer) {
        return MARK + GSON.toJson(answer);
    }

    /** The answer in a line, or null when it is something that was printed. */
    static Answer answer(String line) {
        int mark = line.indexOf(MARK);
        if (mark < 0) {
            return null;
        }
        try {
            return GSON.fromJson(line.substring(mark + MARK.length()), Answer.class);
        } catch (JsonParseException e) {
            return null;
        }
    }
}
