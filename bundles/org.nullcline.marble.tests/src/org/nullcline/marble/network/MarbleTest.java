// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nullcline.api.NullclineException;
import org.nullcline.api.step.Progress;
import org.nullcline.api.value.ValueFolder;
import org.nullcline.compute.random.RandomStream;
import org.nullcline.marble.analysis.ConditionDistances;
import org.nullcline.marble.analysis.ParameterOrder;
import org.nullcline.marble.field.FieldSample;
import org.nullcline.marble.field.Paraboloid;
import org.nullcline.marble.field.ToyFields;
import org.nullcline.marble.field.VanDerPolFamily;
import org.nullcline.marble.geometry.GraphRule;
import org.nullcline.marble.geometry.PointCloud;
import org.nullcline.marble.geometry.Work;
import org.nullcline.marble.network.ManifoldSettings.Frames;
import org.nullcline.marble.network.ManifoldSettings.Parts;
import org.nullcline.marble.network.MarbleModel.Embedded;
import org.nullcline.marble.network.TrainingSettings.Method;

class MarbleTest {

    private static final ManifoldSettings FLAT = FeaturesTest.geometry(20, Frames.GLOBAL);
    private static final Work WORK = new Work(2, Progress.NONE);

    private static double[][] distances(List<Embedded> embedded) {
        double[][] d = ConditionDistances.exact(embedded.stream().map(Embedded::points).toList(), WORK).matrix();
        double largest = 0;
        for (double[] row : d) {
            for (double v : row) {
                largest = Math.max(largest, v);
            }
        }
        for (double[] row : d) {
            for (int j = 0; j < row.length; j++) {
                row[j] /= largest;
            }
        }
        return d;
    }

    /** The first example of the publication; numbers of the published implementation over three seeds, which themselves differ by 0.03. */
    @Test
    void toyFieldsAreEmbeddedAsPublished() {
        List<Manifold> manifolds = MarbleModel.manifolds(ToyFields.sample(512, new Paraboloid(0), 0), FLAT, WORK);
        MarbleModel model = MarbleModel.fit(manifolds, FLAT, NetworkSettings.standard(), TrainingSettings.standard(40, 0), Optional.empty(), WORK);
        assertTrue(model.trainLosses()[0] < 1.2, "first loss " + model.trainLosses()[0]);
        assertTrue(model.testLoss() <= 1.06, "test loss " + model.testLoss());
        double[][] d = distances(model.embed(manifolds, WORK));
        assertEquals(0.96, d[0][1], 0.08);
        assertEquals(0.785, d[2][3], 0.08);
        for (int constant = 0; constant < 2; constant++) {
            for (int vortex = 2; vortex < 4; vortex++) {
                assertTrue(d[constant][vortex] > 0.75 && d[constant][vortex] > d[2][3], "constant to vortex " + d[constant][vortex]);
            }
        }
    }

    @Test
    void onAParaboloidTheEmbeddingAgnosticNetworkPutsTheVorticesTogether() {
        ManifoldSettings curved = FeaturesTest.geometry(10, Frames.LOCAL);
        List<Manifold> manifolds = MarbleModel.manifolds(ToyFields.sample(300, new Paraboloid(0.05), 1), curved, WORK);
        assertEquals(2, manifolds.getFirst().frames().dimension());
        MarbleModel model = MarbleModel.fit(manifolds, curved, NetworkSettings.standard().with(1, true, false), TrainingSettings.standard(30, 1),
                Optional.empty(), WORK);
        assertTrue(model.testLoss() < 1.386 - 0.05, "test loss " + model.testLoss());
        double[][] d = distances(model.embed(manifolds, WORK));
        // Without knowledge of the axes the two constant fields are the same, and so are the vortices.
        assertTrue(d[0][1] < 0.4 && d[2][3] < 0.4, d[0][1] + ", " + d[2][3]);
        assertTrue(Math.min(Math.min(d[0][2], d[0][3]), Math.min(d[1][2], d[1][3])) > 0.6, "constant to vortex");
    }

