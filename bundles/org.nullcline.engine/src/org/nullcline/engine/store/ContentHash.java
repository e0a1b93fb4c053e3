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

import org.nullcline.api.value.NamedArray;
import org.nullcline.api.value.Value;
import org.nullcline.engine.plan.CanonicalJson;
import org.nullcline.engine.plan.FileHashes;

/** What a value holds as one number: kind, attributes, and arrays with their axes, units, types and every element; not where it came from. */
public final class ContentHash {

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
                array.data().write(out);
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
}
