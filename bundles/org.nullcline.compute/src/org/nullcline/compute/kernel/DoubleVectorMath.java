// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.kernel;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/** {@link DoubleMath} on vectors: operation by operation the same, so the bits are the same. */
final class DoubleVectorMath {

    static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final long ROUND_BITS = Double.doubleToRawLongBits(DoubleMath.ROUND);

    private DoubleVectorMath() {
    }

    private static DoubleVector constant(double value) {
        return DoubleVector.broadcast(SPECIES, value);
    }

    private static DoubleVector clamp(DoubleVector x, double limit) {
        DoubleVector c = x.blend(-limit, x.compare(LT, -limit));
        return c.blend(limit, c.compare(GT, limit));
    }

    private static DoubleVector power(LongVector k) {
        return k.add(1023).lanewise(LSHL, 52).viewAsFloatingLanes();
    }

    /** (eʳ − 1) for the reduced argument. */
    private static DoubleVector series(DoubleVector r) {
        double[] c = DoubleMath.EXP;
        DoubleVector p = constant(c[0]).fma(r, constant(c[1])).fma(r, constant(c[2])).fma(r, constant(c[3])).fma(r, constant(c[4]))
            .fma(r, constant(c[5])).fma(r, constant(c[6])).fma(r, constant(c[7])).fma(r, constant(c[8])).fma(r, constant(c[9]))
            .fma(r, constant(c[10])).fma(r, constant(c[11]));
        return p.fma(r.mul(r), r);
    }

    static DoubleVector exp(DoubleVector x) {
        DoubleVector c = clamp(x, DoubleMath.EXP_LIMIT);
        DoubleVector t = c.fma(constant(DoubleMath.LOG2E), constant(DoubleMath.ROUND));
        LongVector k = t.viewAsIntegralLanes().sub(ROUND_BITS);
        t = t.sub(DoubleMath.ROUND);
        DoubleVector r = t.fma(constant(-DoubleMath.LN2_HIGH), c);
        r = t.fma(constant(-DoubleMath.LN2_LOW), r);
        LongVector half = k.lanewise(ASHR, 1);
        return series(r).add(1).mul(power(half)).mul(power(k.sub(half)));
    }

    static DoubleVector tanh(DoubleVector x) {
        DoubleVector c = clamp(x, DoubleMath.TANH_LIMIT);
        c = c.add(c);
        DoubleVector t = c.fma(constant(DoubleMath.LOG2E), constant(DoubleMath.ROUND));
        LongVector k = t.viewAsIntegralLanes().sub(ROUND_BITS);
        t = t.sub(DoubleMath.ROUND);
        DoubleVector r = t.fma(constant(-DoubleMath.LN2_HIGH), c);
        r = t.fma(constant(-DoubleMath.LN2_LOW), r);
        DoubleVector s = power(k);
        DoubleVector e = series(r).fma(s, s.sub(1));
        return e.div(e.add(2));
    }

    static DoubleVector sigmoid(DoubleVector x) {
        return constant(1).div(exp(clamp(x, DoubleMath.SIGMOID_LIMIT).neg()).add(1));
    }

    static DoubleVector relu(DoubleVector x) {
        return x.mul(0).blend(x, x.compare(GT, 0));
    }

    private static DoubleVector log1p(DoubleVector u) {
        double[] c = DoubleMath.ARTANH_WIDE;
        DoubleVector s = u.div(u.add(2));
        DoubleVector z = s.mul(s);
        DoubleVector p = constant(c[0]).fma(z, constant(c[1])).fma(z, constant(c[2])).fma(z, constant(c[3])).fma(z, constant(c[4]))
            .fma(z, constant(c[5])).fma(z, constant(c[6])).fma(z, constant(c[7])).fma(z, constant(c[8])).fma(z, constant(c[9]))
            .fma(z, constant(c[10])).fma(z, constant(c[11])).fma(z, constant(c[12])).fma(z, constant(c[13])).fma(z, constant(c[14]))
            .fma(z, constant(c[15]));
        DoubleVector artanh = p.mul(z).fma(s, s);
        return artanh.add(artanh);
    }

    static DoubleVector softplus(DoubleVector x) {
        VectorMask<Double> positive = x.compare(GT, 0);
        DoubleVector above = constant(0).blend(x, positive);
        return above.add(log1p(exp(x.abs().neg())));
    }
}
