// SPDX-License-Identifier: EPL-2.0
package org.nullcline.api.parameter;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import org.nullcline.api.NullclineException;
import org.nullcline.api.contribution.Contributions;
import org.nullcline.api.contribution.Descriptor;

/**
 * The values of a contribution's declared parameters, checked and with defaults filled in. Immutable.
 *
 * <p>Getters throw {@link IllegalArgumentException} when code asks for a parameter that it did not declare: that is a mistake of the plug-in.
 */
public final class Parameters {

    private static final String LATENT_SIZE = "latentSize";
    private static final String INPUT_SIZE = "inputSize";

    private final Map<String, ParameterDeclaration> declarations;
    private final SortedMap<String, String> values;
    private final Map<String, Choice> choices;

    /**
     * A chosen contribution together with its own parameters.
     *
     * @param descriptor the contribution
     * @param parameters its parameters
     */
    public record Choice(Descriptor descriptor, Parameters parameters) {
    }

    /**
     * A file that a parameter names.
     *
     * @param path the file
     * @param selector what stands behind {@code #}: the array or variable; empty for the whole file
     */
    public record FileReference(Path path, String selector) {

        /** Splits {@code path#selector} at the last hash that is followed by no path separator. */
        public static FileReference parse(String text) {
            int hash = text.lastIndexOf('#');
            if (hash <= 0 || text.indexOf('/', hash) >= 0 && !Path.of(text.substring(0, hash)).toFile().isFile()) {
                return new FileReference(Path.of(text), "");
            }
            return new FileReference(Path.of(text.substring(0, hash)), text.substring(hash + 1));
        }
    }

    private Parameters(Map<String, ParameterDeclaration> declarations, SortedMap<String, String> values, Map<String, Choice> choices) {
        this.declarations = declarations;
        this.values = values;
        this.choices = choices;
    }

    /** No parameters at all. */
    public static Parameters none() {
        return new Parameters(Map.of(), new TreeMap<>(), Map.of());
    }

    /** The parameters of {@code descriptor} with their defaults. */
    public static Parameters defaults(Descriptor descriptor, Contributions contributions) {
        return resolve(descriptor, Map.of(), contributions);
    }

    /**
     * Checks the given texts against the declarations and fills in defaults.
     *
     * @param descriptor whose parameters they are
     * @param given texts by name; those of a chosen contribution as {@code parameter.name}
     * @param contributions to look up chosen contributions
     * @throws NullclineException of kind INVALID naming contribution, parameter, what is wrong and what is allowed
     */
    public static Parameters resolve(Descriptor descriptor, Map<String, String> given, Contributions contributions) {
        return resolve(descriptor.shortId(), descriptor.parameters(), given, contributions);
    }

    /** As {@link #resolve(Descriptor, Map, Contributions)} for declarations that belong to {@code owner}. */
    public static Parameters resolve(String owner, List<ParameterDeclaration> declared, Map<String, String> given, Contributions contributions) {
        Map<String, ParameterDeclaration> declarations = new LinkedHashMap<>();
        declared.forEach(d -> declarations.put(d.name(), d));
        rejectUnknown(owner, declarations, given);
        SortedMap<String, String> values = new TreeMap<>();
        Map<String, Choice> choices = new LinkedHashMap<>();
        for (ParameterDeclaration declaration : declared) {
            String text = given.getOrDefault(declaration.name(), declaration.defaultValue()).strip();
            String value = ParameterText.normalise(owner, declaration, text);
            if (declaration.type() == ParameterType.CONTRIBUTION && !value.isEmpty()) {
                Descriptor chosen = contributions.find(declaration.point(), value);
                Parameters nested = resolve(owner + "." + declaration.name() + " (" + chosen.shortId() + ")", chosen.parameters(),
                        under(declaration.name(), given), contributions);
                choices.put(declaration.name(), new Choice(chosen, nested));
                value = chosen.id();
            } else if (declaration.type() == ParameterType.CONTRIBUTION) {
                // an empty text says that nothing is set: so a sweep can set what only some of its choices have
                under(declaration.name(), given).entrySet().stream().filter(e -> !e.getValue().isBlank()).findFirst().ifPresent(e -> {
                    throw NullclineException.invalid(owner + ": '" + declaration.name() + "' is not chosen, so '" + declaration.name() + "." + e.getKey()
                            + "' has nothing to act on; choose it or remove the parameter.");
                });
            }
            values.put(declaration.name(), value);
        }
        return new Parameters(declarations, values, choices);
    }

