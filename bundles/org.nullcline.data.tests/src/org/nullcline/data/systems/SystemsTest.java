// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.systems;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nullcline.api.NullclineException;
import org.nullcline.api.contribution.Descriptor;
import org.nullcline.api.contribution.ExtensionPoint;
import org.nullcline.api.dynamics.DynamicalSystem;
import org.nullcline.api.dynamics.SimulatedSystem;
import org.nullcline.api.dynamics.Update;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Progress;
import org.nullcline.api.value.Recording;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.data.Shared;
import org.nullcline.data.Steps;
import org.nullcline.data.internal.figures.SystemFigures;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

class SystemsTest {

    /** Fields that jump or have kinks: a fixed-step method crosses them with an error of the order of its step. */
    private static final Set<String> ROUGH = Set.of("sprott-more", "stick-slip-oscillator", "fluid-trampoline", "chua", "multi-chua", "colpitts",
            "cellular-neural-network", "san-um-srisuchinwong", "mac-arthur", "belousov-zhabotinsky", "anishchenko-astakhov");

    private static List<Descriptor> all() {
        return Steps.CONTRIBUTIONS.list(ExtensionPoint.SYSTEMS);
    }

    static Stream<String> ids() {
        return all().stream().map(Descriptor::shortId);
    }

    static Stream<String> flows() {
        return all().stream().filter(d -> d.attribute("family", "").equals("flow")).map(Descriptor::shortId);
    }

    static Stream<String> published() {
        return flows().filter(id -> SystemTable.rows().containsKey(id));
    }

    static Stream<String> delays() {
        return all().stream().filter(d -> d.attribute("family", "").equals("delay")).map(Descriptor::shortId);
    }

    private static Descriptor descriptor(String id) {
        return Steps.CONTRIBUTIONS.find(ExtensionPoint.SYSTEMS, id);
    }

    private static SimulatedSystem system(String id) {
        return Steps.CONTRIBUTIONS.create(descriptor(id), SimulatedSystem.class);
    }

    private static Parameters parameters(String id) {
        return Parameters.defaults(descriptor(id), Steps.CONTRIBUTIONS);
    }

