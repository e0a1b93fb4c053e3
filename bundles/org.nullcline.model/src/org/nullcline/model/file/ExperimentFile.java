// SPDX-License-Identifier: EPL-2.0
package org.nullcline.model.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.nullcline.model.Experiment;
import org.nullcline.model.internal.xml.ExperimentXml;
import org.nullcline.model.internal.xml.XmlBudget;
import org.nullcline.model.migration.MigrationChain;

/**
 * An experiment and the file that it came from or goes to.
 * <p>
 * Saving never leaves a half-written file and never overwrites a file that somebody else changed meanwhile. Autosaving writes a side-car
 * file {@code .NAME.autosave}, never the user's file. Instances belong to one thread at a time.
 */
public final class ExperimentFile {
    private final FileOperations disk;
    private Experiment experiment;
    private Path path;
    private List<String> notes;
    /** Content of the file as loaded or saved last; null when there was no file. */
    private byte[] known;
    private String autosaved;

    ExperimentFile(Experiment experiment, Path path, byte[] known, List<String> notes, FileOperations disk) {
        this.experiment = experiment;
        this.path = path;
        this.known = known;
        this.notes = notes;
        this.disk = disk;
    }

    /**
     * Opens a file.
     *
     * @param path       the file
     * @param migrations for files of an older major format
     * @return the experiment with its file
     * @throws ExperimentFileException with a sentence for the user; {@link UnreadableExperimentException} and
     *                                 {@link NewerFormatException} when the content is refused
     */
    public static ExperimentFile open(Path path, MigrationChain migrations) throws ExperimentFileException {
        return open(path, migrations, FileOperations.DISK);
    }

    static ExperimentFile open(Path path, MigrationChain migrations, FileOperations disk) throws ExperimentFileException {
        var content = content(path);
        var loaded = ExperimentXml.read(content, path.getFileName().toString(), migrations);
        return new ExperimentFile(loaded.experiment(), path, content, loaded.notes(), disk);
    }

    /**
     * Prepares a new experiment for its first saving.
     *
     * @param experiment the experiment
     * @param path       where it will be saved; must not exist when it is
     * @return the experiment with its file, which is not written yet
     */
    public static ExperimentFile unsaved(Experiment experiment, Path path) {
        ExperimentXml.attach(experiment);
        return new ExperimentFile(experiment, path, null, List.of(), FileOperations.DISK);
    }

