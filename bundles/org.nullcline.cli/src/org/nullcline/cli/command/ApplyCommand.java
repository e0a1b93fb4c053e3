// SPDX-License-Identifier: EPL-2.0
package org.nullcline.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.nullcline.api.NullclineException;
import org.nullcline.api.contribution.Descriptor;
import org.nullcline.api.contribution.Port;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.step.StepInputs.Item;
import org.nullcline.api.value.Value;
import org.nullcline.cli.ExitCode;
import org.nullcline.cli.Session;
import org.nullcline.cli.input.Assignments;
import org.nullcline.cli.input.InputReader;
import org.nullcline.cli.input.Labels;
import org.nullcline.cli.input.StepCall;
import org.nullcline.cli.output.Json;
import org.nullcline.cli.output.OutputFiles;
import org.nullcline.cli.output.ResultJson;
import org.nullcline.cli.output.ResultText;

import com.google.gson.JsonObject;

import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs one step on files. */
@CommandLine.Command(name = "apply", header = "Runs one step on files, without writing an experiment.", footer = {"",
    "Examples: nullcline apply dmd activity.npy --set delays=10 --set rank=6 --json",
    "          nullcline apply lyapunov system:lorenz", "          nullcline apply fixed-points model:last/fit --out points",
    "An input goes to the step's first port, further ones to the next; PORT=INPUT names the port."})
public final class ApplyCommand extends Command.WithStore {

    @Parameters(index = "0", paramLabel = "STEP", description = "id of a step; see 'nullcline list steps'")
    String step;

    @Parameters(index = "1..*", paramLabel = "INPUT", description = "FILE, FILE#NAME, FILE#PREFIX*, A+B, system:ID or model:RUN[/TASK]")
    List<String> inputs = new ArrayList<>();

    @Option(names = "--set", paramLabel = "NAME=VALUE", description = "parameter of the step; may be repeated")
    List<String> set = new ArrayList<>();

    @Option(names = "--out", paramLabel = "DIR", description = "write the outputs there, as folders of .npy arrays")
    Path out;

    @Option(names = "--seed", paramLabel = "N", description = "seed of random numbers (default: 0)")
    long seed;

    @Option(names = "--transpose", description = "exchange the last two axes of the input arrays")
    boolean transpose;

    /** The command within a session. */
    public ApplyCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        StepCall call = new StepCall(session);
        Descriptor descriptor = call.find(step);
        Map<String, String> given = FileParameters.absolute(session, descriptor, Assignments.parse("--set", set));
        org.nullcline.api.parameter.Parameters.resolve(descriptor, given, session.contributions());
        SortedMap<String, Value> outputs = call.run(descriptor, new StepInputs(items(descriptor)), given, seed);
        Map<String, List<Path>> files = out == null ? new TreeMap<>() : new OutputFiles(session).write(outputs, out);
        if (json) {
            JsonObject document = ResultJson.of(descriptor, outputs, files);
            document.add("notes", Json.of(call.notes()));
            session.print(document);
        } else {
            ResultText.print(session, descriptor, outputs);
            call.notes().forEach(note -> session.message("nullcline: " + note));
            files.values().forEach(list -> list.forEach(file -> session.message("nullcline: wrote " + file)));
        }
        return ExitCode.DONE;
    }

    private Map<String, List<Item>> items(Descriptor descriptor) {
        InputReader reader = new InputReader(session, storeFolder, transpose);
        Map<String, List<String>> texts = assign(descriptor);
        Map<String, List<Item>> items = new LinkedHashMap<>();
        texts.forEach((port, list) -> {
            List<String> labels = Labels.of(list);
            List<Item> values = new ArrayList<>();
            for (int i = 0; i < list.size(); i++) {
                values.add(new Item(labels.get(i), reader.forPort(list.get(i), descriptor.input(port).orElseThrow())));
            }
            items.put(port, values);
        });
        for (Port port : descriptor.inputs()) {
            if (!port.optional() && !items.containsKey(port.name())) {
                throw new CommandLine.ParameterException(spec.commandLine(), "The step " + descriptor.shortId() + " needs an input '" + port.name() + "' ("
                        + String.join(" or ", port.kinds()) + "): " + port.description());
            }
        }
        return items;
    }

    private Map<String, List<String>> assign(Descriptor descriptor) {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        List<Port> free = new ArrayList<>(descriptor.inputs());
        for (String input : inputs) {
            int equals = input.indexOf('=');
            if (equals > 0 && descriptor.input(input.substring(0, equals)).isPresent()) {
                Port port = descriptor.input(input.substring(0, equals)).get();
                texts.computeIfAbsent(port.name(), p -> new ArrayList<>()).add(input.substring(equals + 1));
                free.removeIf(p -> p.equals(port) && !p.multiple());
                continue;
            }
            if (free.isEmpty()) {
                throw NullclineException.invalid("The step " + descriptor.shortId() + " takes " + descriptor.inputs().size() + " inputs; '" + input
                        + "' is one too many.");
            }
            Port port = free.getFirst();
            texts.computeIfAbsent(port.name(), p -> new ArrayList<>()).add(input);
            if (!port.multiple()) {
                free.removeFirst();
            }
        }
        return texts;
    }
}
