// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.internal.values;

import java.util.List;
import java.util.Locale;

import org.nullcline.api.NullclineException;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.comparison.dsa.DelayEmbedding;
import org.nullcline.comparison.dsa.DmdSettings;
import org.nullcline.comparison.dsa.DmdSettings.Method;
import org.nullcline.comparison.dsa.DmdSettings.Route;
import org.nullcline.comparison.dsa.RankRule;

/** The parameters that the step {@code dmd} and the metric {@code dsa} share. */
public final class DmdParameters {

    private static final String RANK = "rank";
    private static final String THRESHOLD = "rankThreshold";
    private static final String EXPLAINED = "explainedVariance";

    private DmdParameters() {
    }

    /** The settings that the parameters describe; {@code otherwise} where no rank is given. */
    public static DmdSettings settings(Parameters p, RankRule otherwise) {
        return new DmdSettings(embedding(p), rank(p, otherwise), p.real("ridge"), Method.valueOf(p.text("method").toUpperCase(Locale.ROOT)), p.integer("stepsAhead"),
                Route.valueOf(p.text("route").toUpperCase(Locale.ROOT)));
    }

    /** The delay embedding that the parameters describe. */
    public static DelayEmbedding embedding(Parameters p) {
        return new DelayEmbedding(p.integer("delays"), p.integer("interval"));
    }

    /** At most one of the three ways to set a rank; {@code otherwise} where none is given. */
    public static RankRule rank(Parameters p, RankRule otherwise) {
        List<String> given = List.of(RANK, THRESHOLD, EXPLAINED).stream().filter(p::has).toList();
        if (given.size() > 1) {
            throw NullclineException.invalid("The parameters " + String.join(" and ", given) + " both set the rank; give only one of them.");
        }
        if (given.isEmpty()) {
            return otherwise;
        }
        return switch (given.getFirst()) {
            case RANK -> new RankRule.Fixed(p.integer(RANK));
            case THRESHOLD -> new RankRule.Above(p.real(THRESHOLD));
            default -> new RankRule.Explaining(p.real(EXPLAINED));
        };
    }
}
