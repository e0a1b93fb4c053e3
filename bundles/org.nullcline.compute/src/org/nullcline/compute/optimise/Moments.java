// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.optimise;

import java.util.LinkedHashMap;
import java.util.Map;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.compute.diff.Parameter;
import org.nullcline.compute.diff.Weights;

/** What optimisers remember: the number of steps and some arrays of the length of the weights. */
abstract class Moments implements Optimiser {

    private static final String STEPS = "steps";

    private final String[] names;
    private final double[][] moments;
    private long steps;

    Moments(String... names) {
        this.names = names;
        moments = new double[names.length][];
    }

    final double[] moment(int i) {
        return moments[i];
    }

    /** Steps done, the current one included. */
    final long steps() {
        return steps;
    }

    @Override
    public final void step(Weights weights, double[] gradient, double rate) {
        int n = weights.size();
        if (gradient.length != n) {
            throw new IllegalArgumentException("A gradient of " + gradient.length + " values for " + n + " weights.");
        }
        for (int i = 0; i < moments.length; i++) {
            if (moments[i] == null) {
                moments[i] = new double[n];
            } else if (moments[i].length != n) {
                throw new IllegalArgumentException("The optimiser belongs to a model with " + moments[i].length + " weights, not " + n + ".");
            }
        }
        steps++;
        begin(rate);
        for (Parameter p : weights.parameters()) {
            if (p.trained()) {
                update(weights.values(), gradient, p.offset(), p.offset() + p.size());
            }
        }
        weights.round();
    }

    /** Prepares the factors of this step. */
    abstract void begin(double rate);

    /** Changes the weights from … to − 1. */
    abstract void update(double[] w, double[] gradient, int from, int to);

    @Override
    public final Map<String, INDArray> state() {
        Map<String, INDArray> state = new LinkedHashMap<>();
        if (steps > 0) {
            state.put(STEPS, NdArrays.of(new double[] {steps}, 1));
            for (int i = 0; i < names.length; i++) {
                state.put(names[i], NdArrays.of(moments[i], moments[i].length));
            }
        }
        return state;
    }

    @Override
    public final void restore(Map<String, INDArray> state) {
        steps = 0;
        for (int i = 0; i < names.length; i++) {
            moments[i] = null;
        }
        if (state.isEmpty()) {
            return;
        }
        steps = (long) NdArrays.doubles(array(state, STEPS))[0];
        for (int i = 0; i < names.length; i++) {
            moments[i] = NdArrays.doubles(array(state, names[i]));
        }
    }

    private static INDArray array(Map<String, INDArray> state, String name) {
        INDArray array = state.get(name);
        if (array == null) {
            throw new IllegalArgumentException("The stored state of the optimiser lacks \"" + name + "\"; it has " + state.keySet() + ".");
        }
        return array;
    }
}
