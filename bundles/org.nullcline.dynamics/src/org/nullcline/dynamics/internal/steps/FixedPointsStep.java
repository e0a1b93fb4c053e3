// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.internal.steps;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.nullcline.api.dynamics.Update;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.FixedPoints;
import org.nullcline.api.value.Trials;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.dynamics.analysis.FixedPoint;
import org.nullcline.dynamics.analysis.FixedPointSearch;
import org.nullcline.dynamics.analysis.OpenedSystem;

/** Finds the fixed points of a simulated system or a fitted model. */
public final class FixedPointsStep implements Step {

    /** Some trajectories for figures, time × state, one after the other. */
    public static final String BACKGROUND = "background";
    /** Offsets of {@link #BACKGROUND}. */
    public static final String BACKGROUND_TRIALS = "background.trials";
    /** point; starts that ended at the point. */
    public static final String STARTS = "starts";
    /** point; distance to the nearest representative state. */
    public static final String DISTANCE = "distance";
    /** Attribute: time bin of the recording that the model was fitted to, in the model's unit of time. */
    public static final String INTERVAL = "interval";

    private static final int TRAJECTORIES = 12;
    private static final int TRAJECTORY_POINTS = 71;

    @Override
    public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
        OpenedSystem opened = OpenedSystem.of(inputs.one("system"), context.contributions());
        FixedPointSearch search = new FixedPointSearch(parameters.integer("starts"), parameters.real("noise"), parameters.real("tolerance"),
                parameters.real("uniqueness"), parameters.integer("most"), Seeds.of(parameters, context));
        context.progress().note("Searching fixed points of " + opened.name() + " from " + search.starts() + " starts.");
        FixedPointSearch.Outcome outcome = search.search(opened.system(), opened.states(), context.threads(), context.progress());
        context.progress().remark(outcome.points().size() + (outcome.points().size() == 1 ? " fixed point; " : " fixed points; ") + outcome.converged() + " of "
                + search.starts() + " starts reached one"
                + (outcome.dropped() > 0 ? "; " + outcome.dropped() + " further points were dropped, raise 'uniqueness' or 'most'" : "") + ".");
        return Map.of("points", value(opened, outcome.points()));
    }

    /** The value of fixed points with the trajectories that a figure draws behind them. */
    static Value value(OpenedSystem opened, List<FixedPoint> points) {
        int n = opened.system().dimension();
        int count = points.size();
        double[] state = new double[count * n];
        double[] eigenvalues = new double[count * n * 2];
        double[] jacobian = new double[count * n * n];
        for (int p = 0; p < count; p++) {
            FixedPoint point = points.get(p);
            System.arraycopy(point.state(), 0, state, p * n, n);
            System.arraycopy(point.jacobian(), 0, jacobian, p * n * n, n * n);
            for (int i = 0; i < n; i++) {
                System.arraycopy(point.eigenvalues()[i], 0, eigenvalues, (p * n + i) * 2, 2);
            }
        }
        List<double[][]> background = opened.trajectories(TRAJECTORIES, TRAJECTORY_POINTS);
        List<double[]> rows = new ArrayList<>();
        background.forEach(trajectory -> rows.addAll(List.of(trajectory)));
        Value.Builder builder = FixedPoints.builder(NdArrays.of(state, count, n),
                NdArrays.of(points.stream().mapToDouble(FixedPoint::speed).toArray(), count), NdArrays.of(eigenvalues, count, n, 2),
                NdArrays.of(jacobian, count, n, n), opened.system().update() == Update.DERIVATIVE)
                .array(STARTS, "", NdArrays.of(points.stream().mapToLong(FixedPoint::starts).toArray(), count), "point")
                .array(DISTANCE, "", NdArrays.of(points.stream().mapToDouble(FixedPoint::distance).toArray(), count), "point")
                .attribute("name", opened.name());
        if (!rows.isEmpty()) {
            long[] offsets = Trials.ofLengths(background.stream().map(t -> t.length).toList()).offsets();
            builder.array(BACKGROUND, "", NdArrays.of(rows.toArray(double[][]::new)), "time", "state").array(BACKGROUND_TRIALS, "",
                    NdArrays.of(offsets, offsets.length), "offset");
        }
        return Double.isNaN(opened.interval()) ? builder.build() : builder.attribute(INTERVAL, opened.interval()).build();
    }
}
