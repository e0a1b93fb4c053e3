// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.preferences;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nullcline.workbench.Window;
import org.nullcline.workbench.laboratory.Laboratory;

class RunPreferencePageTest {

    @TempDir
    Path folder;

    private PreferenceDialog dialog;
    private RunPreferencePage page;

    @BeforeEach
    void open() {
        dialog = PreferencesUtil.createPreferenceDialogOn(Window.window().getShell(), "org.nullcline.workbench.preferences", null, null);
        dialog.setBlockOnOpen(false);
        dialog.open();
        page = assertInstanceOf(RunPreferencePage.class, dialog.getSelectedPage());
    }

    @AfterEach
    void close() {
        dialog.close();
        var preferences = Laboratory.preferences();
        List.of(Laboratory.STORE, Laboratory.WORKERS, Laboratory.THREADS, Laboratory.MEMORY, Laboratory.SHOW_RUN).forEach(preferences::remove);
    }

    /** Types a text; the page looks at it when the key comes up. */
    private void type(int field, String text) {
        fields().get(field).setText(text);
        fields().get(field).notifyListeners(SWT.KeyUp, new Event());
    }

    private List<Text> fields() {
        return Window.all(page.getControl(), Text.class);
    }

    @Test
    void whatIsAppliedIsWhatRunsUse() {
        assertEquals(4, fields().size(), "store, workers, threads, memory");
        type(0, folder.toString());
        type(1, "3");
        type(2, "2");
        type(3, "512");
        assertTrue(page.isValid());
        assertTrue(page.performOk());
        var laboratory = Window.service(Laboratory.class);
        assertEquals(folder, laboratory.storeLocation());
        assertEquals(3, laboratory.settings().workers());
        assertEquals(2, laboratory.settings().threads());
        assertEquals(512, laboratory.settings().memoryMegabytes());
    }

    @Test
    void aNumberOutOfRangeIsRefusedWithASentence() {
        type(1, "-1");
        assertFalse(page.isValid());
        assertTrue(page.getErrorMessage().contains("1024"), page.getErrorMessage());
        type(1, "4");
        assertTrue(page.isValid());
    }

    @Test
    void aStoreThatIsNotThereYetIsTaken() {
        var missing = folder.resolve("new").resolve("store");
        type(0, missing.toString());
        assertTrue(page.isValid(), "the store makes its folder");
        type(0, "not/absolute");
        assertFalse(page.isValid());
        assertTrue(page.getErrorMessage().contains("not/absolute"), page.getErrorMessage());
    }

    @Test
    void defaultsLeaveTheDecisionToTheProgram() {
        type(1, "7");
        var defaults = Window.all(page.getControl().getParent().getParent(), Button.class).stream().filter(b -> b.getText().replace("&", "").equals("Restore Defaults"))
                .findFirst().orElseThrow();
        defaults.notifyListeners(SWT.Selection, new Event());
        assertEquals("0", fields().get(1).getText());
        assertEquals("", fields().get(0).getText());
    }
}
