// SPDX-License-Identifier: EPL-2.0
package org.nullcline.api.value;

import java.util.List;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.compute.array.NdArrays;

/**
 * A view of a value of kind {@link Kinds#EMBEDDING}: points with the condition that each belongs to.
 *
 * <p>Arrays: {@value #POINTS} (point × dimension), {@value #CONDITION} (point; index into the attribute {@value #CONDITIONS});
 * where points are time bins of trials also {@value #SOURCE} (point; which of the values it was made of), {@value #TRIAL} and {@value #BIN} (point).
 *
 * @param value the value itself
 */
public record Embedding(Value value) {

    /** point × dimension. */
    public static final String POINTS = "points";
    /** point. */
    public static final String CONDITION = "condition";
    /** point: which of the values that the embedding was made of, counted from 0. */
    public static final String SOURCE = "source";
    /** point: trial within that value. */
    public static final String TRIAL = "trial";
    /** point: time bin within that trial. */
    public static final String BIN = "bin";
    /** Attribute: names of the conditions. */
    public static final String CONDITIONS = "conditions";

    /** The view of a value, checked. */
    public static Embedding of(Value value) {
        value.require(Kinds.EMBEDDING).named(POINTS);
        return new Embedding(value);
    }

    /** Starts an embedding. */
    public static Value.Builder builder(INDArray points, long[] condition, List<String> conditions) {
        return Value.of(Kinds.EMBEDDING).array(POINTS, "", points, "point", "dimension")
                .array(CONDITION, "", NdArrays.of(condition, condition.length), "point").attribute(CONDITIONS, conditions);
    }

    /** point × dimension. */
    public INDArray points() {
        return value.array(POINTS);
    }

    /** Condition of each point. */
    public long[] condition() {
        return NdArrays.longs(value.array(CONDITION));
    }

    /** Names of the conditions. */
    public List<String> conditions() {
        return value.texts(CONDITIONS);
    }
}
