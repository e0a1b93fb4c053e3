// SPDX-License-Identifier: EPL-2.0
package org.nullcline.cli.input;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.nullcline.api.NullclineException;
import org.nullcline.api.contribution.Descriptor;
import org.nullcline.api.contribution.ExtensionPoint;
import org.nullcline.api.contribution.Port;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.Kinds;
import org.nullcline.api.value.Value;
import org.nullcline.cli.Session;
import org.nullcline.engine.plan.FileHashes;
import org.nullcline.engine.plan.Plan;
import org.nullcline.engine.plan.Task;
import org.nullcline.engine.run.RunFolder;
import org.nullcline.engine.run.Runs;
import org.nullcline.engine.store.Store;

/**
 * Opens the inputs of the command line: files with their selectors, {@code system:ID}, {@code system:ID,name=value,…} and
 * {@code model:RUN[/TASK]}.
 */
public final class InputReader {

    private static final String READ_STEP = "org.nullcline.read";
    private static final String SYSTEM = "system:";
    private static final String MODEL = "model:";

    private final Session session;
    private final Path storeFolder;
    private final boolean transpose;

    /** How a file is to be understood. */
    public enum As {
        /** Whatever the file is. */
        VALUE,
        /** A recording in trials. */
        RECORDING,
        /** One matrix, samples × dimensions. */
        MATRIX
    }

    /**
     * Opens inputs.
     *
     * @param storeFolder where models come from; null for the user's store
     * @param transpose whether arrays have time last
     */
    public InputReader(Session session, Path storeFolder, boolean transpose) {
        this.session = session;
        this.storeFolder = storeFolder;
        this.transpose = transpose;
    }

    /** Opens an input for a port of a step: in the form that the port takes. */
    public Value forPort(String text, Port port) {
        if (text.startsWith(SYSTEM) && port.accepts(Kinds.SYSTEM) || text.startsWith(MODEL)) {
            return read(text, As.VALUE);
        }
        if (port.accepts("any")) {
            return read(text, As.VALUE);
        }
        Value value = port.kinds().equals(List.of(Kinds.RECORDING)) ? read(text, As.RECORDING)
                : port.kinds().equals(List.of(Kinds.MATRIX)) ? read(text, As.MATRIX) : read(text, As.VALUE);
        if (!port.accepts(value.kind()) && port.accepts(Kinds.RECORDING)) {
            value = read(text, As.RECORDING);
        }
        if (!port.accepts(value.kind()) && port.accepts(Kinds.MATRIX)) {
            value = read(text, As.MATRIX);
        }
        if (!port.accepts(value.kind())) {
            String hint = port.accepts(Kinds.SYSTEM) ? "; write system:ID for a simulated system or model:RUN for a fitted model" : "";
            throw NullclineException.input("'" + text + "' is a " + value.kind() + ", but the input '" + port.name() + "' takes "
                    + String.join(" or ", port.kinds()) + hint + ".");
        }
        return value;
    }

    /** Opens an input. */
    public Value read(String text, As as) {
        if (text.startsWith(SYSTEM)) {
            return system(text.substring(SYSTEM.length()));
        }
        if (text.startsWith(MODEL)) {
            return model(text.substring(MODEL.length()));
        }
        String file = FileHashes.absolute("the command line", text, session.directory());
        for (Path path : FileHashes.paths("the command line", text, session.directory())) {
            if (!Files.exists(path)) {
                throw NullclineException.input("There is no file " + path + "; check the name and the folder.");
            }
        }
        StepCall call = new StepCall(session);
        Map<String, String> given = new LinkedHashMap<>(Map.of("file", file, "as", as.name().toLowerCase(Locale.ROOT)));
        given.put("transpose", Boolean.toString(transpose));
        return call.run(call.find(READ_STEP), new StepInputs(Map.of()), given, 0).get("value");
    }

    private Value system(String text) {
        String[] parts = text.split(",");
        Descriptor descriptor = session.contributions().find(ExtensionPoint.SYSTEMS, parts[0].strip());
        Map<String, String> given = Assignments.parse("system:", List.of(parts).subList(1, parts.length));
        Parameters parameters = Parameters.resolve(descriptor, given, session.contributions());
        Value.Builder builder = Value.of(Kinds.SYSTEM).attribute("system", descriptor.id());
        parameters.normalised().forEach((name, value) -> builder.attribute("parameter." + name, value));
        return builder.build();
    }

    private Value model(String text) {
        int slash = text.indexOf('/');
        Store store = session.store(storeFolder);
        RunFolder run = new Runs(store).find(slash < 0 ? text : text.substring(0, slash));
        Plan plan = run.plan();
        List<Map.Entry<Task, String>> models = new ArrayList<>();
        for (Task task : plan.tasks()) {
            task.outputs().forEach((port, kind) -> {
                if (kind.equals(Kinds.FITTED_MODEL) && (slash < 0 || names(task, text.substring(slash + 1)))) {
                    models.add(Map.entry(task, port));
                }
            });
        }
        if (models.size() != 1) {
            String titles = String.join(", ", models.stream().limit(12).map(m -> m.getKey().title() + " (" + m.getKey().shortKey() + ")").toList());
            throw NullclineException.invalid(models.isEmpty() ? "The run " + run.info().id() + " has no fitted model" + (slash < 0 ? "." : " '" + text.substring(slash + 1)
                    + "'; see 'nullcline show " + run.info().id() + "'.") : "The run " + run.info().id() + " has several models; write model:"
                            + run.info().id() + "/TASK with one of: " + titles + ".");
        }
        Task task = models.getFirst().getKey();
        if (!store.has(task.key())) {
            throw NullclineException.invalid("The model of task '" + task.title() + "' is not there yet; resume the run first.");
        }
        return store.value(task.key(), models.getFirst().getValue());
    }

    private static boolean names(Task task, String name) {
        return task.title().equals(name) || task.step().equals(name) || task.label().equals(name) || name.length() >= 6 && task.key().startsWith(name)
                || !task.coordinates().isEmpty() && String.join(",", task.coordinates().values()).equals(name.replace(" ", ""));
    }
}
