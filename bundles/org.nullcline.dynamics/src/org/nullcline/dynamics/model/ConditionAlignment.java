// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.nullcline.api.value.Recording;
import org.nullcline.compute.linalg.Matrix;
import org.nullcline.compute.linalg.Solve;
import org.nullcline.compute.linalg.Svd;
import org.nullcline.compute.random.RandomStream;

/**
 * First values of the read-ins of several sessions, by principal-component regression (Pandarinath et al. 2018, doi 10.1038/s41592-018-0109-9,
 * Methods): the mean responses X_s (condition and time × channel) of all sessions s to the conditions that they share stand side by side, their
 * first principal components P are what the sessions have in common, and the read-in of each session is the ridge regression of P on X_s. A linear
 * readout begins as B_s R with the regression B_s of X_s (of the relative change of the rate, for counts) on P and the same random R for all
 * sessions. So equal conditions look alike to the encoder whatever channels they were recorded with, and equal states mean the same to all.
 */
public final class ConditionAlignment {

    /** Ridge penalty relative to the mean variance of the channels: means over few trials are noisy. */
    private static final double RIDGE = 0.01;
    /** Spikes per bin below which a channel counts as silent. */
    private static final double SILENT = 0.01;

    private final Sessions sessions;
    private final List<Recording> recordings;
    private final List<int[]> training;
    private final int heldOut;

    /**
     * Prepares an alignment.
     *
     * @param training trials of each session that may be looked at
     * @param heldOut channels at the end of each recording that the encoder does not see
     */
    public ConditionAlignment(Sessions sessions, List<Recording> recordings, List<int[]> training, int heldOut) {
        this.sessions = sessions;
        this.recordings = List.copyOf(recordings);
        this.training = List.copyOf(training);
        this.heldOut = heldOut;
    }

    /** Names of the labels that occur among the training trials of every session, in the order of the first. */
    public List<String> shared() {
        Set<String> shared = null;
        for (int s = 0; s < recordings.size(); s++) {
            Set<String> own = new LinkedHashSet<>();
            for (int trial : training.get(s)) {
                label(s, trial).ifPresent(own::add);
            }
            if (shared == null) {
                shared = own;
            } else {
                shared.retainAll(own);
            }
        }
        return List.copyOf(shared);
    }

    private Optional<String> label(int session, int trial) {
        int label = recordings.get(session).labels()[trial];
        List<String> names = recordings.get(session).labelNames();
        return label < 0 || label >= names.size() ? Optional.empty() : Optional.of(names.get(label));
    }

    /**
     * Gives a model its first read-ins, and its first readouts where they are linear.
     *
     * @param conditions labels that all sessions have
     * @param random of the map from states to components that all readouts share
     * @return whether the shared conditions have enough time bins to determine them; otherwise the model stays as it is
     */
    public boolean apply(SequentialAutoencoder model, List<String> conditions, RandomStream random) {
        List<Matrix> responses = responses(conditions);
        int size = model.blueprint().encoderInputs();
        Matrix beside = beside(responses.stream().map(x -> x.columns(0, x.columns() - heldOut)).toList());
        if (beside.rows() <= size || beside.columns() < size || !(beside.maxAbs() > 0)) {
            return false;
        }
        Matrix components = components(beside, size);
        int latent = model.blueprint().latentSize();
        double bound = 1 / Math.sqrt(latent);
        Matrix shared = new Matrix(size, latent, random.child("readout").uniforms(size * latent, -bound, bound));
        for (int s = 0; s < responses.size(); s++) {
            Matrix all = responses.get(s);
            Matrix seen = all.columns(0, all.columns() - heldOut);
            Matrix weight = regression(seen.centreColumns(), components).transpose();
            model.readIn(s, weight.data(), Arrays.stream(weight.times(seen.columnMeans())).map(x -> -x).toArray());
            if (model.blueprint().readout().kind() == Readout.Kind.LINEAR) {
                readout(model, s, all, components, shared);
            }
        }
        return true;
    }

