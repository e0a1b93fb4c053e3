// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.steps;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.nullcline.api.MemoryNeed;
import org.nullcline.api.NullclineException;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.Axis;
import org.nullcline.api.value.NamedArray;
import org.nullcline.api.value.Recording;
import org.nullcline.api.value.Signal;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.compute.linalg.Matrix;
import org.nullcline.compute.linalg.SymmetricEigen;

/**
 * Principal components of the activity: the eigenvectors of its covariance with the largest eigenvalues, each with its largest weight
 * positive. The components become the channels.
 */
public final class Pca implements Step {

    private static final int BLOCK = 4096;

    @Override
    public void check(Parameters parameters) {
        if (parameters.has("components") && parameters.has("variance")) {
            throw NullclineException.invalid("pca: set components or variance, not both.");
        }
    }

    @Override
    public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
        check(parameters);
        Value value = inputs.one("recording");
        Activity activity = Activity.of(value, context.progress());
        int channels = activity.channels();
        MemoryNeed.require("pca: the covariance of " + channels + " channels", 4.0 * Double.BYTES * channels * channels, "select fewer channels");
        List<Activity.Range> rows = activity.rows(parameters.text("from"));
        double[] means = activity.means(rows);
        SymmetricEigen eigen = SymmetricEigen.of(covariance(activity, rows, means));
        int components = count(parameters, eigen.values());
        double[][] weights = weights(eigen, components);
        Value.Builder builder = activity.replaced(components, Signal.CONTINUOUS, value.named(Recording.ACTIVITY).unit(),
                (from, to) -> projected(activity, from, to, means, weights));
        value.arrays().values().stream().filter(a -> !a.name().equals(Recording.ACTIVITY)).forEach(a -> builder.array(renamed(a)));
        builder.array("pca.components", "", NdArrays.of(weights), "component", "neuron").array("pca.mean", "", NdArrays.of(means, channels), "neuron")
                .array("pca.variance", "", NdArrays.of(eigen.values(), channels), "component");
        return Map.of("recording", (value.texts("channels").isEmpty() ? builder : builder.attribute("channels", List.of())).build());
    }

    /** What belonged to the channels before now belongs to neurons, which are no longer the channels. */
    private static NamedArray renamed(NamedArray array) {
        List<Axis> axes = array.axes().stream().map(a -> a.name().equals("channel") ? new Axis("neuron", a.unit()) : a).toList();
        return new NamedArray(array.name(), axes, array.unit(), array.data());
    }

    /** Rows {@code from} to {@code to} (exclusive) as components. */
    private static double[] projected(Activity activity, long from, long to, double[] means, double[][] weights) {
        activity.progress().check();
        int channels = activity.channels();
        double[] projected = new double[Math.toIntExact((to - from) * weights.length)];
        activity.data().eachPart(from, to, (first, values) -> {
            int at = (int) (first - from) * weights.length;
            for (int row = 0; row < values.length; row += channels) {
                for (double[] weight : weights) {
                    double sum = 0;
                    for (int c = 0; c < channels; c++) {
                        sum += weight[c] * (values[row + c] - means[c]);
                    }
                    projected[at++] = sum;
                }
            }
        });
        return projected;
    }

    /** The sum over blocks of so many rows, whatever the memory, so that the covariance is the same everywhere. */
    private static Matrix covariance(Activity activity, List<Activity.Range> rows, double[] means) {
        long count = Activity.count(rows);
        if (count < 2) {
            throw NullclineException.input("Principal components need at least two time bins, not " + count + ".");
        }
        int channels = activity.channels();
        double[] sums = new double[channels * channels];
        double[] block = new double[(int) Math.min(BLOCK, count) * channels];
        int[] filled = {0};
        activity.eachRow(rows, (values, at) -> {
            for (int c = 0; c < channels; c++) {
                block[filled[0]++] = values[at + c] - means[c];
            }
            if (filled[0] == block.length) {
                add(block, channels, sums);
                filled[0] = 0;
            }
        });
        if (filled[0] > 0) {
            add(Arrays.copyOf(block, filled[0]), channels, sums);
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= count - 1;
        }
        return new Matrix(channels, channels, sums);
    }

    private static void add(double[] rows, int channels, double[] sums) {
        double[] gram = new Matrix(rows.length / channels, channels, rows).gram().data();
        for (int i = 0; i < sums.length; i++) {
            sums[i] += gram[i];
        }
    }

    private static int count(Parameters parameters, double[] variances) {
        if (!parameters.has("variance")) {
            int wanted = parameters.has("components") ? parameters.integer("components") : Math.min(3, variances.length);
            if (wanted > variances.length) {
                throw NullclineException.input("There are only " + variances.length + " channels, so no " + wanted + " components.");
            }
            return wanted;
        }
        double total = 0;
        for (double v : variances) {
            total += Math.max(0, v);
        }
        double sum = 0;
        int count = 0;
        while (count < variances.length && sum < parameters.real("variance") * total) {
            sum += Math.max(0, variances[count++]);
        }
        return Math.max(1, count);
    }

    private static double[][] weights(SymmetricEigen eigen, int components) {
        double[][] weights = new double[components][];
        for (int k = 0; k < components; k++) {
            double[] vector = eigen.vectors().column(k);
            int largest = 0;
            for (int c = 1; c < vector.length; c++) {
                if (Math.abs(vector[c]) > Math.abs(vector[largest]) + 1e-12) {
                    largest = c;
                }
            }
            double sign = vector[largest] < 0 ? -1 : 1;
            for (int c = 0; c < vector.length; c++) {
                vector[c] *= sign;
            }
            weights[k] = vector;
        }
        return weights;
    }
}
