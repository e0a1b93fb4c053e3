// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.compute.array.NdArrays;

/**
 * An operation that is given by its value and its gradient on arrays: the way out when the operations of {@link Var} do not suffice. Check
 * it with finite differences, as the test kit does.
 *
 * <p>Arrays are rows × columns in the number format of the tape. Implementations must be deterministic and may be called by several
 * threads.
 */
public interface CustomOperation {

    /** The value of the operation. */
    INDArray forward(INDArray... inputs);

    /**
     * The gradient of each input.
     *
     * @param inputs   as given to {@link #forward}
     * @param output   what {@link #forward} returned
     * @param gradient the gradient of the output, same shape as {@code output}
     * @return one array for each input, of its shape; null where it is zero
     */
    INDArray[] backward(INDArray[] inputs, INDArray output, INDArray gradient);

    /** Applies this operation to variables. */
    default Var of(Var first, Var... rest) {
        List<Var> inputs = new ArrayList<>();
        inputs.add(first);
        inputs.addAll(List.of(rest));
        INDArray[] arrays = inputs.stream().map(Var::array).toArray(INDArray[]::new);
        INDArray value = Objects.requireNonNull(forward(arrays), "A custom operation returned no value.");
        Tape tape = first.tape;
        Var constant = tape.constant(value);
        Var y = tape.result(constant.rows(), constant.columns(), inputs.toArray(Var[]::new));
        tape.kernels.copy(y.length(), constant.at, y.at);
        y.kept = y.needs;
        return tape.record(y, () -> {
            INDArray[] gradients = backward(arrays, value, y.gradient().reshape(value.shape()));
            if (gradients.length != arrays.length) {
                throw new IllegalStateException("A custom operation with " + arrays.length + " inputs returned " + gradients.length + " gradients.");
            }
            for (int i = 0; i < gradients.length; i++) {
                if (gradients[i] != null && inputs.get(i).needs) {
                    add(inputs.get(i), NdArrays.doubles(gradients[i]));
                }
            }
        });
    }

    private static void add(Var x, double[] gradient) {
        if (gradient.length != x.rows() * x.columns()) {
            throw new IllegalStateException("A custom operation returned a gradient of " + gradient.length + " values for a matrix of " + x.shape() + ".");
        }
        int slope = x.slope();
        for (int b = 0; b < x.rows(); b++) {
            for (int c = 0; c < x.columns(); c++) {
                int at = slope + c * x.stride + b;
                x.tape.kernels.set(at, x.tape.kernels.get(at) + gradient[b * x.columns() + c]);
            }
        }
    }
}
