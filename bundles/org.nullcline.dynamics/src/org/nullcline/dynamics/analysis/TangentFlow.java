// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.analysis;

import org.nullcline.api.NullclineException;
import org.nullcline.api.dynamics.DynamicalSystem;
import org.nullcline.api.dynamics.Update;
import org.nullcline.compute.random.RandomStream;
import org.nullcline.dynamics.internal.LuDecomposition;

/**
 * A state with n orthonormal tangent vectors, advanced together: x' = f(x), Φ' = J(x)Φ for a flow, x ↦ f(x), Φ ↦ J(x)Φ for a map. The columns
 * of Φ are orthonormalised after every step by modified Gram–Schmidt with one reorthogonalisation. Not safe for several threads.
 */
final class TangentFlow {

    private final DynamicalSystem system;
    private final int n;
    private final boolean map;
    private final double[] x;
    /** Φ, row-major: row i is coordinate i, column j is tangent vector j. */
    private final double[] phi;
    private final double[] growth;
    private final double[] jacobian;
    private final double[][] kx = new double[4][];
    private final double[][] kPhi = new double[4][];
    private final double[] stageX;
    private final double[] stagePhi;
    private final LuDecomposition lu;

    TangentFlow(DynamicalSystem system, double[] start, RandomStream random) {
        this.system = system;
        n = system.dimension();
        if (start.length != n) {
            throw NullclineException.invalid("The start has " + start.length + " coordinates but the system has " + n + " state variables.");
        }
        map = system.update() == Update.NEXT_STATE;
        x = start.clone();
        phi = random.normals(n * n);
        growth = new double[n];
        jacobian = new double[n * n];
        stageX = new double[n];
        stagePhi = new double[n * n];
        for (int s = 0; s < 4; s++) {
            kx[s] = new double[n];
            kPhi[s] = new double[n * n];
        }
        lu = new LuDecomposition(n);
        orthonormalise();
    }

    int dimension() {
        return n;
    }

    double[] state() {
        return x.clone();
    }

    /** log Rᵢᵢ of the last step. */
    double growth(int i) {
        return growth[i];
    }

    /** Rate of volume change at the present state: trace J for a flow, log |det J| for a map. */
    double divergence() {
        system.jacobian(x, jacobian);
        if (map) {
            lu.decompose(jacobian);
            return lu.logAbsoluteDeterminant();
        }
        double trace = 0;
        for (int i = 0; i < n; i++) {
            trace += jacobian[i * n + i];
        }
        return trace;
    }

    void requireFinite() {
        for (double value : x) {
            if (!Double.isFinite(value)) {
                throw NullclineException.task("The trajectory left the finite numbers while Lyapunov exponents were computed; use a smaller step, another"
                        + " start, or check that the system stays bounded.");
            }
        }
    }

    void advance(double h) {
        if (map) {
            system.jacobian(x, jacobian);
            multiply(phi, stagePhi);
            System.arraycopy(stagePhi, 0, phi, 0, n * n);
            system.evaluate(x, stageX);
            System.arraycopy(stageX, 0, x, 0, n);
        } else {
            rungeKutta(h);
        }
        orthonormalise();
    }

    private void rungeKutta(double h) {
        slopes(x, phi, 0);
        stage(h / 2, 0);
        slopes(stageX, stagePhi, 1);
        stage(h / 2, 1);
        slopes(stageX, stagePhi, 2);
        stage(h, 2);
        slopes(stageX, stagePhi, 3);
        combine(x, kx, h);
        combine(phi, kPhi, h);
    }

    private void slopes(double[] state, double[] tangents, int s) {
        system.evaluate(state, kx[s]);
        system.jacobian(state, jacobian);
        multiply(tangents, kPhi[s]);
    }

    private void stage(double h, int s) {
        for (int i = 0; i < n; i++) {
            stageX[i] = x[i] + h * kx[s][i];
        }
        for (int i = 0; i < n * n; i++) {
            stagePhi[i] = phi[i] + h * kPhi[s][i];
        }
    }

    private static void combine(double[] y, double[][] k, double h) {
        for (int i = 0; i < y.length; i++) {
            y[i] += h / 6 * (k[0][i] + 2 * k[1][i] + 2 * k[2][i] + k[3][i]);
        }
    }

    private void multiply(double[] tangents, double[] result) {
        for (int i = 0; i < n; i++) {
            int row = i * n;
            for (int j = 0; j < n; j++) {
                result[row + j] = 0;
            }
            for (int k = 0; k < n; k++) {
                double a = jacobian[row + k];
                for (int j = 0; j < n; j++) {
                    result[row + j] += a * tangents[k * n + j];
                }
            }
        }
    }

    private void orthonormalise() {
        for (int j = 0; j < n; j++) {
            double before = length(j);
            project(j);
            // A second pass restores orthogonality where the vector was almost contained in the span of the others.
            if (length(j) < 0.5 * before) {
                project(j);
            }
            double length = length(j);
            growth[j] = Math.log(length);
            for (int i = 0; i < n; i++) {
                phi[i * n + j] /= length;
            }
        }
    }

    private void project(int j) {
        for (int k = 0; k < j; k++) {
            double dot = 0;
            for (int i = 0; i < n; i++) {
                dot += phi[i * n + k] * phi[i * n + j];
            }
            for (int i = 0; i < n; i++) {
                phi[i * n + j] -= dot * phi[i * n + k];
            }
        }
    }

    private double length(int j) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += phi[i * n + j] * phi[i * n + j];
        }
        return Math.sqrt(sum);
    }
}
