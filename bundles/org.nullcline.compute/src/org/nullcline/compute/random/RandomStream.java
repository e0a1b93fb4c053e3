// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.random;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * A stream of random numbers that is fully determined by (seed, purpose, indices): the same bytes on every machine, whatever the number of
 * threads or the order in which streams are used.
 *
 * <p>A stream is addressed, not passed around: {@code RandomStream.of(seed).child("dropout", epoch, shard)} is always the same stream.
 * Children depend on the address of their parent only, never on how much was drawn from it. One stream belongs to one thread.
 *
 * <p>The address is hashed (SHA-256) to 128 bits: the 64-bit key of {@link Philox} and the upper half of its counter; the lower half counts
 * the blocks of the stream.
 */
public final class RandomStream {

    private static final double UNIT = 0x1p-53;

    private final byte[] address;
    private final int k0;
    private final int k1;
    private final int c2;
    private final int c3;
    private final int[] block = new int[4];
    private long next;
    private int left;

    private RandomStream(byte[] address) {
        this.address = address;
        ByteBuffer words = ByteBuffer.wrap(address);
        k0 = words.getInt();
        k1 = words.getInt();
        c2 = words.getInt();
        c3 = words.getInt();
    }

    /** The root stream of a seed. */
    public static RandomStream of(long seed) {
        return new RandomStream(hash(new byte[0], "nullcline", seed));
    }

    /** The stream for a purpose within this one, from its beginning. Different purposes or indices give independent streams. */
    public RandomStream child(String purpose, long... indices) {
        return new RandomStream(hash(address, purpose, indices));
    }

    private static byte[] hash(byte[] parent, String purpose, long... indices) {
        byte[] name = purpose.getBytes(StandardCharsets.UTF_8);
        ByteBuffer message = ByteBuffer.allocate(parent.length + Integer.BYTES + name.length + Long.BYTES * indices.length);
        message.put(parent).putInt(name.length).put(name);
        for (long index : indices) {
            message.putLong(index);
        }
        try {
            return MessageDigest.getInstance("SHA-256").digest(message.array());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java runtime lacks SHA-256, which every Java platform must have.", e);
        }
    }

    /** 32 random bits. */
    public int nextInt() {
        if (left == 0) {
            Philox.block((int) next, (int) (next >>> 32), c2, c3, k0, k1, block);
            next++;
            left = 4;
        }
        return block[4 - left--];
    }

    /** 64 random bits. */
    public long nextLong() {
        return (long) nextInt() << 32 | nextInt() & 0xFFFFFFFFL;
    }

    /** Uniform in [0, 1) with 53 random bits. */
    public double uniform() {
        return (nextLong() >>> 11) * UNIT;
    }

    /** Uniform in [low, high). */
    public double uniform(double low, double high) {
        return low + (high - low) * uniform();
    }

    /** Uniform in (0, 1), symmetric around ½. */
    private double open() {
        return ((nextLong() >>> 11) + 0.5) * UNIT;
    }

    /** Standard normal, by inversion of the distribution function. */
    public double normal() {
        return Distributions.normalQuantile(open());
    }

    /** Exponential with mean 1. */
    public double exponential() {
        return -StrictMath.log(open());
    }

    /** Poisson with the given mean ≥ 0, exactly distributed for every mean. */
    public long poisson(double mean) {
        return Distributions.poisson(this, mean);
    }

    /** Uniform in 0 … bound − 1, without bias. */
    public int below(int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("A random index needs a positive bound, not " + bound + ".");
        }
        long product = (nextInt() & 0xFFFFFFFFL) * bound;
        if ((product & 0xFFFFFFFFL) < bound) {
            long threshold = (0x100000000L - bound) % bound;
            while ((product & 0xFFFFFFFFL) < threshold) {
                product = (nextInt() & 0xFFFFFFFFL) * bound;
            }
        }
        return (int) (product >>> 32);
    }

    /** 0 … n − 1 in random order. */
    public int[] permutation(int n) {
        return choice(n, n);
    }

    /** {@code count} different members of 0 … n − 1 in random order. */
    public int[] choice(int n, int count) {
        if (count < 0 || count > n) {
            throw new IllegalArgumentException("Cannot choose " + count + " of " + n + " without repetition.");
        }
        int[] order = new int[n];
        Arrays.setAll(order, i -> i);
        for (int i = 0; i < count; i++) {
            int j = i + below(n - i);
            int swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
        return count == n ? order : Arrays.copyOf(order, count);
    }

    /** {@code n} numbers, uniform in [low, high). */
    public double[] uniforms(int n, double low, double high) {
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = uniform(low, high);
        }
        return values;
    }

    /** {@code n} standard normal numbers. */
    public double[] normals(int n) {
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = normal();
        }
        return values;
    }
}
