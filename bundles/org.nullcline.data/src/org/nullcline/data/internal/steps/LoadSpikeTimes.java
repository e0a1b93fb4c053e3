// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.steps;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.nullcline.api.NullclineException;
import org.nullcline.api.format.ArrayFile;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.parameter.Parameters.FileReference;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.data.inputs.Inputs;
import org.nullcline.data.inputs.Selection;
import org.nullcline.data.inputs.SpikeTimes;

/** Reads spike times: those of an NWB file, one array per unit, or one array of times with one of unit numbers. */
public final class LoadSpikeTimes implements Step {

    @Override
    public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
        FileReference reference = parameters.file("file").orElseThrow(() -> NullclineException.invalid("load-spike-times: choose a file."));
        Path path = reference.path();
        String times = parameters.has("times") ? parameters.text("times") : reference.selector();
        try (ArrayFile file = new Inputs(context.contributions()).open(path)) {
            Optional<Value> whole = times.isEmpty() ? file.value().filter(v -> v.kind().equals(SpikeTimes.KIND)) : Optional.empty();
            if (whole.isPresent()) {
                return Map.of("spikes", whole.get());
            }
            if (times.isEmpty()) {
                throw NullclineException.invalid("load-spike-times: " + path + " does not say which arrays are spike times; set times to one of "
                        + Selection.listing(Selection.numeric(file)) + ".");
            }
            Value.Builder builder = parameters.has("units") ? byUnit(file, path, times, parameters.text("units")) : oneArrayPerUnit(file, path, times);
            if (parameters.has("trialStart") && parameters.has("trialStop")) {
                addTrials(builder, values(file, path, parameters.text("trialStart")), values(file, path, parameters.text("trialStop")), path);
            }
            return Map.of("spikes", builder.build());
        } catch (IOException e) {
            throw NullclineException.input(path + " cannot be closed: " + e.getMessage(), e);
        }
    }

    private static double[] values(ArrayFile file, Path path, String variables) {
        return Selection.names(file, path, variables).stream().flatMapToDouble(name -> Arrays.stream(NdArrays.doubles(Selection.read(file, name)))).toArray();
    }

    private static Value.Builder oneArrayPerUnit(ArrayFile file, Path path, String variables) {
        List<double[]> units = Selection.names(file, path, variables).stream().map(name -> NdArrays.doubles(Selection.read(file, name))).toList();
        return builder(units, path);
    }

    private static Value.Builder byUnit(ArrayFile file, Path path, String times, String unitVariable) {
        double[] all = values(file, path, times);
        double[] unit = values(file, path, unitVariable);
        if (all.length != unit.length) {
            throw NullclineException.input(path + ": there are " + all.length + " spike times but " + unit.length + " unit numbers.");
        }
        double[] different = Arrays.stream(unit).distinct().sorted().toArray();
        if (different.length > 100_000) {
            throw NullclineException.input(path + ": '" + unitVariable + "' has " + different.length + " different values, too many to be unit numbers.");
        }
        return builder(Arrays.stream(different)
                .mapToObj(u -> IntStream.range(0, all.length).filter(i -> unit[i] == u).mapToDouble(i -> all[i]).toArray()).toList(), path);
    }

    private static Value.Builder builder(List<double[]> units, Path path) {
        long[] offsets = new long[units.size() + 1];
        for (int u = 0; u < units.size(); u++) {
            offsets[u + 1] = offsets[u] + units.get(u).length;
        }
        double[] times = units.stream().flatMapToDouble(Arrays::stream).toArray();
        for (double time : times) {
            if (Double.isNaN(time) || Double.isInfinite(time)) {
                throw NullclineException.input(path + ": a spike time is " + time + "; remove such spikes first.");
            }
        }
        return SpikeTimes.builder(times, offsets);
    }

    private static void addTrials(Value.Builder builder, double[] starts, double[] stops, Path path) {
        if (starts.length != stops.length) {
            throw NullclineException.input(path + ": there are " + starts.length + " trial starts but " + stops.length + " stops.");
        }
        double[][] intervals = new double[starts.length][];
        for (int i = 0; i < starts.length; i++) {
            intervals[i] = new double[] {starts[i], stops[i]};
        }
        builder.array(SpikeTimes.INTERVALS, "s", NdArrays.of(intervals), "trial", "edge");
    }
}
