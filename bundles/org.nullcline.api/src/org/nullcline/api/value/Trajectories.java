// SPDX-License-Identifier: EPL-2.0
package org.nullcline.api.value;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A view of a value of kind {@link Kinds#TRAJECTORIES}: latent states in time.
 *
 * <p>Arrays: {@value #STATE} (time × state), {@value Trials#ARRAY} (offsets); optionally those of a {@link Recording} that are aligned in
 * time or per trial (labels, splits, behaviour), and {@value #RATES} (time × channel, spikes per bin) predicted from the states.
 *
 * <p>Trajectories of several sessions that share a model have the array {@value #SESSION}; the trials of a session lie one after the other, and
 * {@value #RATES} has as many columns as the widest session, NaN beyond a session's own channels.
 *
 * @param value the value itself
 * @param trials where the trials lie
 */
public record Trajectories(Value value, Trials trials) {

    /** time × state. */
    public static final String STATE = "state";
    /** time × channel, spikes per bin. */
    public static final String RATES = "rates";
    /** trial; index into the attribute {@value #SESSIONS}. */
    public static final String SESSION = "session";
    /** Attribute: names of the sessions. */
    public static final String SESSIONS = "sessions";
    /** Attribute: number of channels of each session. */
    public static final String SESSION_CHANNELS = "sessionChannels";

    /** The view of a value, checked. */
    public static Trajectories of(Value value) {
        NamedArray state = value.require(Kinds.TRAJECTORIES).named(STATE);
        return new Trajectories(value, Trials.of(value, state.size(0)));
    }

    /** Starts trajectories of time × state. */
    public static Value.Builder builder(INDArray state, Trials trials) {
        return Value.of(Kinds.TRAJECTORIES).array(STATE, "", state, "time", "state").array(trials.toArray());
    }

    /** Dimension of the state. */
    public int dimension() {
        return value.named(STATE).size(1);
    }

    /** States of all trials, time × state. */
    public INDArray state() {
        return value.array(STATE);
    }

    /** States of one trial, time × state. */
    public INDArray state(int trial) {
        return trials.slice(value.named(STATE), trial);
    }
}
