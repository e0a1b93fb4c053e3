// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nullcline.api.NullclineException;
import org.nullcline.comparison.Golden;
import org.nullcline.comparison.Samples;
import org.nullcline.comparison.shape.ShapeDistance.Alignment;
import org.nullcline.comparison.similarity.CanonicalCorrelation;
import org.nullcline.compute.linalg.Matrix;

class ShapeDistanceTest {

    private static final Matrix X = Golden.matrix("netrep/X.csv");
    private static final Matrix Y = Golden.matrix("netrep/Y.csv");

    private static double distance(Alignment alignment, boolean angular, double alpha, Matrix x, Matrix y) {
        ShapeDistance distance = new ShapeDistance(alignment, angular, alpha, true);
        return distance.between(distance.prepare(x), distance.prepare(y));
    }

    @ParameterizedTest
    @CsvSource({"1.0,linear_angular_alpha1.0_centerTrue_XY,true", "0.5,linear_angular_alpha0.5_centerTrue_XY,true",
        "0.0,linear_angular_alpha0.0_centerTrue_XY,true", "1.0,linear_euclidean_alpha1.0_centerTrue_XY,false"})
    void orthogonalDistancesAreThoseOfTheReference(double alpha, String golden, boolean angular) {
        assertEquals(Golden.scalars("netrep").get(golden).getAsDouble(), distance(Alignment.ORTHOGONAL, angular, alpha, X, Y), 1e-9);
    }

    @Test
    void permutationDistanceIsThatOfTheReference() {
        assertEquals(Golden.scalars("netrep").get("perm_angular_XY").getAsDouble(), distance(Alignment.PERMUTATION, true, 1, X, Y), 1e-9);
    }

    /** Fully whitened, the cosine of the angle is the mean canonical correlation. */
    @Test
    void whitenedAngleBelongsToTheMeanCanonicalCorrelation() {
        assertEquals(CanonicalCorrelation.of(X, Y).mean(), Math.cos(distance(Alignment.ORTHOGONAL, true, 0, X, Y)), 1e-9);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.25, 0.5, 0.75, 1})
    void rotatedAndShiftedCopiesHaveZeroDistance(double alpha) {
        for (int determinant = -1; determinant <= 1; determinant += 2) {
            Matrix moved = X.times(Samples.orthogonal(5, determinant, 3));
            for (int i = 0; i < moved.data().length; i++) {
                moved.data()[i] += i % 5;
            }
            assertEquals(0, distance(Alignment.ORTHOGONAL, true, alpha, X, moved), 1e-7);
            assertEquals(0, distance(Alignment.ORTHOGONAL, false, alpha, X, moved), 1e-6);
        }
        assertTrue(distance(Alignment.PERMUTATION, true, 1, X, X.times(Samples.orthogonal(5, 1, 3))) > 0.1);
    }

    @Test
    void silentNeuronsDoNotChangeTheOrthogonalDistance() {
        Matrix wide = ShapeDistance.padded(Y, 8);
        assertEquals(distance(Alignment.ORTHOGONAL, true, 1, X, Y), distance(Alignment.ORTHOGONAL, true, 1, X, wide), 1e-12);
    }

    @Test
    void shapesThatCannotBeComparedAreRefused() {
        assertThrows(NullclineException.class, () -> distance(Alignment.ORTHOGONAL, true, 1, X, Y.rows(0, 7)));
        assertThrows(NullclineException.class, () -> distance(Alignment.ORTHOGONAL, true, 1, X, new Matrix(X.rows(), 3)));
        assertThrows(NullclineException.class, () -> new ShapeDistance(Alignment.ORTHOGONAL, true, 1.5, true));
    }
}
