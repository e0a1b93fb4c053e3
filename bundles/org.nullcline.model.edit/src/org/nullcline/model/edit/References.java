// SPDX-License-Identifier: EPL-2.0
package org.nullcline.model.edit;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.eclipse.emf.common.util.EList;
import org.nullcline.model.AxisKind;
import org.nullcline.model.Experiment;
import org.nullcline.model.SweepAxis;
import org.nullcline.model.SweepException;
import org.nullcline.model.SweepPath;

/** Everything in an experiment that names a step or an axis by its id, so that no name is left dangling. */
final class References {
    private final Experiment experiment;

    References(Experiment experiment) {
        this.experiment = experiment;
    }

    /** Removes what cannot be without the steps: their links, figures, expectations and sweep axes. Remarks about them become free remarks. */
    void dropSteps(Set<String> steps) {
        experiment.getLinks().removeIf(link -> steps.contains(link.getSource()) || steps.contains(link.getTarget()));
        experiment.getFigures().removeIf(figure -> steps.contains(figure.getSource()));
        experiment.getExpectations().removeIf(expectation -> steps.contains(expectation.getSource()));
        for (var note : experiment.getNotes()) {
            if (note.getStep() != null && steps.contains(note.getStep())) {
                note.setStep(null);
            }
        }
        dropAxesOf(experiment.getAxes(), steps);
    }

    private void dropAxesOf(EList<SweepAxis> axes, Set<String> steps) {
        for (var axis : List.copyOf(axes)) {
            if (AxisKind.ZIP.text().equals(axis.getKind()) && !axis.getAxes().isEmpty()) {
                dropAxesOf(axis.getAxes(), steps);
                if (axis.getAxes().isEmpty()) {
                    dropAxis(axes, axis);
                }
            } else if (steps.contains(step(axis))) {
                dropAxis(axes, axis);
            }
        }
    }

    /** Removes an axis and takes it out of the gathering links. */
    void dropAxis(EList<SweepAxis> owner, SweepAxis axis) {
        owner.remove(axis);
        for (var link : experiment.getLinks()) {
            link.getOver().removeIf(id -> Objects.equals(id, axis.getId()));
        }
        for (var expectation : experiment.getExpectations()) {
            expectation.getWhere().removeIf(condition -> condition.startsWith(axis.getId() + "="));
        }
    }

    /** Follows a step to its new id; a damaged file may have a step without one, which nothing refers to. */
    void renameStep(String from, String to) {
        if (from == null) {
            return;
        }
        for (var link : experiment.getLinks()) {
            if (from.equals(link.getSource())) {
                link.setSource(to);
            }
            if (from.equals(link.getTarget())) {
                link.setTarget(to);
            }
        }
        for (var figure : experiment.getFigures()) {
            if (from.equals(figure.getSource())) {
                figure.setSource(to);
            }
        }
        for (var expectation : experiment.getExpectations()) {
            if (from.equals(expectation.getSource())) {
                expectation.setSource(to);
            }
        }
        for (var note : experiment.getNotes()) {
            if (from.equals(note.getStep())) {
                note.setStep(to);
            }
        }
        renameIn(experiment.getAxes(), from, to);
    }

    private static void renameIn(List<SweepAxis> axes, String from, String to) {
        for (var axis : axes) {
            if (from.equals(step(axis))) {
                axis.setPath(to + axis.getPath().substring(from.length()));
            }
            renameIn(axis.getAxes(), from, to);
        }
    }

    /** Follows an axis to its new id. */
    void renameAxis(String from, String to) {
        for (var link : experiment.getLinks()) {
            link.getOver().replaceAll(id -> Objects.equals(id, from) ? to : id);
        }
        for (var expectation : experiment.getExpectations()) {
            expectation.getWhere().replaceAll(condition -> condition.startsWith(from + "=") ? to + condition.substring(from.length()) : condition);
        }
    }

    /** Id of the step that the axis varies; empty when it varies none or cannot be understood. */
    private static String step(SweepAxis axis) {
        try {
            return switch (SweepPath.parse(axis.getPath())) {
                case SweepPath.OfParameter parameter -> parameter.step();
                case SweepPath.OfContribution contribution -> contribution.step();
                case SweepPath.OfStepSeed seed -> seed.step();
                case SweepPath.OfSeed seed -> "";
            };
        } catch (SweepException e) {
            return "";
        }
    }
}
