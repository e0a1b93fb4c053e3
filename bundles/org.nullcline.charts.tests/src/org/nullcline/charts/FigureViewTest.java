// SPDX-License-Identifier: EPL-2.0
package org.nullcline.charts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swtchart.ISeries;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nullcline.api.figure.Figure;
import org.nullcline.api.figure.Panel;
import org.nullcline.api.figure.Panel.Scale;
import org.nullcline.api.figure.Series;
import org.nullcline.reporting.drawing.Palette;

class FigureViewTest {

    @TempDir
    Path folder;
    private Display display;
    private Shell shell;
    private FigureView view;

    @BeforeEach
    void openWindow() {
        display = Display.getCurrent() != null ? Display.getCurrent() : new Display();
        shell = new Shell(display);
        shell.setLayout(new FillLayout());
        shell.setSize(900, 700);
        view = new FigureView(shell);
        view.setBackground(display.getSystemColor(SWT.COLOR_WHITE));
        view.setForeground(display.getSystemColor(SWT.COLOR_BLACK));
        shell.open();
    }

    @AfterEach
    void closeWindow() {
        shell.dispose();
    }

    private void settle() {
        long until = System.nanoTime() + 300_000_000L;
        while (System.nanoTime() < until) {
            if (!display.readAndDispatch()) {
                Thread.onSpinWait();
            }
        }
    }

    private static Panel.Plot plot(double[] y, boolean logarithmic) {
        double[] x = IntStream.range(0, y.length).mapToDouble(i -> i).toArray();
        return new Panel.Plot("Loss", Scale.of("epoch"), logarithmic ? Scale.log("loss") : Scale.of("loss"), List.of(new Series.Line("train", 1, x, y, 3, false)),
                false);
    }

    private static Figure figure(Panel... panels) {
        return new Figure("test", "Test", "", List.of(panels), 2);
    }

    private Control body(int panel) {
        return ((Composite) ((Composite) view.getChildren()[0]).getChildren()[panel]).getChildren()[1];
    }

    private static int count(ImageData image, RGB wanted) {
        int count = 0;
        for (int y = 0; y < image.height; y++) {
            for (int x = 0; x < image.width; x++) {
                RGB rgb = image.palette.getRGB(image.getPixel(x, y));
                if (Math.abs(rgb.red - wanted.red) + Math.abs(rgb.green - wanted.green) + Math.abs(rgb.blue - wanted.blue) < 12) {
                    count++;
                }
            }
        }
        return count;
    }

