// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.train;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.nullcline.compute.diff.Tape;

/** Adds the results of shards in their order, however they arrive; holds back only those that came too early. */
final class ShardSum {

    /** The weighted result of one shard; the gradient is null if it was not asked for. */
    record Part(double fraction, double loss, double[] gradient, Map<String, Double> reports, List<Tape.Observation> observations) {
    }

    private final Part[] parts;
    private final double[] gradient;
    private final Map<String, Double> reports = new TreeMap<>();
    private double loss;
    private int added;
    private int failedShard = Integer.MAX_VALUE;
    private Throwable failure;

    ShardSum(int shards, int weights, boolean withGradient) {
        parts = new Part[shards];
        gradient = new double[withGradient ? weights : 0];
    }

    synchronized void add(int shard, Part part) {
        parts[shard] = part;
        while (added < parts.length && parts[added] != null) {
            Part next = parts[added];
            loss += next.loss();
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] += next.gradient()[i];
            }
            next.reports().forEach((name, value) -> reports.merge(name, next.fraction() * value, Double::sum));
            parts[added] = new Part(next.fraction(), next.loss(), null, Map.of(), next.observations());
            added++;
        }
    }

    /** Keeps the failure of the earliest shard. */
    synchronized void fail(int shard, Throwable cause) {
        if (shard < failedShard) {
            failedShard = shard;
            failure = cause;
        }
    }

    synchronized boolean failed() {
        return failure != null;
    }

    /** Throws what a shard threw. */
    synchronized void throwFailure() {
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
    }

    double loss() {
        return loss;
    }

    double[] gradient() {
        return gradient;
    }

    Map<String, Double> reports() {
        return reports;
    }

    List<Part> parts() {
        return List.of(parts);
    }
}
