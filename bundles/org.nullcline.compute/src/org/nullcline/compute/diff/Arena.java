// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.diff;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import org.nullcline.compute.kernel.Kernels;
import org.nullcline.compute.kernel.Precision;

/** The memory of a tape: it only grows until it is reset, but places that were borrowed for a while are used again. */
final class Arena {

    /** Numbers that one tape can hold. */
    private static final long LIMIT = Integer.MAX_VALUE - 64;
    private static final int SMALL = 4096;

    /** Places of one size that are free. */
    private static final class Places {
        private int[] at = new int[16];
        private int count;

        void add(int place) {
            if (count == at.length) {
                at = Arrays.copyOf(at, 2 * count);
            }
            at[count++] = place;
        }

        int take() {
            return at[--count];
        }
    }

    private final Kernels kernels;
    /** Free places by size in units of {@link Kernels#LANES}. */
    private final Places[] small = new Places[SMALL];
    private final Map<Integer, Places> large = new HashMap<>();
    /** Large arrays begin 16 bytes behind a cache line: so the first element on the next line is this one. */
    private final int first;
    private int top;

    Arena(Kernels kernels) {
        this.kernels = kernels;
        first = kernels.precision() == Precision.FLOAT ? 12 : 6;
        top = first;
    }

    void reset() {
        top = first;
        for (Places places : small) {
            if (places != null) {
                places.count = 0;
            }
        }
        large.clear();
    }

    /** Elements that are taken, those given back included. */
    int size() {
        return top;
    }

    /** A new place until the next reset; its content is undefined. */
    int allocate(int elements) {
        int at = top;
        long end = (long) top + Kernels.stride(elements);
        if (end > LIMIT) {
            throw new IllegalStateException("One shard needs more than " + LIMIT + " numbers; use fewer trials per shard or shorter sequences.");
        }
        if (end > kernels.capacity()) {
            kernels.reserve((int) Math.min(LIMIT, Math.max(end + end / 2, 1 << 16)));
        }
        top = (int) end;
        return at;
    }

    /** A place that is given back later; its content is undefined. */
    int borrow(int elements) {
        Places places = places(elements);
        return places.count == 0 ? allocate(elements) : places.take();
    }

    void giveBack(int at, int elements) {
        places(elements).add(at);
    }

    private Places places(int elements) {
        int size = Kernels.stride(elements) / Kernels.LANES;
        if (size >= SMALL) {
            return large.computeIfAbsent(size, s -> new Places());
        }
        if (small[size] == null) {
            small[size] = new Places();
        }
        return small[size];
    }
}
