// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.study;

import java.nio.file.Path;

import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.swt.graphics.Image;
import org.nullcline.workbench.look.Icons;

/** Names and icons of studies and experiments; the path is the tool tip. */
final class StudyLabels extends ColumnLabelProvider {

    private final Studies studies;

    StudyLabels(Studies studies) {
        this.studies = studies;
    }

    @Override
    public String getText(Object element) {
        var path = (Path) element;
        var name = Studies.title(path);
        return studies.isAdded(path) ? name + " – " + path.getParent() : name;
    }

    @Override
    public Image getImage(Object element) {
        return Icons.image(Studies.isExperiment((Path) element) ? "experiment" : "study");
    }

    @Override
    public String getToolTipText(Object element) {
        return element.toString();
    }
}
