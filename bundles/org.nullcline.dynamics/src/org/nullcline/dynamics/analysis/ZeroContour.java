// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.analysis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The lines on which a sampled function of two variables vanishes: marching squares with linear interpolation along the edges of the grid, the
 * segments joined to polylines. At a saddle of a cell the mean of its corners decides which corners are connected.
 */
final class ZeroContour {

    /** Edges are numbered: 2·(row·columns + column) + 0 for the edge to the right of a grid point, + 1 for the edge upwards. */
    private final double[] x;
    private final double[] y;
    private final double[][] f;
    private final Map<Integer, List<Integer>> neighbours = new LinkedHashMap<>();

    private ZeroContour(double[] x, double[] y, double[][] f) {
        this.x = x;
        this.y = y;
        this.f = f;
    }

    /** Polylines (point × 2) where f, given as y × x, is zero; closed ones end where they begin. */
    static List<double[][]> of(double[] x, double[] y, double[][] f) {
        ZeroContour contour = new ZeroContour(x, y, f);
        for (int j = 0; j + 1 < y.length; j++) {
            for (int i = 0; i + 1 < x.length; i++) {
                contour.cell(i, j);
            }
        }
        return contour.join();
    }

    private boolean positive(int i, int j) {
        return f[j][i] > 0;
    }

    private int edge(int i, int j, int upwards) {
        return 2 * (j * x.length + i) + upwards;
    }

    private void cell(int i, int j) {
        int bottom = positive(i, j) != positive(i + 1, j) ? edge(i, j, 0) : -1;
        int top = positive(i, j + 1) != positive(i + 1, j + 1) ? edge(i, j + 1, 0) : -1;
        int left = positive(i, j) != positive(i, j + 1) ? edge(i, j, 1) : -1;
        int right = positive(i + 1, j) != positive(i + 1, j + 1) ? edge(i + 1, j, 1) : -1;
        if (!Double.isFinite(f[j][i] + f[j][i + 1] + f[j + 1][i] + f[j + 1][i + 1])) {
            return;
        }
        if (bottom >= 0 && top >= 0 && left >= 0 && right >= 0) {
            boolean centre = f[j][i] + f[j][i + 1] + f[j + 1][i] + f[j + 1][i + 1] > 0;
            boolean leftBottomApart = positive(i, j) != centre;
            connect(bottom, leftBottomApart ? left : right);
            connect(top, leftBottomApart ? right : left);
            return;
        }
        int first = -1;
        for (int crossed : new int[] {bottom, top, left, right}) {
            if (crossed >= 0 && first < 0) {
                first = crossed;
            } else if (crossed >= 0) {
                connect(first, crossed);
            }
        }
    }

    private void connect(int a, int b) {
        neighbours.computeIfAbsent(a, k -> new ArrayList<>(2)).add(b);
        neighbours.computeIfAbsent(b, k -> new ArrayList<>(2)).add(a);
    }

    private double[] crossing(int edge) {
        int point = edge / 2;
        int i = point % x.length;
        int j = point / x.length;
        boolean upwards = (edge & 1) == 1;
        double here = f[j][i];
        double there = upwards ? f[j + 1][i] : f[j][i + 1];
        double t = here / (here - there);
        return upwards ? new double[] {x[i], y[j] + t * (y[j + 1] - y[j])} : new double[] {x[i] + t * (x[i + 1] - x[i]), y[j]};
    }

    private List<double[][]> join() {
        List<double[][]> lines = new ArrayList<>();
        Map<Integer, Boolean> used = new HashMap<>();
        for (int start : neighbours.keySet()) {
            if (used.putIfAbsent(start, true) != null) {
                continue;
            }
            Deque<Integer> line = new ArrayDeque<>(List.of(start));
            List<Integer> ways = neighbours.get(start);
            boolean closed = extend(ways.getFirst(), start, line, used, true);
            if (!closed && ways.size() > 1) {
                extend(ways.get(1), start, line, used, false);
            }
            lines.add(line.stream().map(this::crossing).toArray(double[][]::new));
        }
        return lines;
    }

    private boolean extend(int next, int from, Deque<Integer> line, Map<Integer, Boolean> used, boolean atEnd) {
        int previous = from;
        int current = next;
        int origin = from;
        while (used.putIfAbsent(current, true) == null) {
            append(line, current, atEnd);
            List<Integer> ways = neighbours.get(current);
            int following = ways.getFirst() != previous ? ways.getFirst() : ways.size() > 1 ? ways.get(1) : -1;
            if (following < 0) {
                return false;
            }
            previous = current;
            current = following;
        }
        if (current == origin) {
            append(line, current, atEnd);
            return true;
        }
        return false;
    }

    private static void append(Deque<Integer> line, int edge, boolean atEnd) {
        if (atEnd) {
            line.addLast(edge);
        } else {
            line.addFirst(edge);
        }
    }
}
