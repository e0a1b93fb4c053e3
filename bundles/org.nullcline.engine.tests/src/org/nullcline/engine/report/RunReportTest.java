// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nullcline.api.step.Progress;
import org.nullcline.engine.plan.Task;
import org.nullcline.engine.run.RunFolder;
import org.nullcline.engine.steps.Engines;
import org.nullcline.engine.store.Store;
import org.nullcline.engine.task.TaskOrder;
import org.nullcline.engine.task.TaskRunner;
import org.nullcline.model.Experiment;
import org.nullcline.model.Experiments;

/** Reports of runs with many points stay readable and say what they leave out. */
class RunReportTest {

    private static final Pattern FIGURE = Pattern.compile("<figure id=.*?</figure>", Pattern.DOTALL);

    @TempDir
    Path folder;
    private Store store;

    @BeforeEach
    void open() {
        store = Store.open(folder.resolve("store"));
    }

    /** Four heights, so many seeds each. */
    private RunFolder run(int seeds) {
        Experiment experiment = Experiments.create("many points");
        Engines.step(experiment, "waves", "pictured");
        Engines.axis(experiment, "height", "waves.height", "1", "2", "3", "4");
        Engines.axis(experiment, "repeat", "waves@seed", IntStream.rangeClosed(1, seeds).mapToObj(Integer::toString).toArray(String[]::new));
        for (Task task : Engines.plan(experiment).tasks()) {
            new TaskRunner(store, Engines.contributions()).run(TaskOrder.of(task), Progress.NONE, folder.resolve("scratch"), 1);
        }
        return Engines.create(store, experiment);
    }

    private String html(RunFolder run, boolean everything) {
        return new RunReport(run, store, Engines.contributions(), everything).build().html();
    }

    private static List<String> titles(String html) {
        List<String> titles = new ArrayList<>();
        Matcher figures = FIGURE.matcher(html);
        while (figures.find()) {
            titles.add(figures.group().replaceAll("(?s).*<b>Figure \\d+\\. (.*?)</b>.*", "$1"));
        }
        return titles;
    }

    @Test
    void aReportOfManyPointsStaysSmallAndSaysWhatItLeavesOut() {
        RunFolder run = run(50);
        String html = html(run, false);
        assertTrue(html.getBytes(StandardCharsets.UTF_8).length < 4_000_000, "bytes: " + html.length());
        String open = html.substring(0, html.indexOf("<details><summary>The other 196 points"));
        List<String> examples = titles(open);
        assertEquals(4, examples.size(), "one example of each height");
        for (int height = 1; height <= 4; height++) {
            assertTrue(examples.get(height - 1).contains("height=" + height) && examples.get(height - 1).contains("repeat=1"), examples.toString());
        }
        assertTrue(open.contains("4 of 200 points as examples"));
        int drawn = titles(html).size();
        assertTrue(drawn > 8 && drawn < 200, drawn + " figures");
        assertTrue(html.contains("The results of " + (200 - drawn) + " points are not drawn here") && html.contains("nullcline report RUN --all"));
        assertTrue(html.contains("… and " + (200 - drawn) + " more: height="));
        assertEquals(html, html(run, false), "the same run gives the same report");
    }

    @Test
    void longTablesAreSummedUpOverRepeats() {
        String html = html(run(50), false);
        int summary = html.indexOf(", summed up</caption>");
        assertTrue(summary > 0 && summary < html.indexOf("<figure"), "tables stand before figures");
        String table = html.substring(summary, html.indexOf("</table>", summary));
        Matcher first = Pattern.compile("<th scope=\"row\">1</th><td>([0-9.]+) ± ([0-9.]+)</td><td>50</td>").matcher(table);
        assertTrue(first.find(), table);
        // Height 1 plus uniform numbers: mean 1.5 and deviation 1/√12, each within four standard errors of fifty.
        assertEquals(1.5, Double.parseDouble(first.group(1)), 4 / Math.sqrt(12 * 50));
        assertEquals(1 / Math.sqrt(12), Double.parseDouble(first.group(2)), 0.1);
        assertTrue(html.contains(": all 200 rows</summary>"));
    }

    @Test
    void aTableThatIsWiderThanAPageIsTurned() {
        Experiment experiment = Experiments.create("many columns");
        Engines.step(experiment, "s", "scored", "columns", "12");
        Engines.axis(experiment, "value", "s.value", "100", "200");
        for (Task task : Engines.plan(experiment).tasks()) {
            new TaskRunner(store, Engines.contributions()).run(TaskOrder.of(task), Progress.NONE, folder.resolve("scratch"), 1);
        }
        String html = html(Engines.create(store, experiment), false);
        assertTrue(html.contains("<th scope=\"col\">100</th><th scope=\"col\">200</th></tr>"), html);
        assertTrue(html.contains("<th scope=\"row\">column 12</th><td>112</td><td>212</td>"), html);
    }

    @Test
    void remarksAboutSinglePointsSayWhichAndRemarksAboutAllStandOnce() {
        String html = html(run(50), false);
        assertEquals(2, html.split("A remark about all\\.", -1).length, "once");
        assertTrue(html.contains("<p>1, 1; 1, 2; 1, 3; 1, 4; 1, 5; 1, 6 and 44 more: The height is 1.0.</p>"), "with the points that it is about");
    }

    @Test
    void everythingIsDrawnWhereThatIsAskedForAndWhereThereIsLittle() {
        RunFolder run = run(3);
        String all = html(run, true);
        assertEquals(12, titles(all).size());
        assertFalse(all.contains("numbers left out") || all.contains("not drawn here"));
        assertEquals(12, titles(html(run, false)).size(), "twelve points fit");
        assertTrue(html(run, false).contains("<details><summary>The other 8 points"));
    }
}
