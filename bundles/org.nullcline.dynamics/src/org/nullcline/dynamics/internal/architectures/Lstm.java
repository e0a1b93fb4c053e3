// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.internal.architectures;

import org.nullcline.api.dynamics.Architecture;
import org.nullcline.api.dynamics.VectorField;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.compute.diff.Layers;
import org.nullcline.compute.diff.LstmCell;

/** Long short-term memory (Hochreiter &amp; Schmidhuber 1997). The latent state is the output h; the memory c stands behind it in the full state. */
public final class Lstm implements Architecture {

    @Override
    public VectorField create(Layers layers, Parameters p) {
        LstmCell cell = layers.lstmCell("cell", Math.max(1, p.inputSize()), p.latentSize());
        return (z, u) -> {
            LstmCell.State state = new LstmCell.State(z);
            return (u == null ? cell.of(state) : cell.of(u, state)).both();
        };
    }

    @Override
    public int stateSize(Parameters p) {
        return 2 * p.latentSize();
    }
}
