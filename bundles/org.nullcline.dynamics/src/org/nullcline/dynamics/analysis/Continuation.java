// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.analysis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

import org.nullcline.api.dynamics.DynamicalSystem;
import org.nullcline.api.dynamics.Update;
import org.nullcline.api.step.Progress;
import org.nullcline.dynamics.analysis.Branch.Event;
import org.nullcline.dynamics.analysis.Branch.Point;
import org.nullcline.dynamics.analysis.Branch.Special;

/**
 * Follows fixed points while one parameter changes, around folds and onto branches that cross: pseudo-arclength continuation (Keller 1977; Kuznetsov
 * 2004, Elements of Applied Bifurcation Theory, chapter 10; Doedel, Keller &amp; Kernévez 1991, doi 10.1142/S0218127491000397). Steps are measured
 * with states in units of {@code scale} and the parameter in units of its range; they shorten where the curve turns.
 */
public final class Continuation {

    private static final double FIRST_STEP = 0.01;
    private static final double SHORTEST_STEP = 1e-7;
    /** Cosine of the angle between tangents of neighbouring points. */
    private static final double STRAIGHT = 0.98;
    private static final double GROWTH = 1.4;
    /** A curve that is followed beyond so many units of scale has left. */
    private static final double FAR = 1e3;
    /** Two points nearer than this are one. */
    private static final double SAME = 1e-5;
    /** Halvings of a step when an event is located: 2⁻⁴⁵ is below rounding. */
    private static final int HALVINGS = 45;

    private final SystemFamily family;
    private final double from;
    private final double to;
    private final double scale;
    private final double longestStep;
    private final int mostPoints;
    private final int mostBranches;
    private final Progress progress;
    private final BorderedSystem equation;
    private final List<List<Place>> branches = new ArrayList<>();
    private final List<Special> specials = new ArrayList<>();
    private final Deque<double[][]> crossings = new ArrayDeque<>();
    private boolean truncated;

    /**
     * What to follow.
     *
     * @param from lower end of the parameter's range
     * @param to upper end
     * @param scale typical size of a state, above 0
     * @param longestStep along a branch, as a share of the range
     * @param mostPoints of one branch
     * @param mostBranches followed
     */
    public Continuation(SystemFamily family, double from, double to, double scale, double longestStep, int mostPoints, int mostBranches, Progress progress) {
        if (!(from < to) || !(scale > 0) || !(longestStep > 0)) {
            throw new IllegalArgumentException("A range from " + from + " to " + to + ", a scale of " + scale + " and a step of " + longestStep + " make no sense.");
        }
        this.family = family;
        this.from = from;
        this.to = to;
        this.scale = scale;
        this.longestStep = longestStep;
        this.mostPoints = mostPoints;
        this.mostBranches = mostBranches;
        this.progress = progress;
        equation = new BorderedSystem(family, family.at(from).dimension(), scale, from, to - from);
    }

    /** A point on a branch, in the unknowns of the equation. */
    private record Place(double[] u, double[] tangent, FixedPoint fixed, int orientation) {

        int unstable() {
            return fixed.unstableDimensions();
        }
    }

    /**
     * What was found.
     *
     * @param branches each ordered along its curve
     * @param specials in the order of their parameters
     * @param truncated whether a limit of points or branches ended the search before the curves did
     */
    public record Diagram(List<Branch> branches, List<Special> specials, boolean truncated) {

        /** Copies the lists. */
        public Diagram {
            branches = List.copyOf(branches);
            specials = List.copyOf(specials);
        }
    }

    /** Follows the branches through the given fixed points, and all that cross them. */
    public Diagram follow(List<Point> starts) {
        for (Point start : starts) {
            double[] u = equation.correctAtParameter(equation.unknowns(start.fixed().state(), start.parameter()));
            if (u != null && !known(u)) {
                double[] tangent = equation.nullVector(u, new double[u.length]);
                begin(u, tangent, u, tangent);
                crossings();
            }
        }
        List<Branch> curves = branches.stream().map(places -> new Branch(places.stream().map(this::point).toList())).toList();
        specials.sort(Comparator.comparingDouble((Special s) -> s.point().parameter()).thenComparingInt(Special::branch));
        return new Diagram(curves, specials, truncated);
    }

    private Point point(Place place) {
        return new Point(equation.parameter(place.u), place.fixed);
    }

    /** Follows the other branch at each crossing that was found; more crossings may turn up. */
    private void crossings() {
        while (!crossings.isEmpty()) {
            double[][] crossing = crossings.removeFirst();
            double[] at = crossing[0];
            double[] across = equation.nullVector(at, crossing[1]);
            double[] back = negative(across);
            double[] ahead = equation.correct(moved(at, across, FIRST_STEP), across);
            double[] behind = equation.correct(moved(at, across, -FIRST_STEP), across);
            if (ahead != null && known(ahead)) {
                ahead = null;
            }
            if (behind != null && known(behind)) {
                behind = null;
            }
            if (ahead != null || behind != null) {
                begin(ahead, across, behind, back);
            }
        }
    }

