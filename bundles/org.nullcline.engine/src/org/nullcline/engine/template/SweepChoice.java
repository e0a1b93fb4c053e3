// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.template;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.nullcline.api.NullclineException;
import org.nullcline.engine.plan.Axis;
import org.nullcline.model.AxisKind;
import org.nullcline.model.Experiment;
import org.nullcline.model.SweepAxis;

/** Narrows a sweep to some of its points. */
public final class SweepChoice {

    private SweepChoice() {
    }

    /**
     * Keeps only some points of a sweep axis, in the order of the axis.
     *
     * @param id of the axis
     * @param wanted names or values of points, separated by commas; one value of a zip suffices when it belongs to one point
     * @throws NullclineException of kind INVALID naming the axes or points that there are
     */
    public static void keep(Experiment experiment, String id, String wanted) {
        SweepAxis axis = experiment.axis(id);
        if (axis == null) {
            List<String> ids = experiment.getAxes().stream().map(SweepAxis::getId).toList();
            throw NullclineException.invalid("The experiment has no sweep axis '" + id + "'; " + (ids.isEmpty() ? "it sweeps nothing." : "it has: "
                    + String.join(", ", ids) + "."));
        }
        Axis points = Axis.of(axis);
        boolean[] chosen = new boolean[points.size()];
        for (String each : Arrays.stream(wanted.split(",")).map(String::strip).filter(text -> !text.isEmpty()).toList()) {
            int[] found = IntStream.range(0, chosen.length).filter(i -> points.isAt(i, each)).toArray();
            if (found.length == 0) {
                throw NullclineException.invalid("The sweep axis '" + id + "' has no point '" + each + "'; it has: "
                        + String.join(", ", IntStream.range(0, chosen.length).mapToObj(points::text).toList()) + ".");
            }
            Arrays.stream(found).forEach(i -> chosen[i] = true);
        }
        int[] kept = IntStream.range(0, chosen.length).filter(i -> chosen[i]).toArray();
        if (kept.length == 0) {
            throw NullclineException.invalid("No point of the sweep axis '" + id + "' is named; give at least one.");
        }
        narrow(axis, kept);
    }

    private static void narrow(SweepAxis axis, int[] kept) {
        if (AxisKind.ZIP.text().equals(axis.getKind())) {
            axis.getAxes().forEach(member -> narrow(member, kept));
            if (!axis.getValues().isEmpty()) {
                replace(axis, select(axis.getValues(), kept));
            }
            return;
        }
        Axis points = Axis.of(axis);
        List<String> values = Arrays.stream(kept).mapToObj(points::text).toList();
        axis.setKind(AxisKind.LIST.text());
        replace(axis, values);
    }

    private static List<String> select(List<String> all, int[] kept) {
        List<String> selected = new ArrayList<>();
        for (int index : kept) {
            selected.add(all.get(index));
        }
        return selected;
    }

    private static void replace(SweepAxis axis, List<String> values) {
        axis.getValues().clear();
        axis.getValues().addAll(values);
    }
}
