// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.XMLMemento;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.keys.IBindingService;
import org.junit.jupiter.api.Test;
import org.nullcline.workbench.app.Ids;
import org.nullcline.workbench.welcome.WelcomeEditor;

class WorkbenchTest {

    @Test
    void opensWithTheMenusOfTheProduct() {
        assertEquals("org.nullcline.workbench.product", Platform.getProduct().getId());
        var names = Arrays.stream(Window.window().getShell().getMenuBar().getItems()).map(MenuItem::getText).map(text -> text.replace("&", "")).toList();
        assertTrue(names.containsAll(List.of("File", "Edit", "Experiment", "Run", "Window", "Help")), names.toString());
    }

    @Test
    void everyPerspectiveShowsItsViewsWithoutAnError() throws Exception {
        var views = List.of(List.of(Ids.STUDY_VIEW, Ids.PROBLEMS_VIEW), List.of(Ids.RUNS_VIEW, Ids.CURVES_VIEW, Ids.RESULTS_VIEW, Ids.LOG_VIEW),
                List.of(Ids.TABLE_VIEW, Ids.MATRICES_VIEW, Ids.EMBEDDINGS_VIEW));
        var perspectives = List.of(Ids.DESIGN, Ids.RUN, Ids.COMPARE);
        for (var i = 0; i < perspectives.size(); i++) {
            var page = Window.show(perspectives.get(i));
            page.resetPerspective();
            for (var view : views.get(i)) {
                assertNotNull(page.findViewReference(view), view + " belongs to " + perspectives.get(i));
                var shown = page.showView(view);
                // A view that cannot be made is replaced by one that shows the error.
                assertTrue(shown.getClass().getName().startsWith("org.nullcline.workbench"), view + ": " + shown.getClass());
            }
        }
        Window.show(Ids.DESIGN);
    }

    @Test
    void everyCommandHasAnImplementation() throws Exception {
        var commands = PlatformUI.getWorkbench().getService(ICommandService.class);
        var handled = new ArrayList<String>();
        for (var element : Platform.getExtensionRegistry().getConfigurationElementsFor("org.eclipse.ui.handlers")) {
            if (element.getContributor().getName().equals("org.nullcline.workbench")) {
                assertNotNull(element.createExecutableExtension("class"));
                handled.add(element.getAttribute("commandId"));
            }
        }
        for (var command : commands.getDefinedCommands()) {
            if (command.getId().startsWith("org.nullcline.workbench.")) {
                assertTrue(handled.contains(command.getId()), command.getId() + " has no handler");
            }
        }
    }

    @Test
    void keysLeadToOurCommandsAndToTheFamiliarOnes() {
        var bindings = PlatformUI.getWorkbench().getService(IBindingService.class);
        assertEquals("F9", bindings.getBestActiveBindingFormattedFor("org.nullcline.workbench.commands.run"));
        assertEquals("Ctrl+N", bindings.getBestActiveBindingFormattedFor("org.nullcline.workbench.commands.newExperiment"));
        assertEquals("Ctrl+S", bindings.getBestActiveBindingFormattedFor(IWorkbenchCommandConstants.FILE_SAVE));
        assertEquals("Ctrl+Z", bindings.getBestActiveBindingFormattedFor(IWorkbenchCommandConstants.EDIT_UNDO));
        assertNull(bindings.getBestActiveBindingFormattedFor("org.eclipse.ui.newWizard"), "the platform's wizard has no key of its own any more");
    }

    @Test
    void theWelcomePageIsThereAgainInTheNextSession() {
        var persistable = WelcomeEditor.INPUT.getPersistable();
        var factory = PlatformUI.getWorkbench().getElementFactory(persistable.getFactoryId());
        assertSame(WelcomeEditor.INPUT, factory.createElement(XMLMemento.createWriteRoot("input")));
    }

    @Test
    void theWelcomePageOffersTemplates() throws Exception {
        Window.show(Ids.DESIGN);
        var editor = Window.page().openEditor(WelcomeEditor.INPUT, Ids.WELCOME);
        assertTrue(editor instanceof WelcomeEditor, editor.getClass().toString());
        var links = Window.all(Window.window().getShell(), org.eclipse.ui.forms.widgets.ImageHyperlink.class).stream()
                .map(org.eclipse.ui.forms.widgets.ImageHyperlink::getText).toList();
        assertTrue(links.contains("First look") && links.contains("Reaching"), links.toString());
    }
}
