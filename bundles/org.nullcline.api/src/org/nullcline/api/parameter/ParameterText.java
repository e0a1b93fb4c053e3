// SPDX-License-Identifier: EPL-2.0
package org.nullcline.api.parameter;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.nullcline.api.NullclineException;

/** Turns what people type into the canonical text of a parameter, or says in one sentence why it cannot. */
final class ParameterText {

    private ParameterText() {
    }

    static String normalise(String owner, ParameterDeclaration declaration, String text) {
        if (text.isEmpty()) {
            if (declaration.optional() || declaration.type() == ParameterType.TEXT) {
                return "";
            }
            throw invalid(owner, declaration, text, "it must be set");
        }
        return switch (declaration.type()) {
            case INTEGER -> whole(owner, declaration, text);
            case REAL -> real(owner, declaration, text);
            case BOOLEAN -> {
                String lower = text.toLowerCase(Locale.ROOT);
                if (!List.of("true", "false").contains(lower)) {
                    throw invalid(owner, declaration, text, "it must be true or false");
                }
                yield lower;
            }
            case CHOICE -> {
                if (!declaration.choices().contains(text)) {
                    throw invalid(owner, declaration, text, "it must be one of " + String.join(", ", declaration.choices()));
                }
                yield text;
            }
            case INTEGERS -> list(text).stream().map(item -> whole(owner, declaration, item)).collect(Collectors.joining(","));
            case REALS -> list(text).stream().map(item -> real(owner, declaration, item)).collect(Collectors.joining(","));
            case TEXT, FILE, CONTRIBUTION -> text;
        };
    }

    static double parseReal(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "inf", "infinity" -> Double.POSITIVE_INFINITY;
            case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    private static List<String> list(String text) {
        return Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    }

    private static String whole(String owner, ParameterDeclaration declaration, String text) {
        try {
            long value = Long.parseLong(text);
            requireRange(owner, declaration, text, value);
            return Long.toString(value);
        } catch (NumberFormatException e) {
            throw invalid(owner, declaration, text, "it must be a whole number");
        }
    }

    private static String real(String owner, ParameterDeclaration declaration, String text) {
        try {
            double value = parseReal(text);
            requireRange(owner, declaration, text, value);
            if (Double.isInfinite(value)) {
                return value > 0 ? "inf" : "-inf";
            }
            return Double.toString(value);
        } catch (NumberFormatException e) {
            throw invalid(owner, declaration, text, "it must be a number");
        }
    }

    private static void requireRange(String owner, ParameterDeclaration declaration, String text, double value) {
        if (!(value >= declaration.min() && value <= declaration.max())) {
            throw invalid(owner, declaration, text, "it must be " + range(declaration));
        }
    }

    private static String range(ParameterDeclaration declaration) {
        boolean below = declaration.min() > Double.NEGATIVE_INFINITY;
        boolean above = declaration.max() < Double.POSITIVE_INFINITY;
        String unit = declaration.unit().isEmpty() ? "" : " " + declaration.unit();
        if (below && above) {
            return "between " + shortest(declaration.min()) + " and " + shortest(declaration.max()) + unit;
        }
        return below ? "at least " + shortest(declaration.min()) + unit
                : above ? "at most " + shortest(declaration.max()) + unit : "a number";
    }

    private static String shortest(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value) : Double.toString(value);
    }

    private static NullclineException invalid(String owner, ParameterDeclaration declaration, String text, String reason) {
        String found = text.isEmpty() ? "" : " (found '" + text + "')";
        return NullclineException.invalid(owner + ": the parameter '" + declaration.name() + "' is not valid" + found + "; " + reason + ".");
    }
}
