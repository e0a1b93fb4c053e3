// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.task;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nullcline.compute.random.RandomStream;

class TaskTest {

    private static final RandomStream RANDOM = RandomStream.of(7);

    static List<Task> tasks() {
        return List.of(new FlipFlop(3, 0.1, 50), new DelayedMatch(3, 5, 8, 4, 6), new Integration(0.5, 40), new SineGeneration(4, 60));
    }

    private static double[] perfect(Task.Trial trial) {
        return IntStream.range(0, trial.target().length).mapToDouble(i -> trial.target()[i]).toArray();
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void trialsHaveTheDeclaredShapesAndWeightsThatAddUpToOne(Task task) {
        for (Task.Trial trial : TaskTrials.draw(task, 50, RANDOM).trials()) {
            assertEquals(task.bins() * task.inputs(), trial.input().length);
            assertEquals(task.bins() * task.outputs(), trial.target().length);
            assertEquals(1, IntStream.range(0, task.bins()).mapToDouble(t -> trial.weight()[t]).sum(), 1e-5, "rounding of float weights");
            assertTrue(trial.condition() >= 0 && trial.condition() < task.conditions().size());
        }
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void theWantedOutputIsAllRightAndItsOppositeIsNot(Task task) {
        for (Task.Trial trial : TaskTrials.draw(task, 20, RANDOM).trials()) {
            double[] output = perfect(trial);
            assertEquals(1, task.correct(trial, output), 0);
            assertTrue(task.correct(trial, Arrays.stream(output).map(y -> -y).toArray()) < 0.5);
        }
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void everyConditionIsDrawnAndATrialDependsOnItsNumberOnly(Task task) {
        List<Task.Trial> trials = TaskTrials.draw(task, 200, RANDOM).trials();
        assertEquals(task.conditions().size(), trials.stream().mapToInt(Task.Trial::condition).distinct().count());
        Task.Trial again = TaskTrials.draw(task, 20, RANDOM).trials().get(17);
        assertArrayEquals(trials.get(17).input(), again.input(), 0);
    }

    @Test
    void theFlipFlopShowsTheSignOfTheLastPulseOfEachChannel() {
        FlipFlop task = new FlipFlop(2, 0.2, 40);
        for (Task.Trial trial : TaskTrials.draw(task, 30, RANDOM).trials()) {
            for (int b = 0; b < 2; b++) {
                assertNotEquals(0, trial.input()[b], 0, "a pulse in the first bin");
                float last = 0;
                for (int t = 0; t < 40; t++) {
                    last = trial.input()[t * 2 + b] != 0 ? trial.input()[t * 2 + b] : last;
                    assertEquals(last, trial.target()[t * 2 + b], 0);
                }
                assertEquals(last > 0 ? '+' : '-', task.conditions().get(trial.condition()).charAt(b));
            }
        }
    }

    @Test
    void pulsesOfTheFlipFlopComeWithTheirProbability() {
        FlipFlop task = new FlipFlop(3, 0.1, 101);
        int count = 0;
        for (Task.Trial trial : TaskTrials.draw(task, 200, RANDOM).trials()) {
            count += IntStream.range(3, trial.input().length).filter(i -> trial.input()[i] != 0).count();
        }
        // 60 000 draws with p = 0.1: standard deviation √(n p q) = 73, four of which are 294
        assertEquals(6000, count, 294);
    }

    @Test
    void stimuliOfDelayedMatchLieWhereTheDelayPutsThem() {
        DelayedMatch task = new DelayedMatch(2, 3, 4, 1, 5);
        Task.Trial trial = task.trial(1, 0.5, 5);
        for (int t = 0; t < task.bins(); t++) {
            assertEquals(t >= 2 && t < 5 ? 0.5 : 0, trial.input()[2 * t], 0, "A is the sample");
            assertEquals(t >= 10 && t < 13 ? 0.5 : 0, trial.input()[2 * t + 1], 0, "B is the test");
            assertEquals(t < 13 ? 0 : -1, trial.target()[t], 0, "no match, answered after the test");
            assertEquals(t < 13 ? 0 : 1.0 / 5, trial.weight()[t], 1e-7);
        }
        assertEquals(18, task.bins());
    }

    @Test
    void integrationSumsItsInput() {
        Integration task = new Integration(0.3, 64);
        Task.Trial trial = task.draw(RANDOM.child("one"));
        double sum = 0;
        for (int t = 0; t < 64; t++) {
            sum += trial.input()[t] / 8;
            assertEquals(sum, trial.target()[t], 1e-5, "rounding of 64 floats; the input is scaled by √64");
        }
    }
}
