// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.transport;

import java.util.Arrays;

import org.nullcline.compute.linalg.Matrix;

/**
 * The network simplex method for the transportation problem on a complete bipartite graph (Ahuja, Magnanti and Orlin, Network Flows, chapter 11).
 *
 * <p>Nodes are the sources, the targets and an artificial root. The basis is a spanning tree; each node stores the arc to its parent and the flow
 * on it. Trees are kept strongly feasible (a tree arc without flow points to the root), which rules out cycling. The entering arc is the most
 * violating one of a block of arcs; blocks are scanned in turn.
 */
final class NetworkSimplex {

    private static final int NONE = -1;
    private static final int PIVOTS_BETWEEN_CHECKS = 256;

    private final int sources;
    private final int targets;
    private final int root;
    private final Matrix costs;
    private final double[] c;
    private final double bigCost;
    private final double tolerance;

    private final int[] parent;
    /** The arc to the parent: source · targets + target, or NONE for an artificial arc. */
    private final int[] arc;
    /** Whether that arc points to the parent. */
    private final boolean[] up;
    private final double[] flow;
    private final double[] potential;
    private final int[] depth;
    private final int[] firstChild;
    private final int[] nextSibling;
    private final int[] previousSibling;
    private final int[] stack;

    private final int blockSize;
    private int nextArc;

    NetworkSimplex(double[] from, double[] to, Matrix cost) {
        sources = from.length;
        targets = to.length;
        root = sources + targets;
        costs = cost;
        c = cost.data();
        // On a complete bipartite graph the detour over the root, at twice this cost, is dearer than any direct arc, whatever signs costs have.
        bigCost = Math.max(2 * cost.maxAbs(), Double.MIN_NORMAL);
        // Well above the rounding of potentials, which are sums along paths of the tree: with many equal points all reduced costs are 0 up to that
        // rounding, and pivots on it would never end.
        tolerance = 1e-12 * bigCost;
        int nodes = root + 1;
        parent = new int[nodes];
        arc = new int[nodes];
        up = new boolean[nodes];
        flow = new double[nodes];
        potential = new double[nodes];
        depth = new int[nodes];
        firstChild = new int[nodes];
        nextSibling = new int[nodes];
        previousSibling = new int[nodes];
        stack = new int[nodes];
        blockSize = (int) Math.max(Math.min(c.length, 64), Math.sqrt(c.length));
        Arrays.fill(arc, NONE);
        Arrays.fill(firstChild, NONE);
        parent[root] = NONE;
        for (int node = root - 1; node >= 0; node--) {
            attach(node, root);
            up[node] = node < sources;
            flow[node] = up[node] ? from[node] : to[node - sources];
            // A target without mass must not hang from the root by an arc without flow that points away from it.
            if (!up[node] && flow[node] == 0) {
                up[node] = true;
            }
        }
        refresh(root);
    }

    /** Pivots until no arc violates optimality. */
    void solve(Runnable check) {
        long limit = 1000L * (sources + targets) + 50L * c.length;
        for (long pivots = 0;; pivots++) {
            if (pivots % PIVOTS_BETWEEN_CHECKS == 0) {
                check.run();
            }
            int entering = entering();
            if (entering == NONE) {
                return;
            }
            if (pivots > limit) {
                throw new IllegalStateException("The optimal transport between " + sources + " and " + targets + " points did not end after " + pivots
                        + " pivots.");
            }
            pivot(entering);
        }
    }

    /** The plan of the current basis. */
    TransportPlan plan() {
        int[] source = new int[root];
        int[] target = new int[root];
        double[] mass = new double[root];
        double cost = 0;
        int count = 0;
        for (int node = 0; node < root; node++) {
            if (arc[node] != NONE && flow[node] > 0) {
                source[count] = arc[node] / targets;
                target[count] = arc[node] % targets;
                mass[count] = flow[node];
                cost += flow[node] * costs.get(source[count], target[count]);
                count++;
            }
        }
        return new TransportPlan(Arrays.copyOf(source, count), Arrays.copyOf(target, count), Arrays.copyOf(mass, count), cost);
    }

