// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.internal.steps;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nullcline.api.NullclineException;
import org.nullcline.api.contribution.Contributions;
import org.nullcline.api.contribution.Descriptor;
import org.nullcline.api.contribution.ExtensionPoint;
import org.nullcline.api.contribution.Port;
import org.nullcline.api.figure.Figure;
import org.nullcline.api.figure.FigureSource;
import org.nullcline.api.metric.Metric;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Progress;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.step.StepInputs.Item;
import org.nullcline.api.value.Distances;
import org.nullcline.api.value.Embedding;
import org.nullcline.api.value.Kinds;
import org.nullcline.api.value.Recording;
import org.nullcline.api.value.Scores;
import org.nullcline.api.value.Signal;
import org.nullcline.api.value.Trials;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.compute.random.RandomStream;
import org.nullcline.marble.Golden;
import org.nullcline.marble.network.MarbleModel;

class StepsTest {

    private static final Declarations DECLARED = new Declarations();

    @TempDir
    Path checkpoints;

    private Map<String, Value> run(String step, Map<String, String> parameters, Map<String, List<Item>> inputs) {
        Descriptor descriptor = DECLARED.find(ExtensionPoint.STEPS, step);
        for (Port port : descriptor.inputs()) {
            for (Item item : inputs.getOrDefault(port.name(), List.of())) {
                assertTrue(port.accepts(item.value().kind()), step + "." + port.name() + " does not accept " + item.value().kind());
            }
        }
        Map<String, Value> outputs = DECLARED.create(descriptor, Step.class).run(new StepInputs(inputs), Parameters.resolve(descriptor, parameters, DECLARED),
                new StepContext() {
                    @Override
                    public Progress progress() {
                        return Progress.NONE;
                    }

                    @Override
                    public long seed() {
                        return 1;
                    }

                    @Override
                    public int threads() {
                        return 2;
                    }

                    @Override
                    public Path checkpoints() {
                        return checkpoints;
                    }

                    @Override
                    public Contributions contributions() {
                        return DECLARED;
                    }
                });
        assertEquals(descriptor.outputs().stream().map(Port::name).sorted().toList(), outputs.keySet().stream().sorted().toList());
        for (Port port : descriptor.outputs()) {
            assertEquals(port.kinds(), List.of(outputs.get(port.name()).kind()));
        }
        return outputs;
    }

    private static Map<String, List<Item>> input(String port, Value... values) {
        return Map.of(port, Arrays.stream(values).map(v -> new Item("item", v)).toList());
    }

    private static Value golden(String file) {
        return Value.of(Kinds.MATRIX).array("matrix", "", NdArrays.of(Golden.matrix(file)), "row", "column").build();
    }

    private static List<Figure> figures(Value value) {
        return DECLARED.list(ExtensionPoint.FIGURES).stream().filter(d -> d.attribute("kind", "").equals(value.kind()))
                .flatMap(d -> DECLARED.create(d, FigureSource.class).draw("a value", value).stream()).toList();
    }

    @Test
    void everyDeclaredClassCanBeMadeAndEveryDefaultIsValid() {
        for (Descriptor d : DECLARED.list(ExtensionPoint.STEPS)) {
            DECLARED.create(d, Step.class).check(Parameters.defaults(d, DECLARED));
            assertTrue(d.parameters().stream().noneMatch(p -> p.description().isBlank()), d.id());
        }
        DECLARED.list(ExtensionPoint.METRICS).forEach(d -> DECLARED.create(d, Metric.class));
        DECLARED.list(ExtensionPoint.FIGURES).forEach(d -> DECLARED.create(d, FigureSource.class));
        assertEquals(15, DECLARED.list(ExtensionPoint.STEPS).size());
    }

