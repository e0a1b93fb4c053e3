// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.dsa;

import org.nullcline.api.NullclineException;
import org.nullcline.api.step.Progress;
import org.nullcline.compute.linalg.Matrix;
import org.nullcline.compute.linalg.Svd;

/**
 * Distances between driven linear systems that share their inputs, up to an orthogonal change of the state's coordinates (InputDSA: Huang and Ostrow
 * 2025, doi:10.48550/arXiv.2510.25943).
 *
 * <p>The joint distance aligns K = [B, AB, AᵀB, A²B, (Aᵀ)²B, …] of both systems by the minimiser C = UVᵀ of ‖K₁ − C K₂‖, with K₁K₂ᵀ = U S Vᵀ. The
 * package {@code dsa-metric} 2.0.1 applies the transpose of that minimiser instead, so that rotated copies of one system are not at distance zero
 * there; here they are.
 */
public final class InputDistance {

    private InputDistance() {
    }

    /** Which part of the systems is compared. */
    public enum Part {
        /** State and control together. */
        JOINT,
        /** The state operators alone, by Procrustes analysis over vector fields. */
        STATE,
        /** The control matrices alone. */
        CONTROL
    }

    /**
     * The distance between two systems.
     *
     * @param angular an angle in radians, which ignores overall scale, instead of a Frobenius distance
     */
    public static double between(ControlledOperator first, ControlledOperator second, Part part, boolean angular) {
        return between(first, second, part, angular, 1, Progress.NONE);
    }

    /** As {@link #between(ControlledOperator, ControlledOperator, Part, boolean)}, with so many threads where states are aligned. */
    public static double between(ControlledOperator first, ControlledOperator second, Part part, boolean angular, int threads, Progress progress) {
        if (first.state().rows() != second.state().rows() || first.control().columns() != second.control().columns()) {
            throw NullclineException.input("Systems of " + first.state().rows() + " states with " + first.control().columns() + " inputs and of "
                    + second.state().rows() + " states with " + second.control().columns() + " inputs cannot be aligned; fit all with the same rank and inputs.");
        }
        return switch (part) {
            case STATE -> {
                OperatorProcrustes.Alignment alignment = OperatorProcrustes.align(first.state(), second.state(),
                        OperatorProcrustes.patience(first.state().rows()), threads, progress);
                yield angular ? alignment.angular() : alignment.euclidean();
            }
            case CONTROL -> aligned(first.control(), second.control(), angular);
            case JOINT -> aligned(controllability(first.state(), first.control()), controllability(second.state(), second.control()), angular);
        };
    }

    /** [B, AB, AᵀB, …, Aⁿ⁻¹B, (Aᵀ)ⁿ⁻¹B]: state × (2n − 1) · inputs. */
    public static Matrix controllability(Matrix a, Matrix b) {
        int n = a.rows();
        int m = b.columns();
        Matrix k = new Matrix(n, (2 * n - 1) * m);
        Matrix forward = b;
        Matrix backward = b;
        put(k, 0, b);
        for (int power = 1; power < n; power++) {
            forward = a.times(forward);
            backward = a.transposeTimes(backward);
            put(k, (2 * power - 1) * m, forward);
            put(k, 2 * power * m, backward);
        }
        return k;
    }

    private static void put(Matrix k, int column, Matrix block) {
        for (int i = 0; i < block.rows(); i++) {
            System.arraycopy(block.data(), i * block.columns(), k.data(), i * k.columns() + column, block.columns());
        }
    }

    /** min over orthogonal C of ‖K₁ − C K₂‖, or the angle between K₁ and C K₂. */
    private static double aligned(Matrix k1, Matrix k2, boolean angular) {
        Matrix turned = Svd.of(k1.timesTranspose(k2)).polar().times(k2);
        if (!angular) {
            return k1.minus(turned).norm();
        }
        double n1 = k1.norm();
        double n2 = k2.norm();
        if (n1 == 0 || n2 == 0) {
            throw NullclineException.input("A system that its inputs do not move has no angle to another one; use the euclidean score.");
        }
        Matrix u1 = k1.times(1 / n1);
        Matrix u2 = turned.times(1 / n2);
        return 2 * Math.atan2(u1.minus(u2).norm(), u1.plus(u2).norm());
    }
}
