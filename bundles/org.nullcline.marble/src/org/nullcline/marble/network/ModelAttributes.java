// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.network;

import java.util.List;
import java.util.Locale;

import org.nullcline.api.NullclineException;
import org.nullcline.api.value.Value;
import org.nullcline.marble.geometry.GeodesicNeighbourhoods.Ties;
import org.nullcline.marble.geometry.GraphRule;
import org.nullcline.marble.network.ManifoldSettings.Frames;
import org.nullcline.marble.network.ManifoldSettings.Parts;

/** Settings as attributes of a model, under the names that the step's parameters have. */
final class ModelAttributes {

    private ModelAttributes() {
    }

    static void write(ManifoldSettings geometry, NetworkSettings network, Value.Builder builder) {
        switch (geometry.rule()) {
            case GraphRule.ContinuousNearest cknn -> builder.attribute("graph", "cknn").attribute("delta", cknn.delta());
            case GraphRule.Nearest knn -> builder.attribute("graph", "knn").attribute("delta", 1.0);
            case GraphRule.Radius radius -> builder.attribute("graph", "radius").attribute("delta", radius.radius());
        }
        builder.attribute("k", geometry.k()).attribute("spacing", geometry.spacing()).attribute("components.kept", text(geometry.parts()))
                .attribute("frames", text(geometry.frames())).attribute("geodesicFactor", geometry.geodesicFactor())
                .attribute("explainedVariance", geometry.explainedVariance()).attribute("ties", text(geometry.ties()));
        builder.attribute("order", network.order()).attribute("innerProduct", network.innerProduct()).attribute("diffusion", network.diffusion())
                .attribute("unitVectors", network.unitVectors()).attribute("positions", network.positions())
                .attribute("hidden", network.hidden()).attribute("out", network.out()).attribute("dropout", network.dropout())
                .attribute("batchNorm", network.batchNorm()).attribute("unitSphere", network.unitSphere());
    }

    private static String text(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static ManifoldSettings geometry(Value value) {
        int k = (int) value.number("k", 0);
        return new ManifoldSettings(GraphRule.of(value.text("graph", ""), k, value.number("delta", Double.NaN)), k, value.number("spacing", 0),
                constant(Parts.class, value, "components.kept"), constant(Frames.class, value, "frames"), value.number("geodesicFactor", Double.NaN),
                value.number("explainedVariance", 1), constant(Ties.class, value, "ties"));
    }

    static NetworkSettings network(Value value) {
        List<Integer> hidden;
        try {
            hidden = value.texts("hidden").stream().map(Integer::valueOf).toList();
        } catch (NumberFormatException e) {
            throw damaged("hidden", value, e);
        }
        return new NetworkSettings((int) value.number("order", 0), flag(value, "innerProduct"), flag(value, "diffusion"), flag(value, "unitVectors"),
                flag(value, "positions"), hidden, (int) value.number("out", 0), value.number("dropout", 0), flag(value, "batchNorm"),
                flag(value, "unitSphere"));
    }

    private static boolean flag(Value value, String name) {
        return Boolean.parseBoolean(value.text(name, "false"));
    }

    private static <E extends Enum<E>> E constant(Class<E> type, Value value, String name) {
        try {
            return Enum.valueOf(type, value.text(name, "").toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw damaged(name, value, e);
        }
    }

    private static NullclineException damaged(String name, Value value, Exception cause) {
        return NullclineException.input("The attribute '" + name + "' of this marble-model is '" + value.text(name, "missing")
                + "', which has no meaning here; the model is damaged or from a newer version.", cause);
    }
}
