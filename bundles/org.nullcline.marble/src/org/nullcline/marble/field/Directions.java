// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.field;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

import org.nullcline.api.NullclineException;
import org.nullcline.api.value.NamedArray;
import org.nullcline.api.value.Recording;
import org.nullcline.api.value.Trials;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;

/**
 * Labels of trials by the direction in which something moved in the plane, so that the same movement has the same name in every animal and
 * session.
 */
public final class Directions {

    private static final double FULL_TURN = 360;

    private Directions() {
    }

    /**
     * A recording whose labels are directions: "0°", "45°" … counter-clockwise from the first axis.
     *
     * @param recording with trials
     * @param behaviour array time × 2 of velocities; its mean over a trial tells the direction
     * @param sectors number of equal sectors; a direction gets the name of the middle of its sector, the first of which is 0°
     * @param byLabel give all trials of one label the direction of their mean, which is surer than that of each trial
     */
    public static Value label(Value recording, String behaviour, int sectors, boolean byLabel) {
        NamedArray velocity = recording.named(behaviour);
        if (velocity.axes().size() != 2 || velocity.size(1) != 2 || !velocity.axes().getFirst().name().equals("time")) {
            throw NullclineException.input("Directions need a velocity in the plane over time (time × 2), but '" + behaviour + "' is "
                    + Arrays.toString(velocity.data().shape()) + ".");
        }
        Trials trials = Trials.of(recording, velocity.size(0));
        double[][] v = NdArrays.rows(velocity.data().all());
        long[] group = groups(recording, trials.count(), byLabel);
        TreeMap<Long, double[]> mean = new TreeMap<>();
        for (int t = 0; t < trials.count(); t++) {
            double[] sum = mean.computeIfAbsent(group[t], g -> new double[2]);
            for (int row = Math.toIntExact(trials.offsets()[t]); row < trials.offsets()[t + 1]; row++) {
                if (Double.isFinite(v[row][0]) && Double.isFinite(v[row][1])) {
                    sum[0] += v[row][0];
                    sum[1] += v[row][1];
                }
            }
        }
        TreeMap<Integer, String> used = new TreeMap<>();
        mean.forEach((g, sum) -> {
            if (g >= 0) {
                used.put(sector(sum, sectors), name(sector(sum, sectors), sectors));
            }
        });
        List<Integer> order = new ArrayList<>(used.keySet());
        long[] labels = new long[trials.count()];
        for (int t = 0; t < labels.length; t++) {
            labels[t] = group[t] < 0 ? -1 : order.indexOf(sector(mean.get(group[t]), sectors));
        }
        return recording.copy().array(Recording.LABELS, "", NdArrays.of(labels, labels.length), "trial")
                .attribute(Recording.LABELS, new ArrayList<>(used.values())).build();
    }

    private static long[] groups(Value recording, int trials, boolean byLabel) {
        if (!byLabel) {
            long[] each = new long[trials];
            Arrays.setAll(each, t -> t);
            return each;
        }
        if (!recording.has(Recording.LABELS)) {
            throw NullclineException.input("The trials have no labels whose directions could be found; set by=trial.");
        }
        return NdArrays.longs(recording.array(Recording.LABELS));
    }

    private static int sector(double[] v, int sectors) {
        if (v[0] == 0 && v[1] == 0) {
            throw NullclineException.input("A trial or label without any movement has no direction; leave it out first.");
        }
        double turns = Math.atan2(v[1], v[0]) / (2 * Math.PI);
        return Math.floorMod(Math.round(turns * sectors), sectors);
    }

    private static String name(int sector, int sectors) {
        double degrees = FULL_TURN * sector / sectors;
        return (degrees == Math.rint(degrees) ? Long.toString((long) degrees) : Double.toString(degrees)) + "°";
    }
}
