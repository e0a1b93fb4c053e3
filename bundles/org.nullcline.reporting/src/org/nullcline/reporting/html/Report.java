// SPDX-License-Identifier: EPL-2.0
package org.nullcline.reporting.html;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

import org.nullcline.api.figure.Figure;
import org.nullcline.reporting.csv.FigureNumbers;
import org.nullcline.reporting.svg.SvgWriter;

/**
 * A report as one self-contained HTML file: no script, no font, no image from elsewhere. It follows the reader's light or dark setting, prints
 * on paper, and offers the numbers behind each figure for download.
 */
public final class Report {

    /** Bytes of numbers that are embedded as they are; more are compressed. */
    private static final int PLAIN_NUMBERS = 100_000;

    private final String title;
    private final String subtitle;
    private final StringBuilder contents = new StringBuilder();
    private final StringBuilder body = new StringBuilder();
    private int sections;
    private int figures;

    /** A report with a title and a line below it. */
    public Report(String title, String subtitle) {
        this.title = title;
        this.subtitle = subtitle;
    }

    /** Begins a section. */
    public Report section(String heading) {
        sections++;
        contents.append("<li><a href=\"#s").append(sections).append("\">").append(escape(heading)).append("</a></li>\n");
        body.append("<h2 id=\"s").append(sections).append("\">").append(escape(heading)).append("</h2>\n");
        return this;
    }

    /** Begins a part of a section. */
    public Report part(String heading) {
        body.append("<h3>").append(escape(heading)).append("</h3>\n");
        return this;
    }

    /** Adds a paragraph. */
    public Report paragraph(String text) {
        body.append("<p>").append(escape(text)).append("</p>\n");
        return this;
    }

    /** Adds a warning that a reader must not miss. */
    public Report warning(String text) {
        body.append("<p class=\"warning\">").append(escape(text)).append("</p>\n");
        return this;
    }

    /** Adds sentences below one another. */
    public Report list(List<String> sentences) {
        body.append("<ul>\n");
        sentences.forEach(sentence -> body.append("<li>").append(escape(sentence)).append("</li>\n"));
        body.append("</ul>\n");
        return this;
    }

    /** Adds names with their values. */
    public Report facts(Map<String, String> facts) {
        body.append("<dl>\n");
        facts.forEach((name, value) -> body.append("<dt>").append(escape(name)).append("</dt><dd>").append(escape(value)).append("</dd>\n"));
        body.append("</dl>\n");
        return this;
    }

    /** Adds a table whose first column holds names and whose others are aligned to the right. */
    public Report table(String caption, List<String> columns, List<List<String>> rows) {
        body.append("<div class=\"scroll\"><table><caption>").append(escape(caption)).append("</caption>\n<thead><tr>");
        columns.forEach(column -> body.append("<th scope=\"col\">").append(escape(column)).append("</th>"));
        body.append("</tr></thead>\n<tbody>\n");
        for (List<String> row : rows) {
            body.append("<tr>");
            for (int i = 0; i < row.size(); i++) {
                body.append(i == 0 ? "<th scope=\"row\">" : "<td>").append(escape(row.get(i))).append(i == 0 ? "</th>" : "</td>");
            }
            body.append("</tr>\n");
        }
        body.append("</tbody></table></div>\n");
        return this;
    }

    /** Adds a figure with its caption and a link to its numbers. */
    public Report figure(Figure figure) {
        return figure(figure, Integer.MAX_VALUE);
    }

    /**
     * Adds a figure with its caption and a link to its numbers, unless they would take more than {@code most} characters; long numbers are compressed.
     */
    public Report figure(Figure figure, int most) {
        figures++;
        Figure unique = new Figure("f" + figures + "-" + figure.id(), figure.title(), figure.caption(), figure.panels(), figure.columns());
        boolean narrow = !SvgWriter.wide(figure);
        body.append("<figure id=\"f").append(figures).append(narrow ? "\" class=\"one\">\n" : "\">\n").append(SvgWriter.inline(unique))
                .append("<figcaption><b>Figure ").append(figures).append(". ").append(escape(figure.title())).append("</b> ").append(escape(figure.caption()))
                .append(numbers(figure, most)).append("</figcaption>\n</figure>\n");
        return this;
    }

