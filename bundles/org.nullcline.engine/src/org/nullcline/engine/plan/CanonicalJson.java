// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.plan;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** JSON that is the same bytes for the same content: members sorted, no blanks, only the escapes that JSON demands. */
public final class CanonicalJson {

    private CanonicalJson() {
    }

    /** Writes texts, whole numbers, truth values, collections and maps with text keys. */
    public static String write(Object value) {
        StringBuilder out = new StringBuilder(256);
        write(value, out);
        return out.toString();
    }

    private static void write(Object value, StringBuilder out) {
        switch (value) {
            case String text -> quote(text, out);
            case Boolean flag -> out.append(flag.booleanValue());
            case Integer number -> out.append(number.intValue());
            case Long number -> out.append(number.longValue());
            case Map<?, ?> map -> {
                Map<String, Object> sorted = new TreeMap<>();
                map.forEach((key, item) -> sorted.put((String) key, item));
                char separator = '{';
                for (Map.Entry<String, Object> entry : sorted.entrySet()) {
                    out.append(separator);
                    quote(entry.getKey(), out);
                    out.append(':');
                    write(entry.getValue(), out);
                    separator = ',';
                }
                out.append(separator == '{' ? "{}" : "}");
            }
            case Collection<?> items -> {
                char separator = '[';
                for (Object item : items) {
                    out.append(separator);
                    write(item, out);
                    separator = ',';
                }
                out.append(separator == '[' ? "[]" : "]");
            }
            default -> throw new IllegalArgumentException("Canonical JSON holds no " + value.getClass().getName() + ".");
        }
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < 0x20) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
