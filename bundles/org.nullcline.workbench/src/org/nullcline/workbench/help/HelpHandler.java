// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.help;

import java.util.Map;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;
import org.nullcline.api.contribution.ExtensionPoint;
import org.nullcline.workbench.app.Ids;
import org.nullcline.workbench.editor.ExperimentPart;

/** Opens the page of the help that is about what the user works on: the reference of the selected step, or the chapter of the view. */
public final class HelpHandler extends AbstractHandler {

    private static final String PLUGIN = "/org.nullcline.workbench/";
    private static final String START = "help/start.html";

    private static final Map<String, String> PAGES = Map.of(Ids.PROBLEMS_VIEW, "help/experiments.html", Ids.RUNS_VIEW, "help/experiments.html#runs",
            Ids.LOG_VIEW, "help/experiments.html#runs", Ids.CURVES_VIEW, "help/fit.html", Ids.RESULTS_VIEW, "help/fit.html#scores",
            Ids.TABLE_VIEW, "help/compare.html", Ids.MATRICES_VIEW, "help/compare.html#matrix", Ids.EMBEDDINGS_VIEW, "help/compare.html#matrix");

    @Override
    public Object execute(ExecutionEvent event) {
        PlatformUI.getWorkbench().getHelpSystem().displayHelpResource(page(HandlerUtil.getActivePart(event)));
        return null;
    }

    /** The address of the page about a part of the window. */
    static String page(IWorkbenchPart part) {
        if (part instanceof ExperimentPart editor) {
            return PLUGIN + editor.shownStep().map(step -> ReferencePages.address(ExtensionPoint.STEPS) + "#" + step.getContribution())
                    .orElse("help/experiments.html#sweeps");
        }
        return PLUGIN + (part == null ? START : PAGES.getOrDefault(part.getSite().getId(), START));
    }
}