    @Test
    void allSystemsOfTheSpecificationAreThere() throws IOException {
        String specification = Files.readString(Shared.golden("../specs/systems_equations.md"));
        List<String> named = specification.lines().filter(l -> l.startsWith("- **")).map(l -> l.substring(4, l.indexOf("**", 4))).toList();
        assertEquals(120, named.size());
        Set<String> declared = Set.copyOf(ids().toList());
        List<String> missing = SystemTable.rows().entrySet().stream().filter(e -> named.contains(e.getValue().name) && !declared.contains(e.getKey()))
                .map(Map.Entry::getKey).toList();
        assertEquals(List.of(), missing);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void declarationsAgreeWithThePublishedTable(String id) {
        SystemTable row = SystemTable.rows().get(id);
        if (row == null) {
            assertTrue(id.equals("equations") || descriptor(id).attribute("family", "").equals("map"), "flows and delays have a row in the table");
            return;
        }
        Descriptor descriptor = descriptor(id);
        for (Map.Entry<String, JsonElement> expected : row.parameters().entrySet()) {
            double[] declared = Arrays.stream(descriptor.parameter(expected.getKey()).orElseThrow().defaultValue().split(",")).mapToDouble(Double::parseDouble)
                    .toArray();
            assertArrayEquals(SystemTable.flatten(expected.getValue()), declared, id + "." + expected.getKey());
        }
        double[] initial = Arrays.stream(descriptor.attribute("initial", "").split(" ")).mapToDouble(Double::parseDouble).toArray();
        double[] published = row.list("initial_conditions");
        assertArrayEquals(published, Arrays.copyOf(initial, published.length));
        // the torus depends on time itself, which is a further state variable here
        assertEquals(id.equals("torus") ? published.length + 1 : published.length, initial.length);
        assertEquals(initial.length, Integer.parseInt(descriptor.attribute("dimension", "")));
        assertEquals(Double.parseDouble(row.cell("period")), Double.parseDouble(descriptor.attribute("period", "")));
        assertTrue(descriptor.citations().size() >= 1 && !descriptor.description().isBlank());
        assertTrue(descriptor.parameters().stream().noneMatch(p -> p.description().isBlank()));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void everySystemIsListedWithExponentsReferenceAndPicture(String id) {
        Descriptor descriptor = descriptor(id);
        if (id.equals("equations")) {
            return;
        }
        double[] exponents = Arrays.stream(descriptor.attribute("exponents", "").split(" ")).mapToDouble(Double::parseDouble).toArray();
        assertTrue(exponents.length >= 1 && exponents.length <= Integer.parseInt(descriptor.attribute("dimension", "")), id);
        assertTrue(descriptor.citations().stream().anyMatch(c -> !c.doi().isEmpty()), id);
        Value value = Steps.run("system", Map.of(), "system", id).get("system");
        assertEquals(1, new SystemFigures().draw(id, value).size(), id);
    }

    @ParameterizedTest
    @CsvSource({"henon, 0.41922, -1.62319", "logistic, 0.693147, 0"})
    void mapsAreIteratedAndHaveThePublishedExponents(String id, double first, double second) {
        SimulatedSystem system = system(id);
        DynamicalSystem map = system.create(parameters(id));
        assertEquals(Update.NEXT_STATE, map.update());
        double[][] orbit = system.trajectory(parameters(id), system.initialState(parameters(id)), 1, 20_000, DormandPrince.accurate(Progress.NONE));
        // the largest exponent as the mean growth of one tangent vector, the volume by the mean of log |det J|
        int n = map.dimension();
        double[] tangent = new double[n];
        tangent[0] = 1;
        double growth = 0;
        double volume = 0;
        for (double[] state : orbit) {
            double[] jacobian = new double[n * n];
            map.jacobian(state, jacobian);
            double[] moved = new double[n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    moved[i] += jacobian[i * n + j] * tangent[j];
                }
            }
            double length = Math.sqrt(Arrays.stream(moved).map(v -> v * v).sum());
            growth += Math.log(length);
            volume += Math.log(Math.abs(n == 1 ? jacobian[0] : jacobian[0] * jacobian[3] - jacobian[1] * jacobian[2]));
            tangent = Arrays.stream(moved).map(v -> v / length).toArray();
        }
        // averages over 20 000 iterations scatter by about 0.4/√20000
        assertEquals(first, growth / orbit.length, 0.01);
        assertEquals(first + second, volume / orbit.length, 0.01);
        assertEquals(first, Double.parseDouble(descriptor(id).attribute("exponents", "").split(" ")[0]), 1e-3);
    }

    @Test
    void simulatedRecordingsOfMapsHaveAnIterationPerBin() {
        Value recording = Steps.run("simulate", Map.of(), "system", "henon", "neurons", "0", "trials", "3", "bins", "5", "seed", "1").get("recording");
        double[] states = NdArrays.doubles(recording.array(Recording.TRUE_LATENTS));
        for (int t = 0; t + 1 < 15; t++) {
            assertEquals(1 - 1.4 * states[2 * t] * states[2 * t] + states[2 * t + 1], states[2 * t + 2], 1e-12);
        }
        assertEquals(1.0, recording.number("interval", 0));
    }

    @ParameterizedTest
    @MethodSource("flows")
    void theDerivativeIsFiniteOnTheAttractor(String id) {
        DynamicalSystem flow = system(id).create(parameters(id));
        double[] derivative = new double[flow.dimension()];
        flow.evaluate(system(id).initialState(parameters(id)), derivative);
        assertTrue(Arrays.stream(derivative).allMatch(Double::isFinite), Arrays.toString(derivative));
        assertTrue(Arrays.stream(derivative).anyMatch(v -> v != 0));
    }

    /** Against central differences, whose own error is about 1e-10 of the values that were subtracted. */
    @ParameterizedTest
    @MethodSource("flows")
    void jacobiansAgreeWithDifferences(String id) {
        SimulatedSystem system = system(id);
        DynamicalSystem flow = system.create(parameters(id));
        int n = flow.dimension();
        double[][] path = system.trajectory(parameters(id), system.initialState(parameters(id)), system.period(parameters(id)) / 7, 6,
                DormandPrince.accurate(Progress.NONE));
        for (double[] state : path) {
            double[] exact = new double[n * n];
            flow.jacobian(state, exact);
            double[] differences = new double[n * n];
            new Plain(flow).jacobian(state, differences);
            double[] derivative = new double[n];
            flow.evaluate(state, derivative);
            double scale = Arrays.stream(exact).map(Math::abs).max().orElseThrow() + Arrays.stream(derivative).map(Math::abs).max().orElseThrow()
                    + Arrays.stream(state).map(Math::abs).max().orElseThrow();
            assertArrayEquals(differences, exact, 1e-6 * scale, id + " at " + Arrays.toString(state));
        }
    }

    /** A system without its own Jacobian, which then takes differences. */
    private record Plain(DynamicalSystem of) implements DynamicalSystem {

        @Override
        public int dimension() {
            return of.dimension();
        }

        @Override
        public Update update() {
            return of.update();
        }

        @Override
        public void evaluate(double[] state, double[] result) {
            of.evaluate(state, result);
        }
    }

    /** The classical Runge–Kutta method at a tenth of the declared step, over an eighth of a period. */
    @ParameterizedTest
    @MethodSource("flows")
    void aSecondIntegratorGivesTheSameTrajectory(String id) {
        SimulatedSystem system = system(id);
        Parameters parameters = parameters(id);
        double duration = system.period(parameters) / 8;
        double[] state = system.initialState(parameters);
        double[][] accurate = system.trajectory(parameters, state, duration, 2, DormandPrince.accurate(Progress.NONE));
        int steps = (int) Math.ceil(duration / (system.timeStep(parameters) / 10));
        double[] other = state.clone();
        DynamicalSystem flow = system.create(parameters);
        double size = 0;
        for (int i = 0; i < steps; i++) {
            rungeKutta(flow, other, duration / steps);
            for (double x : other) {
                size = Math.max(size, Math.abs(x));
            }
        }
        assertArrayEquals(accurate[1], other, (ROUGH.contains(id) ? 1e-3 : 1e-7) * Math.max(1, size), id);
    }

    private static void rungeKutta(DynamicalSystem flow, double[] x, double h) {
        int n = x.length;
        double[][] k = new double[4][n];
        double[] at = x.clone();
        for (int stage = 0; stage < 4; stage++) {
            flow.evaluate(at, k[stage]);
            double share = stage == 2 ? h : h / 2;
            for (int i = 0; i < n; i++) {
                at[i] = x[i] + share * k[stage][i];
            }
        }
        for (int i = 0; i < n; i++) {
            x[i] += h / 6 * (k[0][i] + 2 * k[1][i] + 2 * k[2][i] + k[3][i]);
        }
    }

    /**
     * Mean and deviation of each coordinate over 12 periods, which is what the table was computed from. Trajectories differ after a few periods
     * of chaos, so a coordinate may be off by its deviation, and the deviation by a factor of two; coordinates that the table shows as the sine
     * of an angle are left out, as are those that drift.
     */
    @ParameterizedTest
    @MethodSource("published")
    void trajectoriesHaveThePublishedStatistics(String id) {
        SystemTable row = SystemTable.rows().get(id);
        double[] means = row.list("mean");
        double[] deviations = row.list("std");
        Set<Integer> leftOut = SystemsTest.LEFT_OUT.getOrDefault(id, Set.of());
        SimulatedSystem system = system(id);
        Parameters parameters = parameters(id);
        double[] initial = system.initialState(parameters);
        double[] ahead = new double[initial.length * initial.length];
        system.create(parameters).jacobian(initial, ahead);
        double[][] path = system.trajectory(parameters, initial, system.period(parameters) / 20, 240, DormandPrince.accurate(Progress.NONE));
        for (int i = 0; i < means.length; i++) {
            int coordinate = i;
            boolean phase = IntStream.range(0, initial.length).allMatch(j -> ahead[coordinate * initial.length + j] == 0);
            if (phase && !id.equals("torus") || leftOut.contains(i)) {
                continue;
            }
            double mean = Arrays.stream(path).mapToDouble(x -> x[coordinate]).average().orElseThrow();
            double deviation = Math.sqrt(Arrays.stream(path).mapToDouble(x -> (x[coordinate] - mean) * (x[coordinate] - mean)).average().orElseThrow());
            assertEquals(means[i], mean, 1.05 * Math.max(deviation, deviations[i]), "mean of coordinate " + i);
            assertEquals(0, Math.log(deviation / deviations[i]), Math.log(2.1), "deviation of coordinate " + i + ": " + deviation + " and " + deviations[i]);
        }
    }

    /** Angles (the table gives sines), slow variables that depend on which part of the attractor was seen, and coordinates that drift away. */
    private static final Map<String, Set<Integer>> LEFT_OUT = Map.ofEntries(Map.entry("double-pendulum", Set.of(0, 1)),
            Map.entry("swinging-atwood", Set.of(1)), Map.entry("arnold-web", Set.of(0, 1, 2, 3)), Map.entry("arnold-beltrami-childress", Set.of(0, 1, 2)),
            Map.entry("oscillating-flow", Set.of(0)), Map.entry("bouali2", Set.of(2)), Map.entry("cell-cycle", Set.of(5)),
            Map.entry("excitable-cell", Set.of(2)));

    @Test
    void publishedFixedPointsAreFixed() throws IOException {
        JsonObject golden = JsonParser.parseString(Files.readString(Shared.golden("fixedpoints/analytic_fixed_points.json"))).getAsJsonObject();
        for (String name : List.of("Lorenz", "Rossler", "Arneodo")) {
            String id = name.toLowerCase(Locale.ROOT);
            DynamicalSystem flow = system(id).create(parameters(id));
            for (JsonElement point : golden.getAsJsonObject(name).getAsJsonArray("fixed_points")) {
                double[] derivative = new double[3];
                flow.evaluate(SystemTable.flatten(point.getAsJsonObject().get("x")), derivative);
                assertTrue(Arrays.stream(derivative).map(Math::abs).max().orElseThrow() < 1e-10, name + " " + Arrays.toString(derivative));
            }
        }
    }

    @Test
    void theDoublePendulumKeepsItsEnergy() {
        Parameters p = parameters("double-pendulum");
        double[][] path = system("double-pendulum").trajectory(p, system("double-pendulum").initialState(p), 0.05, 400, DormandPrince.accurate(Progress.NONE));
        // 400 samples of an integrator that allows 1e-10 per step
        assertEquals(energy(path[0]), energy(path[399]), 1e-6);
    }

    /** The Hamiltonian of two unit masses on unit rods. */
    private static double energy(double[] x) {
        double c = Math.cos(x[0] - x[1]);
        double s = Math.sin(x[0] - x[1]);
        return (x[2] * x[2] + 2 * x[3] * x[3] - 2 * x[2] * x[3] * c) / (2 * (1 + s * s)) - 9.81 * (2 * Math.cos(x[0]) + Math.cos(x[1]));
    }

    @ParameterizedTest
    @MethodSource("delays")
    void delaySystemsMoveOnInTheirDelayCoordinates(String id) {
        SimulatedSystem system = system(id);
        Parameters p = parameters(id);
        double[] start = system.initialState(p);
        double delay = p.real("tau");
        double[][] path = system.trajectory(p, start, delay / 8, 9, DormandPrince.accurate(Progress.NONE));
        assertArrayEquals(start, path[0]);
        // after one delay, every coordinate has become the one before it
        for (int i = 1; i < start.length; i++) {
            assertEquals(path[0][i], path[8][i - 1], 1e-9);
        }
        assertThrows(NullclineException.class, () -> system.create(p));
    }

    @ParameterizedTest
    @MethodSource("delays")
    void delaySystemsHaveThePublishedSpread(String id) {
        SimulatedSystem system = system(id);
        Parameters p = parameters(id);
        double[][] path = system.trajectory(p, system.initialState(p), system.period(p) / 20, 4000, DormandPrince.accurate(Progress.NONE));
        double[] last = Arrays.stream(path).mapToDouble(x -> x[x.length - 1]).toArray();
        double mean = Arrays.stream(last).average().orElseThrow();
        double deviation = Math.sqrt(Arrays.stream(last).map(v -> (v - mean) * (v - mean)).average().orElseThrow());
        double published = Arrays.stream(SystemTable.rows().get(id).list("std")).average().orElseThrow();
        if (id.equals("sprott-delay")) {
            // x only enters through its sine: the solution wanders from one well to the next without end
            assertTrue(deviation > 1);
            return;
        }
        assertEquals(0, Math.log(deviation / published), Math.log(2), deviation + " and " + published);
    }

    /** x′ = −x(t − 1) from x = 1 is a polynomial on each unit interval (method of steps): 1 − t, then 1 − t + (t − 1)²/2, … */
    @Test
    void delayEquationsFollowTheMethodOfSteps() {
        EquationFlow field = EquationFlow.of("x' = -xt", List.of("x"), List.of("xt"), Map.of());
        DelayRun run = new DelayRun(field, 1, 0.01, new double[] {1, 1}, 1);
        run.extend(4);
        for (double t = 0; t <= 4; t += 0.37) {
            double exact = 0;
            double factorial = 1;
            for (int k = 0; k <= Math.floor(t) + 1; k++) {
                factorial *= Math.max(1, k);
                exact += Math.pow(-1, k) * Math.pow(t - (k - 1), k) / factorial;
            }
            assertEquals(exact, run.coordinates(1, t)[0], 1e-9, "at " + t);
        }
    }

    @Test
    void lorenz96TakesAnyNumberOfSites() {
        Descriptor descriptor = descriptor("lorenz96");
        Parameters p = Parameters.resolve(descriptor, Map.of("sites", "40", "f", "8"), Steps.CONTRIBUTIONS);
        double[][] path = system("lorenz96").trajectory(p, system("lorenz96").initialState(p), 0.05, 400, DormandPrince.accurate(Progress.NONE));
        double mean = Arrays.stream(path, 200, 400).flatMapToDouble(Arrays::stream).average().orElseThrow();
        // at f = 8, the known climatological mean is 2.3
        assertEquals(2.3, mean, 0.3);
    }

    @Test
    void ownEquationsAreIntegrated() {
        Descriptor descriptor = descriptor("equations");
        Parameters p = Parameters.resolve(descriptor, Map.of("equations", "x' = v; v' = -w^2*x", "constants", "w = 2", "initial", "1,0", "period", "3.14159"),
                Steps.CONTRIBUTIONS);
        double[][] path = system("equations").trajectory(p, system("equations").initialState(p), 0.1, 50, DormandPrince.accurate(Progress.NONE));
        for (int i = 0; i < 50; i++) {
            assertEquals(Math.cos(0.2 * i), path[i][0], 1e-8);
        }
        Parameters wrong = Parameters.resolve(descriptor, Map.of("equations", "x' = v*(1 - ; v' = x"), Steps.CONTRIBUTIONS);
        String sentence = assertThrows(NullclineException.class, () -> system("equations").create(wrong)).getMessage();
        assertTrue(sentence.contains("character"), sentence);
    }
}
