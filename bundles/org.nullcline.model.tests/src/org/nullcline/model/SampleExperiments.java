// SPDX-License-Identifier: EPL-2.0
package org.nullcline.model;

/** Experiments for tests. */
public final class SampleExperiments {
    private SampleExperiments() {
    }

    /** Uses every class and every feature of the model at least once. */
    public static Experiment complete() {
        var factory = ExperimentFactory.eINSTANCE;
        var experiment = Experiments.create("Lorenz: GRU against \"NODE\" <&>");
        experiment.setSeed(-7);
        experiment.setDescription("First line,\n\tindented second line; größer als 3 µm & <b>not markup</b> 😀\n");
        experiment.getTags().add("lorenz");
        experiment.getTags().add("two words");
        var data = Experiments.addStep(experiment, "org.nullcline.simulate", "1.0.0");
        Experiments.set(data, "system", "lorenz");
        Experiments.set(data, "initial", "[1, 2, 20]");
        var fit = Experiments.addStep(experiment, "org.mylab.missing.fit", "0.3.1");
        fit.setPlugin("org.mylab.missing");
        fit.setLabel("Fit");
        fit.setEnabled(false);
        fit.setSeed(11L);
        fit.setX(240);
        fit.setY(-40);
        Experiments.set(fit, "architecture", "gru");
        Experiments.set(fit, "architecture.hidden", "64");
        Experiments.set(fit, "remark", "line 1\nline 2\ttab \"quoted\" ");
        Experiments.set(fit, "empty", "");
        var compare = Experiments.addStep(experiment, "org.nullcline.pairwise", "1.0.0");
        Experiments.connect(experiment, data, "recording", fit, "recording");
        var gather = Experiments.connect(experiment, fit, "model", compare, "items");
        gather.setGather(true);
        gather.getOver().add("architectures");
        gather.getOver().add("rates");
        experiment.getAxes().add(axis("architectures", "list", "fit.architecture"));
        experiment.getAxes().get(0).getValues().add("gru");
        experiment.getAxes().get(0).getValues().add("node");
        var rates = axis("rates", "zip", null);
        var rate = axis("rate", "log", "fit.rate");
        rate.setFrom("1e-4");
        rate.setTo("1e-2");
        rate.setCount(3);
        var hidden = axis("hidden", "random", "fit.architecture.hidden");
        hidden.setFrom("16");
        hidden.setTo("256");
        hidden.setCount(3);
        hidden.setInteger(true);
        hidden.setDistribution("log");
        hidden.setSeed(5);
        rates.getAxes().add(rate);
        rates.getAxes().add(hidden);
        experiment.getAxes().add(rates);
        var width = axis("width", "range", "simulate.binWidth");
        width.setFrom("0.1");
        width.setTo("0.3");
        width.setStep("0.1");
        experiment.getAxes().add(width);
        var note = factory.createNote();
        note.setId("why");
        note.setStep("fit");
        note.setAuthor("A. Author");
        note.setDate("2026-03-01");
        note.setX(1);
        note.setY(2);
        note.setWidth(300);
        note.setHeight(80);
        note.setText("Two\nlines]]>");
        experiment.getNotes().add(note);
        var figure = factory.createFigureRequest();
        figure.setId("matrix");
        figure.setFigure("org.nullcline.matrix");
        figure.setSource("pairwise");
        figure.setOutput("distances");
        figure.setTitle("Distances");
        var order = factory.createParameter();
        order.setName("order");
        order.setValue("clustered");
        figure.getParameters().add(order);
        experiment.getFigures().add(figure);
        var expectation = factory.createExpectation();
        expectation.setId("close");
        expectation.setTitle("Distance of the two");
        expectation.setSource("pairwise");
        expectation.setOutput("scores");
        expectation.setScore("distance");
        expectation.getWhere().add("rates=3");
        expectation.setSummary("median");
        expectation.setPublished(0.25);
        expectation.setSpread(0.01);
        expectation.setAtLeast(0.1);
        expectation.setAtMost(0.3);
        expectation.setNote("Table 1");
        experiment.getExpectations().add(expectation);
        return experiment;
    }

    private static SweepAxis axis(String id, String kind, String path) {
        var axis = ExperimentFactory.eINSTANCE.createSweepAxis();
        axis.setId(id);
        axis.setKind(kind);
        axis.setPath(path);
        return axis;
    }
}