    /** Log rates change by Δr/r, signals by themselves. */
    private static void readout(SequentialAutoencoder model, int session, Matrix responses, Matrix components, Matrix shared) {
        double[] means = responses.columnMeans();
        boolean counts = model.blueprint().likelihood().counts();
        Matrix change = responses.centreColumns();
        if (counts) {
            change = change.scaleColumns(Arrays.stream(means).map(m -> 1 / Math.max(m, SILENT)).toArray());
        }
        Matrix weight = regression(components, change).transpose().times(shared);
        model.readout(session, weight.data(), Arrays.stream(means).map(m -> counts ? Math.log(Math.max(m, SILENT)) : m).toArray());
    }

    private static Matrix regression(Matrix from, Matrix to) {
        double penalty = RIDGE * Math.max(from.gram().trace() / from.columns(), Double.MIN_NORMAL);
        return Solve.ridge(from, to, penalty);
    }

    /** The first left singular vectors times their values, in units of the first one's standard deviation; the largest entry of each is positive. */
    private static Matrix components(Matrix beside, int size) {
        Svd svd = Svd.of(beside);
        Matrix components = new Matrix(beside.rows(), size);
        double unit = svd.values()[0] / Math.sqrt(beside.rows());
        for (int k = 0; k < size; k++) {
            int largest = 0;
            for (int i = 1; i < beside.rows(); i++) {
                largest = Math.abs(svd.u().get(i, k)) > Math.abs(svd.u().get(largest, k)) ? i : largest;
            }
            double scale = svd.values()[k] / unit * Math.signum(svd.u().get(largest, k));
            for (int i = 0; i < beside.rows(); i++) {
                components.set(i, k, scale * svd.u().get(i, k));
            }
        }
        return components;
    }

    /** All sessions side by side, centred, each with the same total variance, so that one with more channels does not decide alone. */
    private static Matrix beside(List<Matrix> responses) {
        int columns = responses.stream().mapToInt(Matrix::columns).sum();
        Matrix beside = new Matrix(responses.getFirst().rows(), columns);
        int at = 0;
        for (Matrix x : responses) {
            Matrix centred = x.centreColumns();
            double norm = centred.norm();
            for (int i = 0; i < x.rows(); i++) {
                for (int c = 0; c < x.columns(); c++) {
                    beside.set(i, at + c, norm > 0 ? centred.get(i, c) / norm : 0);
                }
            }
            at += x.columns();
        }
        return beside;
    }

    private List<Matrix> responses(List<String> conditions) {
        List<Integer> lengths = conditions.stream().map(condition -> IntStream.range(0, recordings.size())
                .flatMap(s -> trials(s, condition).stream().mapToInt(trial -> sessions.data(s).trials().length(trial))).min().orElseThrow()).toList();
        int rows = lengths.stream().mapToInt(Integer::intValue).sum();
        List<Matrix> responses = new ArrayList<>();
        for (int s = 0; s < recordings.size(); s++) {
            int channels = sessions.data(s).channels();
            Matrix mean = new Matrix(rows, channels);
            int begin = 0;
            for (int k = 0; k < conditions.size(); k++) {
                List<Integer> trials = trials(s, conditions.get(k));
                for (int trial : trials) {
                    float[] observed = sessions.data(s).observed(trial);
                    for (int t = 0; t < lengths.get(k); t++) {
                        for (int c = 0; c < mean.columns(); c++) {
                            mean.set(begin + t, c, mean.get(begin + t, c) + observed[t * channels + c] / trials.size());
                        }
                    }
                }
                begin += lengths.get(k);
            }
            responses.add(mean);
        }
        return responses;
    }

    private List<Integer> trials(int session, String condition) {
        return IntStream.of(training.get(session)).filter(trial -> label(session, trial).filter(condition::equals).isPresent()).boxed().toList();
    }
}
