// SPDX-License-Identifier: EPL-2.0
package org.nullcline.nd4j;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.presets.openblas_nolapack;
import org.nd4j.common.config.ND4JClassLoading;
import org.nd4j.common.config.ND4JSystemProperties;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;
import org.nullcline.nd4j.internal.NativeFolders;

/**
 * The one place that starts the native numerical libraries (ND4J, OpenBLAS).
 *
 * <p>Starting takes half a second, or a few seconds when the libraries are unpacked for the first time, so nobody calls
 * {@link #start()} on a user interface's thread. It happens at most once in a process: a static initialiser of ND4J that
 * has failed shows itself later only as {@code NoClassDefFoundError}, so the first failure is kept and reported for ever
 * after.
 *
 * <p>Works alike as an OSGi bundle and on a plain class path.
 */
public final class NativeRuntime {
    private static final String CACHE_FOLDER = "org.bytedeco.javacpp.cachedir";
    private static final String LIBRARY_PATH = "java.library.path";
    private static final String PATHS_FIRST = "org.bytedeco.javacpp.pathsFirst";
    private static final String THREADS_VARIABLE = "OMP_NUM_THREADS";

    private NativeRuntime() {
    }

    /**
     * How the start went.
     *
     * @param available whether arrays can be used
     * @param reason one sentence for the user why not; empty when available
     * @param version of ND4J and OpenBLAS, joined by an underscore
     * @param platform such as {@code linux-x86_64}
     * @param folder where the libraries are loaded from
     * @param threads that one native operation may use; 0 when not available
     * @param cause of the failure for the log, or null
     */
    public record State(boolean available, String reason, String version, String platform, Path folder, int threads,
            Throwable cause) {
    }

    /** Starts the libraries where that has not happened; the same answer for every caller and for ever. */
    public static State start() {
        return Started.STATE;
    }

    /** Whether arrays can be used; starts the libraries. */
    public static boolean isAvailable() {
        return start().available();
    }

    /** The sentence that tells why arrays cannot be used; empty when they can. */
    public static Optional<String> unavailableReason() {
        var state = start();
        return state.available() ? Optional.empty() : Optional.of(state.reason());
    }

    /**
     * Starts the libraries or says why that is impossible.
     *
     * @throws NativeRuntimeException with the reason of the first failure
     */
    public static void require() {
        var state = start();
        if (!state.available()) {
            throw new NativeRuntimeException(state.reason(), state.cause());
        }
    }

    /**
     * Settles class loader and folders without loading a native library. Calling it again changes nothing, and settings
     * that the user made on the command line win.
     */
    public static synchronized void prepare() {
        // Otherwise the backend is looked up with the calling thread's loader, which in OSGi, and on threads without
        // a context class loader, cannot see it.
        ND4JClassLoading.setNd4jClassloader(NativeRuntime.class.getClassLoader());
        setUnlessSet(ND4JSystemProperties.LOG_INITIALIZATION, "false");
        setUnlessSet(ND4JSystemProperties.VERSION_CHECK_PROPERTY, "false");
        // The limit counts memory-mapped recordings too and would refuse arrays although memory is free.
        setUnlessSet(ND4JSystemProperties.JAVACPP_MEMORY_MAX_PHYSICAL_BYTES, "0");
        var folders = folders();
        setUnlessSet(CACHE_FOLDER, folders.cache().toString());
        folders.shared().ifPresent(NativeRuntime::searchFirst);
    }

