// SPDX-License-Identifier: EPL-2.0
package org.nullcline.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.nullcline.api.contribution.Descriptor;

/** Collects findings about one contribution. */
final class Checks {

    private final Descriptor descriptor;
    private final List<Finding> findings = new ArrayList<>();

    Checks(Descriptor descriptor) {
        this.descriptor = descriptor;
    }

    /** A part of a check; what it throws is a failure. */
    interface Work {

        void run() throws Exception;
    }

    List<Finding> findings() {
        return findings;
    }

    void record(String property, boolean passed, String detail) {
        findings.add(new Finding(descriptor.id(), property, passed, detail));
    }

    /** Records that a deviation is small enough. */
    void deviation(String property, double deviation, double allowed) {
        record(property, deviation <= allowed, String.format(Locale.ROOT, "largest deviation %.3g, allowed %.3g", deviation, allowed));
    }

    /** Runs work that must not throw. */
    void attempt(String property, Work work) {
        try {
            work.run();
        } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
            record(property, false, "it throws " + e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }
}
