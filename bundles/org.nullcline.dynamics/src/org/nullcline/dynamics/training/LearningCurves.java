// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;

/** Numbers of a training over its epochs; NaN where a number was not computed. */
public final class LearningCurves {

    /** Divergence of what was inferred from its priors, per bin and channel as the loss. */
    public static final String DIVERGENCE = "divergence";
    /** Loss of the training trials during the epoch, with dropout. */
    public static final String TRAIN = "train";
    /** Loss of the validation trials after the epoch. */
    public static final String VALIDATION = "validation";
    /** Bins that the loss took into account. */
    public static final String POINTS = "points";
    /** Mean Euclidean norm of the gradient. */
    public static final String GRADIENT = "gradient";
    /** Learning rate of the epoch, where it changes. */
    public static final String LEARNING_RATE = "learning-rate";
    /** R² of true and predicted rates on the validation trials. */
    public static final String RATE_R2 = "rate-r2";
    /** R² of the affine map from true to inferred latents on the validation trials. */
    public static final String HIDDEN_R2 = "hidden-r2";

    private static final String PREFIX = "curve.";

    private final Map<String, List<Double>> curves = new LinkedHashMap<>();
    private int epochs;

    /** No epochs yet. */
    public LearningCurves() {
    }

    /** Number of epochs. */
    public int epochs() {
        return epochs;
    }

    /** Names of the curves. */
    public List<String> names() {
        return List.copyOf(curves.keySet());
    }

    /** One number per epoch, NaN where there is none. */
    public double[] curve(String name) {
        List<Double> values = curves.getOrDefault(name, List.of());
        double[] curve = new double[epochs];
        for (int i = 0; i < epochs; i++) {
            curve[i] = i < values.size() ? values.get(i) : Double.NaN;
        }
        return curve;
    }

    /** The median of the last finite numbers of a curve over at most {@code last} epochs; NaN where there are none. */
    public double medianOfLast(String name, int last) {
        List<Double> finite = new ArrayList<>();
        double[] curve = curve(name);
        for (int i = Math.max(0, epochs - last); i < epochs; i++) {
            if (Double.isFinite(curve[i])) {
                finite.add(curve[i]);
            }
        }
        Collections.sort(finite);
        int n = finite.size();
        return n == 0 ? Double.NaN : n % 2 == 1 ? finite.get(n / 2) : (finite.get(n / 2 - 1) + finite.get(n / 2)) / 2;
    }

    /** Adds an epoch. */
    void add(Map<String, Double> numbers) {
        numbers.forEach((name, value) -> {
            List<Double> values = curves.computeIfAbsent(name, n -> new ArrayList<>());
            while (values.size() < epochs) {
                values.add(Double.NaN);
            }
            values.add(value);
        });
        epochs++;
    }

    /** Adds all curves to a value as {@code curve.<name>} over {@code curve.epoch}, which counts from 1. */
    public void write(Value.Builder builder) {
        double[] epoch = new double[epochs];
        for (int i = 0; i < epochs; i++) {
            epoch[i] = i + 1;
        }
        builder.array(PREFIX + "epoch", "", NdArrays.of(epoch, epochs), "epoch");
        curves.keySet().forEach(name -> builder.array(PREFIX + name, "", NdArrays.of(curve(name), epochs), "epoch"));
    }

    /** The curves of a value. */
    public static LearningCurves read(Value value) {
        LearningCurves curves = new LearningCurves();
        value.find(PREFIX + "epoch").ifPresent(e -> curves.epochs = e.size(0));
        for (String name : value.arrays().keySet()) {
            if (name.startsWith(PREFIX) && !name.equals(PREFIX + "epoch")) {
                List<Double> values = new ArrayList<>();
                for (double v : NdArrays.doubles(value.array(name))) {
                    values.add(v);
                }
                curves.curves.put(name.substring(PREFIX.length()), values);
            }
        }
        return curves;
    }
}
