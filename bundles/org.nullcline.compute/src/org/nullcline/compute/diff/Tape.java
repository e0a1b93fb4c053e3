// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.diff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.compute.kernel.KernelSets;
import org.nullcline.compute.kernel.Kernels;
import org.nullcline.compute.kernel.Precision;
import org.nullcline.compute.random.RandomStream;

/**
 * Records operations on batched matrices ({@link Var}) so that {@link #backward} can compute their gradients (reverse-mode automatic
 * differentiation).
 *
 * <p>A tape belongs to one thread and works on one shard of a batch. Its memory is one block that grows during the first pass and is used
 * again after {@link #reset}, so a training step allocates next to nothing. {@link Layer}s and {@link Weights} are shared between tapes:
 * each tape copies the weights that it uses at their first use after a reset, and collects their gradients by itself.
 */
public final class Tape {

    /** What a tape is for. */
    public enum Mode {
        /** Gradients are recorded, dropout and other noise is on, batch statistics are used. */
        TRAINING,
        /** Gradients are recorded, but layers behave as in inference: Jacobians, fixed points, sensitivity. */
        DIFFERENTIATION,
        /** No gradients. */
        INFERENCE
    }

    /** Values of one trial that are transposed at a time: those of a shard stay in the cache. */
    private static final int STAGING = 2048;

    final Kernels kernels;
    private final Mode mode;
    private final Arena memory;
    private final List<Var> nodes = new ArrayList<>();
    private final List<Binding> bindings = new ArrayList<>();
    private final List<Observation> observations = new ArrayList<>();
    private final Map<String, Double> reports = new LinkedHashMap<>();
    private RandomStream random = RandomStream.of(0).child("tape");

    /** Statistics of a shard that a layer wants to fold into a weight that is not trained (running means). */
    public record Observation(Parameter parameter, double[] values, double rate) {
    }

    /** A tape with the given number format and purpose, with the fastest kernels of this machine. */
    public Tape(Precision precision, Mode mode) {
        this(KernelSets.create(precision), mode);
    }

    /** A tape that computes with the given kernels, whose memory it takes over. */
    public Tape(Kernels kernels, Mode mode) {
        this.kernels = kernels;
        this.mode = mode;
        this.memory = new Arena(kernels);
    }

    /** A tape that records gradients and runs layers as in training. */
    public static Tape training(Precision precision) {
        return new Tape(precision, Mode.TRAINING);
    }

    /** A tape that records gradients and runs layers as in inference. */
    public static Tape differentiation(Precision precision) {
        return new Tape(precision, Mode.DIFFERENTIATION);
    }

    /** A tape without gradients. */
    public static Tape inference(Precision precision) {
        return new Tape(precision, Mode.INFERENCE);
    }

    /** What this tape is for. */
    public Mode mode() {
        return mode;
    }

    /** Whether dropout and other training-time behaviour is on. */
    public boolean training() {
        return mode == Mode.TRAINING;
    }

    /** Whether gradients are recorded. */
    public boolean records() {
        return mode != Mode.INFERENCE;
    }

    /** The number format. */
    public Precision precision() {
        return kernels.precision();
    }

    /** The random numbers of dropout and of {@link #normal}; set per shard and step by whoever drives the tape. */
    public RandomStream random() {
        return random;
    }

    /** Sets the stream behind {@link #random}. */
    public Tape random(RandomStream stream) {
        random = stream;
        return this;
    }

    /** Numbers that the tape took since the last reset, for values, gradients and what lies between. */
    public int size() {
        return memory.size();
    }

    /** Forgets all variables and gradients and keeps the memory. Variables made before must not be used any more. */
    public void reset() {
        nodes.clear();
        bindings.clear();
        observations.clear();
        reports.clear();
        memory.reset();
    }

    // ---- leaves

    /** A matrix of constants from an array of rank 2 (rows × columns), or of rank 1 as one row. */
    public Var constant(INDArray matrix) {
        return leaf(matrix, false);
    }

    /** Like {@link #constant(INDArray)}, and {@link Var#gradient} is available after {@link #backward}. */
    public Var variable(INDArray matrix) {
        return leaf(matrix, true);
    }

    private Var leaf(INDArray matrix, boolean needs) {
        if (matrix.rank() > 2) {
            throw new IllegalArgumentException("A variable is a matrix; an array of shape " + Arrays.toString(matrix.shape()) + " is not.");
        }
        int rows = matrix.rank() == 2 ? Math.toIntExact(matrix.size(0)) : 1;
        int columns = Math.toIntExact(matrix.length() / Math.max(rows, 1));
        if (matrix.dataType() == DataType.FLOAT) {
            return leaf(rows, columns, NdArrays.floats(matrix), needs);
        }
        return leaf(rows, columns, NdArrays.doubles(matrix), needs);
    }

