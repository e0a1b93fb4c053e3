// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.laboratory;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.eclipse.core.runtime.RegistryFactory;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.nullcline.engine.executor.Executor;
import org.nullcline.engine.executor.ExecutorSettings;
import org.nullcline.engine.registry.EngineContributions;
import org.nullcline.engine.registry.RegistryContributions;
import org.nullcline.engine.store.Store;
import org.nullcline.engine.validate.ExperimentValidator;
import org.nullcline.engine.worker.LocalExecutor;

/** What the engine offers to the workbench: the installed contributions, the store of results, and how runs are executed. A service. */
public final class Laboratory {

    /** Preferences of this workbench. */
    public static final String PREFERENCES = "org.nullcline.workbench";
    /** Preference: folder of the store; empty for the user's default. */
    public static final String STORE = "store.location";
    /** Preference: largest number of workers; 0 for as many as suit the machine. */
    public static final String WORKERS = "run.workers";
    /** Preference: threads per task; 0 to share the processors. */
    public static final String THREADS = "run.threads";
    /** Preference: megabytes for the objects of a worker; 0 for a share of the memory. */
    public static final String MEMORY = "run.memory";
    /** Preference: whether the Run perspective opens when a run begins. */
    public static final String SHOW_RUN = "run.show";

    private final RegistryContributions contributions = new RegistryContributions(RegistryFactory.getRegistry());
    private final EngineContributions engine = new EngineContributions(RegistryFactory.getRegistry());
    private Store store;

    /** What the installed plug-ins contribute. */
    public RegistryContributions contributions() {
        return contributions;
    }

    /** Templates and executors. */
    public EngineContributions engine() {
        return engine;
    }

    /** The one validator. */
    public ExperimentValidator validator() {
        return new ExperimentValidator(contributions);
    }

    /** Where executors do the work of this workbench's runs. */
    public String executorId() {
        return LocalExecutor.ID;
    }

    /** A new executor. */
    public Executor executor() {
        return engine.createExecutor(executorId());
    }

    /** How runs are executed, from the preferences. */
    public ExecutorSettings settings() {
        var preferences = preferences();
        return new ExecutorSettings(preferences.getInt(WORKERS, 0), preferences.getInt(THREADS, 0), preferences.getInt(MEMORY, 0),
                ExecutorSettings.DEFAULT.stallLimit(), Duration.ofSeconds(5), Map.of());
    }

    /** Folder of the store. */
    public Path storeLocation() {
        var chosen = preferences().get(STORE, "");
        return chosen.isBlank() ? Store.defaultLocation(System.getenv()) : Path.of(chosen);
    }

    /**
     * The store of results. Touches the disk when it is first used, so call it off the user-interface thread.
     *
     * @throws org.nullcline.api.NullclineException when the folder cannot be used
     */
    public synchronized Store store() {
        var location = storeLocation().toAbsolutePath().normalize();
        if (store == null || !store.root().equals(location)) {
            store = Store.open(location);
        }
        return store;
    }

    /** The preferences of the workbench in this workspace. */
    public static IEclipsePreferences preferences() {
        return InstanceScope.INSTANCE.getNode(PREFERENCES);
    }
}
