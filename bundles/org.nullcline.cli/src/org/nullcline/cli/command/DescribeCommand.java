// SPDX-License-Identifier: EPL-2.0
package org.nullcline.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.nullcline.api.NullclineException;
import org.nullcline.api.contribution.Citation;
import org.nullcline.api.contribution.Descriptor;
import org.nullcline.api.contribution.ExtensionPoint;
import org.nullcline.api.contribution.Port;
import org.nullcline.api.parameter.ParameterDeclaration;
import org.nullcline.cli.ExitCode;
import org.nullcline.cli.Session;
import org.nullcline.cli.output.Json;
import org.nullcline.cli.output.TextTable;
import org.nullcline.engine.registry.Spelling;

import com.google.gson.JsonObject;

import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Describes one contribution. */
@CommandLine.Command(name = "describe", header = "Describes a contribution: what it does, its parameters, ports and citations.",
        footer = {"", "Example: nullcline describe gru"})
public final class DescribeCommand extends Command.WithJson {

    @Parameters(paramLabel = "ID", description = "short or full id")
    String id;

    @Option(names = "--kind", paramLabel = "WHAT", description = "where an id means several things: architectures, solvers, metrics, …")
    String kind;

    /** The command within a session. */
    public DescribeCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        List<Descriptor> found = new ArrayList<>();
        List<String> known = new ArrayList<>();
        for (ExtensionPoint point : ExtensionPoint.values()) {
            if (kind == null || kind.equals(point.pluralName()) || kind.equals(point.element())) {
                session.contributions().lookUp(point, id).ifPresent(found::add);
                session.contributions().list(point).forEach(d -> known.addAll(List.of(d.id(), d.shortId())));
            }
        }
        if (found.isEmpty() && describeTemplate()) {
            return ExitCode.DONE;
        }
        if (found.isEmpty()) {
            throw NullclineException.invalid("Nothing installed is called '" + id + "'" + (Spelling.hint(id, known).isEmpty() ? "; see 'nullcline list'."
                    : Spelling.hint(id, known)));
        }
        if (json) {
            JsonObject first = json(found.getFirst());
            if (found.size() > 1) {
                first.add("others", Json.of(found.stream().skip(1).map(DescribeCommand::json).toList()));
            }
            session.print(first);
        } else {
            for (int i = 0; i < found.size(); i++) {
                if (i > 0) {
                    session.print("");
                }
                print(found.get(i));
            }
        }
        return ExitCode.DONE;
    }

    private boolean describeTemplate() {
        for (var template : session.engine().templates()) {
            if (template.id().equals(id) || template.id().endsWith("." + id)) {
                if (json) {
                    session.print(Json.object("point", "templates", "id", template.id(), "name", template.name(), "description", template.description(), "plugin",
                            template.bundle(), "quick", template.quick()));
                } else {
                    session.print(template.name() + " (template " + template.id() + ", plug-in " + template.bundle() + ")");
                    session.print(template.description());
                }
                return true;
            }
        }
        return false;
    }

    private static JsonObject json(Descriptor d) {
        return Json.object("point", d.point().pluralName(), "id", d.id(), "shortId", d.shortId(), "name", d.name(), "version", d.version(), "plugin", d.bundle(),
                "description", d.description(), "parameters", d.parameters().stream().map(DescribeCommand::json).toList(), "inputs",
                d.inputs().stream().map(DescribeCommand::json).toList(), "outputs", d.outputs().stream().map(DescribeCommand::json).toList(), "citations",
                d.citations().stream().map(c -> Json.object("doi", c.doi(), "text", c.text())).toList(), "attributes", new TreeMap<>(d.attributes()));
    }

    private static JsonObject json(ParameterDeclaration p) {
        JsonObject json = Json.object("name", p.name(), "type", p.type().name().toLowerCase(Locale.ROOT), "default", p.defaultValue(), "optional", p.optional(),
                "min", p.min(), "max", p.max(), "unit", p.unit(), "choices", p.choices(), "description", p.description());
        if (p.point() != null) {
            json.addProperty("point", p.point().pluralName());
        }
        return json;
    }

    private static JsonObject json(Port port) {
        return Json.object("name", port.name(), "kinds", port.kinds(), "multiple", port.multiple(), "optional", port.optional(), "description",
                port.description());
    }

    private void print(Descriptor d) {
        session.print(d.name() + " (" + d.point().element() + " " + d.id() + " " + d.version() + ", plug-in " + d.bundle() + ")");
        session.print(d.description());
        if (d.deprecated()) {
            session.print("Deprecated" + d.replacedBy().map(other -> "; use " + other + " instead.").orElse("."));
        }
        for (Map.Entry<String, String> attribute : new TreeMap<>(d.attributes()).entrySet()) {
            session.print("  " + attribute.getKey() + ": " + attribute.getValue());
        }
        ports("inputs", d.inputs());
        ports("outputs", d.outputs());
        if (!d.parameters().isEmpty()) {
            session.print("");
            TextTable table = new TextTable("parameter", "type", "default", "range", "what it is");
            d.parameters().forEach(p -> table.row(p.name(), p.type().name().toLowerCase(Locale.ROOT), p.defaultValue().isEmpty() ? p.optional() ? "(not set)"
                    : "(must be set)" : p.defaultValue(), range(p), p.description() + (p.unit().isEmpty() ? "" : " [" + p.unit() + "]")));
            table.lines().forEach(session::print);
        }
        for (Citation citation : d.citations()) {
            session.print("");
            session.print("Cite: " + citation.text() + (citation.doi().isEmpty() ? "" : ", doi:" + citation.doi()));
        }
    }

    private void ports(String heading, List<Port> ports) {
        if (ports.isEmpty()) {
            return;
        }
        session.print("");
        TextTable table = new TextTable(heading, "kind", "what it is");
        ports.forEach(p -> table.row(p.name(), String.join(" or ", p.kinds()) + (p.multiple() ? " (several)" : "") + (p.optional() ? " (optional)" : ""),
                p.description()));
        table.lines().forEach(session::print);
    }

    private static String range(ParameterDeclaration p) {
        if (!p.choices().isEmpty()) {
            return String.join(", ", p.choices());
        }
        if (p.point() != null) {
            return "one of " + p.point().pluralName();
        }
        String low = Double.isInfinite(p.min()) ? "" : TextTable.number(p.min());
        String high = Double.isInfinite(p.max()) ? "" : TextTable.number(p.max());
        return low.isEmpty() && high.isEmpty() ? "" : low.isEmpty() ? "≤ " + high : high.isEmpty() ? "≥ " + low : low + " … " + high;
    }
}