    /** Distance between oscillators follows their difference in μ, and the largest step between neighbours is the one across the bifurcation. */
    @Test
    void vanDerPolOscillatorsAreOrderedAndBreakAtTheHopfPoint() {
        VanDerPolFamily family = new VanDerPolFamily(12, -1, 1, 100, 3, 0.5, new Paraboloid(0.05), false, 0);
        ManifoldSettings thinned = new ManifoldSettings(new GraphRule.ContinuousNearest(20, 1), 20, 0.03, Parts.REFUSE, Frames.GLOBAL, 1.5, 0.9,
                FLAT.ties());
        List<Manifold> manifolds = MarbleModel.manifolds(family.sample(), thinned, WORK);
        NetworkSettings settings = new NetworkSettings(2, false, false, false, false, List.of(32), 5, 0, true, false);
        MarbleModel model = MarbleModel.fit(manifolds, thinned, settings, TrainingSettings.standard(20, 0), Optional.empty(), WORK);
        List<double[][]> points = model.embed(manifolds, WORK).stream().map(Embedded::points).toList();
        double[][] d = ConditionDistances.ofHistograms(points, 30, 0, WORK).matrix();
        double spearman = order(d, family).spearman();
        assertTrue(spearman >= 0.7, "Spearman " + spearman);
        for (int i = 0; i + 1 < 12; i++) {
            assertTrue(i == 5 || d[i][i + 1] < 0.7 * d[5][6], "step " + i + ": " + d[i][i + 1] + " against " + d[5][6]);
        }
    }

    private static ParameterOrder order(double[][] distances, VanDerPolFamily family) {
        double[] mu = IntStream.range(0, family.oscillators()).mapToDouble(family::mu).toArray();
        return ParameterOrder.of(distances, mu, OptionalDouble.empty(), OptionalDouble.of(0), 0.2);
    }

