// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.inputs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.api.NullclineException;
import org.nullcline.api.contribution.Contributions;
import org.nullcline.api.contribution.Descriptor;
import org.nullcline.api.contribution.ExtensionPoint;
import org.nullcline.api.format.ArrayFile;
import org.nullcline.api.format.ArrayInfo;
import org.nullcline.api.format.Format;
import org.nullcline.api.parameter.Parameters.FileReference;
import org.nullcline.api.value.ArrayData;
import org.nullcline.api.value.Kinds;
import org.nullcline.api.value.Value;

/**
 * Opens what users name on the command line or in a step, with every installed format.
 *
 * <p>An input is a {@code FILE}, one array {@code FILE#NAME} of it, several arrays {@code FILE#PREFIX*} in natural order, or several of these
 * joined by {@code +}. A 2-D array is time × channels, a 3-D array trials × time × channels; several arrays are several trials.
 */
public final class Inputs {

    /** Largest array that is read as a whole where nobody says otherwise: 8 GiB, or half of the memory of this process. */
    public static final long DEFAULT_BUDGET = Math.min(8L << 30, Runtime.getRuntime().maxMemory() / 2);
    private static final int BEGINNING = 4096;

    private final Contributions contributions;
    private final long budgetBytes;

    /** An array with the name under which it was found. */
    public record NamedInput(String name, INDArray array) {
    }

    /** Inputs read by the installed formats, each array at most {@code budgetBytes} large. */
    public Inputs(Contributions contributions, long budgetBytes) {
        this.contributions = contributions;
        this.budgetBytes = budgetBytes;
    }

    /** Inputs read by the installed formats with the {@link #DEFAULT_BUDGET}. */
    public Inputs(Contributions contributions) {
        this(contributions, DEFAULT_BUDGET);
    }

    /**
     * Opens a file or folder with the format that fits its name and content.
     *
     * @throws NullclineException of kind INPUT: not there, not readable, no format knows it
     */
    public ArrayFile open(Path file) {
        return create(recognise(file)).open(file, budgetBytes);
    }

    /** Opens a file with a chosen format, whatever its name. */
    public ArrayFile open(Path file, Descriptor format) {
        requireExists(file);
        return create(format).open(file, budgetBytes);
    }

    private Format create(Descriptor format) {
        return contributions.create(format, Format.class);
    }

    private Descriptor recognise(Path file) {
        requireExists(file);
        byte[] beginning = beginning(file);
        List<Descriptor> formats = contributions.list(ExtensionPoint.FORMATS);
        List<Descriptor> ordered = new ArrayList<>(formats.stream().filter(f -> hasSuffix(file, f)).toList());
        formats.stream().filter(f -> !ordered.contains(f)).forEach(ordered::add);
        for (Descriptor format : ordered) {
            if (create(format).recognises(file, beginning)) {
                return format;
            }
        }
        throw NullclineException.input(file + " is of no known format (" + (beginning.length == 0 ? "it is empty" : "neither its name nor its content says which")
                + "); readable are " + String.join(", ", suffixes(formats)) + " and folders of results.");
    }

    private static void requireExists(Path file) {
        if (!Files.exists(file)) {
            Path parent = file.toAbsolutePath().getParent();
            String hint = parent != null && Files.isDirectory(parent) ? "the folder " + parent + " has no such file" : "the folder " + parent + " does not exist";
            throw NullclineException.input("There is no " + file + ": " + hint + "; check the path.");
        }
    }

