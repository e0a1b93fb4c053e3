// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.editor;

import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Text;
import org.nullcline.model.edit.IllegalTextException;

/** How fields of forms speak with an experiment. */
final class Fields {

    /** Marks texts that the program sets, which are no edits. */
    private static final String SETTING = "org.nullcline.setting";

    /** What the tool tip said before it said why a text cannot be. */
    private static final String HINT = "org.nullcline.hint";

    private Fields() {
    }

    /** Sets a text, without an edit, unless it is there already; so the cursor stays where the user types. */
    static void setText(Text field, String text) {
        var wanted = text == null ? "" : text;
        if (!field.getText().equals(wanted)) {
            field.setData(SETTING, Boolean.TRUE);
            field.setText(wanted);
            field.setData(SETTING, null);
        }
    }

    /** Passes on what the user types; leaving the field ends the edit for the undo history. */
    static void onEdit(Text field, Consumer<String> edit, ExperimentDocument document) {
        field.addModifyListener(event -> {
            if (field.getData(SETTING) == null) {
                try {
                    edit.accept(field.getText());
                    if (field.getData(HINT) != null) {
                        field.setToolTipText((String) field.getData(HINT));
                        field.setData(HINT, null);
                    }
                } catch (IllegalTextException e) {
                    if (field.getData(HINT) == null) {
                        field.setData(HINT, Objects.requireNonNullElse(field.getToolTipText(), ""));
                    }
                    field.setToolTipText(e.getMessage());
                }
            }
        });
        field.addListener(SWT.FocusOut, event -> document.editor().finishEdit());
    }

    /** A name of a declaration as a label: {@code learningRate} becomes "Learning rate". */
    static String label(String name) {
        var words = name.replaceAll("([a-z0-9])([A-Z])", "$1 $2").replace('-', ' ').replace('_', ' ').toLowerCase(Locale.ROOT);
        return words.isEmpty() ? name : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** A number in its shortest form: whole ones without a point. */
    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e7 ? Long.toString((long) value)
                : Double.toString(value).replace(".0E", "e").replace("E", "e");
    }
}
