// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.internal.metrics;

import org.nullcline.api.contribution.Described;
import org.nullcline.api.contribution.Descriptor;
import org.nullcline.api.metric.Metric;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.value.Kinds;
import org.nullcline.api.value.Value;
import org.nullcline.comparison.internal.values.Inputs;
import org.nullcline.compute.linalg.Matrix;

/** A metric between two matrices of samples × dimensions; all time bins of a recording are samples. */
abstract class SampleMetric implements Metric, Described {

    private String id = "";

    @Override
    public void describe(Descriptor descriptor) {
        id = descriptor.shortId();
    }

    /** The short id under which this instance was contributed. */
    final String id() {
        return id;
    }

    /** What can be computed before a partner is known. */
    Matrix prepare(Matrix samples, Parameters parameters) {
        return samples;
    }

    /** Compares two prepared matrices. */
    abstract double compare(Matrix first, Matrix second, Parameters parameters);

    @Override
    public final Value prepare(Value value, Parameters parameters, StepContext context) {
        Matrix prepared = prepare(Inputs.samples(value), parameters);
        return Value.of(Kinds.MATRIX).array(Inputs.MATRIX, "", prepared.toArray(), "sample", "dimension").build();
    }

    @Override
    public final double compare(Value first, Value second, Parameters parameters) {
        return compare(Inputs.samples(first), Inputs.samples(second), parameters);
    }
}
