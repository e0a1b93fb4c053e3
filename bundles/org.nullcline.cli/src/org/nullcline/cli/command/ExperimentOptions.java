// SPDX-License-Identifier: EPL-2.0
package org.nullcline.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.nullcline.cli.Session;
import org.nullcline.cli.input.Assignments;
import org.nullcline.cli.input.ExperimentSource;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** How a command names an experiment. */
final class ExperimentOptions {

    @Spec(Spec.Target.MIXEE)
    CommandSpec command;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "an experiment file")
    Path file;

    @Option(names = "--template", paramLabel = "ID", description = "a template instead of a file; see 'nullcline list templates'")
    String template;

    @Option(names = "--quick", description = "the variant of the template that takes a minute or two")
    boolean quick;

    @Option(names = "--set", paramLabel = "STEP.PARAM=VALUE", description = "set a parameter; may be repeated")
    List<String> set = new ArrayList<>();

    @Option(names = "--sweep", paramLabel = "STEP.PARAM=V1,V2,…", description = "vary a parameter, STEP@seed or @seed; may be repeated")
    List<String> sweep = new ArrayList<>();

    @Option(names = "--only", paramLabel = "AXIS=POINT,…", description = "keep only these points of a sweep axis, by value or name; may be repeated")
    List<String> only = new ArrayList<>();

    @Option(names = "--seed", paramLabel = "N", description = "root of all randomness")
    Long seed;

    ExperimentSource open(Session session) {
        if ((file == null) == (template == null)) {
            throw new CommandLine.ParameterException(command.commandLine(), file == null ? "Name an experiment file, or a template with --template"
                    : "Name either a file or a template, not both");
        }
        if (quick && template == null) {
            throw new CommandLine.ParameterException(command.commandLine(), "--quick needs a --template");
        }
        ExperimentSource source = template == null ? ExperimentSource.ofFile(session, file) : ExperimentSource.ofTemplate(session, template, quick);
        source.set(session, Assignments.parse("--set", set));
        source.only(Assignments.parse("--only", only));
        source.sweep(Assignments.parse("--sweep", sweep));
        if (seed != null) {
            source.set(session, Map.of("@seed", seed.toString()));
        }
        if (template != null) {
            source.settleFiles(session, template);
        }
        return source;
    }
}
