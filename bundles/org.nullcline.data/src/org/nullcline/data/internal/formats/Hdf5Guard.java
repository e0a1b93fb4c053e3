// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.formats;

import java.util.function.Supplier;

import org.nullcline.api.NullclineException;

import io.jhdf.exceptions.UnsupportedHdfException;

/** Turns whatever a damaged HDF5 file makes the library throw into one sentence. */
record Hdf5Guard(Budget budget) {

    <T> T guard(Supplier<T> work) {
        try {
            return work.get();
        } catch (NullclineException e) {
            throw e;
        } catch (StackOverflowError e) {
            throw budget.refuse("its groups or links refer to each other in a circle; the file is damaged or malicious.", e);
        } catch (OutOfMemoryError e) {
            throw budget.refuse("it declares structures that do not fit into memory; the file is damaged or malicious.", e);
        } catch (RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof UnsupportedHdfException) {
                    throw budget.refuse("it uses a part of HDF5 that is not read (" + cause.getMessage()
                            + "); copy the arrays into plain datasets, for example with h5py.", e);
                }
            }
            throw budget.refuse("this is not a readable HDF5 file (" + firstMessage(e) + "); it is cut off or damaged.", e);
        }
    }

    private static String firstMessage(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause.getMessage() != null) {
                return cause.getMessage();
            }
        }
        return failure.getClass().getSimpleName();
    }
}
