// SPDX-License-Identifier: EPL-2.0
package org.nullcline.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.nullcline.api.NullclineException;
import org.nullcline.cli.ExitCode;
import org.nullcline.cli.Session;
import org.nullcline.cli.output.Json;
import org.nullcline.engine.registry.ContributionProblem;
import org.nullcline.engine.store.Store;
import org.nullcline.engine.task.Provenance;
import org.nullcline.nd4j.NativeRuntime;

import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Examines the installation. */
@CommandLine.Command(name = "doctor", header = "Examines the installation: Java, native libraries, plug-ins, store.", footer = {"", "Examples: nullcline doctor",
    "          nullcline doctor --extract-natives     as administrator of an installation that many users read"})
public final class DoctorCommand extends Command.WithStore {

    private static final int OLDEST_JAVA = 21;
    private static final long LITTLE_SPACE = 2L << 30;

    @Option(names = "--extract-natives", paramLabel = "DIR", arity = "0..1", fallbackValue = "",
            description = "unpack the native libraries once for all users: to the folder natives of the installation, or to DIR, which NULLCLINE_NATIVES then names")
    String nativesFolder;

    private final List<Check> checks = new ArrayList<>();

    private record Check(String name, boolean ok, String detail) {
    }

    /** The command within a session. */
    public DoctorCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        checks.clear();
        int java = Runtime.version().feature();
        add("version", true, "Nullcline " + Provenance.productVersion());
        add("java", java >= OLDEST_JAVA, System.getProperty("java.vendor") + " " + System.getProperty("java.version") + " in " + System.getProperty("java.home")
                + (java >= OLDEST_JAVA ? "" : "; at least Java " + OLDEST_JAVA + " is needed"));
        add("machine", true, System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", " + Runtime.getRuntime().availableProcessors()
                + " processors, " + Sizes.text(Runtime.getRuntime().maxMemory()) + " for Java");
        boolean vector = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        add("vector instructions", true, vector ? "available" : "not available, plain Java is used; results are the same, only slower");
        natives();
        if (nativesFolder != null) {
            extractNatives();
        }
        plugins();
        storage();
        boolean healthy = checks.stream().allMatch(Check::ok);
        if (json) {
            session.print(Json.object("healthy", healthy, "checks", checks.stream().map(c -> Json.object("name", c.name, "ok", c.ok, "detail", c.detail)).toList()));
        } else {
            checks.forEach(c -> session.print((c.ok ? "ok      " : "TROUBLE ") + c.name + ": " + c.detail));
        }
        return healthy ? ExitCode.DONE : ExitCode.INFRASTRUCTURE;
    }

    private void add(String name, boolean ok, String detail) {
        checks.add(new Check(name, ok, detail));
    }

    private void natives() {
        NativeRuntime.State state = NativeRuntime.start();
        add("native libraries", state.available(), state.available() ? "ND4J and OpenBLAS " + state.version() + " for " + state.platform() + " in " + state.folder() + ", "
                + state.threads() + (state.threads() == 1 ? " thread" : " threads") : state.reason());
    }

    private void extractNatives() {
        String home = System.getProperty("nullcline.home");
        if (nativesFolder.isEmpty() && home == null) {
            throw NullclineException.infrastructure("This is no installation; name the folder for the native libraries.", null);
        }
        Path folder = nativesFolder.isEmpty() ? Path.of(home, "natives") : session.resolve(Path.of(nativesFolder));
        try {
            add("shared native libraries", true, NativeRuntime.copyLibrariesTo(folder) + " files in " + folder);
        } catch (IOException e) {
            add("shared native libraries", false, folder + " cannot be written: " + Store.reason(e));
        }
    }

    private void plugins() {
        List<ContributionProblem> problems = session.contributions().problems();
        add("plug-ins", problems.isEmpty(), problems.isEmpty() ? "all contributions can be read" : problems.size() + " contributions are left out");
        problems.forEach(problem -> add("plug-in " + problem.bundle(), false, problem.sentence()));
    }

    private void storage() {
        try {
            Store store = store();
            Path probe = Files.createTempFile(store.root(), "doctor", ".tmp");
            Files.delete(probe);
            long space = Files.getFileStore(store.root()).getUsableSpace();
            add("store", space > LITTLE_SPACE, store.root() + ", " + Sizes.text(space) + " free" + (space > LITTLE_SPACE ? "" : "; make room or choose another --store"));
        } catch (IOException e) {
            add("store", false, "it cannot be written: " + Store.reason(e));
        } catch (NullclineException e) {
            add("store", false, e.getMessage());
        }
    }
}
