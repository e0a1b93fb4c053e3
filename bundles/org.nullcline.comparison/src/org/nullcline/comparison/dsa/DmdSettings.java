// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.dsa;

import org.nullcline.api.NullclineException;

/**
 * How an operator is fitted.
 *
 * @param embedding the delay embedding
 * @param rank how many singular directions are kept
 * @param ridge λ of the ridge regression in whitened coordinates, not negative
 * @param method which regression
 * @param stepsAhead time bins between a row and the row that it predicts, at least 1
 * @param route how the singular vectors are computed
 */
public record DmdSettings(DelayEmbedding embedding, RankRule rank, double ridge, Method method, int stepsAhead, Route route) {

    /** Which regression. */
    public enum Method {
        /** Principal-component regression in eigen-time-delay coordinates (HAVOK). */
        PCR,
        /** Reduced-rank regression on all coordinates. */
        RRR
    }

    /** How the singular vectors of the embedding are computed. */
    public enum Route {
        /** By the covariance where that is much faster and accurate enough, otherwise by singular value decomposition. */
        AUTO,
        /** By singular value decomposition of the embedding. */
        EXACT,
        /** By the covariance of the embedding, whatever its conditioning. */
        COVARIANCE
    }

    /** Checks the numbers. */
    public DmdSettings {
        if (!(ridge >= 0)) {
            throw NullclineException.invalid("The ridge must not be negative, but is " + ridge + ".");
        }
        if (stepsAhead < 1) {
            throw NullclineException.invalid("An operator must look at least one step ahead, not " + stepsAhead + ".");
        }
    }

    /** Principal-component regression one step ahead without ridge. */
    public static DmdSettings of(int delays, int interval, RankRule rank) {
        return new DmdSettings(new DelayEmbedding(delays, interval), rank, 0, Method.PCR, 1, Route.AUTO);
    }

    /** The same with another route. */
    public DmdSettings withRoute(Route other) {
        return new DmdSettings(embedding, rank, ridge, method, stepsAhead, other);
    }

    /** The same with another method. */
    public DmdSettings withMethod(Method other) {
        return new DmdSettings(embedding, rank, ridge, other, stepsAhead, route);
    }
}
