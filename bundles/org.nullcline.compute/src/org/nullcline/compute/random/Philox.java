// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.random;

/**
 * The counter-based generator Philox4x32-10 (Salmon, Moraes, Dror and Shaw 2011, "Parallel random numbers: as easy as 1, 2, 3",
 * doi 10.1145/2063384.2063405): a bijection of a 128-bit counter under a 64-bit key.
 */
public final class Philox {

    private static final long M0 = 0xD2511F53L;
    private static final long M1 = 0xCD9E8D57L;
    private static final int W0 = 0x9E3779B9;
    private static final int W1 = 0xBB67AE85;
    private static final int ROUNDS = 10;

    private Philox() {
    }

    /**
     * Encrypts one counter.
     *
     * @param c0 least significant word of the counter
     * @param c3 most significant word of the counter
     * @param k0 least significant word of the key
     * @param out receives four words
     */
    public static void block(int c0, int c1, int c2, int c3, int k0, int k1, int[] out) {
        int x0 = c0;
        int x1 = c1;
        int x2 = c2;
        int x3 = c3;
        int a = k0;
        int b = k1;
        for (int round = 0; round < ROUNDS; round++) {
            long p0 = M0 * (x0 & 0xFFFFFFFFL);
            long p1 = M1 * (x2 & 0xFFFFFFFFL);
            x0 = (int) (p1 >>> 32) ^ x1 ^ a;
            x1 = (int) p1;
            x2 = (int) (p0 >>> 32) ^ x3 ^ b;
            x3 = (int) p0;
            a += W0;
            b += W1;
        }
        out[0] = x0;
        out[1] = x1;
        out[2] = x2;
        out[3] = x3;
    }
}
