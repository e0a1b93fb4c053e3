// SPDX-License-Identifier: EPL-2.0
package org.nullcline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonObject;

/** The command compare fits each operator once, whatever is compared with it later. */
class KeptOperatorsTest {

    @TempDir
    private Path folder;

    private JsonObject compare(String... more) {
        List<String> arguments = new ArrayList<>(List.of("compare", "dsa"));
        arguments.addAll(Arrays.asList(more));
        arguments.addAll(List.of("--set", "delays=2", "--json"));
        return new Calls(folder).call(arguments.toArray(String[]::new)).exits(ExitCode.DONE).json();
    }

    private void file(String name, double frequency) throws IOException {
        StringBuilder text = new StringBuilder("x,y,z\n");
        for (int t = 0; t < 80; t++) {
            text.append(Math.sin(frequency * t)).append(',').append(Math.cos(frequency * t) * Math.exp(-0.01 * t)).append(',')
                    .append(Math.sin(2.3 * frequency * t + t * t * 0.01)).append('\n');
        }
        Files.writeString(folder.resolve(name), text);
    }

    private static void assertPrepared(int fromStore, int made, JsonObject result) {
        assertEquals("{\"fromStore\":" + fromStore + ",\"made\":" + made + "}", result.get("prepared").toString());
    }

    @Test
    void operatorsAreFittedOnceAndGiveTheSameBytes() throws IOException {
        for (int i = 0; i < 4; i++) {
            file("r" + i + ".csv", 0.2 + 0.05 * i);
        }
        JsonObject first = compare("r0.csv", "r1.csv", "r2.csv", "--set", "rank=4");
        assertPrepared(0, 3, first);
        JsonObject again = compare("r0.csv", "r1.csv", "r2.csv", "--set", "rank=4");
        assertPrepared(3, 0, again);
        assertEquals(first.get("matrix"), again.get("matrix"));
        assertEquals(first.get("matrix"), compare("r0.csv", "r1.csv", "r2.csv", "--set", "rank=4", "--store", "other").get("matrix"));
        assertPrepared(3, 1, compare("r0.csv", "r1.csv", "r2.csv", "r3.csv", "--set", "rank=4"));
        assertPrepared(4, 0, compare("r0.csv", "r1.csv", "--with", "r2.csv", "--with", "r3.csv", "--set", "rank=4", "--set", "score=wasserstein"));
        assertPrepared(0, 2, compare("r0.csv", "r1.csv", "--set", "rank=3"));
        file("r1.csv", 0.4);
        assertPrepared(1, 1, compare("r0.csv", "r1.csv", "--set", "rank=4"));
        Files.copy(folder.resolve("r0.csv"), folder.resolve("copy.csv"));
        assertPrepared(2, 0, compare("copy.csv", "r1.csv", "--set", "rank=4"));
        JsonObject verified = new Calls(folder).call("verify", "--json").exits(ExitCode.DONE).json();
        assertEquals(7, verified.get("prepared").getAsInt());
        assertEquals(0, new Calls(folder).call("gc", "--json").exits(ExitCode.DONE).json().getAsJsonArray("prepared").size());
    }

    @Test
    void partsAreKeptAsTheirContentAndPeopleAreTold() throws IOException {
        file("r.csv", 0.3);
        assertPrepared(0, 2, compare("r.csv", "--length", "20", "--set", "rank=3", "--set", "parts=halves"));
        Calls.Result told = new Calls(folder).call("compare", "dsa", "r.csv", "--length", "20", "--set", "delays=2", "--set", "rank=3", "--set", "parts=halves")
                .exits(ExitCode.DONE);
        assertTrue(told.err().contains("2 of 2 prepared values came from the store"), told.err());
    }
}
