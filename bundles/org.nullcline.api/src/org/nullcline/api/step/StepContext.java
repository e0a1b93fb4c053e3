// SPDX-License-Identifier: EPL-2.0
package org.nullcline.api.step;

import java.nio.file.Path;

import org.nullcline.api.contribution.Contributions;

/** What a step may use besides its inputs and parameters. */
public interface StepContext {

    /** Progress, live curves, cancellation. */
    Progress progress();

    /** The seed of this task, a function of the experiment's root seed and the task's key; feed it to counter-based random streams. */
    long seed();

    /** Number of threads to use; results must not depend on it. */
    int threads();

    /** A folder of this task that survives a kill: checkpoints written here (atomically) let the next attempt go on. */
    Path checkpoints();

    /** The installed contributions, to instantiate those that a parameter chooses. */
    Contributions contributions();

    /** What metrics made of values before. */
    default PreparedValues prepared() {
        return PreparedValues.NONE;
    }
}
