// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.dsa;

import org.nullcline.compute.linalg.Matrix;

/** How states of a driven system are told from what was observed: by a linear map of recent outputs and inputs. */
public sealed interface StateEstimate {

    /** The first time bin whose state can be told. */
    int first();

    /** States of the bins from {@link #first()} on: (time − first) × state. */
    Matrix states(Matrix outputs, Matrix inputs);

    /** What drives the states of those bins: (time − first) × inputs. */
    Matrix drives(Matrix inputs);

    /**
     * From outputs up to the present.
     *
     * @param embedding of the outputs
     * @param weights (delays · channels) × state
     * @param drive embedding of the inputs, not longer than that of the outputs
     */
    record Delayed(DelayEmbedding embedding, Matrix weights, DelayEmbedding drive) implements StateEstimate {

        @Override
        public int first() {
            return embedding.span();
        }

        @Override
        public Matrix states(Matrix outputs, Matrix inputs) {
            return embedding.of(outputs).times(weights);
        }

        @Override
        public Matrix drives(Matrix inputs) {
            Matrix all = drive.of(inputs);
            return all.rows(embedding.span() - drive.span(), all.rows());
        }
    }

    /**
     * From outputs and inputs before the present.
     *
     * @param window time bins of the past
     * @param weights window · (inputs + channels) × state: inputs of the window, oldest first, then outputs
     */
    record Windowed(int window, Matrix weights) implements StateEstimate {

        @Override
        public int first() {
            return window;
        }

        @Override
        public Matrix states(Matrix outputs, Matrix inputs) {
            int m = inputs.columns();
            int p = outputs.columns();
            Matrix past = new Matrix(outputs.rows() - window, window * (m + p));
            for (int t = 0; t < past.rows(); t++) {
                System.arraycopy(inputs.data(), t * m, past.data(), t * past.columns(), window * m);
                System.arraycopy(outputs.data(), t * p, past.data(), t * past.columns() + window * m, window * p);
            }
            return past.times(weights);
        }

        @Override
        public Matrix drives(Matrix inputs) {
            return inputs.rows(window, inputs.rows());
        }
    }
}
