// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.kernel;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/** {@link FloatMath} on vectors: operation by operation the same, so the bits are the same. */
final class FloatVectorMath {

    static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int ROUND_BITS = Float.floatToRawIntBits(FloatMath.ROUND);

    private FloatVectorMath() {
    }

    private static FloatVector constant(float value) {
        return FloatVector.broadcast(SPECIES, value);
    }

    private static FloatVector clamp(FloatVector x, float limit) {
        FloatVector c = x.blend(-limit, x.compare(LT, -limit));
        return c.blend(limit, c.compare(GT, limit));
    }

    private static FloatVector power(IntVector k) {
        return k.add(127).lanewise(LSHL, 23).viewAsFloatingLanes();
    }

    /** (eʳ − 1) for the reduced argument. */
    private static FloatVector series(FloatVector r) {
        float[] c = FloatMath.EXP;
        FloatVector p = constant(c[0]).fma(r, constant(c[1])).fma(r, constant(c[2])).fma(r, constant(c[3])).fma(r, constant(c[4]))
            .fma(r, constant(c[5]));
        return p.fma(r.mul(r), r);
    }

    static FloatVector exp(FloatVector x) {
        FloatVector c = clamp(x, FloatMath.EXP_LIMIT);
        FloatVector t = c.fma(constant(FloatMath.LOG2E), constant(FloatMath.ROUND));
        IntVector k = t.viewAsIntegralLanes().sub(ROUND_BITS);
        t = t.sub(FloatMath.ROUND);
        FloatVector r = t.fma(constant(-FloatMath.LN2_HIGH), c);
        r = t.fma(constant(-FloatMath.LN2_LOW), r);
        IntVector half = k.lanewise(ASHR, 1);
        return series(r).add(1).mul(power(half)).mul(power(k.sub(half)));
    }

    static FloatVector tanh(FloatVector x) {
        FloatVector c = clamp(x, FloatMath.TANH_LIMIT);
        c = c.add(c);
        FloatVector t = c.fma(constant(FloatMath.LOG2E), constant(FloatMath.ROUND));
        IntVector k = t.viewAsIntegralLanes().sub(ROUND_BITS);
        t = t.sub(FloatMath.ROUND);
        FloatVector r = t.fma(constant(-FloatMath.LN2_HIGH), c);
        r = t.fma(constant(-FloatMath.LN2_LOW), r);
        FloatVector s = power(k);
        FloatVector e = series(r).fma(s, s.sub(1));
        return e.div(e.add(2));
    }

    static FloatVector sigmoid(FloatVector x) {
        return constant(1).div(exp(clamp(x, FloatMath.SIGMOID_LIMIT).neg()).add(1));
    }

    static FloatVector relu(FloatVector x) {
        return x.mul(0).blend(x, x.compare(GT, 0));
    }

    private static FloatVector log1p(FloatVector u) {
        float[] c = FloatMath.ARTANH_WIDE;
        FloatVector s = u.div(u.add(2));
        FloatVector z = s.mul(s);
        FloatVector p = constant(c[0]).fma(z, constant(c[1])).fma(z, constant(c[2])).fma(z, constant(c[3])).fma(z, constant(c[4]))
            .fma(z, constant(c[5])).fma(z, constant(c[6]));
        FloatVector artanh = p.mul(z).fma(s, s);
        return artanh.add(artanh);
    }

    static FloatVector softplus(FloatVector x) {
        VectorMask<Float> positive = x.compare(GT, 0);
        FloatVector above = constant(0).blend(x, positive);
        return above.add(log1p(exp(x.abs().neg())));
    }
}
