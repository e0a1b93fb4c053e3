// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.kernel;

import java.util.Optional;

/**
 * Chooses the implementation of {@link Kernels}: vector instructions where the Java runtime offers them ({@code jdk.incubator.vector} with
 * vectors of at least 128 bits), otherwise plain Java. The system property {@code nullcline.kernels} with the value {@code vector} or
 * {@code plain} forces one. Results are the same bits either way.
 */
public final class KernelSets {

    /** The system property that forces an implementation. */
    public static final String PROPERTY = "nullcline.kernels";

    private KernelSets() {
    }

    /** Empty memory with the fastest arithmetic that this machine can do, or the one that {@value #PROPERTY} names. */
    public static Kernels create(Precision precision) {
        String wish = System.getProperty(PROPERTY, "");
        return switch (wish) {
            case "plain" -> plain(precision);
            case "vector" -> vector(precision).orElseThrow(() -> new IllegalStateException("Vector kernels were asked for with -D" + PROPERTY
                + "=vector, but this Java runtime has none; start it with --add-modules jdk.incubator.vector."));
            case "" -> vector(precision).orElseGet(() -> plain(precision));
            default -> throw new IllegalStateException("The system property " + PROPERTY + " may be \"vector\" or \"plain\", not \"" + wish + "\".");
        };
    }

    /** Empty memory with plain Java arithmetic. */
    public static Kernels plain(Precision precision) {
        return switch (precision) {
            case FLOAT -> new PlainFloatKernels();
            case DOUBLE -> new PlainDoubleKernels();
        };
    }

    /** Empty memory with vector instructions, if this runtime has them. */
    public static Optional<Kernels> vector(Precision precision) {
        if (!Vectors.AVAILABLE) {
            return Optional.empty();
        }
        return Optional.of(switch (precision) {
            case FLOAT -> new VectorFloatKernels();
            case DOUBLE -> new VectorDoubleKernels();
        });
    }

    /** Looked up once, when first needed. */
    private static final class Vectors {
        static final boolean AVAILABLE = available();

        private static boolean available() {
            try {
                Class.forName("jdk.incubator.vector.FloatVector", false, KernelSets.class.getClassLoader());
                return FloatVectorFunctions.S.length() >= 4 && FloatVectorFunctions.S.length() <= Kernels.LANES;
            } catch (ClassNotFoundException | LinkageError e) {
                // an optional module: plain kernels are the documented answer
                return false;
            }
        }
    }
}
