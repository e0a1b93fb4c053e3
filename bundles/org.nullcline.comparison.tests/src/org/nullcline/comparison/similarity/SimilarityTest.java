// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.similarity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nullcline.api.NullclineException;
import org.nullcline.comparison.Golden;
import org.nullcline.comparison.Samples;
import org.nullcline.comparison.similarity.AffineRegression.Average;
import org.nullcline.compute.linalg.Matrix;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

class SimilarityTest {

    private static final Matrix X = Golden.matrix("netrep/X.csv");
    private static final Matrix Y = Golden.matrix("netrep/Y.csv");
    private static final JsonObject GOLDEN = Golden.scalars("netrep");

    private static double golden(String name) {
        return GOLDEN.get(name).getAsDouble();
    }

    @Test
    void kernelAlignmentIsThatOfTheReference() {
        assertEquals(golden("linear_cka_XY"), KernelAlignment.linear(X, Y), 1e-12);
        assertEquals(golden("arccos_linear_cka_XY"), Math.acos(KernelAlignment.linear(X, Y)), 1e-12);
        assertEquals(golden("rbf_cka_median_XY"), KernelAlignment.gaussian(X, Y), 1e-12);
        assertThrows(NullclineException.class, () -> KernelAlignment.linear(X, new Matrix(X.rows(), 2)));
    }

    @Test
    void canonicalCorrelationsAreThoseOfTheReference() {
        assertEquals(golden("cca_mean_XY"), CanonicalCorrelation.of(X, Y).mean(), 1e-12);
        JsonObject svcca = GOLDEN.getAsJsonObject("svcca_0.99_XY");
        CanonicalCorrelation truncated = CanonicalCorrelation.between(X, Y, 0.99);
        assertEquals(svcca.get("mean").getAsDouble(), truncated.mean(), 1e-12);
        JsonArray correlations = svcca.getAsJsonArray("corrs");
        for (int i = 0; i < correlations.size(); i++) {
            assertEquals(correlations.get(i).getAsDouble(), truncated.correlations()[i], 1e-12);
        }
    }

    @Test
    void deficientRankCountsOnlyItsOwnDirections() {
        Matrix copied = new Matrix(X.rows(), 2 * X.columns());
        for (int i = 0; i < X.rows(); i++) {
            for (int j = 0; j < copied.columns(); j++) {
                copied.set(i, j, X.get(i, j % X.columns()));
            }
        }
        assertEquals(CanonicalCorrelation.of(X, Y).mean(), CanonicalCorrelation.of(copied, Y).mean(), 1e-10);
        double weighted = CanonicalCorrelation.of(X, Y).projectionWeighted();
        double[] all = CanonicalCorrelation.of(X, Y).correlations();
        assertTrue(weighted >= all[all.length - 1] && weighted <= all[0]);
        assertEquals(1, CanonicalCorrelation.of(X, X.times(Samples.normal(5, 5, 1))).projectionWeighted(), 1e-10);
    }

    /** SciPy 1.17: pdist with metric euclidean and correlation; numpy.corrcoef, spearmanr, cosine. */
    @ParameterizedTest
    @CsvSource({"euclidean,PEARSON,0.6356417963580279", "euclidean,SPEARMAN,0.6499910547063813", "euclidean,COSINE,0.9511053320438407",
        "correlation,PEARSON,0.692691537904874", "correlation,SPEARMAN,0.6975805224987095", "correlation,COSINE,0.9200342642536409"})
    void sixFormsOfRepresentationalSimilarityAreThoseOfSciPy(String dissimilarity, Correlation correlation, double expected) {
        boolean euclidean = dissimilarity.equals("euclidean");
        double[] x = euclidean ? DissimilarityMatrix.euclidean(X) : DissimilarityMatrix.correlation(X);
        double[] y = euclidean ? DissimilarityMatrix.euclidean(Y) : DissimilarityMatrix.correlation(Y);
        assertEquals(expected, correlation.of(x, y), 1e-12);
    }

    @Test
    void goldenRepresentationalSimilarity() {
        assertEquals(golden("rsa_euclidean_pearson_XY"), Correlation.PEARSON.of(DissimilarityMatrix.euclidean(X), DissimilarityMatrix.euclidean(Y)), 1e-12);
    }

    @Test
    void tiesShareTheirMeanRank() {
        assertArrayEquals(new double[] {2.5, 1, 4, 2.5}, Correlation.ranks(new double[] {3, 1, 7, 3}));
    }

    @Test
    void affineMapExplainsWhatTheReferenceSays() {
        assertEquals(golden("affine_r2_X_to_Y"), AffineRegression.r2(Y, AffineRegression.fit(X, Y).predict(X), Average.UNIFORM), 1e-12);
        Matrix map = Samples.normal(5, 3, 2);
        Matrix exact = X.times(map);
        for (int i = 0; i < exact.data().length; i++) {
            exact.data()[i] += i % 3;
        }
        AffineRegression fit = AffineRegression.fit(X, exact);
        assertEquals(0, fit.map().minus(map).maxAbs(), 1e-12);
        assertArrayEquals(new double[] {0, 1, 2}, fit.offset(), 1e-12);
        assertEquals(1, AffineRegression.r2(exact, fit.predict(X), Average.VARIANCE), 1e-12);
        assertEquals(-10, AffineRegression.r2(exact, exact.times(100), Average.UNIFORM), 0);
    }
}
