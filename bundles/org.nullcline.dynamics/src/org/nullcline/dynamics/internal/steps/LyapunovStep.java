// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.internal.steps;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.nullcline.api.dynamics.TangentMotion;
import org.nullcline.api.dynamics.Update;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.Scores;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.compute.random.RandomStream;
import org.nullcline.dynamics.analysis.LyapunovSpectrum;
import org.nullcline.dynamics.analysis.OpenedSystem;

/** Computes the Lyapunov spectrum of a simulated system or a fitted model. */
public final class LyapunovStep implements Step {

    /** Kind of the spectrum: arrays {@link #SPECTRUM}, {@link #ERROR}, {@link #CURVE}, {@link #TIMES}. */
    public static final String KIND = "lyapunov-spectrum";
    /** exponent, largest first. */
    public static final String SPECTRUM = "spectrum";
    /** exponent; standard error. */
    public static final String ERROR = "standardError";
    /** time × exponent; running estimates. */
    public static final String CURVE = "curve";
    /** time of each row of {@link #CURVE}. */
    public static final String TIMES = "curve.times";

    private static final double DURATIONS = 500;
    private static final double TRANSIENT_SHARE = 0.05;

    @Override
    public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
        Value system = inputs.one("system");
        Optional<TangentMotion> motion = OpenedSystem.tangents(system, parameters.integer("exponents"),
                RandomStream.of(Seeds.of(parameters, context)).child("tangent functions"), context.contributions());
        if (motion.isPresent()) {
            return delayed(system, motion.get(), parameters, context);
        }
        OpenedSystem opened = OpenedSystem.of(system, context.contributions());
        double time = parameters.has("time") ? parameters.real("time") : DURATIONS * opened.timeScale();
        double step = parameters.has("step") ? parameters.real("step") : opened.step();
        double skipped = parameters.has("transient") ? parameters.real("transient") : TRANSIENT_SHARE * time;
        long seed = Seeds.of(parameters, context);
        double[] start = opened.states()[RandomStream.of(seed).child("lyapunov start").below(opened.states().length)];
        context.progress().note("Following " + opened.name() + " for " + (time + skipped) + " units of time in steps of " + step + ".");
        LyapunovSpectrum.Result result = new LyapunovSpectrum(time, step, skipped, seed).compute(opened.system(), start, context.progress());
        return Map.of("spectrum", spectrum(opened.name(), opened.system().update() == Update.DERIVATIVE, result), "scores", scores(opened.name(), result));
    }

    /** The leading exponents of a system with infinitely many. */
    private static Map<String, Value> delayed(Value system, TangentMotion motion, Parameters parameters, StepContext context) {
        String name = system.text("name", system.text("system", ""));
        double usual = DURATIONS * Math.max(motion.duration(), system.number("period", motion.duration()));
        double time = parameters.has("time") ? parameters.real("time") : usual;
        double skipped = parameters.has("transient") ? parameters.real("transient") : TRANSIENT_SHARE * time;
        context.progress().note("Following " + name + " for " + (time + skipped) + " units of time, with " + motion.count() + " tangent functions.");
        LyapunovSpectrum.Result result = new LyapunovSpectrum(time, motion.duration(), skipped, 0).compute(motion, context.progress());
        return Map.of("spectrum", spectrum(name, true, result), "scores", scores(name, result));
    }

    private static Value spectrum(String name, boolean continuous, LyapunovSpectrum.Result result) {
        int n = result.exponents().length;
        return Value.of(KIND).array(SPECTRUM, "1/time", NdArrays.of(result.exponents(), n), "exponent")
                .array(ERROR, "1/time", NdArrays.of(result.standardErrors(), n), "exponent")
                .array(CURVE, "1/time", NdArrays.of(result.curve()), "time", "exponent")
                .array(TIMES, "", NdArrays.of(result.curveTimes(), result.curveTimes().length), "time").attribute("name", name)
                .attribute("kaplanYorke", result.kaplanYorke()).attribute("sum", result.sum()).attribute("sumDivergence", result.meanDivergence())
                .attribute("continuous", continuous).build();
    }

    private static Value scores(String name, LyapunovSpectrum.Result result) {
        List<String> columns = Stream.concat(IntStream.rangeClosed(1, result.exponents().length).mapToObj(i -> "λ" + i),
                Stream.of("Kaplan–Yorke dimension", "Σλ", "mean divergence")).toList();
        double[] row = new double[columns.size()];
        System.arraycopy(result.exponents(), 0, row, 0, result.exponents().length);
        row[row.length - 3] = result.kaplanYorke();
        row[row.length - 2] = result.sum();
        row[row.length - 1] = result.meanDivergence();
        return new Scores.Builder(columns).row(name, row).build();
    }
}
