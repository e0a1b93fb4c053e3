// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.formats;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.nullcline.api.format.ArrayFile;
import org.nullcline.api.format.Format;
import org.nullcline.api.value.Value;

/** MATLAB files of level 5 (save -v6 and -v7). Struct fields are named {@code s.field}, cells {@code c{1}}, as in MATLAB. */
public final class Mat5Format implements Format {

    @Override
    public boolean recognises(Path file, byte[] beginning) {
        if (beginning.length < 128) {
            return false;
        }
        String endian = new String(beginning, 126, 2, StandardCharsets.ISO_8859_1);
        int version = endian.equals("IM") ? beginning[125] : beginning[124];
        return (endian.equals("IM") || endian.equals("MI")) && version == 1;
    }

    @Override
    public ArrayFile open(Path file, long budgetBytes) {
        return Mat5File.open(new Budget(file, budgetBytes));
    }

    @Override
    public void write(Value value, Path file) throws IOException {
        byte[] bytes = new Mat5Writer().encode(value);
        AtomicFile.write(file, path -> Files.write(path, bytes));
    }
}
