// SPDX-License-Identifier: EPL-2.0
package org.nullcline.cli.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.nullcline.api.NullclineException;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.Value;
import org.nullcline.cli.Session;
import org.nullcline.cli.input.StepCall;
import org.nullcline.engine.plan.FileHashes;

import picocli.CommandLine.Option;

/** Cuts continuous recordings into trials on their way into a command: by a variable of the same file, or every so many bins. */
final class TrialOptions {

    private static final String LOAD_STEP = "org.nullcline.load-recording";
    private static final String CUT_STEP = "org.nullcline.cut-trials";

    @Option(names = "--labels", split = ",", paramLabel = "NAME", description = "variable of the input's file with one label per time bin; trials are cut where it "
            + "changes (one for all inputs, or one for each, separated by commas)")
    List<String> labels = List.of();

    @Option(names = "--length", split = ",", paramLabel = "BINS", description = "length of a trial; with --labels, a run of one label that is about twice as long is "
            + "two trials (one for all inputs, or one for each)")
    List<Integer> lengths = List.of();

    /** Whether inputs are to be cut. */
    boolean given() {
        return !labels.isEmpty() || !lengths.isEmpty();
    }

    /** Input number {@code index} of {@code count}, in trials. */
    Value read(Session session, String text, int index, int count, boolean transpose) {
        StepCall call = new StepCall(session);
        Map<String, String> load = new LinkedHashMap<>();
        load.put("file", FileHashes.absolute("the command line", text, session.directory()));
        load.put("signal", "continuous");
        load.put("transpose", Boolean.toString(transpose));
        Map<String, String> cut = new LinkedHashMap<>(Map.of("by", labels.isEmpty() ? "length" : "labels"));
        if (!labels.isEmpty()) {
            load.put("labels", one("--labels", labels, index, count));
        }
        if (!lengths.isEmpty()) {
            cut.put("length", one("--length", lengths, index, count).toString());
        }
        Value recording = call.run(call.find(LOAD_STEP), new StepInputs(Map.of()), load, 0).get("recording");
        return call.run(call.find(CUT_STEP), new StepInputs(Map.of("recording", List.of(new StepInputs.Item(text, recording)))), cut, 0).get("recording");
    }

    private static <T> T one(String option, List<T> values, int index, int count) {
        if (values.size() != 1 && values.size() != count) {
            throw NullclineException.invalid(option + " gives " + values.size() + " values for " + count + " inputs; give one for all, or one for each.");
        }
        return values.get(values.size() == 1 ? 0 : index);
    }
}
