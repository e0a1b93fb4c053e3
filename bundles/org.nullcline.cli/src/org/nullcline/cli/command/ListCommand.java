// SPDX-License-Identifier: EPL-2.0
package org.nullcline.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.nullcline.api.contribution.Descriptor;
import org.nullcline.api.contribution.ExtensionPoint;
import org.nullcline.cli.ExitCode;
import org.nullcline.cli.Session;
import org.nullcline.cli.output.Json;
import org.nullcline.cli.output.TextTable;
import org.nullcline.engine.registry.ContributionProblem;
import org.nullcline.engine.registry.EngineContributions.ExecutorDescriptor;
import org.nullcline.engine.registry.EngineContributions.TemplateDescriptor;

import com.google.gson.JsonObject;

import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists what is installed. */
@CommandLine.Command(name = "list", header = "Lists what is installed: architectures, solvers, metrics, systems, steps, formats, figures, executors, templates.",
        footer = {"", "Example: nullcline list metrics"})
public final class ListCommand extends Command.WithJson {

    private static final List<String> ENGINE_POINTS = List.of("executors", "templates");

    @Parameters(arity = "0..1", paramLabel = "WHAT", description = "one sort of contribution; all without it")
    String what;

    @Option(names = "--all", description = "deprecated ones as well")
    boolean all;

    /** One line of a list. */
    private record Item(String point, String id, String name, String version, String plugin, String description, boolean deprecated) {
    }

    /** The command within a session. */
    public ListCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        List<String> points = new ArrayList<>(List.of(ExtensionPoint.values()).stream().map(ExtensionPoint::pluralName).toList());
        points.addAll(ENGINE_POINTS);
        if (what != null && !points.contains(what)) {
            throw new CommandLine.ParameterException(spec.commandLine(), "There are no '" + what + "' to list; choose from " + String.join(", ", points));
        }
        JsonObject document = new JsonObject();
        for (String point : what == null ? points : List.of(what)) {
            List<Item> items = items(point).stream().filter(i -> all || !i.deprecated).toList();
            if (json) {
                document.add(point, Json.of(items.stream().map(ListCommand::json).toList()));
            } else {
                print(point, items);
            }
        }
        if (json) {
            session.print(document);
        }
        for (ContributionProblem problem : session.contributions().problems()) {
            session.message("nullcline: warning: " + problem.sentence());
        }
        return ExitCode.DONE;
    }

    private List<Item> items(String point) {
        return switch (point) {
            case "executors" -> session.engine().executors().stream().map(ListCommand::item).toList();
            case "templates" -> session.engine().templates().stream().map(ListCommand::item).toList();
            default -> List.of(ExtensionPoint.values()).stream().filter(p -> p.pluralName().equals(point))
                    .flatMap(p -> session.contributions().list(p).stream()).map(ListCommand::item).toList();
        };
    }

    private static Item item(Descriptor d) {
        return new Item(d.point().pluralName(), d.id(), d.name(), d.version(), d.bundle(), d.description(), d.deprecated());
    }

    private static Item item(ExecutorDescriptor d) {
        return new Item("executors", d.id(), d.name(), d.version(), d.bundle(), d.description(), false);
    }

    private static Item item(TemplateDescriptor d) {
        return new Item("templates", d.id(), d.name(), "", d.bundle(), d.description(), false);
    }

    private static JsonObject json(Item item) {
        return Json.object("id", item.id, "shortId", shortId(item.id), "name", item.name, "version", item.version, "plugin", item.plugin, "description",
                item.description, "deprecated", item.deprecated);
    }

    private void print(String point, List<Item> items) {
        if (what == null) {
            session.print((point.equals("architectures") ? "" : "\n") + point.toUpperCase(Locale.ROOT) + " (" + items.size() + ")");
        }
        if (items.isEmpty()) {
            session.message("nullcline: no plug-in contributes " + point + ".");
            return;
        }
        TextTable table = new TextTable("id", "name", "what it does");
        items.forEach(item -> table.row(item.id.startsWith("org.nullcline.") ? shortId(item.id) : item.id, item.name, firstSentence(item.description)));
        table.lines().forEach(session::print);
    }

    private static String firstSentence(String text) {
        String first = text.replaceFirst("(?s)(?<=[a-z)0-9]\\.)(?<! et al\\.) .*", "");
        return first.length() <= 100 ? first : first.substring(0, 99) + "…";
    }

    private static String shortId(String id) {
        return id.substring(id.lastIndexOf('.') + 1);
    }
}