    @Test
    void geometryStepsGiveThePublishedArrays() {
        Value sample = run("farthest-points", Map.of("spacing", "0.1"), input("points", golden("M3_pts.csv"))).get("sample");
        assertArrayEquals(Golden.vector("M3_fps_idx_0.1.csv"), NdArrays.doubles(sample.array("indices")));
        Value graph = run("neighbour-graph", Map.of("k", "10"), input("points", golden("M3_pts.csv"))).get("graph");
        assertEquals(Golden.matrix("M3_cknn_k10_d1.0.csv").length - 150, graph.named("edges").size(0));
        assertEquals(1, graph.number("components", 0));
        assertFalse(figures(graph).isEmpty());
        Value frames = run("tangent-frames", Map.of("k", "10"), input("points", golden("M1_pos.csv"))).get("frames");
        assertEquals(2, frames.number("dimension", 0));
        double[] projectors = NdArrays.doubles(frames.array("projectors"));
        assertArrayEquals(Golden.vector("M1_tangent_projectors_k10.csv"), projectors, 1e-6);
        assertArrayEquals(new long[] {200, 3, 2}, frames.named("frames").data().shape());
        Value nearest = run("tangent-frames", Map.of("k", "10", "ties", "distance"), input("points", golden("M1_pos.csv"))).get("frames");
        assertEquals(2, nearest.number("dimension", 0));
        Value kernels = run("gradient-kernels", Map.of("k", "8"), input("points", golden("M2_pos.csv"))).get("kernels");
        double[] dense = NdArrays.doubles(kernels.array("kernels"));
        assertArrayEquals(Golden.vector("M2_K0.csv"), Arrays.copyOf(dense, 10_000), 2e-7);
        assertArrayEquals(Golden.vector("M2_K1.csv"), Arrays.copyOfRange(dense, 10_000, 20_000), 2e-7);
        Value local = run("gradient-kernels", Map.of("k", "10"), input("points", golden("M1_pos.csv"))).get("kernels");
        assertArrayEquals(new long[] {1928, 2, 2}, local.named("connection").data().shape());
    }

    private static final Map<String, String> SMALL = Map.of("epochs", "4", "k", "8", "order", "1");

    @Test
    void marbleEmbedsToyFieldsAndNewOnesWithTheSameNetwork() {
        Value fields = run("toy-fields", Map.of("points", "60"), Map.of()).get("fields");
        assertFalse(figures(fields).isEmpty());
        Map<String, Value> result = run("marble", SMALL, input("data", fields));
        Embedding embedding = Embedding.of(result.get("embedding"));
        assertEquals(240, embedding.condition().length);
        assertEquals(List.of("constant left", "constant right", "vortex left", "vortex right"), embedding.conditions());
        assertEquals(3, NdArrays.longs(embedding.value().array("trial"))[239]);
        assertEquals(59, NdArrays.longs(embedding.value().array("bin"))[239]);
        double[][] distances = Distances.of(result.get("distances")).matrix();
        assertEquals(0, distances[1][1]);
        assertTrue(distances[0][1] > 0);
        assertEquals(4, NdArrays.doubles(result.get("model").array("curve.train")).length);
        assertEquals(MarbleModel.KIND, result.get("model").kind());
        for (String output : List.of("embedding", "model")) {
            assertFalse(figures(result.get(output)).isEmpty());
        }
        Value again = run("marble-transform", Map.of(), Map.of("model", List.of(new Item("m", result.get("model"))), "data",
                List.of(new Item("d", fields)))).get("embedding");
        assertArrayEquals(NdArrays.doubles(result.get("embedding").array(Embedding.POINTS)), NdArrays.doubles(again.array(Embedding.POINTS)));
    }

    @Test
    void clustersGiveHistogramsAndTransportPlans() {
        Value fields = run("van-der-pol-family", Map.of("oscillators", "3", "trajectories", "15"), Map.of()).get("fields");
        assertArrayEquals(new double[] {-1, 0, 1}, NdArrays.doubles(fields.array("mu")), 1e-12);
        Map<String, Value> result = run("marble", Map.of("epochs", "2", "k", "10", "clusters", "6", "innerProduct", "true", "hidden", "8,8"),
                input("data", fields));
        Value distances = result.get("distances");
        assertArrayEquals(new long[] {3, 6, 6}, distances.named("plans").data().shape());
        assertArrayEquals(new long[] {3, 6}, distances.named("histograms").data().shape());
        assertEquals(2, Scores.of(result.get("scores")).table()[0][5]);
        assertTrue(result.get("embedding").has("cluster"));
    }

