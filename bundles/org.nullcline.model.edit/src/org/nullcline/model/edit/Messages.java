// SPDX-License-Identifier: EPL-2.0
package org.nullcline.model.edit;

import org.eclipse.osgi.util.NLS;

/** Names of edits, as the menu shows them after Undo and Redo. */
final class Messages extends NLS {
    public static String addAxis;
    public static String addExpectation;
    public static String addFigure;
    public static String addNote;
    public static String addStep;
    public static String connect;
    public static String disableStep;
    public static String disconnect;
    public static String duplicateStep;
    public static String editAxis;
    public static String editExpectation;
    public static String enableStep;
    public static String moveStep;
    public static String removeAxis;
    public static String removeExpectation;
    public static String removeFigure;
    public static String removeNote;
    public static String removeStep;
    public static String removeSteps;
    public static String renameAxis;
    public static String renameStep;
    public static String reorder;
    public static String resetParameter;
    public static String resetParameters;
    public static String setContribution;
    public static String setDescription;
    public static String setGather;
    public static String setLabel;
    public static String setName;
    public static String setParameter;
    public static String setParameters;
    public static String setSeed;
    public static String setTags;
    public static String setText;
    public static String setTitle;

    static {
        NLS.initializeMessages("org.nullcline.model.edit.messages", Messages.class);
    }

    private Messages() {
    }
}
