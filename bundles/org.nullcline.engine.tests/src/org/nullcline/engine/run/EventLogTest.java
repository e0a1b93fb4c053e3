// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

class EventLogTest {

    @TempDir
    private Path folder;

    private Path write(int count) {
        Path file = folder.resolve("events.jsonl");
        try (EventLog log = new EventLog(file)) {
            for (int i = 0; i < count; i++) {
                log.append(RunEvent.NOTE, number(i));
            }
        }
        return file;
    }

    private static JsonObject number(int i) {
        JsonObject data = new JsonObject();
        data.addProperty("n", i);
        data.addProperty("text", "note \"" + i + "\"\nλ");
        return data;
    }

    private static List<Integer> numbers(List<RunEvent> events) {
        return events.stream().map(e -> e.integer("n")).toList();
    }

    @Test
    void eventsComeBackInOrder() {
        Path file = write(3);
        List<RunEvent> events = new EventLog.Reader(file).all();
        assertEquals(List.of(0, 1, 2), numbers(events));
        assertEquals("note \"1\"\nλ", events.get(1).text("text"));
        assertEquals(RunEvent.NOTE, events.get(1).type());
    }

    @Test
    void everyLineIsOneJsonObject() throws IOException {
        for (String line : Files.readAllLines(write(3))) {
            assertTrue(JsonParser.parseString(line).isJsonObject());
        }
    }

    @Test
    void lineTornAtAnyByteCostsOnlyItself() throws IOException {
        Path file = write(3);
        byte[] whole = Files.readAllBytes(file);
        int lastLine = new String(whole, StandardCharsets.ISO_8859_1).lastIndexOf('\n', whole.length - 2) + 1;
        for (int length = lastLine; length < whole.length; length++) {
            Path torn = folder.resolve("torn-" + length);
            Files.write(torn, Arrays.copyOf(whole, length));
            assertEquals(List.of(0, 1), numbers(new EventLog.Reader(torn).all()), "torn at " + length);
            try (EventLog log = new EventLog(torn)) {
                log.append(RunEvent.NOTE, number(9));
            }
            List<Integer> after = numbers(new EventLog.Reader(torn).all());
            // Only the newline is missing from the last length: the event itself is whole and comes back.
            assertEquals(length == whole.length - 1 ? List.of(0, 1, 2, 9) : List.of(0, 1, 9), after, "torn at " + length);
        }
    }

    @Test
    void changedLineIsNotBelieved() throws IOException {
        Path file = write(3);
        Files.writeString(file, Files.readString(file).replace("\"n\":1", "\"n\":7"));
        assertEquals(List.of(0, 2), numbers(new EventLog.Reader(file).all()));
    }

    @Test
    void readerSeesWhatIsAppendedWhileItWaits() {
        Path file = folder.resolve("live.jsonl");
        EventLog.Reader reader = new EventLog.Reader(file);
        assertEquals(List.of(), reader.next());
        List<Integer> seen = new ArrayList<>();
        try (EventLog log = new EventLog(file)) {
            for (int i = 0; i < 5; i++) {
                log.append(RunEvent.NOTE, number(i));
                log.flush();
                seen.addAll(numbers(reader.next()));
            }
        }
        assertEquals(List.of(0, 1, 2, 3, 4), seen);
        assertEquals(List.of(), reader.next());
    }

    @Test
    void largeLogsAreReadInPieces() {
        Path file = write(50_000);
        assertEquals(50_000, new EventLog.Reader(file).all().size());
    }

    @Test
    void numbersThatJsonHasNoNameForComeBack() {
        Path file = folder.resolve("numbers.jsonl");
        try (EventLog log = new EventLog(file)) {
            JsonObject data = new JsonObject();
            data.addProperty("y", Double.toString(Double.POSITIVE_INFINITY));
            data.addProperty("z", Double.toString(Double.NaN));
            log.append(RunEvent.MEASURE, data);
        }
        RunEvent event = new EventLog.Reader(file).all().getFirst();
        assertEquals(Double.POSITIVE_INFINITY, event.number("y"));
        assertTrue(Double.isNaN(event.number("z")));
    }
}
