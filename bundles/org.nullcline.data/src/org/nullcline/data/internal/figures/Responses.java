// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.figures;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

import org.nullcline.api.value.Recording;
import org.nullcline.compute.array.NdArrays;

/**
 * Peristimulus averages: mean activity by label, time bin and channel, over the trials that last that long.
 *
 * @param bins bins that at least half of the trials have
 * @param channels number of channels
 * @param counts trials, by label and bin
 * @param sums by label and [bin × channel]
 * @param squares the same of squares
 */
record Responses(int bins, int channels, int[][] counts, double[][] sums, double[][] squares) {

    private static final int MOST_BINS = 1000;

    static Responses of(Recording recording, int labels) {
        int[] lengths = IntStream.range(0, recording.trials().count()).map(recording.trials()::length).sorted().toArray();
        int bins = Math.min(MOST_BINS, lengths[lengths.length / 2]);
        int channels = recording.channels();
        Responses responses = new Responses(bins, channels, new int[labels][bins], new double[labels][bins * channels], new double[labels][bins * channels]);
        int[] label = recording.labels();
        for (int trial = 0; trial < label.length; trial++) {
            if (label[trial] >= 0 && label[trial] < labels) {
                responses.add(label[trial], NdArrays.doubles(recording.activity(trial)));
            }
        }
        return responses;
    }

    private void add(int label, double[] activity) {
        int length = Math.min(bins, activity.length / channels);
        for (int t = 0; t < length; t++) {
            counts[label][t]++;
            for (int c = 0; c < channels; c++) {
                double v = activity[t * channels + c];
                sums[label][t * channels + c] += v;
                squares[label][t * channels + c] += v * v;
            }
        }
    }

    /** Mean over trials for each bin, NaN where there is none. */
    double[] mean(int label, int channel) {
        return IntStream.range(0, bins).mapToDouble(t -> sums[label][t * channels + channel] / counts[label][t]).toArray();
    }

    /** Standard error of the mean for each bin. */
    double[] error(int label, int channel) {
        return IntStream.range(0, bins).mapToDouble(t -> {
            int n = counts[label][t];
            double mean = sums[label][t * channels + channel] / n;
            double variance = Math.max(0, squares[label][t * channels + channel] / n - mean * mean);
            return n < 2 ? 0 : Math.sqrt(variance / (n - 1));
        }).toArray();
    }

    /** The channels whose mean responses differ most between labels, relative to their size; the most different first. */
    int[] mostSelective(int count) {
        double[] selectivity = new double[channels];
        for (int c = 0; c < channels; c++) {
            double spread = 0;
            double size = 0;
            for (int t = 0; t < bins; t++) {
                int at = t;
                int channel = c;
                double[] means = IntStream.range(0, counts.length).filter(l -> counts[l][at] > 0)
                        .mapToDouble(l -> sums[l][at * channels + channel] / counts[l][at]).toArray();
                double mean = Arrays.stream(means).average().orElse(0);
                spread += Arrays.stream(means).map(m -> (m - mean) * (m - mean)).sum();
                size += Arrays.stream(means).map(Math::abs).sum();
            }
            selectivity[c] = size == 0 ? 0 : spread / size;
        }
        return IntStream.range(0, channels).boxed().sorted(Comparator.comparingDouble((Integer c) -> -selectivity[c])).limit(count)
                .mapToInt(Integer::intValue).toArray();
    }
}