    /** The most violating arc of the first block, from where the last search ended, that has one. */
    private int entering() {
        int best = NONE;
        double least = -tolerance;
        int e = nextArc;
        int source = e / targets;
        int target = e % targets;
        int left = blockSize;
        for (int scanned = 0; scanned < c.length; scanned++) {
            double reduced = c[e] + potential[source] - potential[sources + target];
            if (reduced < least) {
                least = reduced;
                best = e;
            }
            e++;
            if (++target == targets) {
                target = 0;
                if (++source == sources) {
                    source = 0;
                    e = 0;
                }
            }
            if (--left == 0) {
                if (best != NONE) {
                    break;
                }
                left = blockSize;
            }
        }
        nextArc = e;
        return best;
    }

    private void pivot(int entering) {
        int first = entering / targets;
        int second = sources + entering % targets;
        int join = join(first, second);
        // Flow runs first → second and back through the tree; the last blocking arc seen from the join leaves (strong feasibility).
        double delta = Double.POSITIVE_INFINITY;
        int leaving = NONE;
        boolean onFirst = true;
        for (int node = first; node != join; node = parent[node]) {
            if (up[node] && flow[node] < delta) {
                delta = flow[node];
                leaving = node;
            }
        }
        for (int node = second; node != join; node = parent[node]) {
            if (!up[node] && flow[node] <= delta) {
                delta = flow[node];
                leaving = node;
                onFirst = false;
            }
        }
        if (delta > 0) {
            for (int node = first; node != join; node = parent[node]) {
                flow[node] += up[node] ? -delta : delta;
            }
            for (int node = second; node != join; node = parent[node]) {
                flow[node] += up[node] ? delta : -delta;
            }
        }
        rehang(onFirst ? first : second, onFirst ? second : first, leaving, entering, onFirst, delta);
    }

    private int join(int first, int second) {
        int a = first;
        int b = second;
        while (a != b) {
            if (depth[a] >= depth[b]) {
                a = parent[a];
            } else {
                b = parent[b];
            }
        }
        return a;
    }

    /** Cuts the subtree of {@code leaving} and hangs it from {@code above} by the entering arc at {@code top}, turning the path between them. */
    private void rehang(int top, int above, int leaving, int entering, boolean pointsUp, double delta) {
        int node = top;
        int newParent = above;
        int newArc = entering;
        boolean newUp = pointsUp;
        double newFlow = delta;
        while (true) {
            int oldParent = parent[node];
            int oldArc = arc[node];
            boolean oldUp = up[node];
            double oldFlow = flow[node];
            detach(node);
            attach(node, newParent);
            arc[node] = newArc;
            up[node] = newUp;
            flow[node] = newFlow;
            if (node == leaving) {
                break;
            }
            newParent = node;
            newArc = oldArc;
            newUp = !oldUp;
            newFlow = oldFlow;
            node = oldParent;
        }
        refresh(top);
    }

    /** Sets potentials and depths of a subtree afresh from its parent, so that rounding does not pile up over pivots. */
    private void refresh(int top) {
        int size = 0;
        stack[size++] = top;
        while (size > 0) {
            int node = stack[--size];
            int above = parent[node];
            if (above != NONE) {
                double cost = arc[node] == NONE ? bigCost : c[arc[node]];
                potential[node] = potential[above] + (up[node] ? -cost : cost);
                depth[node] = depth[above] + 1;
            }
            for (int child = firstChild[node]; child != NONE; child = nextSibling[child]) {
                stack[size++] = child;
            }
        }
    }

    private void attach(int node, int above) {
        parent[node] = above;
        previousSibling[node] = NONE;
        nextSibling[node] = firstChild[above];
        if (firstChild[above] != NONE) {
            previousSibling[firstChild[above]] = node;
        }
        firstChild[above] = node;
    }

    private void detach(int node) {
        int before = previousSibling[node];
        int after = nextSibling[node];
        if (before == NONE) {
            firstChild[parent[node]] = after;
        } else {
            nextSibling[before] = after;
        }
        if (after != NONE) {
            previousSibling[after] = before;
        }
    }
}
