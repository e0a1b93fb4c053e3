// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.internal.steps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.nullcline.api.NullclineException;
import org.nullcline.api.dynamics.DynamicalSystem;
import org.nullcline.api.dynamics.Update;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.Scores;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.dynamics.analysis.Branch.Event;
import org.nullcline.dynamics.analysis.Branch.Point;
import org.nullcline.dynamics.analysis.Branch.Special;
import org.nullcline.dynamics.analysis.Continuation;
import org.nullcline.dynamics.analysis.FixedPoint;
import org.nullcline.dynamics.analysis.FixedPointSearch;
import org.nullcline.dynamics.analysis.OpenedSystem;
import org.nullcline.dynamics.analysis.SystemFamily;

/** Follows the fixed points of a simulated system or a driven model while one parameter changes. */
public final class ContinuationStep implements Step {

    /** Kind of the branches: arrays {@link #PARAMETER}, {@link #STATE}, {@link #EIGENVALUES}, {@link #UNSTABLE}, {@link #OFFSETS}. */
    public static final String KIND = "fixed-point-branches";
    /** point; value of the parameter, the points of all branches one after the other. Attribute: its name. */
    public static final String PARAMETER = "parameter";
    /** point × state. */
    public static final String STATE = "state";
    /** point × eigenvalue × (real, imaginary). */
    public static final String EIGENVALUES = "eigenvalues";
    /** point; number of unstable dimensions. */
    public static final String UNSTABLE = "unstable";
    /** offset of each branch, and the number of all points. */
    public static final String OFFSETS = "branches";
    /** special point; value of the parameter. */
    public static final String SPECIAL_PARAMETER = "special.parameter";
    /** special point × state. */
    public static final String SPECIAL_STATE = "special.state";
    /** Attribute: what happens at each special point. */
    public static final String SPECIAL_EVENTS = "special.events";
    /** Attribute: whether the system is a flow. */
    public static final String CONTINUOUS = "continuous";

    private static final double NOISE = 1;
    private static final double TOLERANCE = 1e-18;
    private static final double UNIQUENESS = 1e-4;
    private static final int MOST_STARTS = 64;

