// SPDX-License-Identifier: EPL-2.0
package org.nullcline.nd4j.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * Where native libraries are unpacked to, or found ready to load.
 *
 * <p>The unpacked libraries of one version take 400 MB, so they live in a folder per user and per version, and an
 * institution can unpack them once into a folder that every user reads.
 */
public final class NativeFolders {
    /** Folder of libraries that are ready to load, set by the start script or an administrator. */
    public static final String SHARED_PROPERTY = "nullcline.natives";
    public static final String SHARED_VARIABLE = "NULLCLINE_NATIVES";
    /** The user's cache folder of the product; the natives are in a folder below it. */
    public static final String CACHE_PROPERTY = "nullcline.cache";
    public static final String CACHE_VARIABLE = "NULLCLINE_CACHE";

    private final Map<String, String> environment;
    private final Properties properties;

    public NativeFolders(Map<String, String> environment, Properties properties) {
        this.environment = environment;
        this.properties = properties;
    }

    /** Version of the libraries, such as {@code 1.0.0-M2.1_0.3.19-1.5.7}: array library, then linear algebra. */
    public static String version() {
        return versionOf("org.nd4j", "nd4j-api") + "_" + versionOf("org.bytedeco", "openblas");
    }

    private static String versionOf(String group, String artifact) {
        var name = "/META-INF/maven/" + group + "/" + artifact + "/pom.properties";
        var pom = new Properties();
        try (InputStream in = NativeFolders.class.getResourceAsStream(name)) {
            if (in != null) {
                pom.load(in);
            }
        } catch (IOException e) {
            throw new IllegalStateException("The version of " + artifact + " cannot be read from its jar.", e);
        }
        return pom.getProperty("version", "unknown");
    }

    /** The folder of shared libraries for this platform, where one is set and holds libraries. */
    public Optional<Path> shared() {
        var root = set(SHARED_PROPERTY, SHARED_VARIABLE);
        return root.map(path -> path.resolve(platform())).filter(Files::isDirectory);
    }

    /** The folder that this user's libraries are unpacked to. */
    public Path cache() {
        return userCache().resolve("natives").resolve(version());
    }

    private Path userCache() {
        return set(CACHE_PROPERTY, CACHE_VARIABLE).orElseGet(() -> platformCache().resolve("nullcline"));
    }

    private Path platformCache() {
        var home = Path.of(properties.getProperty("user.home"));
        return switch (operatingSystem()) {
            case "windows" -> variable("LOCALAPPDATA").orElse(home.resolve("AppData").resolve("Local"));
            case "macosx" -> home.resolve("Library").resolve("Caches");
            default -> variable("XDG_CACHE_HOME").filter(Path::isAbsolute).orElse(home.resolve(".cache"));
        };
    }

    /** Name of operating system and processor as the libraries' folders are called, such as {@code linux-x86_64}. */
    public String platform() {
        var architecture = switch (properties.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm64";
            case String other -> other;
        };
        return operatingSystem() + "-" + architecture;
    }

    private String operatingSystem() {
        var name = properties.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return "windows";
        }
        return name.startsWith("mac") ? "macosx" : "linux";
    }

    private Optional<Path> set(String property, String variable) {
        var value = properties.getProperty(property);
        return value == null || value.isBlank() ? variable(variable) : Optional.of(Path.of(value));
    }

    private Optional<Path> variable(String name) {
        var value = environment.get(name);
        return value == null || value.isBlank() ? Optional.empty() : Optional.of(Path.of(value));
    }
}