    private static void rejectUnknown(String owner, Map<String, ParameterDeclaration> declarations, Map<String, String> given) {
        for (String name : given.keySet()) {
            int dot = name.indexOf('.');
            ParameterDeclaration head = declarations.get(dot < 0 ? name : name.substring(0, dot));
            if (head == null || dot >= 0 && head.type() != ParameterType.CONTRIBUTION) {
                throw NullclineException.invalid(owner + " has no parameter '" + name + "'; it has: "
                        + (declarations.isEmpty() ? "none" : String.join(", ", declarations.keySet())) + ".");
            }
        }
    }

    private static Map<String, String> under(String prefix, Map<String, String> given) {
        Map<String, String> nested = new LinkedHashMap<>();
        given.forEach((name, value) -> {
            if (name.startsWith(prefix + ".")) {
                nested.put(name.substring(prefix.length() + 1), value);
            }
        });
        return nested;
    }

    /** These parameters with the sizes that a fit fixes for the architecture: dimensions of the latent state and of the input. */
    public Parameters withSizes(int latentSize, int inputSize) {
        SortedMap<String, String> extended = new TreeMap<>(values);
        extended.put(LATENT_SIZE, Integer.toString(latentSize));
        extended.put(INPUT_SIZE, Integer.toString(inputSize));
        return new Parameters(declarations, extended, choices);
    }

    /** Dimension of the latent state; only for architectures. */
    public int latentSize() {
        return Integer.parseInt(text(LATENT_SIZE));
    }

    /** Dimension of the input, 0 for autonomous dynamics; only for architectures. */
    public int inputSize() {
        return Integer.parseInt(text(INPUT_SIZE));
    }

    /** Whether an optional parameter has a value. */
    public boolean has(String name) {
        return !text(name).isEmpty();
    }

    /** The text of any parameter. */
    public String text(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("The parameter '" + name + "' is not declared; declared are " + values.keySet() + ".");
        }
        return value;
    }

    /** A whole number. */
    public int integer(String name) {
        return Math.toIntExact(Long.parseLong(text(name)));
    }

    /** A whole number of 64 bits, such as a seed. */
    public long whole(String name) {
        return Long.parseLong(text(name));
    }

    /** A floating-point number. */
    public double real(String name) {
        return ParameterText.parseReal(text(name));
    }

    /** A truth value. */
    public boolean flag(String name) {
        return Boolean.parseBoolean(text(name));
    }

    /** Whole numbers. */
    public int[] integers(String name) {
        return text(name).isEmpty() ? new int[0] : Arrays.stream(text(name).split(",")).mapToInt(Integer::parseInt).toArray();
    }

    /** Floating-point numbers. */
    public double[] reals(String name) {
        return text(name).isEmpty() ? new double[0] : Arrays.stream(text(name).split(",")).mapToDouble(ParameterText::parseReal).toArray();
    }

    /** A file, absent when an optional one is not set. */
    public Optional<FileReference> file(String name) {
        return has(name) ? Optional.of(FileReference.parse(text(name))) : Optional.empty();
    }

    /** The chosen contribution of a parameter of type {@link ParameterType#CONTRIBUTION}. */
    public Choice choice(String name) {
        Choice choice = choices.get(name);
        if (choice == null) {
            throw new IllegalArgumentException("The parameter '" + name + "' chooses no contribution.");
        }
        return choice;
    }

    /** The declarations by name, in their order. */
    public Map<String, ParameterDeclaration> declarations() {
        return declarations;
    }

    /** All values in canonical text, nested ones with dotted names, sorted: the same settings always give the same map. */
    public SortedMap<String, String> normalised() {
        SortedMap<String, String> all = new TreeMap<>(values);
        choices.forEach((name, choice) -> choice.parameters().normalised().forEach((key, value) -> all.put(name + "." + key, value)));
        return all;
    }
}
