// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.formats;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.InflaterInputStream;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.api.format.ArrayFile;
import org.nullcline.api.format.ArrayInfo;

/** An opened MAT-file of level 5: its variables, flattened to names such as {@code st.dt} or {@code trials{3}}. */
final class Mat5File implements ArrayFile {

    private static final int HEADER = 128;

    private final Budget budget;
    private final Map<String, MatNode> nodes;

    private Mat5File(Budget budget, Map<String, MatNode> nodes) {
        this.budget = budget;
        this.nodes = nodes;
    }

    static Mat5File open(Budget budget) {
        try {
            budget.wholeFile();
            ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(budget.file()));
            if (in.remaining() < HEADER) {
                throw budget.refuse("the file is shorter than the header of a MAT-file; it is cut off.");
            }
            in.order(in.get(HEADER - 2) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            in.position(HEADER);
            return new Mat5File(budget, variables(budget, in));
        } catch (IOException e) {
            throw budget.refuse("the file cannot be read: " + e.getMessage(), e);
        }
    }

    private static Map<String, MatNode> variables(Budget budget, ByteBuffer in) throws IOException {
        Mat5Parser parser = new Mat5Parser(budget);
        Map<String, MatNode> nodes = new LinkedHashMap<>();
        long inflated = 0;
        while (in.remaining() >= 8) {
            MatNode.Data element = parser.element(in);
            if (element.type() == Mat5Parser.MI_COMPRESSED) {
                ByteBuffer content = inflate(budget, element.bytes(), budget.bytes() - inflated);
                inflated += content.remaining();
                element = parser.element(content);
            }
            if (element.type() != Mat5Parser.MI_MATRIX) {
                throw budget.refuse("an element of type " + element.type() + " stands where a variable should; the file is damaged.");
            }
            Mat5Parser.Named variable = parser.matrix(element.bytes(), 0);
            if (!variable.name().isEmpty()) {
                flatten(variable.name(), variable.node(), nodes);
            }
        }
        return nodes;
    }

    private static ByteBuffer inflate(Budget budget, ByteBuffer compressed, long left) throws IOException {
        byte[] bytes = new byte[compressed.remaining()];
        compressed.get(bytes);
        long limit = Math.min(Math.min(left, budget.inflatable(bytes.length)), Integer.MAX_VALUE - 64);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] chunk = new byte[1 << 16];
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                if (out.size() + count > limit) {
                    throw budget.refuse("its compressed variables hold more than the " + limit
                            + " bytes that may be unpacked; save fewer variables per file, or give the process more memory.");
                }
                out.write(chunk, 0, count);
            }
        } catch (IOException e) {
            throw budget.refuse("a compressed variable cannot be unpacked (" + e.getMessage() + "); the file is cut off or damaged.", e);
        }
        return ByteBuffer.wrap(out.toByteArray()).order(compressed.order());
    }

    private static void flatten(String name, MatNode node, Map<String, MatNode> into) {
        into.put(name, node);
        switch (node) {
            case MatNode.Struct struct -> {
                for (int i = 0; i < struct.elements().size(); i++) {
                    String element = struct.elements().size() == 1 ? name : name + "(" + (i + 1) + ")";
                    struct.elements().get(i).forEach((field, child) -> flatten(element + "." + field, child, into));
                }
            }
            case MatNode.Cell cell -> {
                for (int i = 0; i < cell.elements().size(); i++) {
                    flatten(name + "{" + (i + 1) + "}", cell.elements().get(i), into);
                }
            }
            case MatNode.Numeric numeric -> {
            }
            case MatNode.Sparse sparse -> {
            }
            case MatNode.Unreadable unreadable -> {
            }
        }
    }

    @Override
    public List<ArrayInfo> arrays() {
        List<ArrayInfo> infos = new ArrayList<>();
        nodes.forEach((name, node) -> {
            switch (node) {
                case MatNode.Numeric numeric -> infos.add(new ArrayInfo(name, numeric.className(), numeric.shape()));
                case MatNode.Sparse sparse -> infos.add(new ArrayInfo(name, "sparse", sparse.shape()));
                case MatNode.Unreadable unreadable -> infos.add(new ArrayInfo(name, unreadable.className(), unreadable.shape()));
                case MatNode.Cell cell -> {
                }
                case MatNode.Struct struct -> {
                }
            }
        });
        return infos;
    }

    @Override
    public INDArray read(String name) {
        MatNode node = nodes.get(name);
        if (node == null) {
            throw budget.missing(name, arrays().stream().map(ArrayInfo::name).toList());
        }
        return new Mat5Decoder(budget).decode(name, node);
    }

    @Override
    public void close() {
        // the whole file was read when it was opened
    }
}
