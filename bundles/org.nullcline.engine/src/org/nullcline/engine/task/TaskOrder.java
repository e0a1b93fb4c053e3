// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.task;

import java.util.List;
import java.util.SortedMap;

import org.nullcline.engine.plan.FileDigest;
import org.nullcline.engine.plan.Task;
import org.nullcline.engine.plan.Task.TaskInput;

import com.google.gson.Gson;
import com.google.gson.JsonObject;

/**
 * All that a worker needs to do one task, without the plan: a slice of it.
 *
 * @param key key of the result
 * @param title name of the task for people
 * @param contribution full id of the step's contribution
 * @param version version that the plan was made with
 * @param parameters all parameters in canonical text
 * @param files files that must still have the content that the plan saw, by parameter
 * @param inputs where the inputs are in the store
 * @param seed of the task's random streams
 * @param outputs kinds by output port
 * @param ingredients what the key was computed from
 */
public record TaskOrder(String key, String title, String contribution, String version, SortedMap<String, String> parameters,
        SortedMap<String, List<FileDigest>> files, List<TaskInput> inputs, long seed, SortedMap<String, String> outputs, JsonObject ingredients) {

    /** The order for a task of a plan. */
    public static TaskOrder of(Task task) {
        JsonObject ingredients = new Gson().toJsonTree(task.ingredients()).getAsJsonObject();
        return new TaskOrder(task.key(), task.title(), task.contribution(), task.version(), task.parameters(), task.files(), task.inputs(),
                task.taskSeed(), task.outputs(), ingredients);
    }
}
