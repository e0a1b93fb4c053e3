// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.store;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import org.nd4j.linalg.api.buffer.DataType;
import org.nullcline.api.value.ArrayData;
import org.nullcline.api.value.NamedArray;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.Npy;
import org.nullcline.engine.plan.CanonicalJson;
import org.nullcline.engine.plan.FileHashes;

/** What a value holds as one number: kind, attributes, and arrays with their axes, units, types and every element; not where it came from. */
public final class ContentHash {

    /** Elements that are in memory at a time. */
    private static final long PIECE = 1L << 20;

    private ContentHash() {
    }

    /** SHA-256 in hexadecimal digits. */
    public static String of(Value value) {
        MessageDigest digest = FileHashes.sha256();
        List<Object> attributes = new ArrayList<>();
        value.attributes().forEach((name, attribute) -> attributes.add(attribute instanceof List<?> list
                ? List.of(name, list.stream().map(Object::toString).toList())
                : List.of(name, attribute.getClass().getSimpleName(), attribute.toString())));
        update(digest, List.of(value.kind(), attributes));
        for (NamedArray array : value.arrays().values()) {
            update(digest, List.of(array.name(), array.unit(), array.axes().stream().map(axis -> List.of(axis.name(), axis.unit())).toList()));
            try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
                write(out, array.data());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void update(MessageDigest digest, List<?> parts) {
        byte[] text = CanonicalJson.write(parts).getBytes(StandardCharsets.UTF_8);
        digest.update((text.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(text);
    }

    private static void write(OutputStream out, ArrayData data) throws IOException {
        long[] shape = data.shape();
        if (shape.length == 0) {
            Npy.write(out, data.all(), shape);
            return;
        }
        Npy.writeHeader(out, data.type(), shape);
        long step = Math.max(1, PIECE / Math.max(1, data.width()));
        for (long from = 0; from < shape[0]; from += step) {
            long to = Math.min(shape[0], from + step);
            if (data.type() == DataType.FLOAT) {
                Npy.writeElements(out, data.floats(from, to));
            } else if (data.type() == DataType.DOUBLE) {
                Npy.writeElements(out, data.doubles(from, to));
            } else {
                Npy.writeElements(out, data.slice(from, to));
            }
        }
    }
}