    /** A branch from two places, one followed one way and one the other; one of them may be missing, and both may be the same. */
    private void begin(double[] ahead, double[] forward, double[] behind, double[] backward) {
        if (branches.size() >= mostBranches) {
            truncated = true;
            return;
        }
        boolean one = ahead == behind;
        List<Place> first = new ArrayList<>();
        int number = branches.size();
        branches.add(first);
        Place start = ahead == null ? null : place(ahead, forward);
        Place other = behind == null ? null : one ? turned(start) : place(behind, backward);
        boolean closed = start != null && walk(start, first, number);
        if (other != null && !closed) {
            List<Place> second = new ArrayList<>();
            walk(other, second, number);
            Collections.reverse(second);
            if (one && !first.isEmpty() && !second.isEmpty()) {
                second.removeLast();
            }
            first.addAll(0, second);
        }
        if (first.isEmpty()) {
            branches.remove(number);
        }
    }

    /** The place with its linearisation; null where the curve has no single tangent or the state left the numbers. */
    private Place place(double[] u, double[] along) {
        double[] tangent = equation.tangent(u, along);
        if (tangent == null) {
            return null;
        }
        DynamicalSystem system = equation.system(u);
        double[] state = equation.state(u);
        double[] f = new double[state.length];
        system.evaluate(state, f);
        double speed = 0;
        for (int i = 0; i < f.length; i++) {
            double moves = system.update() == Update.NEXT_STATE ? f[i] - state[i] : f[i];
            speed += moves * moves / 2;
        }
        return new Place(u, tangent, FixedPointSearch.linearise(system, state, speed, 0, Double.NaN), equation.orientation(u, tangent));
    }

    private Place turned(Place place) {
        if (place == null) {
            return null;
        }
        double[] tangent = negative(place.tangent);
        return new Place(place.u, tangent, place.fixed, equation.orientation(place.u, tangent));
    }

    /** Adds the places of the curve from {@code start} on; true where it came back to its beginning. */
    private boolean walk(Place start, List<Place> places, int branch) {
        int n = start.u.length - 1;
        places.add(start);
        Place last = start;
        double step = FIRST_STEP;
        while (places.size() < mostPoints) {
            progress.check();
            Place next = step(last, step);
            boolean crosses = next != null && (next.u[n] < 0 || next.u[n] > 1);
            if (crosses) {
                // The last place lies on the end of the range.
                double edge = next.u[n] < 0 ? 0 : 1;
                double[] end = onEdge(last, next, edge);
                if (end != null) {
                    next = place(end, last.tangent);
                }
            }
            boolean turns = next == null || next.orientation == 0 || BorderedSystem.dot(next.tangent, last.tangent) < STRAIGHT
                    || distance(next.u, moved(last.u, last.tangent, step)) > step / 2 && !crosses;
            List<Event> events = next == null ? List.of() : events(last, next);
            if (step <= SHORTEST_STEP && events.contains(Event.BRANCH_POINT)) {
                // Along the parabola of a pitchfork the parameter turns, but where the other branch crosses nothing vanishes.
                events.remove(Event.FOLD);
            }
            boolean crowded = next != null && (events.size() > 1 || Math.abs(next.unstable() - last.unstable()) > 2);
            if ((turns || crowded) && step > SHORTEST_STEP) {
                step = Math.max(step / 2, SHORTEST_STEP);
                continue;
            }
            if (next == null) {
                return false;
            }
            for (Event event : events) {
                locate(event, last, step, branch);
            }
            places.add(next);
            if (crosses || BorderedSystem.norm(next.u) > FAR) {
                return false;
            }
            if (places.size() > 10 && distance(next.u, start.u) < step && BorderedSystem.dot(next.tangent, start.tangent) > 0.5) {
                places.add(start);
                return true;
            }
            last = next;
            step = Math.min(step * GROWTH, longestStep);
        }
        truncated = true;
        return false;
    }

    private double[] onEdge(Place last, Place next, double edge) {
        int n = last.u.length - 1;
        double share = (edge - last.u[n]) / (next.u[n] - last.u[n]);
        double[] between = new double[n + 1];
        Arrays.setAll(between, i -> last.u[i] + share * (next.u[i] - last.u[i]));
        between[n] = edge;
        return equation.correctAtParameter(between);
    }

