// SPDX-License-Identifier: EPL-2.0
package org.nullcline.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.nullcline.api.contribution.Descriptor;
import org.nullcline.api.contribution.ExtensionPoint;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.Value;
import org.nullcline.cli.ExitCode;
import org.nullcline.cli.Session;
import org.nullcline.cli.input.Assignments;
import org.nullcline.cli.input.StepCall;
import org.nullcline.cli.output.OutputWriter;

import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Simulates a system. */
@CommandLine.Command(name = "simulate", header = "Simulates a system: its states, or with --neurons the spikes of a recording.", footer = {"",
    "Examples: nullcline simulate lorenz --trials 1 --bins 2000 --points-per-period 100 --out lorenz.npy",
    "          nullcline simulate rossler --neurons 30 --trials 200 --bins 70 --out rossler.h5 --set a=0.25"})
public final class SimulateCommand extends Command.WithJson {

    private static final String STEP = "org.nullcline.simulate";

    @Parameters(paramLabel = "SYSTEM", description = "id of a system; see 'nullcline list systems'")
    String system;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "file to write; its suffix chooses the format")
    Path out;

    @Option(names = "--neurons", paramLabel = "N", description = "neurons of a recording; 0 (the default) for the states themselves")
    int neurons;

    @Option(names = "--trials", paramLabel = "S", description = "number of trials (default: 1)")
    int trials = 1;

    @Option(names = "--bins", paramLabel = "T", description = "time bins of a trial (default: 1000)")
    int bins = 1000;

    @Option(names = "--points-per-period", paramLabel = "P", description = "time bins in one dominant period of the system (default: 35)")
    Integer pointsPerPeriod;

    @Option(names = "--seed", paramLabel = "N", description = "seed of readout and spikes (default: 0)")
    long seed;

    @Option(names = "--set", paramLabel = "NAME=VALUE", description = "parameter of the system, or one more of the step 'simulate'; may be repeated")
    List<String> set = new ArrayList<>();

    /** The command within a session. */
    public SimulateCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        StepCall call = new StepCall(session);
        Descriptor step = call.find(STEP);
        Descriptor chosen = session.contributions().find(ExtensionPoint.SYSTEMS, system);
        Map<String, String> given = new LinkedHashMap<>();
        given.put("system", chosen.id());
        given.put("neurons", Integer.toString(neurons));
        given.put("trials", Integer.toString(trials));
        given.put("bins", Integer.toString(bins));
        if (pointsPerPeriod != null) {
            given.put("pointsPerPeriod", pointsPerPeriod.toString());
        }
        Assignments.parse("--set", set).forEach((name, value) -> given.put(
                chosen.parameter(name).isEmpty() && step.parameter(name).isPresent() ? name : "system." + name, value));
        Value recording = call.run(step, new StepInputs(Map.of()), given, seed).get("recording");
        Path written = new OutputWriter(session).write(recording, out);
        if (json) {
            session.print(ConvertCommand.json(written, recording));
        } else {
            session.message("nullcline: wrote " + trials + (trials == 1 ? " trial of " : " trials of ") + bins + " time bins to " + written + ".");
        }
        return ExitCode.DONE;
    }
}
