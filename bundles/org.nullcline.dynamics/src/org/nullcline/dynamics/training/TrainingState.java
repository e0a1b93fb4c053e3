// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.compute.diff.Weights;
import org.nullcline.compute.optimise.Optimiser;
import org.nullcline.compute.optimise.Plateau;

/** Everything that a training needs to go on exactly where it was, between two epochs. */
final class TrainingState {

    /** Attribute: fingerprint of settings and data. */
    static final String SETTINGS = "settings";
    /** Kind of the value on disk. */
    static final String KIND = "training-state";

    private static final String OPTIMISER = "optimiser.";
    private static final String PLATEAU = "schedule.";

    final Weights weights;
    final Optimiser optimiser;
    /** Lowers the learning rate when the loss stops falling; null where nothing does. */
    final Plateau plateau;
    LearningCurves curves = new LearningCurves();
    int epoch;
    long step;
    double[] best;
    int bestEpoch;
    double bestLoss = Double.POSITIVE_INFINITY;
    int sinceBest;

    TrainingState(Weights weights, Optimiser optimiser) {
        this(weights, optimiser, null);
    }

    TrainingState(Weights weights, Optimiser optimiser, Plateau plateau) {
        this.weights = weights;
        this.optimiser = optimiser;
        this.plateau = plateau;
        best = weights.values().clone();
    }

    /** The state as a value. */
    Value save(String settings) {
        int n = weights.size();
        Value.Builder builder = Value.of(KIND).attribute(SETTINGS, settings).attribute("epoch", epoch).attribute("step", step)
                .attribute("bestEpoch", bestEpoch).attribute("bestLoss", bestLoss).attribute("sinceBest", sinceBest)
                .array("weights", "", NdArrays.of(weights.values().clone(), n), "weight").array("best", "", NdArrays.of(best, n), "weight");
        List<String> names = new ArrayList<>();
        optimiser.state().forEach((name, array) -> {
            builder.array(OPTIMISER + names.size(), "", array.dup('c'), "element");
            names.add(name);
        });
        builder.attribute("optimiser", names);
        if (plateau != null) {
            plateau.state().forEach((name, array) -> builder.array(PLATEAU + name, "", array, "element"));
        }
        curves.write(builder);
        return builder.build();
    }

    /** Goes back to a saved state. */
    void restore(Value saved) {
        epoch = (int) saved.number("epoch", 0);
        step = (long) saved.number("step", 0);
        bestEpoch = (int) saved.number("bestEpoch", 0);
        bestLoss = saved.number("bestLoss", Double.POSITIVE_INFINITY);
        sinceBest = (int) saved.number("sinceBest", 0);
        weights.setAll(NdArrays.doubles(saved.array("weights")));
        best = NdArrays.doubles(saved.array("best"));
        Map<String, INDArray> moments = new LinkedHashMap<>();
        for (String name : saved.texts("optimiser")) {
            moments.put(name, saved.array(OPTIMISER + moments.size()));
        }
        optimiser.restore(moments);
        if (plateau != null) {
            Map<String, INDArray> seen = new LinkedHashMap<>();
            plateau.state().keySet().forEach(name -> seen.put(name, saved.array(PLATEAU + name)));
            plateau.restore(seen);
        }
        curves = LearningCurves.read(saved);
    }
}
