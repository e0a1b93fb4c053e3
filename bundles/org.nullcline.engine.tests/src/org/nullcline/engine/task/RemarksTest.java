// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.task;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.nullcline.api.step.Progress;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.Kinds;
import org.nullcline.api.value.Value;

class RemarksTest {

    private static Value value(String kind, String... notes) {
        return Value.of(kind).attribute(Value.NOTES, List.of(notes)).build();
    }

    @Test
    void notesThatAnInputBroughtAlongAreNotSaidAgain() {
        StepInputs inputs = new StepInputs(Map.of("recording", List.of(new StepInputs.Item("r", value(Kinds.MATRIX, "old")))));
        Remarks remarks = new Remarks(Progress.NONE);
        remarks.remark("first");
        assertEquals(List.of("first", "new"), remarks.with(inputs, List.of(value(Kinds.MATRIX, "old", "new"))));
    }

    @Test
    void inputsThatAreReadFromTheirFilesAreNotReadAgainForNothing() {
        StepInputs inputs = new StepInputs(Map.of("recordings", List.of(StepInputs.Item.reading("r", () -> {
            throw new AssertionError("read again");
        }))));
        assertEquals(List.of(), new Remarks(Progress.NONE).with(inputs, List.of(value(Kinds.DISTANCES, "shown beside the numbers"), Value.of(Kinds.MATRIX).build())));
    }
}
