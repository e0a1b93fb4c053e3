// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.optimise;

import java.util.Map;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.compute.array.NdArrays;

/**
 * Lowers the learning rate when a loss stops falling, as {@code torch.optim.lr_scheduler.ReduceLROnPlateau} with a relative threshold.
 */
public final class Plateau {

    private final double factor;
    private final int patience;
    private final double threshold;
    private final double floor;
    private double current = 1;
    private double best = Double.POSITIVE_INFINITY;
    private int bad;

    /**
     * A plateau detector.
     *
     * @param factor    by which the rate is multiplied, in (0, 1)
     * @param patience  how many observations without improvement are accepted
     * @param threshold relative improvement that counts
     * @param floor     smallest factor
     */
    public Plateau(double factor, int patience, double threshold, double floor) {
        if (!(factor > 0 && factor < 1 && patience >= 0 && threshold >= 0 && floor >= 0)) {
            throw new IllegalArgumentException("A plateau needs a factor in (0, 1), and patience, threshold and floor of at least 0.");
        }
        this.factor = factor;
        this.patience = patience;
        this.threshold = threshold;
        this.floor = floor;
    }

    /** Tells the loss of an epoch and gives the factor of the learning rate from now on. */
    public double observe(double loss) {
        if (loss < best - threshold * Math.abs(best) || Double.isInfinite(best)) {
            best = loss;
            bad = 0;
        } else {
            bad++;
        }
        if (bad > patience) {
            current = Math.max(floor, current * factor);
            bad = 0;
        }
        return current;
    }

    /** Begins to compare anew, as for another loss; the factor stays. */
    public void forgetLosses() {
        best = Double.POSITIVE_INFINITY;
        bad = 0;
    }

    /** The factor of the learning rate. */
    public double factor() {
        return current;
    }

    /** Everything that is needed to go on exactly. */
    public Map<String, INDArray> state() {
        return Map.of("plateau", NdArrays.of(new double[] {current, best, bad}, 3));
    }

    /** Goes on from a {@link #state}. */
    public void restore(Map<String, INDArray> state) {
        double[] values = NdArrays.doubles(state.get("plateau"));
        current = values[0];
        best = values[1];
        bad = (int) values[2];
    }
}
