// SPDX-License-Identifier: EPL-2.0
package org.nullcline.api.value;

import java.util.ArrayList;
import java.util.List;

import org.nullcline.compute.array.NdArrays;

/**
 * A view of a value of kind {@link Kinds#SCORES}: a table of named numbers, NaN where a number does not apply.
 *
 * <p>Array: {@value #TABLE} (row × column). Attributes: {@value #ROWS}, {@value #COLUMNS} (names, with unit where there is one),
 * {@value #NOTES} (remarks, for example the published number).
 *
 * @param value the value itself
 */
public record Scores(Value value) {

    /** row × column. */
    public static final String TABLE = "table";
    /** Attribute: names of the rows. */
    public static final String ROWS = "rows";
    /** Attribute: names of the columns. */
    public static final String COLUMNS = "columns";
    /** Attribute: remarks. */
    public static final String NOTES = "notes";

    /** The view of a value, checked. */
    public static Scores of(Value value) {
        value.require(Kinds.SCORES).named(TABLE);
        return new Scores(value);
    }

    /** Row × column. */
    public double[][] table() {
        return NdArrays.rows(value.array(TABLE));
    }

    /** Names of the rows. */
    public List<String> rows() {
        return value.texts(ROWS);
    }

    /** Names of the columns. */
    public List<String> columns() {
        return value.texts(COLUMNS);
    }

    /** Collects a table row by row. */
    public static final class Builder {

        private final List<String> columns;
        private final List<String> rows = new ArrayList<>();
        private final List<double[]> table = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();

        /** A table with these columns. */
        public Builder(List<String> columns) {
            this.columns = List.copyOf(columns);
        }

        /** Adds a row. */
        public Builder row(String name, double... values) {
            if (values.length != columns.size()) {
                throw new IllegalArgumentException("The row '" + name + "' has " + values.length + " numbers for " + columns.size() + " columns.");
            }
            rows.add(name);
            table.add(values.clone());
            return this;
        }

        /** Adds a remark for the reader. */
        public Builder note(String sentence) {
            notes.add(sentence);
            return this;
        }

        /** The value. */
        public Value build() {
            return Value.of(Kinds.SCORES).array(TABLE, "", NdArrays.of(table.toArray(double[][]::new)), "row", "column").attribute(ROWS, rows)
                    .attribute(COLUMNS, columns).attribute(NOTES, notes).build();
        }
    }
}
