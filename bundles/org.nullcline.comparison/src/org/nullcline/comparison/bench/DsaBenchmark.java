// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.nullcline.api.benchmark.Benchmark;
import org.nullcline.api.benchmark.BenchmarkCase;
import org.nullcline.api.contribution.Descriptor;
import org.nullcline.api.contribution.ExtensionPoint;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Progress;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.Recording;
import org.nullcline.api.value.Signal;
import org.nullcline.api.value.Trials;
import org.nullcline.api.value.Value;
import org.nullcline.comparison.dsa.Dmd;
import org.nullcline.comparison.dsa.DmdSettings;
import org.nullcline.comparison.dsa.OperatorProcrustes;
import org.nullcline.comparison.dsa.RankRule;
import org.nullcline.compute.linalg.Matrix;
import org.nullcline.compute.random.RandomStream;

/**
 * Measures dynamical similarity analysis at the usual sizes: one operator (20 trials × 500 time bins × 10 channels, 20 delays, rank 30), the distance
 * of two such operators with all threads of the caller, and all pairs of 200 recordings (rank 15) as the step {@code compare} does them. The systems are noisy
 * oscillators of ten dimensions seen through random readouts.
 */
public final class DsaBenchmark implements Benchmark {

    private static final int DIMENSION = 10;
    private static final int CHANNELS = 10;
    private static final int TRIALS = 20;
    private static final int BINS = 500;
    private static final int DELAYS = 20;
    private static final int RANK = 30;
    private static final int PAIRS = 10;
    private static final int SYSTEMS = 200;
    private static final int SYSTEMS_TRIALS = 10;
    private static final int SYSTEMS_BINS = 300;
    private static final int SYSTEMS_DELAYS = 10;
    private static final int SYSTEMS_RANK = 15;

    @Override
    public List<BenchmarkCase> cases() {
        return List.of(BenchmarkCase.of("dmd 20 trials 500 bins 10 channels 20 delays rank 30", "operator", DsaBenchmark::operator),
                new BenchmarkCase("pair rank 30", "pair", PAIRS, DsaBenchmark::pairs),
                BenchmarkCase.of("200 systems rank 15 all 19900 pairs", "matrix", DsaBenchmark::matrix));
    }

    private static BenchmarkCase.Work operator(StepContext context) {
        List<Matrix> trials = trials(0, TRIALS, BINS);
        DmdSettings settings = settings();
        return () -> Dmd.fit(trials, settings);
    }

    private static BenchmarkCase.Work pairs(StepContext context) {
        List<Matrix> operators = new ArrayList<>();
        for (int system = 0; system <= PAIRS; system++) {
            operators.add(Dmd.fit(trials(system, TRIALS, BINS), settings()).reduced());
        }
        return () -> {
            for (int k = 0; k < PAIRS; k++) {
                OperatorProcrustes.align(operators.get(k), operators.get(k + 1), OperatorProcrustes.patience(RANK), context.threads(), Progress.NONE);
            }
        };
    }

    private static DmdSettings settings() {
        return DmdSettings.of(DELAYS, 1, new RankRule.Fixed(RANK));
    }

    private static BenchmarkCase.Work matrix(StepContext context) {
        List<StepInputs.Item> recordings = new ArrayList<>();
        for (int system = 0; system < SYSTEMS; system++) {
            recordings.add(new StepInputs.Item("system " + system, recording(system)));
        }
        StepInputs inputs = new StepInputs(Map.of("values", recordings));
        Descriptor descriptor = context.contributions().find(ExtensionPoint.STEPS, "compare");
        Parameters parameters = Parameters.resolve(descriptor, Map.of("metric", "dsa", "metric.delays", Integer.toString(SYSTEMS_DELAYS), "metric.rank",
                Integer.toString(SYSTEMS_RANK)), context.contributions());
        Step compare = context.contributions().create(descriptor, Step.class);
        return new BenchmarkCase.Work() {
            @Override
            public void run() {
                compare.run(inputs, parameters, context);
            }

            @Override
            public int runs() {
                return 1;
            }
        };
    }

    private static Value recording(int system) {
        List<Matrix> trials = trials(system, SYSTEMS_TRIALS, SYSTEMS_BINS);
        Matrix all = new Matrix(SYSTEMS_TRIALS * SYSTEMS_BINS, CHANNELS);
        for (int i = 0; i < trials.size(); i++) {
            System.arraycopy(trials.get(i).data(), 0, all.data(), i * SYSTEMS_BINS * CHANNELS, SYSTEMS_BINS * CHANNELS);
        }
        return Recording.builder(all.toArray(), Trials.equal(SYSTEMS_TRIALS, SYSTEMS_BINS), Signal.CONTINUOUS, 0.01).build();
    }

    /** Five noisy rotations of different frequencies, mixed into the channels, with noise of measurement: time × channels each. */
    private static List<Matrix> trials(int system, int count, int bins) {
        RandomStream stream = RandomStream.of(system).child("dsa-benchmark");
        double[] frequency = stream.child("frequencies").uniforms(DIMENSION / 2, 0.05, 0.15);
        Matrix readout = new Matrix(DIMENSION, CHANNELS, stream.child("readout").normals(DIMENSION * CHANNELS));
        List<Matrix> trials = new ArrayList<>();
        for (int trial = 0; trial < count; trial++) {
            RandomStream own = stream.child("trial", trial);
            Matrix states = new Matrix(bins, DIMENSION);
            double[] z = own.normals(DIMENSION);
            for (int t = 0; t < bins; t++) {
                System.arraycopy(z, 0, states.data(), t * DIMENSION, DIMENSION);
                double[] noise = own.normals(DIMENSION);
                for (int k = 0; k < DIMENSION; k += 2) {
                    double cos = 0.995 * Math.cos(frequency[k / 2]);
                    double sin = 0.995 * Math.sin(frequency[k / 2]);
                    double x = z[k];
                    double y = z[k + 1];
                    z[k] = cos * x - sin * y + 0.05 * noise[k];
                    z[k + 1] = sin * x + cos * y + 0.05 * noise[k + 1];
                }
            }
            trials.add(states.times(readout).plus(0.05, new Matrix(bins, CHANNELS, own.normals(bins * CHANNELS))));
        }
        return trials;
    }
}
