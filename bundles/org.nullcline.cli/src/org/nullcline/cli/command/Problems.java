// SPDX-License-Identifier: EPL-2.0
package org.nullcline.cli.command;

import java.util.List;
import java.util.Locale;

import org.nullcline.cli.Session;
import org.nullcline.cli.input.ExperimentSource;
import org.nullcline.cli.output.Json;
import org.nullcline.engine.plan.Plan;
import org.nullcline.engine.plan.Planner;
import org.nullcline.engine.validate.ExperimentValidator;
import org.nullcline.engine.validate.Problem;

import com.google.gson.JsonObject;

/** Problems of experiments on the command line. */
final class Problems {

    private Problems() {
    }

    static List<Problem> of(Session session, ExperimentSource source) {
        return new ExperimentValidator(session.contributions()).validate(source.experiment(), source.base());
    }

    /** Plans an experiment; warnings become messages, errors end the command. */
    static Plan plan(Session session, ExperimentSource source) {
        List<Problem> problems = of(session, source);
        problems.stream().filter(p -> !p.error()).forEach(p -> session.message("nullcline: warning: " + p.sentence()));
        ExperimentValidator.requireValid(problems);
        return new Planner(session.contributions()).plan(source.experiment(), source.base());
    }

    static JsonObject json(Problem problem) {
        return Json.object("severity", problem.severity().name().toLowerCase(Locale.ROOT), "step", problem.step(), "place", problem.place(), "sentence",
                problem.sentence());
    }
}