    private static String numbers(Figure figure, int most) {
        byte[] csv = FigureNumbers.csv(figure).getBytes(StandardCharsets.UTF_8);
        boolean compressed = csv.length > PLAIN_NUMBERS;
        String encoded = Base64.getEncoder().encodeToString(compressed ? compressed(csv) : csv);
        if (encoded.length() > most) {
            return " <span class=\"numbers\">(numbers left out)</span>";
        }
        return " <a class=\"numbers\" download=\"" + escape(figure.id().replaceAll("[^A-Za-z0-9_-]", "-")) + (compressed ? ".csv.gz" : ".csv") + "\" href=\"data:"
                + (compressed ? "application/gzip" : "text/csv") + ";base64," + encoded + "\">numbers</a>";
    }

    /** The same bytes for the same numbers: without time and name of a file. */
    private static byte[] compressed(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Begins a group of figures that stand side by side where they fit, until {@link #endGroup()}. */
    public Report group() {
        body.append("<div class=\"group\">\n");
        return this;
    }

    /** Ends what {@link #group()} began. */
    public Report endGroup() {
        body.append("</div>\n");
        return this;
    }

    /** Characters so far. */
    public long length() {
        return body.length();
    }

    /** Begins a part that is folded away under a heading until {@link #endFold()}; for what few readers look at. */
    public Report fold(String heading) {
        body.append("<details><summary>").append(escape(heading)).append("</summary>\n");
        return this;
    }

    /** Ends what {@link #fold(String)} began. */
    public Report endFold() {
        body.append("</details>\n");
        return this;
    }

    /** Adds text whose lines and blanks are kept, folded away under a heading. */
    public Report listing(String heading, String text) {
        body.append("<details><summary>").append(escape(heading)).append("</summary><pre>").append(escape(text)).append("</pre></details>\n");
        return this;
    }

    /** The whole report. */
    public String html() {
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">\n<title>"
                + escape(title) + "</title>\n<style>\n" + STYLE + "</style>\n</head>\n<body>\n<header><h1>" + escape(title) + "</h1><p>" + escape(subtitle)
                + "</p></header>\n<nav><ol>\n" + contents + "</ol></nav>\n<main>\n" + body + "</main>\n</body>\n</html>\n";
    }

    /** Writes the report; the file appears whole or not at all. */
    public void write(Path file) throws IOException {
        Path target = file.toAbsolutePath();
        Files.createDirectories(target.getParent());
        Path temporary = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            Files.writeString(temporary, html(), StandardOpenOption.CREATE_NEW);
            try {
                Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static String escape(String plain) {
        return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    private static final String STYLE = """
            :root { color-scheme: light dark; --fore: #1d2226; --back: #ffffff; --soft: #5c666e; --rule: #d9dee2; --link: #0062a3; --warn: #fff3d6; }
            @media (prefers-color-scheme: dark) {
              :root { --fore: #e4e8eb; --back: #16191c; --soft: #9aa5ad; --rule: #363c42; --link: #6bb6f0; --warn: #4a3a10; } }
            body { font: 16px/1.5 system-ui, 'Helvetica Neue', Arial, sans-serif; color: var(--fore); background: var(--back); max-width: 1000px;
              margin: 2rem auto; padding: 0 1rem; }
            h1 { margin-bottom: 0; } header p { color: var(--soft); margin-top: .2rem; }
            h2 { border-bottom: 1px solid var(--rule); padding-bottom: .2rem; margin-top: 2.2rem; }
            a { color: var(--link); } nav ol { padding-left: 1.4rem; columns: 2; }
            figure { margin: 1.4rem 0; } figure svg { max-width: 100%; height: auto; } figcaption { font-size: .9rem; color: var(--soft); max-width: 48rem; }
            .group { display: flex; flex-wrap: wrap; gap: 0 1.2rem; } .group figure { flex: 1 1 100%; } .group figure.one { flex: 0 1 30rem; }
            .scroll { overflow-x: auto; } table { border-collapse: collapse; font-size: .92rem; margin: 1rem 0; font-variant-numeric: tabular-nums; }
            caption { text-align: left; color: var(--soft); padding-bottom: .3rem; } td, th { padding: .25rem .8rem; border-bottom: 1px solid var(--rule);
              text-align: right; } th:first-child { text-align: left; font-weight: 500; } thead th { border-bottom: 2px solid var(--fore); font-weight: 600; }
            ul { padding-left: 1.3rem; max-width: 48rem; }
            dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1.2rem; } dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
            details { margin: .5rem 0; } summary { cursor: pointer; } details[open] > summary { margin-bottom: .6rem; }
            pre { overflow-x: auto; font-size: .82rem; } .warning { background: var(--warn); padding: .6rem .9rem; border-radius: 4px; }
            @media print { nav, details:not([open]), .numbers { display: none; } figure, tr { break-inside: avoid; } }
            """;
}