    /** Trials that run around a circle at a speed that the label decides; behaviour is the position. */
    private static Value session(long seed) {
        RandomStream random = RandomStream.of(seed);
        double[][] x = new double[12 * 30][];
        double[][] velocity = new double[x.length][];
        long[] labels = new long[12];
        for (int t = 0; t < 12; t++) {
            labels[t] = t % 2;
            double phase = 0.3 * random.normal();
            for (int b = 0; b < 30; b++) {
                double angle = phase + b * (t % 2 == 0 ? 0.1 : 0.2);
                x[t * 30 + b] = new double[] {Math.cos(angle) + 0.02 * random.normal(), Math.sin(angle) + 0.02 * random.normal(),
                    0.02 * random.normal()};
                velocity[t * 30 + b] = new double[] {-Math.sin(angle), Math.cos(angle)};
            }
        }
        return Recording.builder(NdArrays.of(x), Trials.equal(12, 30), Signal.CONTINUOUS, 0.02)
                .array(Recording.LABELS, "", NdArrays.of(labels, 12), "trial").attribute(Recording.LABELS, List.of("slow", "fast"))
                .array("behaviour.velocity", "", NdArrays.of(velocity), "time", "axis").build();
    }

    @Test
    void behaviourIsDecodedFromEmbeddingsWithTheirTrialsAndFromStates() {
        Value recording = session(1);
        Value embedding = run("marble", Map.of("epochs", "3", "k", "10", "spacing", "0.02", "components", "largest"), input("data", recording))
                .get("embedding");
        Map<String, Value> decoded = run("decode", Map.of(), Map.of("embedding", List.of(new Item("e", embedding)), "behaviour",
                List.of(new Item("r", recording))));
        assertEquals(embedding.named(Embedding.POINTS).size(0), decoded.get("predictions").named("truth").size(0));
        assertEquals(5, Scores.of(decoded.get("scores")).columns().size());
        assertFalse(figures(decoded.get("predictions")).isEmpty());
        Map<String, Value> fromStates = run("decode", Map.of("searchLag", "2"), Map.of("embedding", List.of(new Item("e", recording)), "behaviour",
                List.of(new Item("r", recording))));
        double[] mean = Scores.of(fromStates.get("scores")).table()[2];
        assertTrue(mean[0] > 0.95, "R² " + mean[0]);
        Map<String, Value> neighbours = run("decode", Map.of("method", "knn", "neighbours", "5"), Map.of("embedding", List.of(new Item("e", recording)),
                "behaviour", List.of(new Item("r", recording))));
        assertTrue(Scores.of(neighbours.get("scores")).table()[2][0] > 0.9);
        String sentence = assertThrows(NullclineException.class, () -> run("decode", Map.of("target", "behaviour.position"),
                Map.of("embedding", List.of(new Item("e", recording)), "behaviour", List.of(new Item("r", recording))))).getMessage();
        assertTrue(sentence.contains("has no array 'behaviour.position'"), sentence);
    }

    @Test
    void embeddingsOfTwoSessionsOfTheSameTaskAreConsistent() {
        Value[] embeddings = new Value[2];
        for (int s = 0; s < 2; s++) {
            embeddings[s] = run("marble", Map.of("epochs", "10", "k", "10", "order", "1", "seed", "" + s), input("data", session(5 + s))).get("embedding");
        }
        Map<String, Value> result = run("consistency", Map.of(), input("embeddings", embeddings));
        double r2 = Scores.of(result.get("scores")).table()[0][0];
        assertTrue(r2 > 0.3 && r2 <= 1, "R² " + r2);
        assertTrue(Distances.of(result.get("consistency")).similarity());
    }

