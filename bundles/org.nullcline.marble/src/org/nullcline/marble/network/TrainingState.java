// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.network;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.api.NullclineException;
import org.nullcline.api.value.Value;
import org.nullcline.api.value.ValueFolder;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.compute.diff.Weights;
import org.nullcline.compute.optimise.Optimiser;
import org.nullcline.compute.optimise.Plateau;

/**
 * Everything that a training needs to go on exactly where it was, between two epochs. On disk it is one value folder that appears whole or not
 * at all; the file of the last epoch replaces that before.
 */
final class TrainingState {

    private static final String KIND = "training-state";
    private static final String SETTINGS = "settings";
    private static final String PREFIX = "marble-epoch-";
    private static final String WRITING = "marble-writing";

    final Weights weights;
    final Optimiser optimiser;
    final Plateau plateau;
    final List<Double> train = new ArrayList<>();
    final List<Double> validation = new ArrayList<>();
    double[] best;
    double bestLoss = Double.POSITIVE_INFINITY;
    int bestEpoch;
    /** Diffusion time around which the features are linear. */
    double featureTime;

    TrainingState(Weights weights, Optimiser optimiser, Plateau plateau) {
        this.weights = weights;
        this.optimiser = optimiser;
        this.plateau = plateau;
        best = weights.values().clone();
    }

    /** Epochs done. */
    int epoch() {
        return train.size();
    }

    /** Notes the losses of an epoch and keeps the weights if they are the best so far. */
    void finishEpoch(double trainLoss, double validationLoss) {
        train.add(trainLoss);
        validation.add(validationLoss);
        if (validationLoss < bestLoss) {
            bestLoss = validationLoss;
            bestEpoch = epoch();
            best = weights.values().clone();
        }
    }

    private Value toValue(String settings) {
        int n = weights.size();
        Value.Builder builder = Value.of(KIND).attribute(SETTINGS, settings).attribute("bestEpoch", bestEpoch).attribute("bestLoss", bestLoss)
                .attribute("featureTime", featureTime).array("weights", "", NdArrays.of(weights.values().clone(), n), "weight")
                .array("best", "", NdArrays.of(best, n), "weight").array("train", "", series(train), "epoch")
                .array("validation", "", series(validation), "epoch").array("plateau", "", plateau.state().get("plateau"), "element");
        List<String> names = new ArrayList<>();
        optimiser.state().forEach((name, array) -> {
            builder.array("optimiser." + names.size(), "", array, "element");
            names.add(name);
        });
        return builder.attribute("optimiser", names).build();
    }

    static INDArray series(List<Double> values) {
        return NdArrays.of(values.stream().mapToDouble(Double::doubleValue).toArray(), values.size());
    }

    private void restore(Value saved) {
        weights.setAll(NdArrays.doubles(saved.array("weights")));
        best = NdArrays.doubles(saved.array("best"));
        bestEpoch = (int) saved.number("bestEpoch", 0);
        bestLoss = saved.number("bestLoss", Double.POSITIVE_INFINITY);
        featureTime = saved.number("featureTime", 0);
        for (double loss : NdArrays.doubles(saved.array("train"))) {
            train.add(loss);
        }
        for (double loss : NdArrays.doubles(saved.array("validation"))) {
            validation.add(loss);
        }
        plateau.restore(Map.of("plateau", saved.array("plateau")));
        Map<String, INDArray> moments = new LinkedHashMap<>();
        for (String name : saved.texts("optimiser")) {
            moments.put(name, saved.array("optimiser." + moments.size()));
        }
        optimiser.restore(moments);
    }

    /** Stores this state durably and removes the one before. */
    void save(Path folder, String settings) {
        Path beside = folder.resolve(WRITING);
        Path target = folder.resolve(PREFIX + String.format("%09d", epoch()));
        try {
            Files.createDirectories(folder);
            delete(beside);
            delete(target);
            Files.createDirectory(beside);
            ValueFolder.write(toValue(settings), beside);
            try (Stream<Path> files = Files.list(beside)) {
                for (Path file : files.toList()) {
                    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                        channel.force(true);
                    }
                }
            }
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
            for (Path other : stored(folder)) {
                if (!other.equals(target)) {
                    delete(other);
                }
            }
        } catch (IOException e) {
            throw NullclineException.infrastructure("The checkpoint " + target + " cannot be written: " + e.getMessage()
                    + "; free some space and run again, training goes on from the last checkpoint.", e);
        }
    }

    /** Goes back to the newest stored state that belongs to these settings and data; says whether there was one. */
    boolean load(Path folder, String settings) {
        Optional<Value> found = Optional.empty();
        try {
            for (Path candidate : stored(folder)) {
                Value saved = ValueFolder.read(candidate);
                if (saved.kind().equals(KIND) && saved.text(SETTINGS, "").equals(settings)) {
                    found = Optional.of(saved);
                }
            }
        } catch (IOException e) {
            throw NullclineException.infrastructure("The checkpoints in " + folder + " cannot be listed: " + e.getMessage() + ".", e);
        }
        found.ifPresent(this::restore);
        return found.isPresent();
    }

    private static List<Path> stored(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().startsWith(PREFIX)).sorted().toList();
        }
    }

    private static void delete(Path path) throws IOException {
        if (Files.exists(path)) {
            try (Stream<Path> tree = Files.walk(path)) {
                for (Path file : tree.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