    /**
     * Copies the libraries in use into a folder that many users may read; the start script and
     * {@code NULLCLINE_NATIVES} take them from there without unpacking.
     *
     * @param folder the shared folder; the libraries go to its subfolder of this platform
     * @return the number of libraries copied
     * @throws NativeRuntimeException when the libraries cannot be started
     * @throws IOException when the folder cannot be written
     */
    public static int copyLibrariesTo(Path folder) throws IOException {
        require();
        var target = Files.createDirectories(folder.resolve(start().platform()));
        var copied = 0;
        try (var files = Files.walk(start().folder())) {
            for (var file : (Iterable<Path>) files.filter(NativeRuntime::isLibrary)::iterator) {
                Files.copy(file, target.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                copied++;
            }
        }
        return copied;
    }

    private static boolean isLibrary(Path file) {
        var name = file.getFileName().toString();
        return Files.isRegularFile(file)
                && (name.contains(".so") || name.endsWith(".dll") || name.endsWith(".dylib"));
    }

    private static NativeFolders folders() {
        return new NativeFolders(System.getenv(), System.getProperties());
    }

    private static void setUnlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    private static void searchFirst(Path libraries) {
        var before = System.getProperty(LIBRARY_PATH, "");
        if (!before.startsWith(libraries.toString())) {
            System.setProperty(LIBRARY_PATH, libraries + System.getProperty("path.separator") + before);
        }
        setUnlessSet(PATHS_FIRST, "true");
    }

    /** Initialised by the first caller; the others wait and see the same state. */
    private static final class Started {
        static final State STATE = attempt();

        private static State attempt() {
            var folders = folders();
            var folder = folders.shared().orElseGet(folders::cache);
            try {
                prepare();
                folder = folders.shared().orElseGet(() -> Path.of(System.getProperty(CACHE_FOLDER)));
                checkLibraries(folders);
                writable(Path.of(System.getProperty(CACHE_FOLDER)));
                var threads = load();
                return new State(true, "", NativeFolders.version(), folders.platform(), folder, threads, null);
            } catch (NativeRuntimeException e) {
                return failed(folders, folder, e.getMessage(), e);
            } catch (Exception | LinkageError | OutOfMemoryError e) {
                return failed(folders, folder, sentence(folder, e), e);
            }
        }

        private static State failed(NativeFolders folders, Path folder, String reason, Throwable cause) {
            return new State(false, reason, NativeFolders.version(), folders.platform(), folder, 0, cause);
        }

        private static void checkLibraries(NativeFolders folders) {
            var library = System.mapLibraryName("jnind4jcpu");
            var unpacked = folders.shared().map(folder -> folder.resolve(library)).filter(Files::exists);
            var packed = "/org/nd4j/linalg/cpu/nativecpu/bindings/" + folders.platform() + "/" + library;
            if (unpacked.isEmpty() && NativeRuntime.class.getResource(packed) == null) {
                throw new NativeRuntimeException("This installation brings no native numerical libraries for "
                        + folders.platform() + "; install the feature with the libraries of this platform.", null);
            }
        }

        private static void writable(Path cache) {
            try {
                Files.createDirectories(cache);
            } catch (IOException | UncheckedIOException e) {
                throw notWritable(cache, e);
            }
            if (!Files.isWritable(cache)) {
                throw notWritable(cache, null);
            }
        }

        private static NativeRuntimeException notWritable(Path cache, Exception cause) {
            return new NativeRuntimeException("The native numerical libraries cannot be unpacked to " + cache
                    + "; make that folder writable, or set " + NativeFolders.CACHE_VARIABLE
                    + " to a folder with 400 MB of free space.", cause);
        }

        private static int load() {
            var array = Nd4j.create(new float[] {1, 2, 3, 4}, 2, 2).mmul(Nd4j.eye(2).castTo(DataType.FLOAT));
            if (array.getFloat(1, 0) != 3) {
                throw new NativeRuntimeException("The native numerical libraries compute a wrong product of two "
                        + "matrices on this processor; set OPENBLAS_CORETYPE to a kind of processor that OpenBLAS "
                        + "knows, such as Haswell.", null);
            }
            // More than one thread would let sums, and so results, depend on the number of cores.
            var wanted = wantedThreads();
            Loader.load(openblas_nolapack.class);
            openblas_nolapack.blas_set_num_threads(wanted);
            var operations = NativeOpsHolder.getInstance().getDeviceNativeOps();
            operations.setOmpNumThreads(wanted);
            return Math.max(operations.ompGetMaxThreads(), openblas_nolapack.blas_get_num_threads());
        }

        private static int wantedThreads() {
            var value = System.getenv(THREADS_VARIABLE);
            try {
                return value == null || value.isBlank() ? 1 : Math.max(1, Integer.parseInt(value.strip()));
            } catch (NumberFormatException e) {
                throw new NativeRuntimeException("The environment variable " + THREADS_VARIABLE + " is \"" + value
                        + "\"; it must be a whole number such as 1.", e);
            }
        }

        private static String sentence(Path folder, Throwable failure) {
            var innermost = failure;
            while (innermost.getCause() != null && innermost.getCause() != innermost) {
                innermost = innermost.getCause();
            }
            var detail = innermost.getMessage() == null ? innermost.getClass().getSimpleName()
                    : innermost.getMessage().lines().findFirst().orElse("").strip();
            return "The native numerical libraries in " + folder + " do not start (" + detail
                    + "); remove that folder so that they are unpacked again, and see the log if that does not help.";
        }
    }
}
