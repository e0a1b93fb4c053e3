// SPDX-License-Identifier: EPL-2.0
package org.nullcline.nd4j.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NativeFoldersTest {
    private static Properties machine(String name, String architecture) {
        var properties = new Properties();
        properties.setProperty("os.name", name);
        properties.setProperty("os.arch", architecture);
        properties.setProperty("user.home", Path.of("home", "ada").toString());
        return properties;
    }

    private static NativeFolders linux(Map<String, String> environment) {
        return new NativeFolders(environment, machine("Linux", "amd64"));
    }

    @ParameterizedTest
    @CsvSource({"Linux, amd64, linux-x86_64", "Windows 11, amd64, windows-x86_64", "Mac OS X, aarch64, macosx-arm64"})
    void platformIsNamedAsTheLibrariesFoldersAre(String name, String architecture, String platform) {
        assertEquals(platform, new NativeFolders(Map.of(), machine(name, architecture)).platform());
    }

    @Test
    void cacheFolderCarriesTheVersionSoThatTwoProductsDoNotOverwriteEachOther() {
        var version = NativeFolders.version();
        assertTrue(version.matches("[\\d.]+[-\\w.]*_[\\d.]+-[\\d.]+"), version);
        assertEquals(Path.of("home", "ada", ".cache", "nullcline", "natives", version), linux(Map.of()).cache());
    }

    @Test
    void cacheFolderFollowsTheUsersSettings(@TempDir Path folder) {
        var xdg = linux(Map.of("XDG_CACHE_HOME", folder.toString()));
        assertTrue(xdg.cache().startsWith(folder.resolve("nullcline")));
        var own = linux(Map.of("XDG_CACHE_HOME", folder.toString(), "NULLCLINE_CACHE", folder + "/own"));
        assertTrue(own.cache().startsWith(folder.resolve("own").resolve("natives")));
        var mac = new NativeFolders(Map.of(), machine("Mac OS X", "aarch64"));
        assertTrue(mac.cache().startsWith(Path.of("home", "ada", "Library", "Caches")));
        var relative = linux(Map.of("XDG_CACHE_HOME", "relative"));
        assertFalse(relative.cache().startsWith("relative"), "the XDG specification ignores relative paths");
    }

    @Test
    void sharedFolderCountsOnlyWhereItHoldsThisPlatform(@TempDir Path folder) throws IOException {
        var folders = linux(Map.of("NULLCLINE_NATIVES", folder.toString()));
        assertEquals(Optional.empty(), folders.shared());
        Files.createDirectory(folder.resolve("linux-x86_64"));
        assertEquals(Optional.of(folder.resolve("linux-x86_64")), folders.shared());
    }
}
