// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.WorkbenchException;
import org.eclipse.ui.handlers.IHandlerService;

/** The window of the workbench under test; tests run on its thread and have to pass on events themselves. */
public final class Window {

    private Window() {
    }

    public static IWorkbenchWindow window() {
        return PlatformUI.getWorkbench().getWorkbenchWindows()[0];
    }

    public static IWorkbenchPage page() {
        return window().getActivePage();
    }

    public static <T> T service(Class<T> type) {
        return PlatformUI.getWorkbench().getService(type);
    }

    public static IWorkbenchPage show(String perspective) throws WorkbenchException {
        return PlatformUI.getWorkbench().showPerspective(perspective, window());
    }

    /** Passes on events until the condition holds; the limit is only there so that a test ends at all. */
    public static boolean await(BooleanSupplier condition, int seconds) {
        return await(condition, seconds, () -> Display.getCurrent().readAndDispatch());
    }

    public static boolean await(BooleanSupplier condition, int seconds, BooleanSupplier dispatch) {
        var end = System.nanoTime() + seconds * 1_000_000_000L;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            if (!dispatch.getAsBoolean()) {
                pause();
            }
        }
        return true;
    }

    private static void pause() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException e) {
            throw new IllegalStateException("The test was interrupted.", e);
        }
    }

    /** All controls of a type below another. */
    public static <T extends Control> List<T> all(Control root, Class<T> type) {
        List<T> found = new ArrayList<>();
        collect(root, type, found);
        return found;
    }

    private static <T extends Control> void collect(Control control, Class<T> type, List<T> found) {
        if (type.isInstance(control)) {
            found.add(type.cast(control));
        }
        if (control instanceof Composite composite) {
            for (var child : composite.getChildren()) {
                collect(child, type, found);
            }
        }
    }

    /** Clicks on a row of a table. */
    public static void click(Table table, int row) {
        point(table, row);
        press();
    }

    /** Presses the button of the pointer and lets it go; what that brings is still to be dispatched. */
    public static void press() {
        post(SWT.MouseDown, event -> event.button = 1);
        post(SWT.MouseUp, event -> event.button = 1);
    }

    private static Point centre(Table table, int row) {
        var bounds = table.getItem(row).getBounds();
        return table.toDisplay(bounds.x + 10, bounds.y + bounds.height / 2);
    }

    /** Moves the pointer of the screen to a row of a table. */
    public static void point(Table table, int row) {
        var shell = table.getShell();
        shell.forceActive();
        table.showItem(table.getItem(row));
        var place = centre(table, row);
        post(SWT.MouseMove, event -> {
            event.x = place.x;
            event.y = place.y;
        });
        await(() -> table.getDisplay().getCursorControl() == table, 10);
    }

    private static void post(int type, Consumer<Event> details) {
        var event = new Event();
        event.type = type;
        details.accept(event);
        if (!Display.getCurrent().post(event)) {
            throw new IllegalStateException("The screen takes no events.");
        }
    }

    /** Does something that opens a dialog, and answers the dialog, which is known by its title. */
    public static void answer(Command opening, String title, Consumer<Shell> answer) throws Exception {
        var display = Display.getCurrent();
        var answered = new boolean[1];
        var look = new Runnable() {
            @Override
            public void run() {
                var found = Arrays.stream(display.getShells()).filter(shell -> shell.isVisible() && shell.getText().equals(title)).findFirst();
                if (found.isPresent()) {
                    answered[0] = true;
                    answer.accept(found.get());
                } else if (!answered[0]) {
                    display.timerExec(20, this);
                }
            }
        };
        display.timerExec(20, look);
        opening.run();
        var seen = answered[0];
        answered[0] = true;
        if (!seen) {
            throw new AssertionError("No dialog '" + title + "' was opened.");
        }
    }

    /** What a test does. */
    @FunctionalInterface
    public interface Command {
        /** Does it. */
        void run() throws Exception;
    }

    /** Executes a command of the workbench. */
    public static void execute(String command) throws Exception {
        window().getService(IHandlerService.class).executeCommand(command, null);
    }

    /** Presses a button of a dialog. */
    public static void press(Shell dialog, String text) {
        var button = all(dialog, Button.class).stream().filter(b -> b.getText().replace("&", "").equals(text)).findFirst().orElseThrow();
        if (!button.isEnabled()) {
            throw new AssertionError("The button '" + text + "' is not enabled.");
        }
        button.notifyListeners(SWT.Selection, new Event());
    }

    /** What the screen shows of the window. */
    public static ImageData picture() {
        var shell = window().getShell();
        shell.forceActive();
        var bounds = shell.getBounds();
        var image = new Image(shell.getDisplay(), bounds.width, bounds.height);
        var gc = new GC(shell.getDisplay());
        try {
            gc.copyArea(image, bounds.x, bounds.y);
            return image.getImageData();
        } finally {
            gc.dispose();
            image.dispose();
        }
    }

    public static void save(ImageData picture, Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var loader = new ImageLoader();
        loader.data = new ImageData[] {picture};
        loader.save(file.toString(), SWT.IMAGE_PNG);
    }
}
