// SPDX-License-Identifier: EPL-2.0
package org.nullcline.examples.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.nullcline.api.NullclineException;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.value.Recording;
import org.nullcline.api.value.Signal;
import org.nullcline.api.value.Trials;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.testkit.ConformanceKit;
import org.nullcline.testkit.PluginXml;

class ExamplePluginTest {

    private final PluginXml plugin = PluginXml.onClassPath(getClass().getClassLoader());

    @Test
    void everyContributionKeepsWhatItDeclares() {
        new ConformanceKit(plugin).require("gated-flow", "ralston", "mean-activity");
    }

    @Test
    void distanceOfMeansIsEuclidean() {
        MeanActivityDistance metric = new MeanActivityDistance();
        Value a = metric.prepare(recording(new double[] {0, 1, 2, 3}, 2), Parameters.none(), null);
        Value b = metric.prepare(recording(new double[] {4, 6}, 1), Parameters.none(), null);
        assertEquals(5, metric.compare(a, b, Parameters.none()), 1e-12, "means (1, 2) and (4, 6)");
    }

    @Test
    void recordingsOfOtherChannelsAreRefusedWithASentence() {
        MeanActivityDistance metric = new MeanActivityDistance();
        Value two = metric.prepare(recording(new double[] {1, 2}, 1), Parameters.none(), null);
        Value three = metric.prepare(recording(new double[] {1, 2, 3}, 1), Parameters.none(), null);
        String sentence = assertThrows(NullclineException.class, () -> metric.compare(two, three, Parameters.none())).getMessage();
        assertTrue(sentence.contains("2 and 3 channels"), sentence);
    }

    private static Value recording(double[] values, int bins) {
        return Recording.builder(NdArrays.of(values, bins, values.length / bins), Trials.equal(1, bins), Signal.CONTINUOUS, 0.1).build();
    }
}
