// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.dsa;

/** How many singular directions of the delay embedding an operator keeps. */
public sealed interface RankRule {

    /** The rank for the given singular values (descending): at least 1, at most their number. */
    int choose(double[] singularValues);

    /** A sentence's end for titles and remarks. */
    String text();

    /** Keeps everything. */
    record All() implements RankRule {

        @Override
        public int choose(double[] singularValues) {
            return singularValues.length;
        }

        @Override
        public String text() {
            return "full rank";
        }
    }

    /**
     * Keeps a given number.
     *
     * @param rank at least 1
     */
    record Fixed(int rank) implements RankRule {

        @Override
        public int choose(double[] singularValues) {
            return Math.min(rank, singularValues.length);
        }

        @Override
        public String text() {
            return "rank " + rank;
        }
    }

    /**
     * Keeps the singular values above a threshold.
     *
     * @param threshold in the units of the data times the square root of the number of rows
     */
    record Above(double threshold) implements RankRule {

        @Override
        public int choose(double[] singularValues) {
            int rank = 0;
            while (rank < singularValues.length && singularValues[rank] > threshold) {
                rank++;
            }
            return Math.max(1, rank);
        }

        @Override
        public String text() {
            return "singular values above " + threshold;
        }
    }

    /**
     * Keeps the fewest directions that explain a fraction of the sum of squares.
     *
     * @param fraction between 0 and 1
     */
    record Explaining(double fraction) implements RankRule {

        @Override
        public int choose(double[] singularValues) {
            double total = 0;
            for (double s : singularValues) {
                total += s * s;
            }
            double sum = 0;
            int rank = 0;
            while (rank < singularValues.length) {
                double s = singularValues[rank++];
                sum += s * s;
                if (sum / total >= fraction) {
                    break;
                }
            }
            return rank;
        }

        @Override
        public String text() {
            return fraction + " of the variance";
        }
    }
}
