// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The recordings that one model is fitted to. Their trials are counted through, those of the first session first. */
public final class Sessions {

    private final List<TrialData> data;
    private final List<Standardisation> standards;
    /** First trial of each session, and the number of all trials. */
    private final int[] first;

    /**
     * Some trials of one session.
     *
     * @param session index
     * @param trials indices within the session
     */
    public record Group(int session, int[] trials) {
    }

    /** Recordings with their standardisation. */
    public Sessions(List<TrialData> data, List<Standardisation> standards) {
        this.data = List.copyOf(data);
        this.standards = List.copyOf(standards);
        first = new int[data.size() + 1];
        for (int s = 0; s < data.size(); s++) {
            first[s + 1] = first[s] + data.get(s).trials().count();
        }
    }

    /** A single recording. */
    public static Sessions of(TrialData data, Standardisation standard) {
        return new Sessions(List.of(data), List.of(standard));
    }

    /** Number of sessions. */
    public int count() {
        return data.size();
    }

    /** What the model reads of a session. */
    public TrialData data(int session) {
        return data.get(session);
    }

    /** How a session is standardised. */
    public Standardisation standard(int session) {
        return standards.get(session);
    }

    /** Number of all trials. */
    public int trials() {
        return first[data.size()];
    }

    /** The index over all sessions of a trial of one. */
    public int through(int session, int trial) {
        return first[session] + trial;
    }

    /** The session that a trial belongs to. */
    public int session(int trial) {
        int session = 0;
        while (trial >= first[session + 1]) {
            session++;
        }
        return session;
    }

    /** Time bins of a trial. */
    public int length(int trial) {
        int session = session(trial);
        return data.get(session).trials().length(trial - first[session]);
    }

    /** The longest of the given trials, in bins. */
    public int longest(int[] chosen) {
        return Arrays.stream(chosen).map(this::length).max().orElse(0);
    }

    /** Mean number of bins per trial, none counted beyond {@code most}. */
    public double meanBins(int[] chosen, int most) {
        return Arrays.stream(chosen).map(i -> Math.min(most, length(i))).average().orElse(0);
    }

    /** The given trials session by session, longer ones first, otherwise in their order. */
    public int[] inOrder(int[] chosen) {
        int[] ordered = new int[chosen.length];
        int at = 0;
        for (int s = 0; s < count(); s++) {
            for (int trial : data.get(s).longestFirst(of(s, chosen))) {
                ordered[at++] = first[s] + trial;
            }
        }
        return ordered;
    }

    /** Those of the given trials that belong to a session, as indices within it. */
    public int[] of(int session, int[] chosen) {
        return Arrays.stream(chosen).filter(i -> i >= first[session] && i < first[session + 1]).map(i -> i - first[session]).toArray();
    }

    /** Trials in the order of {@link #inOrder}, taken apart by session. */
    public List<Group> groups(int[] ordered) {
        List<Group> groups = new ArrayList<>();
        for (int s = 0; s < count(); s++) {
            int[] own = of(s, ordered);
            if (own.length > 0) {
                groups.add(new Group(s, own));
            }
        }
        return groups;
    }
}