    private static byte[] content(Path path) throws ExperimentFileException {
        var name = path.getFileName().toString();
        try (var in = Files.newInputStream(path)) {
            var limit = XmlBudget.DEFAULT.bytes();
            var content = in.readNBytes((int) limit + 1);
            if (content.length > limit) {
                throw new UnreadableExperimentException(name + " is larger than " + (limit >> 20)
                        + " MB, far beyond any experiment; it is not opened.", null);
            }
            return content;
        } catch (ExperimentFileException e) {
            throw e;
        } catch (NoSuchFileException e) {
            throw new ExperimentFileException("There is no file " + path + "; check the name and the folder.", e);
        } catch (IOException e) {
            throw new ExperimentFileException("The file " + path + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    /** The experiment. */
    public Experiment experiment() {
        return experiment;
    }

    /** Where the experiment is saved. */
    public Path path() {
        return path;
    }

    /** Sentences that the user should see after opening: conversions from older formats, content from newer ones. */
    public List<String> notes() {
        return notes;
    }

    /**
     * Whether the file is no longer the one that was loaded or saved last. A file that was deleted has not changed: saving makes it anew.
     *
     * @return true if saving would overwrite somebody else's work
     * @throws ExperimentFileException if the file cannot be read
     */
    public boolean changedOnDisk() throws ExperimentFileException {
        return Files.exists(path) && !Arrays.equals(content(path), known);
    }

    /**
     * Saves the experiment to its file.
     *
     * @throws ChangedOnDiskException  if the file was changed by somebody else; load it anew, or save under another name
     * @throws ExperimentFileException with a sentence for the user; the file is then as it was
     */
    public void save() throws ExperimentFileException {
        var content = ExperimentXml.write(experiment);
        if (!Files.exists(path) || !Arrays.equals(content, known) || changedOnDisk()) {
            requireWritable();
            try {
                refuseIfChanged();
                new DurableFile(path, disk).replace(content, true, this::refuseIfChanged);
            } catch (ExperimentFileException e) {
                throw e;
            } catch (IOException e) {
                throw new ExperimentFileException("The experiment could not be saved to " + path + ": " + e.getMessage()
                        + ". The file is as it was before.", e);
            }
        }
        known = content;
        discardAutosave();
    }

    /**
     * Saves the experiment to another file, which is its file from then on.
     *
     * @param other     the new file
     * @param overwrite whether an existing file may be replaced, because the user said so; a backup of it is kept
     * @throws ChangedOnDiskException  if the file exists and may not be replaced
     * @throws ExperimentFileException with a sentence for the user; this object then still belongs to the former file
     */
    public void saveAs(Path other, boolean overwrite) throws ExperimentFileException {
        var former = new ExperimentFile(experiment, path, known, notes, disk);
        path = other;
        known = overwrite && Files.exists(other) ? content(other) : null;
        try {
            save();
        } catch (ExperimentFileException e) {
            path = former.path;
            known = former.known;
            throw e;
        }
        former.discardAutosave();
    }

    private void requireWritable() throws ExperimentFileException {
        var folder = path.toAbsolutePath().getParent();
        if (Files.exists(path) && !Files.isWritable(path)) {
            throw new ExperimentFileException("The file " + path + " is write-protected; save the experiment under another name.", null);
        }
        if (!Files.isDirectory(folder)) {
            throw new ExperimentFileException("There is no folder " + folder + " to save the experiment in; create it or choose another.",
                    null);
        }
    }

    private void refuseIfChanged() throws ChangedOnDiskException, ExperimentFileException {
        if (changedOnDisk()) {
            throw new ChangedOnDiskException(known == null
                    ? "The file " + path + " exists already; choose another name."
                    : "The file " + path + " was changed by another program; load it anew, or save under another name.", null);
        }
    }

    /**
     * Writes the side-car file, if the experiment differs from its file and from the last autosave.
     *
     * @return whether something was written
     * @throws ExperimentFileException if it could not be written
     */
    public boolean autosave() throws ExperimentFileException {
        var content = ExperimentXml.write(experiment);
        var fingerprint = DurableFile.fingerprint(content);
        if (Arrays.equals(content, known) || fingerprint.equals(autosaved)) {
            return false;
        }
        try {
            new DurableFile(sideCar(), disk).replace(content, false, () -> { });
        } catch (IOException e) {
            throw new ExperimentFileException("The experiment could not be saved automatically beside " + path + ": " + e.getMessage()
                    + ".", e);
        }
        autosaved = fingerprint;
        return true;
    }

    /**
     * Looks for work that was saved automatically but not by the user. It is offered only if it is newer than the file and differs from
     * it.
     *
     * @return what can be recovered
     * @throws ExperimentFileException if there is an autosave that cannot be read; the file itself is not concerned
     */
    public Optional<Recovery> recovery() throws ExperimentFileException {
        var sideCar = sideCar();
        if (!Files.exists(sideCar)) {
            return Optional.empty();
        }
        try {
            var saved = Files.getLastModifiedTime(sideCar);
            var content = content(sideCar);
            var outdated = Files.exists(path) && saved.compareTo(Files.getLastModifiedTime(path)) < 0;
            if (outdated || Arrays.equals(content, known)) {
                return Optional.empty();
            }
            var loaded = ExperimentXml.read(content, "The autosave of " + path.getFileName(), MigrationChain.of(Map.of()));
            return Optional.of(new Recovery(loaded.experiment(), saved.toInstant()));
        } catch (ExperimentFileException e) {
            throw e;
        } catch (IOException e) {
            throw new ExperimentFileException("The autosave " + sideCar + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    /**
     * Goes on with recovered work. The file stays as it is until the user saves.
     *
     * @param recovery what {@link #recovery()} offered
     */
    public void recover(Recovery recovery) {
        experiment = recovery.experiment();
        notes = List.of();
    }

    /**
     * Removes the side-car file, after saving or when the user does not want it.
     *
     * @return false if a side-car file is left because it cannot be removed; it costs its space only, since opening compares contents
     */
    public boolean discardAutosave() {
        autosaved = null;
        try {
            disk.delete(sideCar());
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private Path sideCar() {
        return DurableFile.beside(path.toAbsolutePath(), "autosave");
    }
}
