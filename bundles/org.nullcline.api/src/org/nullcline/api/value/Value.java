// SPDX-License-Identifier: EPL-2.0
package org.nullcline.api.value;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.api.NullclineException;

/**
 * What flows between steps: named arrays and a few attributes, of a declared kind. Immutable.
 *
 * <p>Attributes are {@link String}, {@link Long}, {@link Double}, {@link Boolean} or lists of strings. Views such as {@link Recording} give
 * names and shapes to the arrays of one kind.
 */
public final class Value {

    /** Attribute of any kind: remarks for people, a list of sentences. */
    public static final String NOTES = "notes";

    private final String kind;
    private final Map<String, NamedArray> arrays;
    private final Map<String, Object> attributes;

    private Value(String kind, Map<String, NamedArray> arrays, Map<String, Object> attributes) {
        this.kind = kind;
        this.arrays = arrays;
        this.attributes = attributes;
    }

    /** Starts a value of the given kind. */
    public static Builder of(String kind) {
        return new Builder(kind);
    }

    /** Starts a value with all that this one has. */
    public Builder copy() {
        Builder builder = new Builder(kind);
        arrays.values().forEach(builder::array);
        attributes.forEach(builder::attribute);
        return builder;
    }

    /** The kind, see {@link Kinds}. */
    public String kind() {
        return kind;
    }

    /** All arrays by name, in the order of their addition. */
    public Map<String, NamedArray> arrays() {
        return arrays;
    }

    /** All attributes by name, sorted. */
    public Map<String, Object> attributes() {
        return attributes;
    }

    /** Whether there is an array of that name. */
    public boolean has(String array) {
        return arrays.containsKey(array);
    }

    /** The array of that name. */
    public Optional<NamedArray> find(String array) {
        return Optional.ofNullable(arrays.get(array));
    }

    /**
     * The elements of an array that must be there.
     *
     * @throws NullclineException naming the kind and the missing array
     */
    public INDArray array(String array) {
        return named(array).data().all();
    }

    /** As {@link #array} with its axes and unit. */
    public NamedArray named(String array) {
        return find(array).orElseThrow(() -> NullclineException.input("This " + kind + " has no array '" + array + "'; it has "
                + String.join(", ", arrays.keySet()) + "."));
    }

    /** A text attribute or {@code otherwise}. */
    public String text(String attribute, String otherwise) {
        Object value = attributes.get(attribute);
        return value == null ? otherwise : value.toString();
    }

    /** A numeric attribute or {@code otherwise}. */
    public double number(String attribute, double otherwise) {
        return attributes.get(attribute) instanceof Number number ? number.doubleValue() : otherwise;
    }

    /** A list of texts, empty where absent. */
    public List<String> texts(String attribute) {
        return attributes.get(attribute) instanceof List<?> list ? list.stream().map(Object::toString).toList() : List.of();
    }

    /** Throws with a sentence unless this value is of the given kind. */
    public Value require(String expected) {
        if (!kind.equals(expected)) {
            throw NullclineException.input("A " + expected + " is needed here, but this is a " + kind + ".");
        }
        return this;
    }

    /** Collects the parts of a value. */
    public static final class Builder {

        private final String kind;
        private final Map<String, NamedArray> arrays = new LinkedHashMap<>();
        private final Map<String, Object> attributes = new TreeMap<>();

        private Builder(String kind) {
            this.kind = kind;
        }

        /** Adds or replaces an array. */
        public Builder array(NamedArray array) {
            arrays.put(array.name(), array);
            return this;
        }

        /** Adds or replaces an array in memory. */
        public Builder array(String name, String unit, INDArray array, String... axes) {
            return array(NamedArray.of(name, unit, array, axes));
        }

        /** Removes an array. */
        public Builder without(String array) {
            arrays.remove(array);
            return this;
        }

        /** Sets an attribute: text, number, truth value or list of texts. */
        public Builder attribute(String name, Object value) {
            Object plain = switch (value) {
                case String text -> text;
                case Boolean flag -> flag;
                case Integer number -> number.longValue();
                case Long number -> number;
                case Double number -> number;
                case Float number -> number.doubleValue();
                case List<?> list -> list.stream().map(Object::toString).toList();
                default -> throw new IllegalArgumentException("The attribute '" + name + "' cannot hold a " + value.getClass().getName() + ".");
            };
            attributes.put(name, plain);
            return this;
        }

        /** The value. */
        public Value build() {
            return new Value(kind, Collections.unmodifiableMap(new LinkedHashMap<>(arrays)),
                    Collections.unmodifiableMap(new TreeMap<>(attributes)));
        }
    }
}
