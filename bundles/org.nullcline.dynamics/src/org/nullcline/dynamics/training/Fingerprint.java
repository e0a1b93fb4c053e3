// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.training;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.nullcline.api.parameter.Parameters;
import org.nullcline.dynamics.model.Blueprint;
import org.nullcline.dynamics.model.Sessions;
import org.nullcline.dynamics.model.TrialData;

/** Tells whether a checkpoint belongs to a training: a hash of everything that decides its numbers. */
final class Fingerprint {

    private Fingerprint() {
    }

    static String of(Blueprint blueprint, TrainingSettings settings, Sessions sessions, int[] training, int[] validation) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            add(digest, blueprint.architecture());
            if (blueprint.solver() != null) {
                add(digest, blueprint.solver());
            }
            text(digest, blueprint.update() + " " + blueprint.interval() + " " + blueprint.channels() + " " + blueprint.encoderSize() + " "
                    + blueprint.dropout() + " " + blueprint.likelihood() + " " + blueprint.precision() + " " + blueprint.readout() + " "
                    + blueprint.inference() + " " + blueprint.stitching() + " " + blueprint.adjoint());
            text(digest, settings.epochs() + " " + settings.batch() + " " + settings.learningRate() + " " + settings.schedule() + " " + settings.weightDecay() + " "
                    + settings.optimiser() + " " + settings.clip() + " " + settings.pointsPerGroup() + " " + settings.epochsPerGroup() + " "
                    + settings.patience() + " " + settings.divergenceWeight() + " " + settings.divergenceEpochs() + " "
                    + settings.seed());
            for (int session = 0; session < sessions.count(); session++) {
                data(digest, sessions.data(session));
            }
            integers(digest, training);
            integers(digest, validation);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java runtime lacks SHA-256, which every Java platform must have.", e);
        }
    }

    private static void data(MessageDigest digest, TrialData data) {
        for (int trial = 0; trial < data.trials().count(); trial++) {
            floats(digest, data.observed(trial));
            floats(digest, data.inputs(trial));
        }
        for (long offset : data.trials().offsets()) {
            digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, offset));
        }
    }

    private static void add(MessageDigest digest, Parameters.Choice choice) {
        text(digest, choice.descriptor().id() + " " + choice.descriptor().version() + " " + choice.parameters().normalised());
    }

    private static void text(MessageDigest digest, String text) {
        digest.update((text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static void floats(MessageDigest digest, float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * 4096);
        for (float value : values) {
            if (!bytes.hasRemaining()) {
                digest.update(bytes.flip());
                bytes.clear();
            }
            bytes.putFloat(value);
        }
        digest.update(bytes.flip());
    }

    private static void integers(MessageDigest digest, int[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * (values.length + 1));
        bytes.putInt(values.length);
        for (int value : values) {
            bytes.putInt(value);
        }
        digest.update(bytes.flip());
    }
}
