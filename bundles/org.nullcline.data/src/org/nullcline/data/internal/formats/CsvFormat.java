// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.formats;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.nullcline.api.NullclineException;
import org.nullcline.api.format.ArrayFile;
import org.nullcline.api.format.Format;
import org.nullcline.api.value.Kinds;
import org.nullcline.api.value.NamedArray;
import org.nullcline.api.value.Recording;
import org.nullcline.api.value.Trajectories;
import org.nullcline.api.value.Trials;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;

/** Tables as text, separated by commas, tabs or semicolons. A table with a column {@code trial} is a recording. */
public final class CsvFormat implements Format {

    @Override
    public boolean recognises(Path file, byte[] beginning) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        for (byte b : beginning) {
            if (b >= 0 && b < 9) {
                return false;
            }
        }
        return beginning.length > 0 && (name.endsWith(".csv") || name.endsWith(".tsv") || name.endsWith(".txt"));
    }

    @Override
    public ArrayFile open(Path file, long budgetBytes) {
        Budget budget = new Budget(file, budgetBytes);
        return new CsvFile(budget, CsvTable.read(budget));
    }

    @Override
    public void write(Value value, Path file) throws IOException {
        char delimiter = file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".tsv") ? '\t' : ',';
        boolean inTime = value.kind().equals(Kinds.RECORDING) || value.kind().equals(Kinds.TRAJECTORIES);
        NamedArray table = inTime ? value.named(value.kind().equals(Kinds.RECORDING) ? Recording.ACTIVITY : Trajectories.STATE)
                : MainArray.of(value, file);
        if (table.axes().size() > 2) {
            throw NullclineException.invalid("The array '" + table.name() + "' has " + table.axes().size()
                    + " axes, but a table has two; write to .npy or .h5 instead.");
        }
        AtomicFile.write(file, path -> {
            try (BufferedWriter out = Files.newBufferedWriter(path)) {
                if (inTime) {
                    writeTrials(out, value, table, delimiter);
                } else {
                    writeMatrix(out, table, delimiter);
                }
            }
        });
    }

    private static void writeMatrix(Writer out, NamedArray table, char delimiter) throws IOException {
        double[] values = NdArrays.doubles(table.data().all());
        int columns = table.axes().size() == 2 ? table.size(1) : 1;
        for (int row = 0; row * columns < values.length; row++) {
            StringBuilder line = new StringBuilder();
            for (int c = 0; c < columns; c++) {
                line.append(c == 0 ? "" : delimiter).append(number(values[row * columns + c]));
            }
            out.append(line).append('\n');
        }
    }

    private static void writeTrials(Writer out, Value value, NamedArray table, char delimiter) throws IOException {
        Trials trials = Trials.of(value, table.size(0));
        String prefix = value.kind().equals(Kinds.RECORDING) ? "n" : "z";
        List<String> names = value.kind().equals(Kinds.RECORDING) && value.has(Recording.LABELS) ? value.texts(Recording.LABELS) : List.of();
        int[] labels = names.isEmpty() ? new int[0] : Recording.of(value).labels();
        List<String> header = new ArrayList<>(List.of("trial", "time"));
        if (!names.isEmpty()) {
            header.add("label");
        }
        for (int c = 0; c < table.size(1); c++) {
            header.add(prefix + c);
        }
        out.append(String.join(Character.toString(delimiter), header)).append('\n');
        for (int trial = 0; trial < trials.count(); trial++) {
            double[][] rows = NdArrays.rows(trials.slice(table, trial));
            String label = names.isEmpty() ? "" : delimiter + (labels[trial] < 0 ? "" : quoted(names.get(labels[trial])));
            for (int time = 0; time < rows.length; time++) {
                StringBuilder line = new StringBuilder().append(trial).append(delimiter).append(time).append(label);
                Arrays.stream(rows[time]).forEach(v -> line.append(delimiter).append(number(v)));
                out.append(line).append('\n');
            }
        }
    }

    private static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        return Double.isNaN(value) ? "nan" : Double.isInfinite(value) ? value > 0 ? "inf" : "-inf" : Double.toString(value);
    }

    /** A text in quotation marks; one that a spreadsheet would take for a formula gets an apostrophe in front. */
    private static String quoted(String text) {
        boolean formula = !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0 && !text.matches("[+-]?[0-9.]+");
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