    @Test
    void directionsNameTheSameMovementAlikeInEverySession() {
        double[][] velocity = {{1, 0.1}, {2, 0}, {0, 1}, {0.1, 2}, {-1, -0.9}, {1, -0.1}};
        Value recording = Value.of(Kinds.RECORDING).array(Recording.ACTIVITY, "", NdArrays.of(new double[6][2]), "time", "channel")
                .array(Trials.ofLengths(List.of(1, 1, 2, 1, 1)).toArray()).attribute(Recording.SIGNAL, Signal.CONTINUOUS.text())
                .array("behaviour.velocity", "", NdArrays.of(velocity), "time", "component")
                .array(Recording.LABELS, "", NdArrays.of(new long[] {1, 1, 0, 2, -1}, 5), "trial").attribute(Recording.LABELS, List.of("up", "right", "x")).build();
        Value labelled = run("label-directions", Map.of(), input("recording", recording)).get("recording");
        assertEquals(List.of("0°", "90°", "225°"), labelled.texts(Recording.LABELS));
        assertArrayEquals(new long[] {0, 0, 1, 2, -1}, NdArrays.longs(labelled.array(Recording.LABELS)));
        Value single = run("label-directions", Map.of("by", "trial", "sectors", "4"), input("recording", recording)).get("recording");
        assertEquals(List.of("0°", "90°", "180°"), single.texts(Recording.LABELS).stream().limit(3).toList());
    }

    @Test
    void distancesAreListedBesideTheirReferenceAndScoredByTheNumbersInTheirNames() {
        double[][] matrix = {{0, 1, 4}, {1, 0, 2}, {4, 2, 0}};
        List<String> names = List.of("mu=-1", "mu=0.5", "mu=2");
        Value distances = Distances.builder(matrix, names, names, "org.nullcline.marble-ot", false).build();
        Scores reference = Scores.of(run("reference-distances", Map.of("reference", "0.3,1,0.4"), input("distances", distances)).get("scores"));
        assertEquals(List.of("mu=-1 – mu=0.5", "mu=-1 – mu=2", "mu=0.5 – mu=2"), reference.rows());
        assertArrayEquals(new double[] {0.25, 0.3, 0.05}, reference.table()[0], 1e-12);
        assertEquals(0.1, reference.table()[2][2], 1e-12);
        Scores order = Scores.of(run("parameter-order", Map.of("critical", "0"), input("distances", distances)).get("scores"));
        assertEquals(0.87, order.table()[0][0], 0.01);
        String sentence = assertThrows(NullclineException.class, () -> run("reference-distances", Map.of("reference", "1"), input("distances", distances)))
                .getMessage();
        assertTrue(sentence.contains("1 distances but 3 conditions have 3 pairs"), sentence);
    }

    @Test
    void transportMetricIsZeroOnItselfAndRefusesOtherSpaces() {
        Metric metric = DECLARED.create(DECLARED.find(ExtensionPoint.METRICS, "marble-ot"), Metric.class);
        Value plane = Embedding.builder(NdArrays.of(new double[][] {{0, 0}, {1, 0}, {1, 0}}), new long[3], List.of("a")).build();
        Value moved = Embedding.builder(NdArrays.of(new double[][] {{0, 2}, {1, 2}, {1, 2}}), new long[3], List.of("a")).build();
        Value space = Embedding.builder(NdArrays.of(new double[][] {{0, 0, 1}}), new long[1], List.of("a")).build();
        assertEquals(0, metric.compare(plane, plane, Parameters.none()));
        assertEquals(2, metric.compare(plane, moved, Parameters.none()), 1e-12);
        assertThrows(NullclineException.class, () -> metric.compare(plane, space, Parameters.none()));
    }

    @Test
    void senselessSettingsAreRefusedBeforeAnythingRuns() {
        Value fields = run("toy-fields", Map.of("points", "30"), Map.of()).get("fields");
        String frames = assertThrows(NullclineException.class, () -> run("marble", Map.of("frames", "local"), input("data", fields))).getMessage();
        assertTrue(frames.contains("set innerProduct=true"), frames);
        String k = assertThrows(NullclineException.class, () -> run("marble", Map.of("k", "40"), input("data", fields))).getMessage();
        assertTrue(k.contains("k = 40 neighbours need at least 41 points, but 'constant left' has 30"), k);
        String spacing = assertThrows(NullclineException.class, () -> run("farthest-points", Map.of("spacing", "0"), input("points", golden("M3_pts.csv"))))
                .getMessage();
        assertTrue(spacing.contains("spacing"), spacing);
        String clusters = assertThrows(NullclineException.class, () -> run("marble", Map.of("clusters", "500", "k", "8"), input("data", fields))).getMessage();
        assertTrue(clusters.contains("500 clusters"), clusters);
    }
}
