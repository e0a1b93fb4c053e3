// SPDX-License-Identifier: EPL-2.0
package org.nullcline.api.parameter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nullcline.api.NullclineException;
import org.nullcline.api.contribution.Contributions;
import org.nullcline.api.contribution.Descriptor;
import org.nullcline.api.contribution.ExtensionPoint;

class ParametersTest {

    private static final Descriptor RK4 = new Descriptor(ExtensionPoint.SOLVERS, "org.test.rk4", "RK4", "", "1.0.0", "org.test",
            List.of(declaration("steps", ParameterType.INTEGER, "1", 1, 100)), List.of(), List.of(), List.of(), Map.of());
    private static final List<ParameterDeclaration> FIT = List.of(declaration("epochs", ParameterType.INTEGER, "100", 1, 1e6),
            declaration("rate", ParameterType.REAL, "1e-3", 0, 1), declaration("verbose", ParameterType.BOOLEAN, "false", 0, 0),
            new ParameterDeclaration("mode", ParameterType.CHOICE, "fast", false, 0, 0, "", List.of("fast", "exact"), null, ""),
            new ParameterDeclaration("solver", ParameterType.CONTRIBUTION, "rk4", true, 0, 0, "", List.of(), ExtensionPoint.SOLVERS, ""),
            new ParameterDeclaration("widths", ParameterType.INTEGERS, "64,64", true, 1, 4096, "", List.of(), null, ""));
    private static final Contributions CONTRIBUTIONS = new Contributions() {
        @Override
        public List<Descriptor> list(ExtensionPoint point) {
            return List.of(RK4);
        }

        @Override
        public Descriptor find(ExtensionPoint point, String id) {
            if (id.equals(RK4.id()) || id.equals(RK4.shortId())) {
                return RK4;
            }
            throw NullclineException.invalid("There is no solver '" + id + "'.");
        }

        @Override
        public <T> T create(Descriptor descriptor, Class<T> type) {
            throw new UnsupportedOperationException();
        }
    };

    private static ParameterDeclaration declaration(String name, ParameterType type, String value, double min, double max) {
        return new ParameterDeclaration(name, type, value, false, min, max, "", List.of(), null, "");
    }

    private static Parameters resolve(Map<String, String> given) {
        return Parameters.resolve("fit", FIT, given, CONTRIBUTIONS);
    }

    @Test
    void defaultsAreFilledIn() {
        Parameters parameters = resolve(Map.of());
        assertEquals(100, parameters.integer("epochs"));
        assertEquals(1e-3, parameters.real("rate"));
        assertEquals(1, parameters.choice("solver").parameters().integer("steps"));
    }

    @Test
    void differentSpellingsOfTheSameSettingsHaveTheSameNormalForm() {
        assertEquals(resolve(Map.of("rate", "0.0010", "solver", "org.test.rk4", "solver.steps", "4", "widths", "8, 9")).normalised(),
                resolve(Map.of("rate", "1e-3", "solver", "rk4", "solver.steps", " 4", "widths", "8,9")).normalised());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"epochs|0|at least|1", "epochs|ten|whole number|ten", "rate|2|between 0 and 1|2", "rate|nan|rate|nan",
            "verbose|yes|true or false|yes", "mode|slow|fast, exact|slow", "depth|3|no parameter 'depth'|epochs", "solver.stages|2|stages|steps",
            "epochs.more|1|epochs.more|epochs", "solver|euler|euler|euler", "widths|8,,9|whole number|widths"})
    void aWrongSettingIsRefusedWithASentenceThatNamesIt(String name, String value, String part, String other) {
        NullclineException refused = assertThrows(NullclineException.class, () -> resolve(Map.of(name, value)));
        assertEquals(NullclineException.Kind.INVALID, refused.kind());
        String sentence = refused.getMessage();
        assertTrue(sentence.contains(name.equals("epochs") && value.equals("0") ? "between 1" : part), sentence);
        assertTrue(sentence.contains(other) && sentence.endsWith("."), sentence);
    }

    @Test
    void anEmptySettingOfAChoiceThatIsNotMadeIsNone() {
        assertEquals(resolve(Map.of("solver", "")).normalised(), resolve(Map.of("solver", "", "solver.steps", "")).normalised());
    }

    @Test
    void settingsOfAChoiceThatIsNotMadeAreRefused() {
        NullclineException refused = assertThrows(NullclineException.class, () -> resolve(Map.of("solver", "", "solver.steps", "2")));
        assertTrue(refused.getMessage().contains("solver.steps"), refused.getMessage());
    }
}
