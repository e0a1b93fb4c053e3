// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.nullcline.api.NullclineException;
import org.nullcline.marble.field.FieldSample;
import org.nullcline.marble.geometry.Connection;
import org.nullcline.marble.geometry.FarthestPoints;
import org.nullcline.marble.geometry.FlowFrames;
import org.nullcline.marble.geometry.GeodesicNeighbourhoods;
import org.nullcline.marble.geometry.GradientKernels;
import org.nullcline.marble.geometry.NeighbourGraph;
import org.nullcline.marble.geometry.TangentFrames;
import org.nullcline.marble.geometry.Work;
import org.nullcline.marble.network.ManifoldSettings.Frames;
import org.nullcline.marble.network.ManifoldSettings.Parts;

/**
 * The vector field of one condition with the geometry that its features need.
 *
 * @param sample points and vectors that were kept
 * @param graph their neighbours
 * @param frames in which vectors are expressed
 * @param connection transport between the frames
 * @param kernels directional derivatives
 * @param field the vectors in the frames, point × component
 */
public record Manifold(FieldSample sample, NeighbourGraph graph, TangentFrames frames, Connection connection, GradientKernels kernels,
        float[] field) {

    private static final int FEWEST = 3;

    /**
     * The manifolds of several conditions, which share one dimension.
     *
     * @param dimension dimension of the tangent frames; 0 to estimate it from all conditions together
     */
    public static List<Manifold> of(List<FieldSample> samples, ManifoldSettings settings, int dimension, Work work) {
        if (samples.isEmpty()) {
            throw NullclineException.input("There is no condition to embed; connect at least one recording or trajectory.");
        }
        requireAlike(samples);
        requireFrames(samples.getFirst(), settings);
        List<FieldSample> kept = new ArrayList<>();
        List<NeighbourGraph> graphs = new ArrayList<>();
        for (FieldSample sample : samples) {
            work.progress().note("Finding the neighbours of '" + sample.name() + "' (" + sample.count() + " points).");
            prepare(sample, settings, kept, graphs, work);
        }
        List<Manifold> manifolds = new ArrayList<>();
        List<TangentFrames> frames = frames(graphs, settings, dimension, work);
        if (settings.frames() == Frames.FLOW) {
            for (int c = 0; c < graphs.size(); c++) {
                frames.set(c, FlowFrames.of(graphs.get(c), frames.get(c), kept.get(c).vectors(), work));
            }
        }
        for (int c = 0; c < graphs.size(); c++) {
            NeighbourGraph graph = graphs.get(c);
            Connection connection = settings.frames() == Frames.GLOBAL || kept.get(c).scalar() ? Connection.trivial(kept.get(c).components())
                    : Connection.of(graph, frames.get(c), work);
            GradientKernels kernels = GradientKernels.of(graph, frames.get(c), connection, work);
            manifolds.add(new Manifold(kept.get(c), graph, frames.get(c), connection, kernels, frames(settings, frames.get(c), kept.get(c))));
        }
        return manifolds;
    }

    private static float[] frames(ManifoldSettings settings, TangentFrames frames, FieldSample sample) {
        return settings.frames() == Frames.GLOBAL || sample.scalar() ? sample.vectors() : frames.project(sample.vectors());
    }

    /** Tangent frames express vectors of the space; numbers need none, and have no direction that a frame could follow. */
    private static void requireFrames(FieldSample first, ManifoldSettings settings) {
        boolean vectors = first.components() == first.points().dimension();
        if (settings.frames() == Frames.FLOW && !vectors || settings.frames() == Frames.LOCAL && !vectors && !first.scalar()) {
            throw NullclineException.input("The field of '" + first.name() + "' has " + first.components() + (first.components() == 1 ? " component" : " components")
                    + " at points of dimension " + first.points().dimension() + ", so it has no vectors to express in tangent frames; set frames=global.");
        }
    }

    private static void requireAlike(List<FieldSample> samples) {
        FieldSample first = samples.getFirst();
        for (FieldSample sample : samples) {
            if (sample.points().dimension() != first.points().dimension() || sample.components() != first.components()) {
                throw NullclineException.input("'" + sample.name() + "' has points of dimension " + sample.points().dimension() + " and vectors of "
                        + sample.components() + " components, but '" + first.name() + "' has " + first.points().dimension() + " and "
                        + first.components() + "; bring all conditions to the same dimension, for example with PCA.");
            }
            if (sample.count() < FEWEST) {
                throw NullclineException.input("'" + sample.name() + "' has only " + sample.count() + (sample.count() == 1 ? " point" : " points")
                        + "; a condition needs enough points for neighbourhoods, at least k + 1.");
            }
        }
    }

    private static void prepare(FieldSample sample, ManifoldSettings settings, List<FieldSample> kept, List<NeighbourGraph> graphs, Work work) {
        FieldSample thinned = sample;
        if (settings.spacing() > 0) {
            thinned = sample.subset(FarthestPoints.sample(sample.points(), settings.spacing(), 0, work).sorted());
        }
        NeighbourGraph graph = NeighbourGraph.of(thinned.points(), settings.rule(), work);
        int[] nodes = graph.largestComponent();
        int outside = graph.count() - nodes.length;
        boolean few = 100L * outside < (long) Parts.OUTLIERS_PERCENT * graph.count();
        if (outside > 0 && (settings.parts() == Parts.LARGEST || settings.parts() == Parts.OUTLIERS && few)) {
            work.progress().remark("Of '" + sample.name() + "', " + outside + " of " + graph.count()
                    + " points lie outside the largest connected part and are left out.");
            thinned = thinned.subset(nodes);
            graph = graph.subgraph(nodes);
        } else if (settings.parts() != Parts.KEEP) {
            graph.requireConnected();
        }
        requireNeighbours(graph);
        kept.add(thinned);
        graphs.add(graph);
    }

    private static void requireNeighbours(NeighbourGraph graph) {
        IntStream.range(0, graph.count()).filter(i -> graph.degree(i) == 0).findFirst().ifPresent(i -> {
            throw NullclineException.task("Point " + i + " of '" + graph.points().name() + "' has no neighbours; increase k or delta, or set components="
                    + Parts.LARGEST.name().toLowerCase(Locale.ROOT) + ".");
        });
    }

    private static List<TangentFrames> frames(List<NeighbourGraph> graphs, ManifoldSettings settings, int dimension, Work work) {
        int ambient = graphs.getFirst().points().dimension();
        if (settings.frames() == Frames.GLOBAL) {
            return graphs.stream().map(g -> TangentFrames.global(g.count(), ambient)).toList();
        }
        work.progress().note("Computing tangent frames.");
        List<GeodesicNeighbourhoods> nearby = graphs.stream().map(g -> GeodesicNeighbourhoods.of(g, settings.neighbourhoodSize(), settings.ties(), work))
                .toList();
        int m = dimension > 0 ? dimension : estimate(graphs, nearby, settings, work);
        List<TangentFrames> frames = new ArrayList<>();
        for (int c = 0; c < graphs.size(); c++) {
            frames.add(TangentFrames.of(graphs.get(c).points(), nearby.get(c), m, work));
        }
        return frames;
    }

    private static int estimate(List<NeighbourGraph> graphs, List<GeodesicNeighbourhoods> nearby, ManifoldSettings settings, Work work) {
        List<double[]> all = new ArrayList<>();
        for (int c = 0; c < graphs.size(); c++) {
            all.addAll(List.of(TangentFrames.singularValues(graphs.get(c).points(), nearby.get(c), work)));
        }
        int m = TangentFrames.manifoldDimension(all.toArray(double[][]::new), settings.explainedVariance());
        work.progress().note("The manifold has " + m + (m == 1 ? " dimension" : " dimensions") + " (of " + graphs.getFirst().points().dimension() + ").");
        return m;
    }

    /** Number of points. */
    public int count() {
        return graph.count();
    }

    /** Components of the field in the frames. */
    public int components() {
        return field.length / count();
    }
}