    private Place step(Place last, double length) {
        double[] u = equation.correct(moved(last.u, last.tangent, length), last.tangent);
        return u == null ? null : place(u, last.tangent);
    }

    // ---- events

    /** What happens between two neighbouring places. */
    private List<Event> events(Place a, Place b) {
        int n = a.u.length - 1;
        List<Event> events = new ArrayList<>();
        if (a.tangent[n] * b.tangent[n] < 0) {
            events.add(Event.FOLD);
        }
        if (a.orientation * b.orientation < 0) {
            events.add(Event.BRANCH_POINT);
        }
        if (!events.isEmpty() || a.unstable() == b.unstable()) {
            return events;
        }
        boolean flow = a.fixed.update() == Update.DERIVATIVE;
        if (Math.abs(a.unstable() - b.unstable()) == 2) {
            events.add(flow ? Event.HOPF : Event.NEIMARK_SACKER);
        } else if (!flow) {
            events.add(Event.PERIOD_DOUBLING);
        }
        return events;
    }

    /** Whether the event lies between the two. */
    private static boolean between(Event event, Place a, Place b) {
        int n = a.u.length - 1;
        return switch (event) {
            case FOLD -> a.tangent[n] * b.tangent[n] < 0;
            case BRANCH_POINT -> a.orientation * b.orientation < 0;
            case HOPF, NEIMARK_SACKER, PERIOD_DOUBLING -> a.unstable() != b.unstable();
        };
    }

    private void locate(Event event, Place last, double length, int branch) {
        Place before = last;
        double low = 0;
        double high = length;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = 0.5 * (low + high);
            Place place = step(last, middle);
            if (place == null || between(event, last, place)) {
                high = middle;
            } else {
                low = middle;
                before = place;
            }
        }
        double[] critical = critical(event, before.fixed);
        boolean oscillates = event == Event.HOPF || event == Event.NEIMARK_SACKER;
        if (oscillates && critical[1] == 0) {
            // Two real eigenvalues crossed together: a symmetry, not an oscillation.
            return;
        }
        double frequency = !oscillates ? Double.NaN
                : event == Event.HOPF ? Math.abs(critical[1]) / (2 * Math.PI) : Math.abs(Math.atan2(critical[1], critical[0])) / (2 * Math.PI);
        Special found = new Special(event, branch, point(before), frequency);
        double[] at = before.u;
        boolean again = specials.stream().anyMatch(s -> s.event() == event && distance(equation.unknowns(s.point().fixed().state(), s.point().parameter()), at) < 100 * SAME);
        if (again) {
            return;
        }
        specials.add(found);
        if (event == Event.BRANCH_POINT) {
            crossings.add(new double[][] {at, before.tangent});
        }
    }

    /** The eigenvalue nearest to where stability changes. */
    private static double[] critical(Event event, FixedPoint fixed) {
        boolean flow = fixed.update() == Update.DERIVATIVE;
        return Arrays.stream(fixed.eigenvalues())
                .filter(l -> event != Event.HOPF && event != Event.NEIMARK_SACKER || l[1] != 0)
                .min(Comparator.comparingDouble(l -> Math.abs(flow ? l[0] : Math.hypot(l[0], l[1]) - 1))).orElse(new double[2]);
    }

    // ---- branches that are there already

    /** Whether a place lies on a branch that was followed. */
    private boolean known(double[] u) {
        int n = u.length - 1;
        for (List<Place> places : branches) {
            for (int k = 0; k + 1 < places.size(); k++) {
                double[] a = places.get(k).u;
                double[] b = places.get(k + 1).u;
                if (distance(u, a) < SAME || distance(u, b) < SAME) {
                    return true;
                }
                // Both ends of a short step are near to all that lies between them.
                double length = distance(a, b);
                if (distance(u, a) > 2 * length || distance(u, b) > 2 * length || (u[n] - a[n]) * (u[n] - b[n]) > 0) {
                    continue;
                }
                double share = a[n] == b[n] ? 0.5 : (u[n] - a[n]) / (b[n] - a[n]);
                double[] start = new double[n + 1];
                Arrays.setAll(start, i -> a[i] + share * (b[i] - a[i]));
                start[n] = u[n];
                double[] there = equation.correctAtParameter(start);
                if (there != null && distance(there, u) < SAME) {
                    return true;
                }
            }
        }
        return false;
    }

    private static double[] moved(double[] u, double[] direction, double length) {
        double[] moved = new double[u.length];
        Arrays.setAll(moved, i -> u[i] + length * direction[i]);
        return moved;
    }

    private static double[] negative(double[] v) {
        return Arrays.stream(v).map(x -> -x).toArray();
    }

    private static double distance(double[] a, double[] b) {
        return SpeedMinimiser.distance(a, b);
    }
}
