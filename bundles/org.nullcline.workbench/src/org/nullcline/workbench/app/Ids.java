// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.app;

/** Ids that {@code plugin.xml} declares and code refers to. They never change. */
public final class Ids {

    /** Perspective for building experiments. */
    public static final String DESIGN = "org.nullcline.workbench.perspectives.design";
    /** Perspective for following runs. */
    public static final String RUN = "org.nullcline.workbench.perspectives.run";
    /** Perspective for comparing what came out. */
    public static final String COMPARE = "org.nullcline.workbench.perspectives.compare";

    /** View of studies and experiments. */
    public static final String STUDY_VIEW = "org.nullcline.workbench.views.study";
    /** View of problems. */
    public static final String PROBLEMS_VIEW = "org.nullcline.workbench.views.problems";
    /** View of runs and tasks. */
    public static final String RUNS_VIEW = "org.nullcline.workbench.views.runs";
    /** View of learning curves. */
    public static final String CURVES_VIEW = "org.nullcline.workbench.views.curves";
    /** View of a run's log. */
    public static final String LOG_VIEW = "org.nullcline.workbench.views.log";
    /** View of scores and figures. */
    public static final String RESULTS_VIEW = "org.nullcline.workbench.views.results";
    /** View of the table of runs. */
    public static final String TABLE_VIEW = "org.nullcline.workbench.views.table";
    /** View of distance matrices. */
    public static final String MATRICES_VIEW = "org.nullcline.workbench.views.matrices";
    /** View of embeddings. */
    public static final String EMBEDDINGS_VIEW = "org.nullcline.workbench.views.embeddings";

    /** Editor of experiments. */
    public static final String EXPERIMENT_EDITOR = "org.nullcline.workbench.editors.experiment";
    /** The welcome page. */
    public static final String WELCOME = "org.nullcline.workbench.editors.welcome";

    private Ids() {
    }
}
