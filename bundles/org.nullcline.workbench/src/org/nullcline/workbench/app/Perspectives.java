// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.app;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/** The three perspectives. */
public final class Perspectives {

    private Perspectives() {
    }

    /** Studies left, the experiment in the middle, problems below. */
    public static final class Design implements IPerspectiveFactory {
        @Override
        public void createInitialLayout(IPageLayout layout) {
            layout.createFolder("left", IPageLayout.LEFT, 0.2f, layout.getEditorArea()).addView(Ids.STUDY_VIEW);
            var below = layout.createFolder("below", IPageLayout.BOTTOM, 0.76f, layout.getEditorArea());
            below.addView(Ids.PROBLEMS_VIEW);
            below.addView(Ids.RUNS_VIEW);
            below.addPlaceholder(Ids.CURVES_VIEW);
            below.addPlaceholder(Ids.LOG_VIEW);
            below.addPlaceholder(Ids.RESULTS_VIEW);
            shortcuts(layout);
        }
    }

    /** Runs, tasks and the log left, live curves and results right. */
    public static final class Run implements IPerspectiveFactory {
        @Override
        public void createInitialLayout(IPageLayout layout) {
            layout.setEditorAreaVisible(false);
            layout.createFolder("runs", IPageLayout.LEFT, 0.36f, layout.getEditorArea()).addView(Ids.RUNS_VIEW);
            IFolderLayout main = layout.createFolder("main", IPageLayout.RIGHT, 0.36f, "runs");
            main.addView(Ids.CURVES_VIEW);
            main.addView(Ids.RESULTS_VIEW);
            layout.createFolder("log", IPageLayout.BOTTOM, 0.6f, "runs").addView(Ids.LOG_VIEW);
            shortcuts(layout);
        }
    }

    /** The table of runs above, matrices and embeddings below. */
    public static final class Compare implements IPerspectiveFactory {
        @Override
        public void createInitialLayout(IPageLayout layout) {
            layout.setEditorAreaVisible(false);
            layout.createFolder("table", IPageLayout.TOP, 0.38f, layout.getEditorArea()).addView(Ids.TABLE_VIEW);
            layout.createFolder("matrices", IPageLayout.BOTTOM, 0.38f, "table").addView(Ids.MATRICES_VIEW);
            layout.createFolder("embeddings", IPageLayout.RIGHT, 0.5f, "matrices").addView(Ids.EMBEDDINGS_VIEW);
            shortcuts(layout);
        }
    }

    private static void shortcuts(IPageLayout layout) {
        layout.addPerspectiveShortcut(Ids.DESIGN);
        layout.addPerspectiveShortcut(Ids.RUN);
        layout.addPerspectiveShortcut(Ids.COMPARE);
    }
}
