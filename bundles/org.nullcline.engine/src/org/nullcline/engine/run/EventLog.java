// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.run;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;

import org.nullcline.api.NullclineException;
import org.nullcline.engine.store.Store;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

/**
 * An append-only log: one JSON object per line, each with a checksum. A line that a kill left torn is skipped by readers and costs
 * nothing but itself. One process writes, any number read.
 */
public final class EventLog implements AutoCloseable {

    private static final String CHECKSUM = ",\"crc\":\"";
    private static final int FLUSH_BYTES = 1 << 16;

    private final Path file;
    private final FileChannel channel;
    private final StringBuilder pending = new StringBuilder();

    /** Opens a log for writing, behind what is there. */
    public EventLog(Path file) {
        this.file = file;
        try {
            Files.createDirectories(file.getParent());
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
            if (endsTorn(file)) {
                pending.append('\n');
            }
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private static boolean endsTorn(Path file) throws IOException {
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "r")) {
            if (content.length() == 0) {
                return false;
            }
            content.seek(content.length() - 1);
            return content.read() != '\n';
        }
    }

    /** Appends an event; it reaches the file at the next {@link #flush()}. */
    public synchronized void append(String type, JsonObject data) {
        JsonObject line = new JsonObject();
        line.addProperty("at", Instant.now().toEpochMilli());
        line.addProperty("type", type);
        data.entrySet().forEach(e -> line.add(e.getKey(), e.getValue()));
        String json = line.toString();
        String open = json.substring(0, json.length() - 1);
        pending.append(open).append(CHECKSUM).append(checksum(open)).append("\"}\n");
        if (pending.length() > FLUSH_BYTES) {
            flush();
        }
    }

    /** Hands everything to the operating system, where readers see it and a kill of this process cannot take it back. */
    public synchronized void flush() {
        if (pending.isEmpty()) {
            return;
        }
        ByteBuffer bytes = ByteBuffer.wrap(pending.toString().getBytes(StandardCharsets.UTF_8));
        pending.setLength(0);
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw failure(e);
        }
    }

    @Override
    public synchronized void close() {
        try (channel) {
            flush();
            channel.force(false);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private NullclineException failure(IOException e) {
        return NullclineException.infrastructure("The event log " + file + " cannot be written: " + Store.reason(e) + ".", e);
    }

    private static String checksum(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }

    /** Reads a log from where it stopped the last time. */
    public static final class Reader {

        private static final int CHUNK = 1 << 20;

        private final Path file;
        private long offset;

        /** Reads from the beginning; the file need not exist yet. */
        public Reader(Path file) {
            this.file = file;
        }

        /** The whole events that were appended since the last call, at most about a megabyte of them. */
        public List<RunEvent> next() {
            if (!Files.exists(file)) {
                return List.of();
            }
            try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
                ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(CHUNK, Math.max(0, in.size() - offset)));
                in.position(offset);
                while (buffer.hasRemaining() && in.read(buffer) >= 0) {
                    // Reads until the buffer is full or the file ends.
                }
                return parse(buffer.array(), buffer.position());
            } catch (IOException e) {
                throw NullclineException.infrastructure("The event log " + file + " cannot be read: " + Store.reason(e) + ".", e);
            }
        }

        /** All events from where the last call stopped to the end. */
        public List<RunEvent> all() {
            List<RunEvent> all = new ArrayList<>();
            long before;
            do {
                before = offset;
                all.addAll(next());
            } while (offset > before);
            return all;
        }

        private List<RunEvent> parse(byte[] bytes, int length) {
            List<RunEvent> events = new ArrayList<>();
            int start = 0;
            for (int i = 0; i < length; i++) {
                if (bytes[i] == '\n') {
                    parseLine(new String(bytes, start, i - start, StandardCharsets.UTF_8), events);
                    start = i + 1;
                }
            }
            if (start == 0 && length == CHUNK) {
                start = length;
            }
            offset += start;
            return events;
        }

        private static void parseLine(String line, List<RunEvent> events) {
            int mark = line.lastIndexOf(CHECKSUM);
            if (mark < 0 || !line.endsWith("\"}") || !line.substring(mark + CHECKSUM.length(), line.length() - 2).equals(checksum(line.substring(0, mark)))) {
                return;
            }
            try {
                JsonObject json = JsonParser.parseString(line).getAsJsonObject();
                events.add(new RunEvent(Instant.ofEpochMilli(json.get("at").getAsLong()), json.get("type").getAsString(), json));
            } catch (JsonParseException | IllegalStateException | NullPointerException e) {
                // A line with a valid checksum that is no event was written by a newer version; skipping it is all that can be done.
                return;
            }
        }
    }
}
