// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.preferences;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.BooleanFieldEditor;
import org.eclipse.jface.preference.DirectoryFieldEditor;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.jface.preference.IntegerFieldEditor;
import org.eclipse.osgi.util.NLS;
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
        var location = new DirectoryFieldEditor(Laboratory.STORE, Messages.preferences_store, getFieldEditorParent());
        location.setEmptyStringAllowed(true);
        addField(location);
        number(Laboratory.WORKERS, Messages.preferences_workers, 1024);
        number(Laboratory.THREADS, Messages.preferences_threads, 1024);
        number(Laboratory.MEMORY, Messages.preferences_memory, 1 << 22);
        addField(new BooleanFieldEditor(Laboratory.SHOW_RUN, Messages.preferences_show, getFieldEditorParent()));
    }

    private void number(String key, String label, int most) {
        var field = new IntegerFieldEditor(key, label, getFieldEditorParent());
        field.setValidRange(0, most);
        addField(field);
    }
}
