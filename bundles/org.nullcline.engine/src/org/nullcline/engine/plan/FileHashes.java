// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.plan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.nullcline.api.NullclineException;
import org.nullcline.api.parameter.Parameters.FileReference;

/** Content hashes of the files that parameters name. Each file is read once per instance; times of change are never trusted. */
public final class FileHashes {

    private static final int BUFFER = 1 << 20;
    private static final int MAX_FILES_IN_FOLDER = 100_000;

    private final Map<Path, FileDigest> known = new HashMap<>();

    /**
     * The files that a parameter text names: {@code FILE}, {@code FILE#NAME}, or several joined by {@code +}.
     *
     * @param owner for sentences, such as {@code recording.file}
     * @param base folder that relative paths start from
     * @throws NullclineException of kind INPUT when a file does not exist or cannot be read
     */
    public List<FileDigest> digest(String owner, String text, Path base) {
        List<FileDigest> digests = new ArrayList<>();
        for (FileReference reference : references(owner, text, base)) {
            FileDigest content = content(owner, reference.path());
            digests.add(new FileDigest(content.path(), reference.selector(), content.suffix(), content.sha256(), content.bytes()));
        }
        return List.copyOf(digests);
    }

    /** The same text with absolute paths. */
    public static String absolute(String owner, String text, Path base) {
        List<String> parts = references(owner, text, base).stream().map(r -> r.selector().isEmpty() ? r.path().toString() : r.path() + "#" + r.selector())
                .toList();
        return String.join("+", parts);
    }

    /** The files that a parameter text names, absolute; they need not exist. */
    public static List<Path> paths(String owner, String text, Path base) {
        return references(owner, text, base).stream().map(FileReference::path).toList();
    }

    private static List<FileReference> references(String owner, String text, Path base) {
        try {
            FileReference whole = resolve(text, base);
            if (Files.exists(whole.path()) || !text.contains("+")) {
                return List.of(whole);
            }
            return Stream.of(text.split("\\+")).map(part -> resolve(part.strip(), base)).toList();
        } catch (InvalidPathException e) {
            throw NullclineException.input("'" + text + "' in " + owner + " is no file name: " + e.getReason() + ".", e);
        }
    }

    private static FileReference resolve(String text, Path base) {
        FileReference reference = FileReference.parse(text);
        return new FileReference(base.resolve(reference.path()).toAbsolutePath().normalize(), reference.selector());
    }

    private FileDigest content(String owner, Path path) {
        FileDigest digest = known.get(path);
        if (digest == null) {
            digest = read(owner, path);
            known.put(path, digest);
        }
        return digest;
    }

    private static FileDigest read(String owner, Path path) {
        if (!Files.exists(path)) {
            throw NullclineException.input("There is no file " + path + ", which " + owner + " names; check the name and the folder.");
        }
        String name = path.getFileName().toString();
        int dot = name.lastIndexOf('.');
        String suffix = dot <= 0 ? "" : name.substring(dot).toLowerCase(Locale.ROOT);
        try {
            MessageDigest sha = sha256();
            long bytes = Files.isDirectory(path) ? addFolder(sha, path) : addFile(sha, path);
            return new FileDigest(path.toString(), "", suffix, HexFormat.of().formatHex(sha.digest()), bytes);
        } catch (IOException e) {
            throw NullclineException.input("The file " + path + ", which " + owner + " names, cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private static long addFolder(MessageDigest sha, Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).limit(MAX_FILES_IN_FOLDER + 1L).sorted().toList();
        }
        if (files.size() > MAX_FILES_IN_FOLDER) {
            throw new IOException("the folder holds more than " + MAX_FILES_IN_FOLDER + " files");
        }
        long bytes = 0;
        for (Path file : files) {
            sha.update((folder.relativize(file).toString().replace('\\', '/') + "\0").getBytes(StandardCharsets.UTF_8));
            MessageDigest content = sha256();
            bytes += addFile(content, file);
            sha.update(content.digest());
        }
        return bytes;
    }

    private static long addFile(MessageDigest sha, Path file) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long bytes = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                sha.update(buffer, 0, n);
                bytes += n;
            }
        }
        return bytes;
    }

    /** SHA-256 of one file, in hexadecimal. */
    public static String sha256(Path file) throws IOException {
        MessageDigest sha = sha256();
        addFile(sha, file);
        return HexFormat.of().formatHex(sha.digest());
    }

    /** A fresh SHA-256. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
