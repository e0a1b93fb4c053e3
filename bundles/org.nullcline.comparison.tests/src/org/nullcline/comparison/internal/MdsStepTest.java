// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.nullcline.api.value.Distances;
import org.nullcline.api.value.Embedding;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.testkit.BareContext;
import org.nullcline.testkit.PluginXml;

class MdsStepTest {

    private static final PluginXml CONTRIBUTIONS = PluginXml.onClassPath(MdsStepTest.class.getClassLoader());
    private static final List<String> NAMES = List.of("gru, seed=1", "lstm, seed=1", "gru, seed=2");

    private static Embedding map(Map<String, String> settings) {
        Value distances = Distances.builder(new double[][] {{0, 3, 4}, {3, 0, 5}, {4, 5, 0}}, NAMES, NAMES, "test", false).build();
        return Embedding.of(new BareContext(CONTRIBUTIONS, 5, 1, null).run("mds", Map.of("distances", BareContext.items(distances)), settings)
                .get("embedding"));
    }

    @Test
    void eachThingIsAConditionUnlessGroupsAreNamed() {
        assertEquals(NAMES, map(Map.of()).conditions());
        assertArrayEquals(new long[] {0, 1, 2}, map(Map.of()).condition());
    }

    @Test
    void groupsBecomeConditionsAndMoveNoPoint() {
        Embedding grouped = map(Map.of("groups", "^([a-z]+)"));
        assertEquals(List.of("gru", "lstm"), grouped.conditions());
        assertArrayEquals(new long[] {0, 1, 0}, grouped.condition());
        assertArrayEquals(NdArrays.doubles(map(Map.of()).points()), NdArrays.doubles(grouped.points()), 0);
    }
}
