// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.nullcline.api.NullclineException;
import org.nullcline.comparison.internal.values.GroupNames;

class GroupNamesTest {

    @Test
    void namesOfPointsTellTheirGroupByThemselves() {
        GroupNames rules = GroupNames.read(List.of("adam, seed=1", "adam, seed=2", "sgd, seed=1", "gru3"), "");
        assertEquals(List.of("adam", "sgd", "gru"), rules.names());
        assertArrayEquals(new int[] {0, 0, 1, 2}, rules.of());
    }

    @Test
    void valuesOfOneParameterAreGroupsOfTheirOwn() {
        GroupNames values = GroupNames.read(List.of("rho=10 trial 0", "rho=10 trial 1", "rho=75 trial 0"), "");
        assertEquals(List.of("rho=10", "rho=75"), values.names());
        assertEquals(List.of("rho="), GroupNames.read(List.of("rho=10", "rho=75"), "").names(), "a group for each thing would say nothing");
    }

    @Test
    void groupsCanBeListedOrMatched() {
        assertArrayEquals(new int[] {0, 1, 0}, GroupNames.read(List.of("x", "y", "z"), "a, b, a").of());
        assertEquals(List.of("1", "2"), GroupNames.read(List.of("n seed=1", "m seed=2"), "seed=(\\d+)").names());
        assertThrows(NullclineException.class, () -> GroupNames.read(List.of("x", "y"), "a,b,c"));
        assertThrows(NullclineException.class, () -> GroupNames.read(List.of("x"), "seed=(\\d+)"));
        assertThrows(NullclineException.class, () -> GroupNames.read(List.of("x"), "("));
    }
}