    /** A matrix of constants from values in row-major order. */
    public Var constant(int rows, int columns, double... rowMajor) {
        return leaf(rows, columns, rowMajor, false);
    }

    /** A matrix of constants from values in row-major order. */
    public Var constant(int rows, int columns, float[] rowMajor) {
        return leaf(rows, columns, rowMajor, false);
    }

    /** Like {@link #constant(int, int, double...)}, and {@link Var#gradient} is available after {@link #backward}. */
    public Var variable(int rows, int columns, double... rowMajor) {
        return leaf(rows, columns, rowMajor, true);
    }

    private Var leaf(int rows, int columns, Object rowMajor, boolean needs) {
        int length = rowMajor instanceof float[] f ? f.length : ((double[]) rowMajor).length;
        if ((long) rows * columns != length) {
            throw new IllegalArgumentException(length + " values do not fill a matrix of " + rows + " × " + columns + ".");
        }
        Var y = new Var(this, rows, columns, needs && records());
        y.kept = y.needs;
        int stride = Kernels.stride(columns);
        int staging = memory.borrow(rows * stride);
        for (int i = 0; i < rows; i++) {
            if (rowMajor instanceof float[] f) {
                kernels.write(columns, staging + i * stride, f, i * columns);
            } else {
                kernels.write(columns, staging + i * stride, (double[]) rowMajor, i * columns);
            }
        }
        kernels.transpose(rows, columns, staging, stride, y.at, y.stride, false);
        memory.giveBack(staging, rows * stride);
        if (y.needs) {
            nodes.add(y);
        }
        return y;
    }

    /** A matrix of zeros. */
    public Var zeros(int rows, int columns) {
        return filled(rows, columns, 0);
    }

    /** A matrix of equal constants. */
    public Var filled(int rows, int columns, double value) {
        Var y = new Var(this, rows, columns, false);
        kernels.fill(y.length(), y.at, value);
        return y;
    }

    /** A 1 × 1 constant. */
    public Var scalar(double value) {
        Var y = filled(1, 1, value);
        y.exact = value;
        return y;
    }

    /** Independent standard normal numbers from {@link #random}, a constant. */
    public Var normal(int rows, int columns) {
        return constant(rows, columns, random.normals(rows * columns));
    }

    /**
     * Some trials of a data set as one constant per time bin, each of trials × channels.
     *
     * @param data   all trials × bins × channels in C order
     * @param trials which trials, in the order wanted; may repeat
     * @param bins     time bins per trial
     * @param channels channels per bin
     */
    public List<Var> sequence(float[] data, int[] trials, int bins, int channels) {
        List<Var> sequence = new ArrayList<>(bins);
        int group = Math.clamp(STAGING / channels, 1, bins);
        int wide = Kernels.stride(group * channels);
        int staging = memory.borrow(trials.length * wide);
        for (int t = 0; t < bins; t += group) {
            int columns = Math.min(group, bins - t) * channels;
            for (int b = 0; b < trials.length; b++) {
                kernels.write(columns, staging + b * wide, data, (trials[b] * bins + t) * channels);
            }
            // the matrices of consecutive bins lie one behind the other, as one matrix of many columns
            Var all = new Var(this, trials.length, columns, false);
            kernels.transpose(trials.length, columns, staging, wide, all.at, all.stride, false);
            for (int from = 0; from < columns; from += channels) {
                sequence.add(columns == channels ? all : all.columns(from, from + channels));
            }
        }
        memory.giveBack(staging, trials.length * wide);
        return sequence;
    }

    // ---- gradients

    /**
     * Computes the gradient of a 1 × 1 variable with respect to all variables and weights that it depends on. Gradients of intermediate
     * results are dropped as soon as they are used, unless {@link Var#keepGradient} was called on them.
     */
    public void backward(Var loss) {
        if (loss.rows() != 1 || loss.columns() != 1) {
            throw new IllegalArgumentException("A gradient starts from one number, not from a matrix of " + loss.shape() + "; sum it first.");
        }
        seed(loss);
        kernels.set(loss.slope(), kernels.get(loss.slope()) + 1);
        run();
    }

