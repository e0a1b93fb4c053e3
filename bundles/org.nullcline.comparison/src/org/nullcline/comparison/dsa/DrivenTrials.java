// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.dsa;

import java.util.List;

import org.nullcline.api.NullclineException;
import org.nullcline.compute.linalg.Matrix;

/**
 * Trials of a driven system.
 *
 * @param outputs each time × channels
 * @param inputs each time × inputs, of the same lengths
 */
public record DrivenTrials(List<Matrix> outputs, List<Matrix> inputs) {

    /** Checks that trials and time bins agree and that all numbers are finite. */
    public DrivenTrials {
        if (outputs.isEmpty() || outputs.size() != inputs.size()) {
            throw NullclineException.input("A driven system needs inputs for each of its " + outputs.size() + " trials, but there are " + inputs.size() + ".");
        }
        for (int i = 0; i < outputs.size(); i++) {
            Matrix y = outputs.get(i);
            Matrix u = inputs.get(i);
            if (y.rows() != u.rows() || y.columns() != outputs.getFirst().columns() || u.columns() != inputs.getFirst().columns()) {
                throw NullclineException.input("Trial " + i + " has activity of " + y.rows() + " × " + y.columns() + " and inputs of " + u.rows() + " × "
                        + u.columns() + ", which do not belong together or to trial 0.");
            }
            for (Matrix part : List.of(y, u)) {
                for (double number : part.data()) {
                    if (!Double.isFinite(number)) {
                        throw NullclineException.input("Trial " + i + " holds " + number + "; a fit needs finite numbers.");
                    }
                }
            }
        }
    }

    /** Number of trials. */
    public int count() {
        return outputs.size();
    }

    /** Number of channels. */
    public int channels() {
        return outputs.getFirst().columns();
    }

    /** Number of inputs. */
    public int inputCount() {
        return inputs.getFirst().columns();
    }
}
