// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.task;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.nullcline.api.step.Progress;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.Kinds;
import org.nullcline.api.value.Value;

/** Listens to a step and keeps what it says about its result. */
public final class Remarks implements Progress {

    /** More than this nobody reads; a step that makes a remark in every round of a loop must not fill the store. */
    private static final int MOST = 100;
    private static final int LONGEST = 1000;
    /** Kinds whose notes are shown wherever their numbers are. */
    private static final Set<String> NOTED = Set.of(Kinds.SCORES, Kinds.DISTANCES);

    private final Progress progress;
    private final Set<String> sentences = new LinkedHashSet<>();

    /** Hands everything on to {@code progress}, too. */
    public Remarks(Progress progress) {
        this.progress = progress;
    }

    @Override
    public void remark(String sentence) {
        keep(sentence);
        progress.remark(sentence);
    }

    private synchronized void keep(String sentence) {
        String plain = sentence.strip();
        if (sentences.size() < MOST && !plain.isEmpty()) {
            sentences.add(plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST - 1) + "…");
        }
    }

    @Override
    public void note(String what) {
        progress.note(what);
    }

    @Override
    public void fraction(double done) {
        progress.fraction(done);
    }

    @Override
    public void measure(String series, double x, double y) {
        progress.measure(series, x, y);
    }

    @Override
    public boolean cancelled() {
        return progress.cancelled();
    }

    @Override
    public void check() {
        progress.check();
    }

    /** The remarks so far, each once, and those notes of the outputs that none of the inputs brought along. */
    public List<String> with(StepInputs inputs, Collection<Value> outputs) {
        List<String> said = outputs.stream().filter(value -> !NOTED.contains(value.kind())).flatMap(value -> value.texts(Value.NOTES).stream()).toList();
        if (!said.isEmpty()) {
            // only now: inputs may be read from their files whenever they are asked for
            Set<String> known = inputs.ports().values().stream().flatMap(List::stream).flatMap(item -> item.value().texts(Value.NOTES).stream())
                    .collect(Collectors.toSet());
            said.stream().filter(note -> !known.contains(note)).forEach(this::keep);
        }
        synchronized (this) {
            return List.copyOf(sentences);
        }
    }
}