    @Override
    public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
        Value system = inputs.one("system");
        SystemFamily family = SystemFamily.of(system, parameters.has("parameter") ? parameters.text("parameter") : "", context.contributions());
        double around = family.own() == 0 ? 1 : Math.abs(family.own());
        double from = parameters.has("from") ? parameters.real("from") : family.own() - around;
        double to = parameters.has("to") ? parameters.real("to") : family.own() + around;
        if (!(from < to) || Double.isInfinite(to - from)) {
            throw NullclineException.invalid("The range of the parameter must begin below its end, but is from " + from + " to " + to + ".");
        }
        OpenedSystem opened = OpenedSystem.of(system, context.contributions());
        double size = Math.sqrt(Arrays.stream(opened.states()).flatMapToDouble(Arrays::stream).map(x -> x * x).average().orElse(0) * opened.system().dimension());
        Continuation continuation = new Continuation(family, from, to, size > 0 && Double.isFinite(size) ? size : 1, parameters.real("step"),
                parameters.integer("points"), parameters.integer("most"), context.progress());
        List<Point> starts = starts(opened, family, from, to, parameters, context);
        context.progress().note("Following " + starts.size() + " fixed points of " + opened.name() + " while " + family.parameter() + " goes from " + from + " to " + to + ".");
        Continuation.Diagram diagram = continuation.follow(starts);
        context.progress().note(diagram.branches().size() + " branches, " + diagram.specials().size() + " special points"
                + (diagram.truncated() ? "; a limit ended the search, raise 'points' or 'most' to go on" : "") + ".");
        return Map.of("branches", branches(opened, family.parameter(), diagram), "scores", scores(family.parameter(), diagram));
    }

    /** Fixed points at the system's own value of the parameter, where it lies in the range, and at values spread over the range. */
    private static List<Point> starts(OpenedSystem opened, SystemFamily family, double from, double to, Parameters parameters, StepContext context) {
        int searches = parameters.integer("searches");
        List<Double> values = new ArrayList<>();
        if (family.own() >= from && family.own() <= to) {
            values.add(family.own());
        }
        IntStream.range(0, searches).forEach(i -> values.add(from + (to - from) * (searches == 1 ? 0.5 : (double) i / (searches - 1))));
        FixedPointSearch search = new FixedPointSearch(parameters.integer("starts"), NOISE, TOLERANCE, UNIQUENESS, MOST_STARTS, Seeds.of(parameters, context));
        List<Point> starts = new ArrayList<>();
        for (double value : values.stream().distinct().toList()) {
            DynamicalSystem member = family.at(value);
            for (FixedPoint point : search.search(member, opened.states(), context.threads(), context.progress()).points()) {
                starts.add(new Point(value, point));
            }
        }
        return starts;
    }

    private static Value branches(OpenedSystem opened, String parameter, Continuation.Diagram diagram) {
        int n = opened.system().dimension();
        List<Point> points = diagram.branches().stream().flatMap(branch -> branch.points().stream()).toList();
        int count = points.size();
        double[] eigenvalues = new double[count * n * 2];
        for (int k = 0; k < count; k++) {
            for (int i = 0; i < n; i++) {
                System.arraycopy(points.get(k).fixed().eigenvalues()[i], 0, eigenvalues, (k * n + i) * 2, 2);
            }
        }
        long[] offsets = new long[diagram.branches().size() + 1];
        for (int b = 0; b < diagram.branches().size(); b++) {
            offsets[b + 1] = offsets[b] + diagram.branches().get(b).points().size();
        }
        List<Point> special = diagram.specials().stream().map(Special::point).toList();
        return Value.of(KIND).array(PARAMETER, "", NdArrays.of(parameters(points), count), "point").array(STATE, "", NdArrays.of(states(points, n), count, n), "point", "state")
                .array(EIGENVALUES, "1/time", NdArrays.of(eigenvalues, count, n, 2), "point", "eigenvalue", "part")
                .array(UNSTABLE, "", NdArrays.of(points.stream().mapToLong(p -> p.fixed().unstableDimensions()).toArray(), count), "point")
                .array(OFFSETS, "", NdArrays.of(offsets, offsets.length), "offset")
                .array(SPECIAL_PARAMETER, "", NdArrays.of(parameters(special), special.size()), "special")
                .array(SPECIAL_STATE, "", NdArrays.of(states(special, n), special.size(), n), "special", "state")
                .attribute(SPECIAL_EVENTS, diagram.specials().stream().map(s -> s.event().text()).toList()).attribute(PARAMETER, parameter)
                .attribute("name", opened.name()).attribute(CONTINUOUS, opened.system().update() == Update.DERIVATIVE).build();
    }

    private static double[] parameters(List<Point> points) {
        return points.stream().mapToDouble(Point::parameter).toArray();
    }

    private static double[] states(List<Point> points, int n) {
        double[] states = new double[points.size() * n];
        for (int k = 0; k < points.size(); k++) {
            System.arraycopy(points.get(k).fixed().state(), 0, states, k * n, n);
        }
        return states;
    }

    /** How many branches and events there are, then one row for each special point. */
    private static Value scores(String parameter, Continuation.Diagram diagram) {
        Scores.Builder scores = new Scores.Builder(List.of(parameter, "branch", "frequency", "branches", "special points"));
        scores.row("all", Double.NaN, Double.NaN, Double.NaN, diagram.branches().size(), diagram.specials().size());
        int[] seen = new int[Event.values().length];
        for (Special special : diagram.specials()) {
            scores.row(special.event().text() + " " + ++seen[special.event().ordinal()], special.point().parameter(), special.branch() + 1.0, special.frequency(),
                    Double.NaN, Double.NaN);
        }
        if (diagram.truncated()) {
            scores.note("A limit of points or branches ended the search before the curves did.");
        }
        return scores.build();
    }
}
