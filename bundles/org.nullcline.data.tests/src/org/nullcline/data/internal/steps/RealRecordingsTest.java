// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.steps;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.nullcline.api.NullclineException;
import org.nullcline.api.value.Recording;
import org.nullcline.api.value.Signal;
import org.nullcline.api.value.Split;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.data.Shared;
import org.nullcline.data.Steps;

/** The recordings of Dyer et al. 2017: from the file to labelled trials in splits. */
class RealRecordingsTest {

    private static final String CHEWIE = Shared.data("chewie_demo.mat").toString();
    private static final String MIHI = Shared.data("mihi_demo.mat").toString();

    private static Value chewie() {
        return Steps.recording("load-recording", null, "file", CHEWIE, "variable", "Ytr", "signal", "counts", "behaviour", "velocity=Xtr", "labels", "Ttr");
    }

    @Test
    void chewieBecomesReachesOfOneDirectionWithVelocity() {
        Value trials = Steps.recording("cut-trials", chewie(), "length", "31");
        Recording recording = Recording.of(trials);
        // 36 runs of 31 bins, two of 62 that are two reaches each, and 22 bins of a last one
        assertEquals(39, recording.trials().count());
        assertEquals(38, IntStream.range(0, 39).filter(i -> recording.trials().length(i) == 31).count());
        assertEquals(22, recording.trials().length(38));
        assertEquals(71, recording.channels());
        assertEquals(Signal.COUNTS, recording.signal());
        assertEquals(List.of("0", "1", "2", "3"), recording.labelNames());
        assertArrayEquals(new int[] {3, 1, 0, 2, 3}, Arrays.copyOf(recording.labels(), 5));
        assertEquals(2, recording.aligned("behaviour.velocity").orElseThrow().size(1));
        assertTrue(Double.isNaN(recording.binWidth()), "the file stores no bin width, so none may be invented");

        Value split = Steps.recording("split-trials", trials, "validation", "0.2", "test", "0.2", "seed", "1");
        Recording splits = Recording.of(split);
        assertEquals(8, splits.trialsOf(Split.TEST).length);
        assertEquals(8, splits.trialsOf(Split.VALIDATION).length);
        assertEquals(23, splits.trialsOf(Split.TRAIN).length);
    }

    @Test
    void everyBinOfChewieIsKeptInOrder() {
        Value whole = chewie();
        Value trials = Steps.recording("cut-trials", whole, "length", "31");
        assertEquals(whole.array("activity"), trials.array("activity"));
        assertEquals(whole.array("behaviour.velocity"), trials.array("behaviour.velocity"));
    }

    @Test
    void theIncompleteFirstReachOfTheTestSetIsATrialOrLeftOut() {
        Value whole = Steps.recording("load-recording", null, "file", CHEWIE, "variable", "Yte", "signal", "counts", "labels", "Tte");
        Recording kept = Recording.of(Steps.recording("cut-trials", whole, "length", "31"));
        assertEquals(20, kept.trials().length(0));
        Recording full = Recording.of(Steps.recording("cut-trials", whole, "length", "31", "remainder", "drop"));
        assertEquals(kept.trials().count() - 1, full.trials().count());
        assertTrue(full.trials().equalLengths());
    }

    @Test
    void bothSetsOfChewieAreReadAtOnce() {
        Recording both = Recording.of(Steps.recording("load-recording", null, "file", CHEWIE, "variable", "Ytr,Yte", "signal", "counts", "behaviour",
                "velocity=Xtr,Xte", "labels", "Ttr,Tte"));
        assertEquals(2, both.trials().count());
        assertEquals(3018, both.trials().total());
    }

    @Test
    void mihiRatesBecomeWholeCountsInReaches() {
        Value loaded = Steps.recording("load-recording", null, "file", MIHI, "variable", "Ytr", "signal", "rates", "binWidth", "0.2", "behaviour",
                "velocity=Xtr", "labels", "Ttr");
        Value counts = Steps.recording("rates-to-counts", loaded);
        assertTrue(Arrays.stream(NdArrays.doubles(counts.array("activity"))).allMatch(v -> v == Math.rint(v) && v >= 0));
        Value trials = Steps.recording("cut-trials", counts, "length", "9");
        Recording recording = Recording.of(trials);
        // 73 runs; one of 19 bins is two reaches
        assertEquals(74, recording.trials().count());
        assertEquals(List.of("3", "4", "5", "7"), recording.labelNames());
        int longest = IntStream.range(0, 74).map(recording.trials()::length).max().orElseThrow();
        assertTrue(longest <= 11, "a reach takes 7 to 11 bins, not " + longest);
        Recording split = Recording.of(Steps.recording("split-trials", trials, "seed", "1"));
        assertEquals(15, split.trialsOf(Split.TEST).length);
    }

    @Test
    void setsWithDifferentNeuronsAreNotJoined() {
        var failure = assertThrows(NullclineException.class,
                () -> Steps.recording("load-recording", null, "file", MIHI, "variable", "Ytr,Yte", "signal", "rates"));
        assertTrue(failure.getMessage().contains("187 channels") && failure.getMessage().contains("174"), failure.getMessage());
    }
}
