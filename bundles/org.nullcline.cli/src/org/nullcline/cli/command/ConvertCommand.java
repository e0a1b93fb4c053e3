// SPDX-License-Identifier: EPL-2.0
package org.nullcline.cli.command;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

import org.nullcline.api.value.NamedArray;
import org.nullcline.api.value.Value;
import org.nullcline.cli.ExitCode;
import org.nullcline.cli.Session;
import org.nullcline.cli.input.InputReader;
import org.nullcline.cli.output.Json;
import org.nullcline.cli.output.OutputWriter;

import com.google.gson.JsonObject;

import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Converts between formats. */
@CommandLine.Command(name = "convert", header = "Converts between file formats; the suffix of OUT chooses the format, none makes a folder of .npy arrays.",
        footer = {"", "Examples: nullcline convert 'session.mat#Ytr' trials.npy", "          nullcline convert recording.nwb recording --as recording"})
public final class ConvertCommand extends Command.WithJson {

    @Parameters(index = "0", paramLabel = "IN", description = "FILE, FILE#NAME, FILE#PREFIX* or A+B")
    String in;

    @Parameters(index = "1", paramLabel = "OUT", description = "file to write")
    Path out;

    @Option(names = "--as", paramLabel = "WHAT", description = "value (whatever it is), recording or matrix")
    InputReader.As as = InputReader.As.VALUE;

    @Option(names = "--transpose", description = "exchange the last two axes of the arrays")
    boolean transpose;

    /** The command within a session. */
    public ConvertCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        Value value = new InputReader(session, null, transpose).read(in, as);
        Path written = new OutputWriter(session).write(value, out);
        if (json) {
            session.print(json(written, value));
        } else {
            session.message("nullcline: wrote a " + value.kind() + " to " + written + ".");
        }
        return ExitCode.DONE;
    }

    static JsonObject json(Path written, Value value) {
        JsonObject arrays = new JsonObject();
        for (NamedArray array : value.arrays().values()) {
            arrays.add(array.name(), Json.object("shape", Arrays.stream(array.data().shape()).boxed().toList(), "type", array.data().type().name().toLowerCase(
                    Locale.ROOT), "axes", array.axes().stream().map(a -> a.name()).toList()));
        }
        return Json.object("file", written.toString(), "kind", value.kind(), "arrays", arrays);
    }
}
