// SPDX-License-Identifier: EPL-2.0
package org.nullcline.model.edit;

import java.util.Optional;

/** A text has a character that a file cannot carry, such as a control character from the clipboard. The message is for the user. */
public final class IllegalTextException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private IllegalTextException(String message) {
        super(message);
    }

    /**
     * What is wrong with a text, for marking a field before it is applied.
     *
     * @param text may be null
     * @return one sentence, or empty when a file can carry the text
     */
    public static Optional<String> problem(String text) {
        if (text == null) {
            return Optional.empty();
        }
        for (var i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            var c = text.codePointAt(i);
            // The characters of XML 1.0, production 2.
            var legal = c == '\t' || c == '\n' || c == '\r' || c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000;
            if (!legal) {
                return Optional.of(String.format("The text has a control character (U+%04X) at position %d; remove it.", c, i + 1));
            }
        }
        return Optional.empty();
    }

    static void check(String... texts) {
        for (var text : texts) {
            problem(text).ifPresent(problem -> {
                throw new IllegalTextException(problem);
            });
        }
    }
}
