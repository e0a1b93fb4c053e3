// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.optimise;

import java.util.Map;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.compute.diff.Weights;

/**
 * Changes weights along a gradient. Weights that are not {@link org.nullcline.compute.diff.Parameter#trained trained} stay as they are.
 * All arithmetic is in double precision; the weights are rounded to their format afterwards.
 */
public interface Optimiser {

    /**
     * One step.
     *
     * @param gradient in the order of {@link Weights#values}
     * @param rate     learning rate of this step
     */
    void step(Weights weights, double[] gradient, double rate);

    /** Everything that is needed to go on exactly: named arrays in double precision, empty before the first step. */
    Map<String, INDArray> state();

    /** Goes on from a {@link #state}. */
    void restore(Map<String, INDArray> state);
}
