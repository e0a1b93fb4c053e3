// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.preferences;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.BooleanFieldEditor;
import org.eclipse.jface.preference.DirectoryFieldEditor;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.jface.preference.IntegerFieldEditor;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.preferences.ScopedPreferenceStore;
import org.nullcline.engine.store.Store;
import org.nullcline.workbench.Messages;
import org.nullcline.workbench.laboratory.Laboratory;

/** How runs are executed and where results are kept. */
public final class RunPreferencePage extends FieldEditorPreferencePage implements IWorkbenchPreferencePage {

    /** The page. */
    public RunPreferencePage() {
        super(GRID);
        var store = new ScopedPreferenceStore(InstanceScope.INSTANCE, Laboratory.PREFERENCES);
        store.setDefault(Laboratory.SHOW_RUN, true);
        setPreferenceStore(store);
        setDescription(NLS.bind(Messages.preferences_text, Store.defaultLocation(System.getenv())));
    }

    @Override
    public void init(IWorkbench workbench) {
        // Nothing depends on the workbench.
    }

    @Override
    protected void createFieldEditors() {
        addField(new StoreField(getFieldEditorParent()));
        number(Laboratory.WORKERS, Messages.preferences_workers, 1024);
        number(Laboratory.THREADS, Messages.preferences_threads, 1024);
        number(Laboratory.MEMORY, Messages.preferences_memory, 1 << 22);
        addField(new BooleanFieldEditor(Laboratory.SHOW_RUN, Messages.preferences_show, getFieldEditorParent()));
    }

    private void number(String key, String label, int most) {
        var field = new IntegerFieldEditor(key, label, getFieldEditorParent());
        field.setValidRange(0, most);
        field.setErrorMessage(NLS.bind(Messages.preferences_number, label.replaceAll("[&:]", ""), Integer.toString(most)));
        addField(field);
    }

    /** A folder that need not be there yet: the store makes it. */
    private static final class StoreField extends DirectoryFieldEditor {

        StoreField(Composite parent) {
            init(Laboratory.STORE, Messages.preferences_store);
            setChangeButtonText(Messages.preferences_browse);
            setValidateStrategy(VALIDATE_ON_KEY_STROKE);
            setEmptyStringAllowed(true);
            createControl(parent);
        }

        @Override
        protected boolean doCheckState() {
            var text = getTextControl().getText().strip();
            setErrorMessage(NLS.bind(Messages.preferences_storeWrong, text));
            try {
                return text.isEmpty() || Path.of(text).isAbsolute() && !Files.isRegularFile(Path.of(text));
            } catch (InvalidPathException e) {
                // The sentence above says what is wrong.
                return false;
            }
        }
    }
}
