// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.internal.values;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.api.NullclineException;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.value.NamedArray;
import org.nullcline.api.value.Value;
import org.nullcline.comparison.dsa.DelayEmbedding;
import org.nullcline.comparison.dsa.Dmdc;
import org.nullcline.comparison.dsa.DrivenModel;
import org.nullcline.comparison.dsa.DrivenTrials;
import org.nullcline.comparison.dsa.RankRule;
import org.nullcline.comparison.dsa.SubspaceDmdc;
import org.nullcline.compute.linalg.Matrix;

/**
 * Activity with its inputs: an array along time of a recording, the last channels of it, or two arrays of one file. The parameters {@code input},
 * {@code inputChannels} and those of the fit are shared by the metric {@code input-dsa} and the step {@code driven-dmd}.
 */
public final class DrivenInputs {

    /** Kind of a value that is nothing but named arrays, such as a file of several. */
    private static final String ARRAYS = "org.nullcline.arrays";
    /** Order of the system where the user sets none. */
    private static final RankRule USUAL_RANK = new RankRule.Fixed(10);

    private DrivenInputs() {
    }

    /** Fits the driven system that a value holds, as the parameters say. */
    public static DrivenModel fit(DrivenTrials trials, Parameters p) {
        DelayEmbedding embedding = DmdParameters.embedding(p);
        RankRule rank = DmdParameters.rank(p, USUAL_RANK);
        return p.text("identification").equals("dmdc") ? Dmdc.model(trials, embedding, p.integer("inputDelays"), rank, p.real("ridge"))
                : SubspaceDmdc.model(trials, embedding.delays(), rank, p.real("ridge"));
    }

    /** The trials of a value with their inputs. */
    public static DrivenTrials trials(Value value, Parameters p) {
        if (p.has("inputChannels")) {
            return lastChannels(value, p.integer("inputChannels"));
        }
        String input = p.text("input");
        if (!value.has(input)) {
            throw NullclineException.input("There is no array '" + input + "' of inputs along time here; set the parameter 'input' to one of "
                    + String.join(", ", value.arrays().keySet()) + ", or 'inputChannels' where the last channels are the inputs.");
        }
        return value.kind().equals(ARRAYS) ? new DrivenTrials(parts(only(value, input)), parts(value.named(input)))
                : new DrivenTrials(Inputs.trials(value), Inputs.trials(value, input));
    }

    private static DrivenTrials lastChannels(Value value, int count) {
        List<Matrix> outputs = new ArrayList<>();
        List<Matrix> inputs = new ArrayList<>();
        for (Matrix trial : value.kind().equals(ARRAYS) ? parts(only(value, "")) : Inputs.trials(value)) {
            if (count >= trial.columns()) {
                throw NullclineException.invalid("Of " + trial.columns() + " channels, " + count + " cannot be inputs: no activity is left.");
            }
            outputs.add(trial.columns(0, trial.columns() - count));
            inputs.add(trial.columns(trial.columns() - count, trial.columns()));
        }
        return new DrivenTrials(outputs, inputs);
    }

    /** The one array beside the inputs. */
    private static NamedArray only(Value value, String input) {
        List<NamedArray> others = value.arrays().values().stream().filter(array -> !array.name().equals(input)).toList();
        if (others.size() != 1) {
            throw NullclineException.input("Beside the inputs '" + input + "' one array of activity is needed, but there are " + others.size() + ": "
                    + String.join(", ", others.stream().map(NamedArray::name).toList()) + "; save only the two of them, or use inputChannels.");
        }
        return others.getFirst();
    }

    /** Trials of an array: time, time × channels or trials × time × channels. */
    private static List<Matrix> parts(NamedArray named) {
        INDArray array = named.data().all();
        return switch (array.rank()) {
            case 1 -> List.of(Matrix.of(array.reshape('c', array.length(), 1)));
            case 2 -> List.of(Matrix.of(array));
            case 3 -> {
                List<Matrix> parts = new ArrayList<>();
                for (long i = 0; i < array.size(0); i++) {
                    parts.add(Matrix.of(array.slice(i)));
                }
                yield parts;
            }
            default -> throw NullclineException.input("The array '" + named.name() + "' has " + array.rank()
                    + " axes; activity and inputs are time × channels or trials × time × channels.");
        };
    }

    /** The driven system that a file of two arrays describes: {@code operator} and {@code control}, or {@code A} and {@code B}. */
    public static Optional<Value> operator(Value value) {
        for (String[] names : new String[][] {{Operators.OPERATOR, Operators.CONTROL}, {"A", "B"}}) {
            if (value.kind().equals(ARRAYS) && value.has(names[0]) && value.has(names[1])) {
                Matrix state = parts(value.named(names[0])).getFirst();
                Matrix control = parts(value.named(names[1])).getFirst();
                if (control.rows() != state.rows()) {
                    throw NullclineException.input("The operator '" + names[0] + "' has " + state.rows() + " states, but '" + names[1] + "' has " + control.rows()
                            + " rows; B is state × input.");
                }
                return Optional.of(Operators.of(state).array(Operators.CONTROL, "", control.toArray(), "state", "input").build());
            }
        }
        return Optional.empty();
    }
}
