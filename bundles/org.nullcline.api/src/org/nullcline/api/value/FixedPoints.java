// SPDX-License-Identifier: EPL-2.0
package org.nullcline.api.value;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.compute.array.NdArrays;

/**
 * A view of a value of kind {@link Kinds#FIXED_POINTS}.
 *
 * <p>Arrays: {@value #STATE} (point × state), {@value #SPEED} (point; q = ½‖F‖²), {@value #EIGENVALUES} (point × state × 2: real and
 * imaginary part), {@value #JACOBIAN} (point × state × state). Attribute {@value #CONTINUOUS}: whether the Jacobians are of a flow (stable:
 * real parts below 0) or of a map (stable: moduli below 1).
 *
 * @param value the value itself
 */
public record FixedPoints(Value value) {

    /** point × state. */
    public static final String STATE = "state";
    /** point. */
    public static final String SPEED = "speed";
    /** point × state × 2. */
    public static final String EIGENVALUES = "eigenvalues";
    /** point × state × state. */
    public static final String JACOBIAN = "jacobian";
    /** Attribute: flow (true) or map (false). */
    public static final String CONTINUOUS = "continuous";

    /** The view of a value, checked. */
    public static FixedPoints of(Value value) {
        value.require(Kinds.FIXED_POINTS).named(STATE);
        return new FixedPoints(value);
    }

    /** Starts fixed points. */
    public static Value.Builder builder(INDArray state, INDArray speed, INDArray eigenvalues, INDArray jacobian, boolean continuous) {
        return Value.of(Kinds.FIXED_POINTS).array(STATE, "", state, "point", "state").array(SPEED, "", speed, "point")
                .array(EIGENVALUES, "", eigenvalues, "point", "state", "part").array(JACOBIAN, "", jacobian, "point", "state", "state")
                .attribute(CONTINUOUS, continuous);
    }

    /** Number of fixed points. */
    public int count() {
        return value.named(STATE).size(0);
    }

    /** Whether the Jacobians are those of a flow. */
    public boolean continuous() {
        return Boolean.parseBoolean(value.text(CONTINUOUS, "true"));
    }

    /** Eigenvalues of one point: state × 2. */
    public double[][] eigenvalues(int point) {
        INDArray all = value.array(EIGENVALUES);
        int n = Math.toIntExact(all.size(1));
        return NdArrays.rows(value.named(EIGENVALUES).data().slice(point, point + 1).reshape('c', n, 2));
    }

    /** Number of unstable directions of one point. */
    public int unstableDimensions(int point) {
        int unstable = 0;
        for (double[] lambda : eigenvalues(point)) {
            if (continuous() ? lambda[0] > 0 : Math.hypot(lambda[0], lambda[1]) > 1) {
                unstable++;
            }
        }
        return unstable;
    }

    /** Whether one point attracts in all directions. */
    public boolean stable(int point) {
        return unstableDimensions(point) == 0;
    }
}