    /**
     * Oscillators that lie differently in their spaces, for three seeds: the network that sees the axes finds nothing, the published features
     * cannot tell μ from −μ (the field of −μ is that of μ mirrored and run backwards, and inner products are even), frames along the flow can.
     */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2})
    void framesAlongTheFlowOrderOscillatorsInAnyPose(long seed) {
        VanDerPolFamily family = new VanDerPolFamily(20, -1, 1, 100, 3, 0.5, new Paraboloid(0.05), true, seed);
        ParameterOrder flow = order(embedded(family, Frames.FLOW, NetworkSettings.standard().with(1, false, false), seed), family);
        assertTrue(flow.spearman() >= 0.7, "Spearman " + flow.spearman());
        assertTrue(flow.criticalStep() > 1.3, "step " + flow.criticalStep());
        ParameterOrder global = order(embedded(family, Frames.GLOBAL, NetworkSettings.standard().with(1, false, false), seed), family);
        assertTrue(Math.abs(global.spearman()) < 0.2, "Spearman with the axes of the space " + global.spearman());
        ParameterOrder points = order(embedded(family, Frames.LOCAL, NetworkSettings.standard().with(1, true, false), seed), family);
        assertTrue(points.spearman() < 0.65 && points.withinSides() > points.spearman(), "Spearman of inner products " + points.spearman());
    }

    private static double[][] embedded(VanDerPolFamily family, Frames frames, NetworkSettings settings, long seed) {
        ManifoldSettings thinned = new ManifoldSettings(new GraphRule.ContinuousNearest(20, 1), 20, 0.03, Parts.OUTLIERS, frames, 1.5, 0.9, FLAT.ties());
        List<Manifold> manifolds = MarbleModel.manifolds(family.sample(), thinned, WORK);
        MarbleModel model = MarbleModel.fit(manifolds, thinned, settings, TrainingSettings.standard(25, seed), Optional.empty(), WORK);
        return ConditionDistances.exact(model.embed(manifolds, WORK).stream().map(Embedded::points).toList(), WORK).matrix();
    }

    private static MarbleModel small(NetworkSettings settings, ManifoldSettings geometry, Method method, Work work) {
        List<Manifold> manifolds = MarbleModel.manifolds(ToyFields.sample(80, new Paraboloid(0.3), 5), geometry, work);
        TrainingSettings training = new TrainingSettings(5, 32, 0.02, method, 0.9, 10, 0.1, 0, 0.8, 0.1, 7);
        return MarbleModel.fit(manifolds, geometry, settings, training, Optional.empty(), work);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anyNumberOfThreadsGivesTheSameBytes(boolean local) {
        NetworkSettings settings = new NetworkSettings(1, local, true, false, false, List.of(16, 8), 3, 0.2, true, false);
        ManifoldSettings geometry = FeaturesTest.geometry(10, local ? Frames.LOCAL : Frames.GLOBAL);
        MarbleModel one = small(settings, geometry, Method.ADAM, Work.ALONE);
        MarbleModel three = small(settings, geometry, Method.ADAM, new Work(3, Progress.NONE));
        assertArrayEquals(one.weights(), three.weights());
        assertArrayEquals(one.validationLosses(), three.validationLosses());
        assertEquals(one.testLoss(), three.testLoss());
        assertEquals(5, one.trainLosses().length);
        List<FieldSample> conditions = ToyFields.sample(80, new Paraboloid(0.3), 6);
        for (int c = 0; c < conditions.size(); c++) {
            assertArrayEquals(one.transform(conditions, Work.ALONE).get(c).points(), three.transform(conditions, WORK).get(c).points());
        }
    }

    @Test
    void noisyFieldsAreSmoothedForALearnedTime() {
        RandomStream random = RandomStream.of(12);
        List<FieldSample> noisy = ToyFields.sample(150, new Paraboloid(0), 5).stream().map(field -> {
            float[] vectors = field.vectors().clone();
            for (int i = 0; i < vectors.length; i++) {
                vectors[i] += (float) random.normal();
            }
            return FieldSample.of(field.points(), vectors);
        }).toList();
        List<Manifold> manifolds = MarbleModel.manifolds(noisy, FLAT, WORK);
        TrainingSettings training = TrainingSettings.standard(20, 1);
        MarbleModel rough = MarbleModel.fit(manifolds, FLAT, NetworkSettings.standard(), training, Optional.empty(), WORK);
        MarbleModel smooth = MarbleModel.fit(manifolds, FLAT, NetworkSettings.standard().with(2, false, true), training, Optional.empty(), WORK);
        assertTrue(smooth.diffusionTime() > 0.05, "time " + smooth.diffusionTime());
        assertTrue(smooth.testLoss() < rough.testLoss(), smooth.testLoss() + " against " + rough.testLoss());
        assertEquals(0, rough.diffusionTime());
    }

    @ParameterizedTest
    @ValueSource(strings = {"SGD", "ADAM"})
    void interruptedTrainingGoesOnExactly(Method method, @TempDir Path folder) {
        List<Manifold> manifolds = MarbleModel.manifolds(ToyFields.sample(80, new Paraboloid(0), 3), FLAT, WORK);
        NetworkSettings settings = new NetworkSettings(1, false, true, false, false, List.of(12), 3, 0.1, true, false);
        TrainingSettings training = new TrainingSettings(6, 32, 0.05, method, 0.9, 1, 0.5, 0, 0.8, 0.1, 2);
        TrainingState whole;
        try (MarbleTrainer trainer = new MarbleTrainer(manifolds, settings, training, WORK)) {
            whole = trainer.run(Optional.empty(), 0);
        }
        AtomicInteger epochs = new AtomicInteger();
        Progress stop = new Progress() {
            @Override
            public void measure(String series, double x, double y) {
                epochs.set((int) x);
            }

            @Override
            public boolean cancelled() {
                return epochs.get() >= 3;
            }
        };
        try (MarbleTrainer trainer = new MarbleTrainer(manifolds, settings, training, new Work(1, stop))) {
            assertThrows(CancellationException.class, () -> trainer.run(Optional.of(folder), 0));
        }
        try (MarbleTrainer trainer = new MarbleTrainer(manifolds, settings, training, WORK)) {
            TrainingState resumed = trainer.run(Optional.of(folder), 0);
            assertArrayEquals(whole.weights.values(), resumed.weights.values());
            assertArrayEquals(whole.best, resumed.best);
            assertEquals(whole.train, resumed.train);
            assertEquals(whole.validation, resumed.validation);
            assertEquals(whole.bestEpoch, resumed.bestEpoch);
        }
        TrainingSettings other = new TrainingSettings(6, 32, 0.04, method, 0.9, 1, 0.5, 0, 0.8, 0.1, 2);
        try (MarbleTrainer trainer = new MarbleTrainer(manifolds, settings, other, WORK)) {
            TrainingState state = trainer.run(Optional.of(folder), 0);
            assertTrue(!state.train.equals(whole.train), "a checkpoint of other settings must not be used");
        }
    }

    @Test
    void modelOnDiskEmbedsAsTheOneInMemory(@TempDir Path folder) throws Exception {
        NetworkSettings settings = new NetworkSettings(1, true, true, true, true, List.of(8), 2, 0.1, true, true);
        ManifoldSettings geometry = FeaturesTest.geometry(10, Frames.LOCAL);
        MarbleModel model = small(settings, geometry, Method.SGD, WORK);
        Path stored = Files.createDirectory(folder.resolve("model"));
        ValueFolder.write(model.toValue(), stored);
        MarbleModel read = MarbleModel.of(ValueFolder.read(stored));
        List<FieldSample> conditions = ToyFields.sample(90, new Paraboloid(0.3), 11);
        List<Embedded> expected = model.transform(conditions, WORK);
        List<Embedded> actual = read.transform(conditions, WORK);
        for (int c = 0; c < conditions.size(); c++) {
            assertArrayEquals(expected.get(c).points(), actual.get(c).points());
        }
        assertEquals(1, Math.hypot(actual.get(0).points()[0][0], actual.get(0).points()[0][1]), 1e-6);
        assertEquals(model.testLoss(), read.testLoss());
        assertArrayEquals(model.trainLosses(), read.trainLosses());
    }

    private static String refusal(List<FieldSample> conditions, ManifoldSettings geometry) {
        return assertThrows(NullclineException.class, () -> MarbleModel.manifolds(conditions, geometry, WORK)).getMessage();
    }

    @Test
    void unusableConditionsAreRefusedInOneSentence() {
        FieldSample good = ToyFields.sample(60, new Paraboloid(0), 1).getFirst();
        FieldSample single = good.subset(new int[] {4});
        assertTrue(refusal(List.of(good, single), FLAT).contains("'constant left' has only 1 point;"), refusal(List.of(good, single), FLAT));
        FieldSample curved = ToyFields.sample(60, new Paraboloid(1), 1).get(1);
        assertTrue(refusal(List.of(good, curved), FLAT).contains("'constant right' has points of dimension 3"));
        float[] apart = good.points().coordinates().clone();
        for (int i = 60; i < apart.length; i++) {
            apart[i] += 50;
        }
        FieldSample split = FieldSample.of(PointCloud.of("split", apart, 2), good.vectors());
        ManifoldSettings k8 = FeaturesTest.geometry(8, Frames.GLOBAL);
        assertTrue(refusal(List.of(split), k8).contains("'split' falls into 2 unconnected parts"));
        ManifoldSettings largest = new ManifoldSettings(new GraphRule.ContinuousNearest(8, 1), 8, 0, Parts.LARGEST, Frames.GLOBAL, 1.5, 0.9, k8.ties());
        assertEquals(30, MarbleModel.manifolds(List.of(split), largest, WORK).getFirst().count());
        ManifoldSettings outliers = new ManifoldSettings(new GraphRule.ContinuousNearest(8, 1), 8, 0, Parts.OUTLIERS, Frames.GLOBAL, 1.5, 0.9, k8.ties());
        assertTrue(refusal(List.of(split), outliers).contains("2 unconnected parts"));
        FieldSample many = ToyFields.sample(400, new Paraboloid(0), 1).getFirst();
        many.points().coordinates()[20] += 90;
        many.points().coordinates()[22] += 90.1f;
        assertTrue(refusal(List.of(many), k8).contains("2 unconnected parts (of 398, 2 points)"));
        assertEquals(398, MarbleModel.manifolds(List.of(many), outliers, WORK).getFirst().count());
        float[] missing = good.vectors().clone();
        missing[9] = Float.NaN;
        String sentence = assertThrows(NullclineException.class, () -> FieldSample.of(good.points(), missing)).getMessage();
        assertTrue(sentence.contains("vector at point 4 of 'constant left'"), sentence);
    }
}