    /** Propagates the given gradient (the shape of {@code y}) back from {@code y}: a vector-Jacobian product. */
    public void backward(Var y, INDArray gradient) {
        seed(y);
        double[] values = NdArrays.doubles(gradient);
        if (values.length != y.rows() * y.columns()) {
            throw new IllegalArgumentException("The gradient of a matrix of " + y.shape() + " has the same shape, not "
                + Arrays.toString(gradient.shape()) + ".");
        }
        int slope = y.slope();
        for (int b = 0; b < y.rows(); b++) {
            for (int c = 0; c < y.columns(); c++) {
                int at = slope + c * y.stride + b;
                kernels.set(at, kernels.get(at) + values[b * y.columns() + c]);
            }
        }
        run();
    }

    private void seed(Var y) {
        if (!records()) {
            throw new IllegalStateException("This tape does not record gradients; make one for training or differentiation.");
        }
        if (!y.needs) {
            throw new IllegalArgumentException("The result does not depend on any weight or variable, so it has no gradient.");
        }
    }

    private void run() {
        for (int i = nodes.size() - 1; i >= 0; i--) {
            Var node = nodes.get(i);
            if (node.slope < 0) {
                continue;
            }
            if (node.back != null) {
                node.back.run();
            }
            if (!node.kept) {
                memory.giveBack(node.slope, node.length());
                node.slope = -1;
            }
        }
    }

    /**
     * Lets the gradients of this pass flow back through a layer as if its weight matrix were another one, while the layer itself and the
     * gradient of the weight stay as they are: feedback alignment (Lillicrap et al. 2016, doi 10.1038/ncomms13276). To be called before
     * {@link #backward}; lasts until {@link #reset}. Layers and cells obey it, {@link Parameter#on} does not.
     *
     * @param weight   matrix of a layer
     * @param rowMajor what replaces it, in its shape
     */
    public void feedback(Parameter weight, double[] rowMajor) {
        if (weight.vector() || rowMajor.length != weight.size()) {
            throw new IllegalArgumentException("Weight \"" + weight.name() + "\" cannot send gradients back through " + rowMajor.length
                + " values; a matrix of " + weight.rows() + " × " + weight.columns() + " is needed.");
        }
        binding(weight.weights()).feedback(weight, rowMajor);
    }

    /** The gradient of every weight, in the order of {@link Weights#values}; zero for weights that were not used. */
    public double[] gradient(Weights weights) {
        double[] gradient = new double[weights.size()];
        for (Binding binding : bindings) {
            if (binding.weights() == weights) {
                binding.gradient(kernels, gradient);
            }
        }
        return gradient;
    }

    /** Sets the gradients of all weights to zero, for another {@link #backward} over the same forward pass. */
    public void clearGradients() {
        for (Binding binding : bindings) {
            binding.clear(kernels);
        }
        for (Var node : nodes) {
            if (node.slope >= 0) {
                kernels.fill(node.length(), node.slope, 0);
            }
        }
    }

    /** What layers observed in this pass, in order; whoever drives the tapes folds it into the weights after the step. */
    public List<Observation> observations() {
        return List.copyOf(observations);
    }

    /** Reports statistics of this shard: after the step, parameter ← (1 − rate) parameter + rate values. */
    public void observe(Parameter parameter, double[] values, double rate) {
        observations.add(new Observation(parameter, values, rate));
    }

    /** Reports a number (1 × 1) of this shard beside the loss, such as one of its terms; averages over shards come with the loss. */
    public void report(String name, Var number) {
        reports.put(name, number.value());
    }

    /** What was reported in this pass. */
    public Map<String, Double> reports() {
        return new LinkedHashMap<>(reports);
    }

    // ---- for the operations

    Binding binding(Weights weights) {
        for (Binding binding : bindings) {
            if (binding.weights() == weights) {
                return binding;
            }
        }
        Binding binding = new Binding(weights, this);
        bindings.add(binding);
        return binding;
    }

    /** Memory that lives until the next reset. */
    int allocate(int elements) {
        return memory.allocate(elements);
    }

    /** Memory for a while; its content is undefined. */
    int borrow(int elements) {
        return memory.borrow(elements);
    }

    void giveBack(int at, int elements) {
        memory.giveBack(at, elements);
    }

    /** A result of an operation on {@code inputs} that {@code back} propagates. */
    Var result(int rows, int columns, Var... inputs) {
        boolean needs = false;
        for (Var input : inputs) {
            if (input.tape != this) {
                throw new IllegalArgumentException("The operands belong to different tapes; each thread works on one tape of its own.");
            }
            needs |= input.needs;
        }
        return new Var(this, rows, columns, needs && records());
    }

    /** Registers how the gradient of {@code y} goes back to its inputs. */
    Var record(Var y, Runnable back) {
        if (y.needs) {
            y.back = back;
            nodes.add(y);
        }
        return y;
    }
}
