// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.dsa;

import org.nullcline.api.NullclineException;
import org.nullcline.compute.linalg.Matrix;
import org.nullcline.compute.transport.Wasserstein;

/**
 * The Wasserstein distance between spectra as sets of points in the complex plane with uniform masses, solved exactly. It is the same for all
 * operators that are similar, also by changes of coordinates that are not orthogonal.
 *
 * @param order 1 for W₁, 2 for W₂
 * @param squared whether the power W^order is reported instead of the distance
 * @param padded whether the smaller spectrum is filled up with zeros; otherwise all masses of a spectrum of n points are 1/n
 */
public record SpectrumDistance(int order, boolean squared, boolean padded) {

    /** Checks the order. */
    public SpectrumDistance {
        if (order < 1) {
            throw NullclineException.invalid("The order of a Wasserstein distance must be at least 1, not " + order + ".");
        }
    }

    /**
     * Compares two spectra.
     *
     * @param first eigenvalues × 2 (real and imaginary parts)
     * @param second eigenvalues × 2
     */
    public double between(Matrix first, Matrix second) {
        if (first.rows() == 0 || second.rows() == 0) {
            throw NullclineException.input("An empty spectrum cannot be compared.");
        }
        int size = padded ? Math.max(first.rows(), second.rows()) : 0;
        double distance = Wasserstein.distance(padded(first, size), padded(second, size), order);
        return squared ? Math.pow(distance, order) : distance;
    }

    private static Matrix padded(Matrix spectrum, int size) {
        if (spectrum.rows() >= size) {
            return spectrum;
        }
        Matrix filled = new Matrix(size, 2);
        System.arraycopy(spectrum.data(), 0, filled.data(), 0, spectrum.data().length);
        return filled;
    }
}
