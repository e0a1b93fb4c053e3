// SPDX-License-Identifier: EPL-2.0
package org.nullcline.api.step;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.nullcline.api.NullclineException;
import org.nullcline.api.value.Value;

/**
 * The values at a step's input ports.
 *
 * @param ports values by port; one for a single port, any number for a multiple one
 */
public record StepInputs(Map<String, List<Item>> ports) {

    /** A value with the name under which it arrives: the producing step, or the sweep point for gathered values. */
    public static final class Item {

        private final String label;
        private final Supplier<Value> source;

        /**
         * A value that is there.
         *
         * @param label for people: axes of matrices, legends
         * @param value the value
         */
        public Item(String label, Value value) {
            this(label, () -> value);
        }

        private Item(String label, Supplier<Value> source) {
            this.label = label;
            this.source = source;
        }

        /** A value that is read whenever it is asked for and that nobody keeps, so that many need not fit into memory. */
        public static Item reading(String label, Supplier<Value> source) {
            return new Item(label, source);
        }

        /** Name for people. */
        public String label() {
            return label;
        }

        /** The value; where it is read, better asked for once. */
        public Value value() {
            return source.get();
        }
    }

    /** The value at a port that must be connected. */
    public Value one(String port) {
        return optional(port).orElseThrow(() -> NullclineException.invalid("The input '" + port + "' is not connected; connect it to a step's output."));
    }

    /** The value at a port that may be unconnected. */
    public Optional<Value> optional(String port) {
        List<Item> items = many(port);
        if (items.size() > 1) {
            throw NullclineException.invalid("The input '" + port + "' takes one value but gets " + items.size() + ".");
        }
        return items.stream().findFirst().map(Item::value);
    }

    /** All values at a port, in the order of the experiment. */
    public List<Item> many(String port) {
        return ports.getOrDefault(port, List.of());
    }
}
