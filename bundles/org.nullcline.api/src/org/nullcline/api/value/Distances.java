// SPDX-License-Identifier: EPL-2.0
package org.nullcline.api.value;

import java.util.List;

import org.nullcline.compute.array.NdArrays;

/**
 * A view of a value of kind {@link Kinds#DISTANCES}: distances or similarities between named things.
 *
 * <p>Array: {@value #MATRIX} (row × column). Attributes: {@value #ROWS}, {@value #COLUMNS} (names), {@value #METRIC} (id),
 * {@value #SIMILARITY} (true when larger means closer), {@value #NOTES}.
 *
 * @param value the value itself
 */
public record Distances(Value value) {

    /** row × column. */
    public static final String MATRIX = "matrix";
    /** Attribute: names of the rows. */
    public static final String ROWS = "rows";
    /** Attribute: names of the columns. */
    public static final String COLUMNS = "columns";
    /** Attribute: id of the metric. */
    public static final String METRIC = "metric";
    /** Attribute: larger means closer. */
    public static final String SIMILARITY = "similarity";
    /** Attribute: remarks for the reader. */
    public static final String NOTES = "notes";

    /** The view of a value, checked. */
    public static Distances of(Value value) {
        value.require(Kinds.DISTANCES).named(MATRIX);
        return new Distances(value);
    }

    /** Starts a square matrix of distances between the things named. */
    public static Value.Builder builder(double[][] matrix, List<String> rows, List<String> columns, String metric, boolean similarity) {
        return Value.of(Kinds.DISTANCES).array(MATRIX, "", NdArrays.of(matrix), "row", "column").attribute(ROWS, rows)
                .attribute(COLUMNS, columns).attribute(METRIC, metric).attribute(SIMILARITY, similarity);
    }

    /** row × column. */
    public double[][] matrix() {
        return NdArrays.rows(value.array(MATRIX));
    }

    /** Unit of the numbers; empty where there is none. */
    public String unit() {
        return value.named(MATRIX).unit();
    }

    /** Names of the rows. */
    public List<String> rows() {
        return value.texts(ROWS);
    }

    /** Names of the columns. */
    public List<String> columns() {
        return value.texts(COLUMNS);
    }

    /** Whether larger means closer. */
    public boolean similarity() {
        return Boolean.parseBoolean(value.text(SIMILARITY, "false"));
    }
}
