// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.run;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.nullcline.engine.plan.Plan;
import org.nullcline.engine.plan.Plan.PlannedAxis;
import org.nullcline.engine.plan.Plan.PlannedStep;
import org.nullcline.engine.plan.Task;
import org.nullcline.engine.store.Durable;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;

/** A plan as two files: {@code plan.json} (sweep and steps) and {@code tasks.jsonl} (one task per line, so that large plans stream). */
final class PlanFile {

    private static final String HEAD = "plan.json";
    private static final String TASKS = "tasks.jsonl";
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    private record Head(int format, String name, long seed, List<PlannedAxis> axes, List<PlannedStep> steps, int tasks) {
    }

    private PlanFile() {
    }

    static void write(Plan plan, Path folder) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve(TASKS))) {
            for (Task task : plan.tasks()) {
                GSON.toJson(task, out);
                out.write('\n');
            }
        }
        Durable.write(folder.resolve(HEAD), GSON.toJson(new Head(Task.FORMAT, plan.name(), plan.seed(), plan.axes(), plan.steps(), plan.tasks().size())));
    }

    static Plan read(Path folder) throws IOException {
        try {
            Head head = GSON.fromJson(Files.readString(folder.resolve(HEAD)), Head.class);
            if (head.format != Task.FORMAT) {
                throw new IOException("the plan has format " + head.format + ", which this version does not read");
            }
            List<Task> tasks = new ArrayList<>(head.tasks);
            try (BufferedReader in = Files.newBufferedReader(folder.resolve(TASKS))) {
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    tasks.add(GSON.fromJson(line, Task.class));
                }
            }
            if (tasks.size() != head.tasks) {
                throw new IOException("the plan has " + tasks.size() + " of " + head.tasks + " tasks");
            }
            return new Plan(head.name, head.seed, head.axes, head.steps, List.copyOf(tasks));
        } catch (JsonParseException e) {
            throw new IOException("the plan is damaged", e);
        }
    }
}
