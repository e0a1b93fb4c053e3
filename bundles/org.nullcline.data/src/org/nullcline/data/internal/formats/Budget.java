// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.formats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

import org.nullcline.api.NullclineException;

/**
 * What may be allocated for one file, checked against what the file declares before it is allocated.
 *
 * @param file for messages
 * @param bytes largest array in memory
 */
record Budget(Path file, long bytes) {

    /** Most axes that an array may have. */
    static final int MAX_RANK = 32;
    /** Most arrays, groups or cells that a file may list. */
    static final int MAX_NODES = 100_000;
    /** Deepest nesting of groups, structs and cells. */
    static final int MAX_DEPTH = 64;
    /** Deflate cannot shrink data further than about 1032 times; what claims more is damaged or hostile. */
    private static final long MAX_RATIO = 1100;
    private static final long RATIO_FLOOR = 4096;

    /**
     * Number of elements of an array that may be read.
     *
     * @param array its name, for the message
     * @param shape as declared
     * @param memoryBytes bytes of one element in memory
     */
    int elements(String array, long[] shape, int memoryBytes) {
        if (shape.length > MAX_RANK) {
            throw refuse("the array '" + array + "' declares " + shape.length + " axes; at most " + MAX_RANK + " are read.");
        }
        long elements = 1;
        try {
            for (long size : shape) {
                if (size < 0) {
                    throw refuse("the array '" + array + "' declares the impossible shape " + shapeText(shape) + "; the file is damaged.");
                }
                elements = Math.multiplyExact(elements, size);
            }
        } catch (ArithmeticException e) {
            throw NullclineException.input(at("the array '" + array + "' declares the impossible shape " + shapeText(shape) + "; the file is damaged."), e);
        }
        if (elements > Integer.MAX_VALUE - 16 || elements > bytes / memoryBytes) {
            throw refuse("the array '" + array + "' " + shapeText(shape) + " is larger than the " + bytes
                    + " bytes that may be used for one array; cut it into smaller arrays, save it as .npy or HDF5 of time × channels, which are read in parts,"
                    + " or give the process more memory.");
        }
        return (int) elements;
    }

    /** Refuses data that claims to have been compressed more than any real data can be. */
    void ratio(String array, long compressed, long inflated) {
        if (inflated > RATIO_FLOOR && inflated / MAX_RATIO > compressed) {
            throw refuse("'" + array + "' claims that " + compressed + " compressed bytes hold " + inflated + "; the file is damaged or malicious.");
        }
    }

    /** The most bytes that {@code compressed} bytes may inflate to. */
    long inflatable(long compressed) {
        return Math.min(bytes, RATIO_FLOOR + MAX_RATIO * compressed);
    }

    /** The size of the file, refused above the budget: for readers that hold the whole file in memory. */
    int wholeFile() throws IOException {
        long size = Files.size(file);
        if (size > Math.min(bytes, Integer.MAX_VALUE - 64)) {
            throw refuse("the file has " + size + " bytes, more than can be read at once; convert it to HDF5 or cut it into smaller files.");
        }
        return (int) size;
    }

    /** A failure to read this file; {@code problem} begins in lower case. */
    NullclineException refuse(String problem) {
        return NullclineException.input(at(problem));
    }

    /** The same with a cause for the log. */
    NullclineException refuse(String problem, Throwable cause) {
        return NullclineException.input(at(problem), cause);
    }

    /** The failure to find an array, with what is there instead. */
    NullclineException missing(String array, Iterable<String> names) {
        StringBuilder known = new StringBuilder();
        int count = 0;
        for (String name : names) {
            if (count++ == 30) {
                known.append(" …");
                break;
            }
            known.append(count == 1 ? "" : ", ").append(name);
        }
        return refuse("there is no array '" + array + "'; the file holds " + (count == 0 ? "no arrays" : known) + ".");
    }

    /** Why something could not be read, in words even where the platform has none. */
    static String reason(Exception e) {
        return e.getMessage() == null ? "it is cut off or damaged." : e.getMessage();
    }

    /** The sentence; control characters from names within a damaged file must not reach a terminal. */
    private String at(String problem) {
        return file + ": " + problem.replaceAll("\\p{Cntrl}", "?");
    }

    /** A shape for people, such as {@code 2 × 3}. */
    static String shapeText(long[] shape) {
        return shape.length == 0 ? "scalar" : Arrays.stream(shape).mapToObj(Long::toString).collect(Collectors.joining(" × "));
    }
}
