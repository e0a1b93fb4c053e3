// SPDX-License-Identifier: EPL-2.0
package org.nullcline.cli.input;

import java.util.ArrayList;
import java.util.List;

/** Short names of inputs for tables and figures: file names without folders, unless they would be the same. */
public final class Labels {

    private Labels() {
    }

    /** One label per input. */
    public static List<String> of(List<String> inputs) {
        List<String> labels = new ArrayList<>(inputs.stream().map(Labels::shorten).toList());
        for (int i = 0; i < labels.size(); i++) {
            String label = labels.get(i);
            if (labels.indexOf(label) != labels.lastIndexOf(label)) {
                return List.copyOf(inputs);
            }
        }
        return List.copyOf(labels);
    }

    private static String shorten(String input) {
        int end = input.indexOf('#') < 0 ? input.length() : input.indexOf('#');
        int slash = Math.max(input.lastIndexOf('/', end - 1), input.lastIndexOf('\\', end - 1));
        return input.startsWith("system:") || input.startsWith("model:") || input.contains("+") ? input : input.substring(slash + 1);
    }
}
