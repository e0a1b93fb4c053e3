// SPDX-License-Identifier: EPL-2.0
package org.nullcline.nd4j;

/** A process of its own that starts the libraries twice and prints what came of it. */
final class StartProbe {
    private StartProbe() {
    }

    public static void main(String[] arguments) {
        for (var attempt = 0; attempt < 2; attempt++) {
            var state = NativeRuntime.start();
            System.out.println(state.available() + "|" + state.reason() + "|" + state.folder());
        }
    }
}
