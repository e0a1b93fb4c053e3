// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.linalg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatrixTest {

    @ParameterizedTest
    @CsvSource({"3,4,5", "17,19,23", "60,50,40", "1,200,1", "200,1,3"})
    void allFourProductsAgreeWithTheDefinition(int m, int k, int n) {
        Matrix a = Numbers.matrix(m, k, 1);
        Matrix b = Numbers.matrix(k, n, 2);
        Matrix expected = new Matrix(m, n);
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                double sum = 0;
                for (int l = 0; l < k; l++) {
                    sum += a.get(i, l) * b.get(l, j);
                }
                expected.set(i, j, sum);
            }
        }
        double rounding = 1e-15 * k * 4;
        assertEquals(0, Numbers.distance(expected, a.times(b)), rounding);
        assertEquals(0, Numbers.distance(expected, a.transpose().transposeTimes(b)), rounding);
        assertEquals(0, Numbers.distance(expected, a.timesTranspose(b.transpose())), rounding);
        assertEquals(0, Numbers.distance(a.transpose().times(a), a.gram()), rounding + 1e-15 * m * 4);
    }

    @Test
    void arrayConversionKeepsRowsAndColumns() {
        Matrix a = Numbers.matrix(3, 5, 4);
        assertEquals(a, Matrix.of(a.toArray()));
        assertEquals(a, Matrix.of(a.toArray().transpose()).transpose());
        assertEquals(a, Matrix.of(a.toRows()));
        assertArrayEquals(a.column(2), a.transpose().row(2));
        assertEquals(a.columns(1, 4), a.transpose().rows(1, 4).transpose());
    }

    @Test
    void centredColumnsSumToZeroAndNormIsTheRootOfTheSquares() {
        Matrix centred = Numbers.matrix(7, 3, 5).centreColumns();
        for (double mean : centred.columnMeans()) {
            assertEquals(0, mean, 1e-16);
        }
        assertEquals(5, Matrix.of(new double[][] {{3, 0}, {0, 4}}).norm(), 1e-15);
        assertEquals(5e200, Matrix.of(new double[][] {{3e200, 4e200}}).norm(), 1e186);
    }

    @Test
    void sizesThatDoNotFitAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Numbers.matrix(2, 3, 0).times(Numbers.matrix(2, 3, 0)));
        assertThrows(IllegalArgumentException.class, () -> Numbers.matrix(2, 3, 0).plus(Numbers.matrix(3, 2, 0)));
        assertThrows(IllegalArgumentException.class, () -> new Matrix(2, 2, new double[3]));
    }
}
