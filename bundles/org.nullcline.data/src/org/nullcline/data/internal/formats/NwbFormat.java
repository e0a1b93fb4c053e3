// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.formats;

import java.nio.file.Path;
import java.util.Locale;

import org.nullcline.api.format.ArrayFile;
import org.nullcline.api.format.Format;

/** Neurodata Without Borders, version 2: spike times of units, trials, behaviour and other time series. */
public final class NwbFormat implements Format {

    @Override
    public boolean recognises(Path file, byte[] beginning) {
        return Hdf5Format.hdf5(beginning) && file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".nwb");
    }

    @Override
    public ArrayFile open(Path file, long budgetBytes) {
        return NwbFile.open(new Budget(file, budgetBytes));
    }
}
