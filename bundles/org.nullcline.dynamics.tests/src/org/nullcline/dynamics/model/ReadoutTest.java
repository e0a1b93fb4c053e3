// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nullcline.api.NullclineException;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.compute.diff.Jacobians;
import org.nullcline.compute.diff.Layer;
import org.nullcline.compute.diff.Layers;
import org.nullcline.compute.diff.Weights;
import org.nullcline.compute.kernel.Precision;
import org.nullcline.compute.linalg.Matrix;
import org.nullcline.compute.linalg.Svd;
import org.nullcline.compute.random.RandomStream;
import org.nullcline.dynamics.TestContext;
import org.nullcline.dynamics.TestRecordings;

class ReadoutTest {

    @TempDir
    Path folder;

    @Test
    void flowKeepsTheRankOfItsInputEverywhere() {
        Layer flow = new Readout(Readout.Kind.FLOW, 8, 4).create(new Layers(new Weights(Precision.DOUBLE), RandomStream.of(1)), 3, 7);
        double[] points = RandomStream.of(2).normals(20 * 3);
        double[] jacobians = NdArrays.doubles(Jacobians.of(flow::of, NdArrays.of(points, 20, 3)));
        for (int p = 0; p < 20; p++) {
            double[] one = Arrays.copyOfRange(jacobians, p * 21, (p + 1) * 21);
            assertEquals(3, Svd.of(new Matrix(7, 3, one)).rank(1e-6));
        }
    }

    @ParameterizedTest
    @EnumSource(Readout.Kind.class)
    void everyReadoutCanBeFittedAndOpenedAgain(Readout.Kind kind) {
        Map<String, Value> result = new TestContext(folder, 1).run("fit", Map.of("recording", TestRecordings.lorenz(20, 8, 5)), "readout",
                kind.name().toLowerCase(Locale.ROOT), "readoutHidden", "6", "encoderSize", "5", "epochs", "2");
        SequentialAutoencoder model = FittedModel.of(result.get("model"), new TestContext(folder, 1).all()).model();
        assertEquals(kind, model.blueprint().readout().kind());
    }

    @Test
    void injectiveReadoutToFewerChannelsThanDimensionsIsRefused() {
        NullclineException failure = assertThrows(NullclineException.class,
                () -> new TestContext(folder, 1).run("fit", Map.of("recording", TestRecordings.lorenz(20, 8, 5)), "readout", "flow", "latentSize", "6"));
        assertTrue(failure.getMessage().contains("injective"));
    }
}