    private static byte[] beginning(Path file) {
        if (Files.isDirectory(file)) {
            return new byte[0];
        }
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(BEGINNING);
        } catch (IOException e) {
            throw NullclineException.input(file + " cannot be read: " + e.getMessage() + "; check its permissions.", e);
        }
    }

    private static List<String> suffixes(List<Descriptor> formats) {
        return formats.stream().flatMap(f -> Arrays.stream(f.attribute("suffixes", "").split(","))).map(String::strip).filter(s -> !s.isEmpty())
                .map(s -> "." + s).distinct().sorted().toList();
    }

    private static boolean hasSuffix(Path file, Descriptor format) {
        String name = file.getFileName() == null ? "" : file.getFileName().toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(format.attribute("suffixes", "").split(",")).map(String::strip).anyMatch(s -> !s.isEmpty() && name.endsWith("." + s));
    }

    /**
     * Splits {@code A+B} into its parts; a {@code +} that belongs to an existing path stays.
     */
    public static List<FileReference> references(String input) {
        List<FileReference> references = new ArrayList<>();
        String rest = input;
        while (!rest.isEmpty()) {
            int end = endOfPart(rest);
            references.add(reference(rest.substring(0, end)));
            rest = end < rest.length() ? rest.substring(end + 1) : "";
        }
        if (references.isEmpty()) {
            throw NullclineException.input("An input is empty; name a file.");
        }
        return references;
    }

    private static int endOfPart(String text) {
        if (exists(reference(text).path())) {
            int plus = text.indexOf('+', text.indexOf('#') < 0 ? text.length() : text.indexOf('#'));
            return plus < 0 ? text.length() : plus;
        }
        for (int plus = text.indexOf('+'); plus >= 0; plus = text.indexOf('+', plus + 1)) {
            if (exists(reference(text.substring(0, plus)).path())) {
                return plus;
            }
        }
        int plus = text.indexOf('+');
        return plus <= 0 ? text.length() : plus;
    }

    private static FileReference reference(String text) {
        try {
            return FileReference.parse(text);
        } catch (InvalidPathException e) {
            throw NullclineException.input("'" + text + "' is no path: " + e.getReason() + ".", e);
        }
    }

    private static boolean exists(Path path) {
        return Files.exists(path);
    }

    /**
     * The arrays that an input names, in order.
     *
     * @throws NullclineException listing what the file holds when it holds nothing of that name, or several arrays and none is named
     */
    public List<NamedInput> arrays(String input) {
        List<NamedInput> arrays = new ArrayList<>();
        for (FileReference reference : references(input)) {
            try (ArrayFile file = open(reference.path())) {
                arrays.addAll(arrays(file, reference));
            } catch (IOException e) {
                throw NullclineException.input(reference.path() + " cannot be closed: " + e.getMessage(), e);
            }
        }
        return arrays;
    }

    private static List<NamedInput> arrays(ArrayFile file, FileReference reference) {
        return Selection.names(file, reference.path(), reference.selector()).stream().map(name -> new NamedInput(name, Selection.read(file, name))).toList();
    }

    /** The value that a whole file is, where its format says what the arrays mean. */
    public Optional<Value> wholeValue(String input) {
        List<FileReference> references = references(input);
        if (references.size() > 1 || !references.getFirst().selector().isEmpty()) {
            return Optional.empty();
        }
        try (ArrayFile file = open(references.getFirst().path())) {
            return file.value();
        } catch (IOException e) {
            throw NullclineException.input(references.getFirst().path() + " cannot be closed: " + e.getMessage(), e);
        }
    }

    /**
     * A recording: the file's own where it is one, otherwise its arrays as trials of a continuous signal.
     *
     * @param transpose whether the last two axes are channels × time
     */
    public Value recording(String input, boolean transpose) {
        Optional<Value> whole = wholeValue(input);
        if (whole.isPresent() && !transpose && (whole.get().kind().equals(Kinds.RECORDING) || whole.get().kind().equals(Kinds.TRAJECTORIES))) {
            return asRecording(whole.get());
        }
        if (whole.isPresent() && whole.get().kind().equals(SpikeTimes.KIND)) {
            throw NullclineException.input(input + " holds spike times; count them in bins first, with the step bin-spikes and its binWidth.");
        }
        return (transpose ? Optional.<Layout.Large>empty() : large(input)).map(Layout.Large::recording)
                .orElseGet(() -> Layout.recording(input, arrays(input), transpose));
    }

    /** The arrays of an input where they are too large for memory together: left in their files, as trials one below the other. */
    private Optional<Layout.Large> large(String input) {
        List<ArrayInfo> infos = new ArrayList<>();
        List<Path> paths = new ArrayList<>();
        for (FileReference reference : references(input)) {
            try (ArrayFile file = open(reference.path())) {
                for (String name : Selection.names(file, reference.path(), reference.selector())) {
                    file.arrays().stream().filter(a -> a.name().equals(name)).forEach(infos::add);
                    paths.add(reference.path());
                }
            } catch (IOException e) {
                throw NullclineException.input(reference.path() + " cannot be closed: " + e.getMessage(), e);
            }
        }
        return infos.size() == paths.size() ? Layout.large(infos, i -> data(paths.get(i), infos.get(i).name())) : Optional.empty();
    }

    private ArrayData data(Path path, String name) {
        try (ArrayFile file = open(path)) {
            return file.data(name);
        } catch (IOException e) {
            throw NullclineException.input(path + " cannot be closed: " + e.getMessage(), e);
        }
    }

    private static Value asRecording(Value value) {
        return value.kind().equals(Kinds.RECORDING) ? value : Layout.statesAsRecording(value);
    }

    /**
     * Whatever the input is: the file's own value, a matrix for a single 2-D array, a recording for one 3-D array, or a bag of named arrays.
     */
    public Value value(String input) {
        Optional<Value> whole = wholeValue(input);
        if (whole.isPresent()) {
            return whole.get();
        }
        List<FileReference> references = references(input);
        if (references.size() == 1 && references.getFirst().selector().isEmpty()) {
            try (ArrayFile file = open(references.getFirst().path())) {
                List<ArrayInfo> numeric = Selection.numeric(file);
                if (numeric.size() > 1) {
                    return Layout.bag(numeric.stream().map(info -> new NamedInput(info.name(), Selection.read(file, info.name()))).toList());
                }
            } catch (IOException e) {
                throw NullclineException.input(references.getFirst().path() + " cannot be closed: " + e.getMessage(), e);
            }
        }
        Optional<Layout.Large> large = large(input);
        if (large.isPresent()) {
            return large.get().trials().count() == 1 ? large.get().matrix() : large.get().recording();
        }
        List<NamedInput> arrays = arrays(input);
        return arrays.size() == 1 && arrays.getFirst().array().rank() < 3 ? Layout.matrix(arrays.getFirst()) : Layout.recording(input, arrays, false);
    }

    /** One matrix, samples × dimensions; the activity or states of a recording or trajectories, 3-D arrays with trials one below the other. */
    public Value matrix(String input, boolean transpose) {
        Value value = transpose ? recording(input, true) : value(input);
        return value.kind().equals(Kinds.MATRIX) ? value : Layout.rows(input, value);
    }

    /** Writes a value in the format that the name of the file chooses; a name without suffix is a folder. */
    public void write(Value value, Path file) {
        List<Descriptor> writers = contributions.list(ExtensionPoint.FORMATS).stream().filter(f -> f.attribute("writes", "false").equals("true")).toList();
        String name = file.getFileName() == null ? "" : file.getFileName().toString();
        Descriptor chosen = writers.stream().filter(f -> hasSuffix(file, f)).findFirst()
                .or(() -> writers.stream().filter(f -> name.indexOf('.') < 0 && f.attribute("suffixes", "").isBlank()).findFirst())
                .orElseThrow(() -> NullclineException.invalid("The name of " + file + " says no format that can be written; end it in one of "
                        + String.join(", ", suffixes(writers)) + ", or give a folder without suffix."));
        try {
            Path parent = file.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            create(chosen).write(value, file);
        } catch (IOException e) {
            throw NullclineException.infrastructure(file + " could not be written: " + e.getMessage() + "; check the folder and the space left.", e);
        }
    }
}
