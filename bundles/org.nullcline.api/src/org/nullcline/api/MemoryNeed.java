// SPDX-License-Identifier: EPL-2.0
package org.nullcline.api;

/** Says before work starts that it cannot be done with the memory of this process, for work that needs arrays as a whole. */
public final class MemoryNeed {

    /** The share of the memory that arrays may take; the rest is for everything else. */
    private static final double SHARE = 0.8;
    private static final double MEGABYTE = 1 << 20;

    private MemoryNeed() {
    }

    /**
     * Refuses work that does not fit.
     *
     * @param what begins the sentence, such as {@code "pca: the covariance of 40000 channels"}
     * @param bytes that are needed at the same time
     * @param advice ends the sentence, beginning with a verb: what to do besides giving more memory
     * @throws NullclineException of kind TASK naming the memory needed and the memory there is
     */
    public static void require(String what, double bytes, String advice) {
        require(what, bytes, Runtime.getRuntime().maxMemory(), advice);
    }

    /** As {@link #require(String, double, String)} with the bytes that the process may use. */
    public static void require(String what, double bytes, long available, String advice) {
        if (bytes > SHARE * available) {
            throw NullclineException.task(what + " needs about " + Math.round(Math.ceil(bytes / MEGABYTE)) + " MB at once, but this process may use "
                    + Math.round(available / MEGABYTE) + " MB; give it more with --memory, or " + advice + ".");
        }
    }
}
