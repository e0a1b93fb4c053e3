// SPDX-License-Identifier: EPL-2.0
package org.nullcline.reporting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nullcline.api.figure.Figure;
import org.nullcline.api.figure.Panel;
import org.nullcline.api.figure.Series;
import org.nullcline.reporting.csv.FigureNumbers;
import org.nullcline.reporting.drawing.Projection;
import org.nullcline.reporting.drawing.Ticks;
import org.nullcline.reporting.html.Report;
import org.nullcline.reporting.svg.SvgWriter;

class FigureOutputTest {

    @TempDir
    Path folder;

    private static int elements(String xml, String name) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
        int count = 0;
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamReader.START_ELEMENT && reader.getLocalName().equals(name)) {
                count++;
            }
        }
        return count;
    }

    @Test
    void everyKindOfPanelBecomesWellFormedSvgWithoutNaN() throws XMLStreamException {
        String svg = SvgWriter.file(SampleFigures.everything());
        assertEquals(1, elements(svg, "svg"));
        assertFalse(svg.contains("NaN") || svg.contains("Infinity"), "no number is undefined");
        assertTrue(svg.contains("Lines &amp; &lt;marks&gt;"), "text is escaped");
    }

    @Test
    void aLineBreaksWhereAValueIsMissing() {
        double[] x = {0, 1, 2, 3, 4};
        double[] y = {0, 1, Double.NaN, 1, 0};
        Figure figure = Figure.of("f", "f", "", new Panel.Plot("", Panel.Scale.of("x"), Panel.Scale.of("y"), List.of(Series.Line.of("", 0, x, y)), false));
        Matcher path = Pattern.compile("<path d=\"([^\"]*)\"").matcher(SvgWriter.inline(figure));
        assertTrue(path.find());
        assertEquals(2, path.group(1).chars().filter(c -> c == 'M').count());
    }

    @Test
    void theNumbersOfAFigureAreExact() {
        double[] x = {0.1, 1 / 3.0};
        double[] y = {Math.PI, -1e-300};
        Figure figure = Figure.of("f", "f", "", new Panel.Plot("", Panel.Scale.of("x"), Panel.Scale.of("y"), List.of(Series.Line.of("a,b", 0, x, y)), false));
        String[] lines = FigureNumbers.csv(figure).split("\n");
        for (int i = 0; i < 2; i++) {
            String[] cells = lines[2 + i].replace("\"a,b\"", "ab").split(",");
            assertArrayEquals(new double[] {x[i], y[i]}, new double[] {Double.parseDouble(cells[1]), Double.parseDouble(cells[2])});
        }
    }

    @Test
    void cellsThatLookLikeFormulasAreDefused() {
        Figure figure = Figure.of("f", "f", "", new Panel.Table("", List.of("name"), List.of(List.of("=cmd()"), List.of("-1.5"))));
        assertTrue(FigureNumbers.csv(figure).contains("\n'=cmd()\n-1.5\n"));
    }

    @Test
    void theReportReachesOutToNothingAndCarriesItsNumbers() throws IOException {
        Figure figure = SampleFigures.everything();
        Report report = new Report("Lorenz <fits>", "two models").section("Results").paragraph("5 < 6").figure(figure)
                .table("Scores", List.of("model", "R²"), List.of(List.of("GRU", "0.5"))).facts(Map.of("seed", "0")).listing("Plan", "a < b");
        Path file = folder.resolve("out/report.html");
        report.write(file);
        String html = Files.readString(file);
        String withoutNamespace = html.replace("http://www.w3.org/2000/svg", "");
        assertFalse(withoutNamespace.matches("(?s).*(https?:|src=|<script|@import|url\\((?!#)).*"), "nothing is fetched from elsewhere");
        assertTrue(html.contains("Lorenz &lt;fits&gt;") && html.contains("5 &lt; 6"));
        Matcher numbers = Pattern.compile("data:text/csv;base64,([A-Za-z0-9+/=]+)").matcher(html);
        assertTrue(numbers.find());
        assertEquals(FigureNumbers.csv(figure), new String(Base64.getDecoder().decode(numbers.group(1)), StandardCharsets.UTF_8));
        try (var files = Files.list(file.getParent())) {
            assertEquals(1, files.count(), "no temporary file stays behind");
        }
    }

    @Test
    void longNumbersAreCompressedAndLeftOutWhereTheyAreTooLong() throws IOException {
        double[] x = new double[4000];
        Arrays.setAll(x, i -> Math.sqrt(i));
        Figure figure = Figure.of("long", "long", "", new Panel.Plot("", Panel.Scale.of("x"), Panel.Scale.of("y"), List.of(Series.Line.of("", 0, x, x)), false));
        Matcher numbers = Pattern.compile("download=\"long.csv.gz\" href=\"data:application/gzip;base64,([A-Za-z0-9+/=]+)\"").matcher(
                new Report("r", "").figure(figure).html());
        assertTrue(numbers.find());
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(numbers.group(1))))) {
            assertEquals(FigureNumbers.csv(figure), new String(unpacked.readAllBytes(), StandardCharsets.UTF_8));
        }
        String without = new Report("r", "").figure(figure, 1000).html();
        assertTrue(without.contains("(numbers left out)") && !without.contains("base64"));
    }

    @Test
    void namesBelowAPlotAndBesideAMatrixKeepTheirEnds() {
        List<String> names = List.of("feedback-alignment with many words, seed=101", "sgd, seed=102");
        Panel.Plot plot = new Panel.Plot("", Panel.Scale.ofNames("", names), Panel.Scale.of("distance"),
                List.of(new Series.Points("", 0, new double[] {1, 2}, new double[] {0, 0}, Series.Marker.DISC, 5)), false);
        String svg = SvgWriter.inline(Figure.of("f", "f", "", plot));
        assertTrue(svg.contains(">feedback-alig…ds, seed=101<") && svg.contains(">sgd, seed=102<"), svg);
        Panel.HeatMap map = new Panel.HeatMap("", names, names, new double[][] {{0, 1}, {1, 0}}, "distance (rad)", false, true);
        String matrix = SvgWriter.inline(Figure.of("f", "f", "", map));
        assertTrue(matrix.contains("seed=101<") && matrix.contains(">feedback"), matrix);
        Matcher width = Pattern.compile("width=\"([0-9.]+)\"").matcher(matrix);
        assertTrue(width.find() && Double.parseDouble(width.group(1)) > 500, "long names get room");
    }

    @Test
    void smallValuesAndShortLabelsFitTheirCells() {
        Panel.HeatMap map = new Panel.HeatMap("", List.of("1 delay", "2 delays"), List.of("2", "5"), new double[][] {{0.00051111, 0.4}, {1.23456, -3e-7}}, "MASE", false,
                true);
        String svg = SvgWriter.inline(Figure.of("f", "f", "", map));
        for (String cell : List.of(">5e-4<", ">.4<", ">1.235<", ">-3e-7<")) {
            assertTrue(svg.contains(cell), cell);
        }
        assertFalse(svg.contains("rotate(-45)"), "short labels stand upright");
    }

    @Test
    void ticksAreRoundAndInside() {
        assertArrayEquals(new double[] {0, 0.2, 0.4, 0.6, 0.8, 1}, Ticks.linear(0, 1, 5).positions(), 1e-12);
        assertEquals(List.of("0.01", "0.1", "1", "10"), Ticks.logarithmic(0.005, 20).labels());
        assertEquals("1.5e-7", Ticks.number(1.5e-7));
        assertEquals("-0.1235", Ticks.number(-0.12346));
        assertEquals("12.35", Ticks.number(12.346));
        assertEquals("1.25e8", Ticks.number(1.25e8));
    }

    @Test
    void theProjectionKeepsLengthsOfTheScaledBox() {
        Panel.Space space = new Panel.Space("", List.of("x", "y", "z"),
                List.of(new Panel.Curve("", new double[][] {{0, 0, 0}, {2, 20, 200}}, 0, 1)), List.of(), 30, 40);
        double[] corner = Projection.of(space).project(new double[] {2, 20, 200});
        assertEquals(Math.sqrt(3), Math.sqrt(corner[0] * corner[0] + corner[1] * corner[1] + corner[2] * corner[2]), 1e-12);
        double[] top = Projection.of(space, 0, 0).project(new double[] {1, 10, 200});
        assertArrayEquals(new double[] {0, 1, 0}, top, 1e-12);
    }
}
