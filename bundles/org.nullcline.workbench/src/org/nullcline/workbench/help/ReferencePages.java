// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.help;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.RegistryFactory;
import org.eclipse.help.IHelpContentProducer;
import org.nullcline.api.contribution.Citation;
import org.nullcline.api.contribution.Contributions;
import org.nullcline.api.contribution.Descriptor;
import org.nullcline.api.contribution.ExtensionPoint;
import org.nullcline.api.contribution.Port;
import org.nullcline.api.parameter.ParameterDeclaration;
import org.nullcline.api.parameter.ParameterType;
import org.nullcline.engine.registry.RegistryContributions;

/** The reference of the help: one page for each extension point with all that is installed, made when it is looked at. */
public final class ReferencePages implements IHelpContentProducer {

    private static final String FOLDER = "reference/";
    private static final String SUFFIX = ".html";

    private final Contributions contributions;

    /** For the help system: what is installed. */
    public ReferencePages() {
        this(new RegistryContributions(RegistryFactory.getRegistry()));
    }

    ReferencePages(Contributions contributions) {
        this.contributions = contributions;
    }

    @Override
    public InputStream getInputStream(String pluginId, String href, Locale locale) {
        var path = href.replaceAll("[?#].*", "");
        return point(path).map(point -> (InputStream) new ByteArrayInputStream(page(point).getBytes(StandardCharsets.UTF_8))).orElse(null);
    }

    /** The address of the page of an extension point within this plug-in. */
    static String address(ExtensionPoint point) {
        return FOLDER + point.pluralName() + SUFFIX;
    }

    private static Optional<ExtensionPoint> point(String path) {
        return Arrays.stream(ExtensionPoint.values()).filter(point -> address(point).equals(path)).findAny();
    }

    private String page(ExtensionPoint point) {
        var installed = contributions.list(point).stream().filter(d -> !d.deprecated()).toList();
        var title = point.pluralName().substring(0, 1).toUpperCase(Locale.ROOT) + point.pluralName().substring(1);
        var html = new StringBuilder(1 << 16);
        html.append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/><title>").append(title)
                .append("</title><link rel=\"stylesheet\" href=\"../help/style.css\"/></head><body><h1>").append(title).append("</h1>\n<p>");
        html.append(installed.size()).append(" installed. On the command line each answers to its short id: <code>nullcline describe ")
                .append(installed.isEmpty() ? "ID" : text(installed.getFirst().shortId())).append("</code>.</p>\n<p class=\"index\">");
        html.append(installed.stream().map(d -> "<a href=\"#" + text(d.id()) + "\">" + text(d.name()) + "</a>").collect(Collectors.joining(" · ")));
        html.append("</p>\n");
        installed.forEach(d -> entry(html, d));
        return html.append("</body></html>\n").toString();
    }

    private static void entry(StringBuilder html, Descriptor d) {
        html.append("<h2 id=\"").append(text(d.id())).append("\">").append(text(d.name())).append("</h2>\n<p class=\"id\"><code>").append(text(d.shortId()))
                .append("</code> ").append(text(d.version())).append(", plug-in ").append(text(d.bundle())).append("</p>\n<p>").append(text(d.description())).append("</p>\n");
        ports(html, "Takes", d.inputs());
        ports(html, "Gives", d.outputs());
        if (!d.parameters().isEmpty()) {
            html.append("<table><tr><th>parameter</th><th>values</th><th>default</th><th>meaning</th></tr>\n");
            for (var p : d.parameters()) {
                html.append("<tr><td><code>").append(text(p.name())).append("</code></td><td>").append(text(values(p))).append("</td><td>").append(text(p.defaultValue()))
                        .append("</td><td>").append(text(p.description())).append("</td></tr>\n");
            }
            html.append("</table>\n");
        }
        for (Citation citation : d.citations()) {
            html.append("<p class=\"cite\">").append(text(citation.text()));
            if (!citation.doi().isEmpty()) {
                html.append(" <a href=\"https://doi.org/").append(text(citation.doi())).append("\">doi:").append(text(citation.doi())).append("</a>");
            }
            html.append("</p>\n");
        }
    }

    private static void ports(StringBuilder html, String verb, List<Port> ports) {
        if (ports.isEmpty()) {
            return;
        }
        html.append("<p>").append(verb).append("</p><ul>\n");
        for (Port port : ports) {
            html.append("<li><code>").append(text(port.name())).append("</code> (").append(text(String.join(" or ", port.kinds())))
                    .append(port.multiple() ? ", several" : "").append(port.optional() ? ", optional" : "").append("): ").append(text(port.description())).append("</li>\n");
        }
        html.append("</ul>\n");
    }

    private static String values(ParameterDeclaration p) {
        var type = switch (p.type()) {
            case CHOICE -> String.join(", ", p.choices());
            case CONTRIBUTION -> "one of the " + p.point().pluralName();
            default -> p.type().name().toLowerCase(Locale.ROOT);
        };
        var numbers = p.type() == ParameterType.INTEGER || p.type() == ParameterType.REAL;
        var low = Double.isFinite(p.min()) ? "from " + number(p.min()) : "";
        var high = Double.isFinite(p.max()) ? "to " + number(p.max()) : "";
        return String.join(" ", List.of(type, numbers ? low : "", numbers ? high : "", p.unit().isEmpty() ? "" : "(" + p.unit() + ")")).replaceAll(" +", " ").strip();
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9 ? Long.toString((long) value) : Double.toString(value);
    }

    private static String text(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