    private static RGB palette(int index) {
        int rgb = Palette.rgb(index);
        return new RGB(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
    }

    @Test
    void everyPanelPaintsItsMarks() {
        double[][] matrix = {{0, 1}, {1, 0}};
        double[][] spiral = IntStream.range(0, 300).mapToObj(i -> new double[] {Math.cos(i / 9.0), Math.sin(i / 9.0), i}).toArray(double[][]::new);
        view.show(figure(plot(new double[] {3, 2, 1, 0.5}, true), new Panel.HeatMap("Distances", List.of("a", "b"), List.of("a", "b"), matrix, "d", false, true),
                new Panel.Space("States", List.of("x", "y", "z"), List.of(new Panel.Curve("trial", spiral, 2, 1)), List.of(), 30, 20),
                new Panel.Table("Scores", List.of("model", "R²"), List.of(List.of("NODE", "0.91")))));
        settle();
        assertTrue(count(FigureExport.pixels(body(0)), palette(1)) > 100, "the loss curve is drawn");
        assertTrue(count(FigureExport.pixels(body(1)), new RGB(0xFD, 0xE7, 0x25)) > 1000, "the cells at the maximum are yellow");
        assertTrue(count(FigureExport.pixels(body(2)), palette(2)) > 200, "the trajectory is drawn");
    }

    @Test
    void newDataUpdateTheSameChartAndKeepItsZoom() {
        view.show(figure(plot(new double[] {3, 2}, false)));
        settle();
        PlotChart chart = (PlotChart) body(0);
        Event wheel = new Event();
        wheel.count = 3;
        wheel.x = 100;
        wheel.y = 100;
        chart.chart().getPlotArea().getControl().notifyListeners(SWT.MouseWheel, wheel);
        double upper = chart.chart().getAxisSet().getXAxis(0).getRange().upper;
        view.show(figure(plot(new double[] {3, 2, 1, 0.5}, false)));
        assertSame(chart, body(0));
        assertEquals(upper, chart.chart().getAxisSet().getXAxis(0).getRange().upper);
        ISeries<?> series = chart.chart().getSeriesSet().getSeries()[0];
        assertArrayEquals(new double[] {3, 2, 1, 0.5}, series.getYSeries());
        chart.resetView();
        assertNotEquals(upper, chart.chart().getAxisSet().getXAxis(0).getRange().upper);
    }

    /** Groups stand at 1, 2, 3; what is between them and outside has no name. */
    @Test
    void positionsBearTheNamesOfWhatStandsThere() {
        var names = new NamedPositions(List.of("NODE", "GRU", "LSTM"));
        assertEquals(List.of("", "NODE", "", "GRU", "LSTM", ""), Stream.of(0.0, 1.0, 1.5, 2.0, 3.0, 4.0).map(names::format).toList());
        assertEquals("GRU", names.format(2L));
        assertThrows(java.text.ParseException.class, () -> names.parse("GRU"));
        view.show(figure(new Panel.Plot("Scores", Scale.ofNames("", List.of("NODE", "GRU", "LSTM")), Scale.of("R²"),
                List.of(new Series.Bars("", 1, new double[] {1, 2, 3}, new double[] {0.9, 0.6, 0.5}, null, 0.8)), false)));
        settle();
        var axis = ((PlotChart) body(0)).chart().getAxisSet().getXAxis(0);
        assertEquals("LSTM", axis.getTick().getFormat().format(3.0));
        var picture = FigureExport.pixels(body(0));
        assertTrue(count(picture, palette(1)) > 1000, "the bars are drawn");
        // Below the axis there are names, not numbers: the picture with other names is another one there, and the same above.
        view.show(figure(new Panel.Plot("Scores", Scale.ofNames("", List.of("A", "B", "C")), Scale.of("R²"),
                List.of(new Series.Bars("", 1, new double[] {1, 2, 3}, new double[] {0.9, 0.6, 0.5}, null, 0.8)), false)));
        settle();
        assertNotEquals(dark(picture), dark(FigureExport.pixels(body(0))), "the names are painted");
    }

    /** Pixels of text in the lowest eighth. */
    private static int dark(ImageData image) {
        int count = 0;
        for (int y = image.height * 7 / 8; y < image.height; y++) {
            for (int x = 0; x < image.width; x++) {
                RGB rgb = image.palette.getRGB(image.getPixel(x, y));
                count += rgb.red + rgb.green + rgb.blue < 300 ? 1 : 0;
            }
        }
        return count;
    }

    @Test
    void aTableWithoutHeadingsHasNoEmptyRowAboveAndIsAsHighAsItsRows() {
        var figure = figure(new Panel.Table("", List.of("", ""), List.of(List.of("trials", "500"), List.of("channels", "30"))));
        view.show(figure);
        settle();
        assertTrue(FigureView.isTable(figure));
        assertFalse(((Table) body(0)).getHeaderVisible());
        assertTrue(view.computeSize(400, SWT.DEFAULT).y < 120, "two rows are lower than a plot");
        assertFalse(FigureView.isTable(figure(plot(new double[] {1, 2}, false))));
    }

    @Test
    void missingValuesBreakALineInsteadOfFallingToZero() {
        view.show(figure(plot(new double[] {3, Double.NaN, 1, 0, 2}, true)));
        ISeries<?>[] series = ((PlotChart) body(0)).chart().getSeriesSet().getSeries();
        assertEquals(3, series.length, "a logarithmic scale has no zero either");
        assertArrayEquals(new double[] {1}, series[1].getYSeries());
    }

    @Test
    void draggingTurnsAScene() {
        view.show(figure(new Panel.Space("", List.of("x", "y", "z"), List.of(new Panel.Curve("", new double[][] {{0, 0, 0}, {1, 1, 1}}, 0, 1)), List.of(), 30, 20)));
        SpaceCanvas canvas = (SpaceCanvas) body(0);
        Event press = new Event();
        press.x = 10;
        press.y = 10;
        canvas.notifyListeners(SWT.MouseDown, press);
        Event move = new Event();
        move.x = 50;
        move.y = 10;
        canvas.notifyListeners(SWT.MouseMove, move);
        assertEquals(30 - 40 * 0.5, canvas.azimuth(), 1e-9);
    }

    @Test
    void aFigureIsExportedAsDrawingImageAndNumbers() throws IOException {
        view.show(figure(plot(new double[] {3, 2, 1}, false)));
        settle();
        for (String suffix : List.of("svg", "png", "csv")) {
            FigureExport.write(view, folder.resolve("loss." + suffix));
        }
        assertTrue(Files.readString(folder.resolve("loss.svg")).contains("<path"));
        assertTrue(Files.readString(folder.resolve("loss.csv")).contains("train,2.0,1.0"));
        ImageData png = new ImageData(folder.resolve("loss.png").toString());
        assertEquals(view.getSize().x, png.width);
        assertTrue(assertThrows(IOException.class, () -> FigureExport.write(view, folder.resolve("loss.doc"))).getMessage().contains(".svg"));
    }
}
