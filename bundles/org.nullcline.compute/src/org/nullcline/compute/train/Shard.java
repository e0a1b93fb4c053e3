// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.train;

/**
 * A part of a batch that one thread works on.
 *
 * @param trials    indices of its trials in the data set
 * @param index     its place among the shards of the batch, from 0
 * @param batchSize trials of the whole batch
 */
public record Shard(int[] trials, int index, int batchSize) {

    /** Its part of the batch, 0 … 1. */
    public double fraction() {
        return (double) trials.length / batchSize;
    }
}
