// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.internal;

import org.nullcline.api.step.Progress;

/** Lets a part of some work be cancelled with the whole without moving the whole's progress. */
public final class Quietly {

    private Quietly() {
    }

    /** A progress that says nothing and is cancelled with {@code whole}. */
    public static Progress within(Progress whole) {
        return new Progress() {
            @Override
            public boolean cancelled() {
                return whole.cancelled();
            }

            @Override
            public void check() {
                whole.check();
            }
        };
    }
}
