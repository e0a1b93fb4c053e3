// SPDX-License-Identifier: EPL-2.0
package org.nullcline.api.benchmark;

import java.util.List;

/**
 * A set of cases whose speed can be measured, as an extension. A benchmark measures what users get: the same code, sizes as in the papers, and
 * inputs that it makes itself from fixed seeds.
 */
public interface Benchmark {

    /** The cases, in the order of the report. Cheap: what a case needs is made when it is prepared. */
    List<BenchmarkCase> cases();
}
