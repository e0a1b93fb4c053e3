// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.geometry;

/** The k nearest candidates seen so far, sorted by distance and then by index, so that ties never depend on the order of the search. */
final class NearestQueue {

    private final int[] index;
    private final double[] squared;
    private int size;

    NearestQueue(int k) {
        index = new int[k];
        squared = new double[k];
    }

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    int index(int rank) {
        return index[rank];
    }

    double squared(int rank) {
        return squared[rank];
    }

    /** Candidates farther than this cannot enter. */
    double bound() {
        return size < index.length ? Double.POSITIVE_INFINITY : squared[size - 1];
    }

    void offer(int candidate, double distance) {
        if (size == index.length) {
            double worst = squared[size - 1];
            if (distance > worst || distance == worst && candidate > index[size - 1]) {
                return;
            }
            size--;
        }
        int at = size++;
        while (at > 0 && (squared[at - 1] > distance || squared[at - 1] == distance && index[at - 1] > candidate)) {
            squared[at] = squared[at - 1];
            index[at] = index[at - 1];
            at--;
        }
        squared[at] = distance;
        index[at] = candidate;
    }
}
