// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nullcline.api.contribution.Descriptor;
import org.nullcline.api.contribution.ExtensionPoint;
import org.nullcline.testkit.ConformanceKit;
import org.nullcline.testkit.Finding;
import org.nullcline.testkit.PluginXml;

/** Everything that this room declares in its plugin.xml is proved by the conformance kit. */
class ContributionsTest {

    private static final PluginXml CONTRIBUTIONS = PluginXml.onClassPath(ContributionsTest.class.getClassLoader());

    /** Its default is a system of another room, which is not here; the tests of the command line, where all rooms are, check it. */
    private static final String NEEDS_SYSTEMS = "org.nullcline.system-clips";

    static Stream<String> own() {
        return CONTRIBUTIONS.all().stream().filter(d -> List.of(ExtensionPoint.METRICS, ExtensionPoint.STEPS, ExtensionPoint.FIGURES).contains(d.point()))
                .filter(d -> CONTRIBUTIONS.className(d).startsWith("org.nullcline.comparison.")).filter(d -> !NEEDS_SYSTEMS.equals(d.id())).map(Descriptor::id);
    }

    @ParameterizedTest
    @MethodSource("own")
    void keepsItsPromises(String id) {
        List<Finding> findings = new ConformanceKit(CONTRIBUTIONS).check(id);
        assertTrue(findings.stream().allMatch(Finding::passed), findings::toString);
    }

    @Test
    void allMetricsOfTheContractAreThere() {
        for (String id : List.of("dsa", "operator-procrustes", "spectrum-wasserstein", "input-dsa", "procrustes", "permutation", "cka", "cca", "svcca", "rsa", "affine-r2")) {
            CONTRIBUTIONS.find(ExtensionPoint.METRICS, id);
        }
    }
}
