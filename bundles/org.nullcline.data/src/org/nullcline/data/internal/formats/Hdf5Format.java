// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.formats;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

import org.nullcline.api.format.ArrayFile;
import org.nullcline.api.format.Format;
import org.nullcline.api.value.Value;

/**
 * HDF5 files, MATLAB's of version 7.3 included. Recordings are recognised in the layouts of LFADS, of the sequential-autoencoder data sets of
 * Sedler, Versteeg and Pandarinath (2023), and of this format's own writer.
 */
public class Hdf5Format implements Format {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};

    @Override
    public boolean recognises(Path file, byte[] beginning) {
        return !file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".nwb") && hdf5(beginning);
    }

    /** Whether HDF5's signature stands at one of the places where a user block may end. */
    static boolean hdf5(byte[] beginning) {
        for (int at = 0; at + SIGNATURE.length <= beginning.length; at = at == 0 ? 512 : 2 * at) {
            if (Arrays.equals(beginning, at, at + SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public ArrayFile open(Path file, long budgetBytes) {
        return Hdf5File.open(new Budget(file, budgetBytes));
    }

    @Override
    public void write(Value value, Path file) throws IOException {
        AtomicFile.write(file, path -> Hdf5Writer.write(value, path));
    }
}
