// SPDX-License-Identifier: EPL-2.0
package org.nullcline.model.edit;

import java.util.Collection;
import java.util.List;

import org.nullcline.model.Experiment;
import org.nullcline.model.Experiments;
import org.nullcline.model.Link;
import org.nullcline.model.Step;

/** Edits of links; see {@link ExperimentEditor}. */
public final class LinkEdits {
    private final ExperimentEditor editor;
    private final Experiment experiment;

    LinkEdits(ExperimentEditor editor) {
        this.editor = editor;
        experiment = editor.experiment();
    }

    /** Links an output to an input; an existing equal link is returned as it is. */
    public Link connect(Step source, String output, Step target, String input) {
        IllegalTextException.check(output, input);
        var result = new Link[1];
        editor.edit(Messages.connect, () -> result[0] = Experiments.connect(experiment, source, output, target, input));
        return result[0];
    }

    /** Links an output to an input that takes one value: what fed the input before is unlinked in the same entry. */
    public Link connectOnly(Step source, String output, Step target, String input) {
        IllegalTextException.check(output, input);
        var result = new Link[1];
        editor.edit(Messages.connect, () -> {
            experiment.getLinks().removeIf(link -> target.getId().equals(link.getTarget()) && input.equals(link.getInput())
                    && !(source.getId().equals(link.getSource()) && output.equals(link.getOutput())));
            result[0] = Experiments.connect(experiment, source, output, target, input);
        });
        return result[0];
    }

    /** Removes links. */
    public void disconnect(Collection<Link> links) {
        editor.edit(Messages.disconnect, () -> experiment.getLinks().removeAll(links));
    }

    /**
     * Says whether and over what a link gathers.
     *
     * @param link   the link
     * @param gather whether it collects values at several sweep points
     * @param over   ids of the axes, the slowest first; empty for all
     */
    public void setGather(Link link, boolean gather, List<String> over) {
        over.forEach(IllegalTextException::check);
        editor.edit(Messages.setGather, () -> {
            link.setGather(gather);
            ExperimentEditor.replace(link.getOver(), over);
        });
    }
}
