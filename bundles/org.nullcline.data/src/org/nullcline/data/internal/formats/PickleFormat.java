// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.formats;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.nullcline.api.format.ArrayFile;
import org.nullcline.api.format.Format;

/** Python pickles (and the PyTorch and joblib files that contain them): refused, because reading one runs the code in it. */
public final class PickleFormat implements Format {

    private static final List<String> SUFFIXES = List.of(".pkl", ".pickle", ".p", ".pt", ".pth", ".joblib", ".jl", ".ckpt");

    @Override
    public boolean recognises(Path file, byte[] beginning) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        boolean protocol = beginning.length > 2 && (beginning[0] & 0xff) == 0x80 && beginning[1] >= 2 && beginning[1] <= 5;
        return protocol || SUFFIXES.stream().anyMatch(name::endsWith);
    }

    @Override
    public ArrayFile open(Path file, long budgetBytes) {
        throw new Budget(file, budgetBytes).refuse("this is a Python pickle, and reading a pickle runs whatever code it contains; open it once in Python"
                + " where you trust it and save the arrays with numpy.savez('data.npz', **{name: array}), then read data.npz.");
    }
}
