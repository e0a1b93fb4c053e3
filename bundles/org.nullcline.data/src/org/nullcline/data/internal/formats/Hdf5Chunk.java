// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.formats;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.exceptions.HdfException;
import io.jhdf.filter.PipelineFilterWithData;

/** Unpacks the chunks of one dataset; none can inflate beyond its declared size. */
final class Hdf5Chunk {

    private static final int DEFLATE = 1;
    private static final int SHUFFLE = 2;
    private static final int FLETCHER32 = 3;
    private static final int CHECKSUM_BYTES = 4;

    private final Budget budget;
    private final String name;
    private final ChunkedDataset dataset;
    private final int bytes;
    private final int elementBytes;

    /**
     * Chunks of a dataset.
     *
     * @param bytes of an unpacked chunk, which the caller may allocate
     */
    Hdf5Chunk(Budget budget, String name, ChunkedDataset dataset, int bytes, int elementBytes) {
        this.budget = budget;
        this.name = name;
        this.dataset = dataset;
        this.bytes = bytes;
        this.elementBytes = elementBytes;
    }

    /** The unpacked bytes of a chunk, null for one that was never written (its elements are the fill value). */
    byte[] content(int[] offset) {
        ByteBuffer raw;
        try {
            raw = dataset.getRawChunkBuffer(offset);
        } catch (HdfException e) {
            if (e.getMessage() != null && e.getMessage().startsWith("No chunk")) {
                return null;
            }
            throw e;
        }
        byte[] content = new byte[raw.remaining()];
        raw.get(content);
        List<PipelineFilterWithData> filters = dataset.getFilters();
        for (int i = filters.size() - 1; i >= 0; i--) {
            content = switch (filters.get(i).getId()) {
                case DEFLATE -> inflate(content);
                case SHUFFLE -> unshuffle(content);
                case FLETCHER32 -> Arrays.copyOf(content, Math.max(0, content.length - CHECKSUM_BYTES));
                default -> throw budget.refuse("the array '" + name + "' is packed by the filter '" + filters.get(i).getName()
                        + "', which is not read; save it again with gzip compression.");
            };
        }
        if (content.length != bytes) {
            throw budget.refuse("a chunk of the array '" + name + "' holds " + content.length + " bytes instead of " + bytes + "; the file is damaged.");
        }
        return content;
    }

    private byte[] inflate(byte[] packed) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed);
            byte[] plain = new byte[(int) Math.min((long) bytes + CHECKSUM_BYTES, budget.inflatable(packed.length))];
            int filled = 0;
            while (!inflater.finished()) {
                int count = inflater.inflate(plain, filled, plain.length - filled);
                if (count == 0 && !inflater.finished()) {
                    throw budget.refuse("a compressed chunk of the array '" + name + "' is "
                            + (filled == plain.length ? "larger than declared" : "cut off") + "; the file is damaged.");
                }
                filled += count;
            }
            return filled == plain.length ? plain : Arrays.copyOf(plain, filled);
        } catch (DataFormatException e) {
            throw budget.refuse("a compressed chunk of the array '" + name + "' cannot be unpacked; the file is damaged.", e);
        } finally {
            inflater.end();
        }
    }

    /** Undoes HDF5's byte shuffle: all first bytes of the elements, then all second bytes, and so on. */
    private byte[] unshuffle(byte[] shuffled) {
        int count = shuffled.length / elementBytes;
        byte[] plain = shuffled.clone();
        for (int element = 0; element < count; element++) {
            for (int b = 0; b < elementBytes; b++) {
                plain[element * elementBytes + b] = shuffled[b * count + element];
            }
        }
        return plain;
    }
}
