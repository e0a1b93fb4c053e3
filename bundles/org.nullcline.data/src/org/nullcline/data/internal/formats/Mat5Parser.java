// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.formats;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Parses the matrix elements of a MAT-file of level 5 ("MAT-File Format", The MathWorks, chapter 1) into {@link MatNode}s that refer to the
 * file's bytes. Every length is checked against the bytes that are there; nothing is allocated from a declared size.
 */
final class Mat5Parser {

    static final int MI_INT8 = 1;
    static final int MI_UINT8 = 2;
    static final int MI_INT16 = 3;
    static final int MI_UINT16 = 4;
    static final int MI_INT32 = 5;
    static final int MI_UINT32 = 6;
    static final int MI_SINGLE = 7;
    static final int MI_DOUBLE = 9;
    static final int MI_INT64 = 12;
    static final int MI_UINT64 = 13;
    static final int MI_MATRIX = 14;
    static final int MI_COMPRESSED = 15;
    static final int MI_UTF8 = 16;
    static final int MI_UTF16 = 17;

    private static final int LOGICAL = 0x0200;
    private static final int COMPLEX = 0x0800;
    private static final String[] CLASSES = {"unknown", "cell", "struct", "object", "char", "sparse", "double", "single", "int8", "uint8", "int16",
        "uint16", "int32", "uint32", "int64", "uint64", "function handle", "opaque object", "object"};

    private final Budget budget;
    private int nodes;

    Mat5Parser(Budget budget) {
        this.budget = budget;
    }

    /** A variable with its name. */
    record Named(String name, MatNode node) {
    }

    /** A data element: type and bytes; the position of {@code in} moves behind it. */
    MatNode.Data element(ByteBuffer in) {
        try {
            int word = in.getInt();
            int type = word;
            int size;
            boolean small = word >>> 16 != 0;
            if (small) {
                type = word & 0xffff;
                size = word >>> 16;
            } else {
                size = in.getInt();
            }
            if (size < 0 || small && size > 4 || size > in.remaining()) {
                throw budget.refuse("an element declares " + Integer.toUnsignedLong(size) + " bytes where " + in.remaining()
                        + " are left; the file is cut off or damaged.");
            }
            ByteBuffer bytes = in.slice(in.position(), size).order(in.order());
            int padded = small ? 4 : type == MI_COMPRESSED ? size : (int) Math.min((size + 7L) & ~7L, in.remaining());
            in.position(in.position() + Math.min(padded, in.remaining()));
            return new MatNode.Data(type, bytes);
        } catch (BufferUnderflowException e) {
            throw budget.refuse("the file ends within an element; it is cut off.", e);
        }
    }

    /** The content of a matrix element. */
    Named matrix(ByteBuffer in, int depth) {
        if (depth > Budget.MAX_DEPTH || ++nodes > Budget.MAX_NODES) {
            throw budget.refuse("its structs and cells are nested too deeply or too many; save the arrays as plain variables.");
        }
        if (!in.hasRemaining()) {
            return new Named("", new MatNode.Numeric("double", new long[] {0, 0}, new MatNode.Data(MI_DOUBLE, in)));
        }
        MatNode.Data flagData = element(in);
        if (flagData.type() != MI_UINT32 || flagData.bytes().remaining() < 8) {
            throw budget.refuse("a variable does not begin with array flags; the file is damaged.");
        }
        int flags = flagData.bytes().getInt(0);
        int classCode = flags & 0xff;
        String className = classCode < CLASSES.length ? CLASSES[classCode] : CLASSES[0];
        if (classCode == 17) {
            String name = text(element(in));
            return new Named(name, new MatNode.Unreadable(className, new long[0], "it is an object of a MATLAB class (such as table, string or datetime)"));
        }
        long[] shape = shape(element(in));
        String name = text(element(in));
        MatNode node = switch (classCode) {
            case 1 -> cell(in, shape, depth);
            case 2 -> struct(in, shape, depth);
            case 3 -> new MatNode.Unreadable(className, shape, "it is an object of a MATLAB class");
            case 5 -> (flags & COMPLEX) != 0 ? complex("sparse", shape) : new MatNode.Sparse(shape, element(in), element(in), element(in));
            case 4, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15 -> (flags & COMPLEX) != 0 ? complex(className, shape)
                    : new MatNode.Numeric((flags & LOGICAL) != 0 ? "logical" : className, shape, element(in));
            default -> new MatNode.Unreadable(className, shape, "its class is " + className);
        };
        return new Named(name, node);
    }

    private static MatNode complex(String className, long[] shape) {
        return new MatNode.Unreadable("complex " + className, shape, "it is complex; save real(x) and imag(x) as two variables");
    }

    private MatNode cell(ByteBuffer in, long[] shape, int depth) {
        int count = children(shape, in, 1);
        List<MatNode> elements = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            elements.add(child(in, depth));
        }
        return new MatNode.Cell(shape, elements);
    }

    private MatNode struct(ByteBuffer in, long[] shape, int depth) {
        MatNode.Data lengthData = element(in);
        int length = lengthData.bytes().remaining() < 4 ? 0 : lengthData.bytes().getInt(0);
        ByteBuffer names = element(in).bytes();
        if (length <= 0 || names.remaining() % length != 0) {
            throw budget.refuse("a struct has no readable field names; the file is damaged.");
        }
        List<String> fields = new ArrayList<>();
        for (int at = 0; at < names.remaining(); at += length) {
            fields.add(zeroTerminated(names.slice(at, length)));
        }
        int count = fields.isEmpty() ? 0 : children(shape, in, fields.size());
        List<Map<String, MatNode>> elements = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map<String, MatNode> element = new LinkedHashMap<>();
            for (String field : fields) {
                element.put(field, child(in, depth));
            }
            elements.add(element);
        }
        return new MatNode.Struct(shape, elements);
    }

    private MatNode child(ByteBuffer in, int depth) {
        MatNode.Data data = element(in);
        if (data.type() != MI_MATRIX) {
            throw budget.refuse("a cell or struct field is no array; the file is damaged.");
        }
        return matrix(data.bytes(), depth + 1).node();
    }

    /** Elements of a cell or struct array, each of which takes at least 8 bytes per field. */
    private int children(long[] shape, ByteBuffer in, int fields) {
        int count = budget.elements("cell or struct", shape, 8);
        if ((long) count * fields > in.remaining() / 8) {
            throw budget.refuse("a cell or struct array declares " + Budget.shapeText(shape) + " elements but the file ends before; it is damaged.");
        }
        return count;
    }

    private long[] shape(MatNode.Data data) {
        int rank = data.bytes().remaining() / 4;
        if (data.type() != MI_INT32 || rank < 1 || rank > Budget.MAX_RANK) {
            throw budget.refuse("a variable has no readable sizes (" + rank + " axes); the file is damaged.");
        }
        long[] shape = new long[rank];
        for (int i = 0; i < rank; i++) {
            shape[i] = data.bytes().getInt(4 * i);
        }
        return shape;
    }

    private static String text(MatNode.Data data) {
        return zeroTerminated(data.bytes());
    }

    private static String zeroTerminated(ByteBuffer bytes) {
        byte[] all = new byte[bytes.remaining()];
        bytes.get(bytes.position(), all);
        int length = 0;
        while (length < all.length && all[length] != 0) {
            length++;
        }
        return new String(all, 0, length, StandardCharsets.UTF_8);
    }
}
