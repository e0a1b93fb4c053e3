// SPDX-License-Identifier: EPL-2.0
package org.nullcline.cli.plugin;

import java.util.LinkedHashMap;
import java.util.Map;

/** The files of a new plug-in. */
public final class PluginTemplate {

    private final String id;
    private final Kind kind;

    /** What the first contribution is. */
    public enum Kind {
        /** How a latent state moves. */
        ARCHITECTURE("GatedNode", "gated-node"),
        /** How far apart two values are. */
        METRIC("MeanDistance", "mean-distance"),
        /** A unit of work. */
        STEP("SubtractMean", "subtract-mean");

        private final String className;
        private final String shortId;

        Kind(String className, String shortId) {
            this.className = className;
            this.shortId = shortId;
        }
    }

    /** A plug-in with one contribution. */
    public PluginTemplate(String id, Kind kind) {
        this.id = id;
        this.kind = kind;
    }

    /** Contents by path within the plug-in. */
    public Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("META-INF/MANIFEST.MF", MANIFEST);
        files.put("build.properties", BUILD);
        files.put("pom.xml", POM);
        files.put("plugin.xml", switch (kind) {
            case ARCHITECTURE -> ARCHITECTURE_XML;
            case METRIC -> METRIC_XML;
            case STEP -> STEP_XML;
        });
        files.put("src/" + id.replace('.', '/') + "/" + kind.className + ".java", switch (kind) {
            case ARCHITECTURE -> ARCHITECTURE_JAVA;
            case METRIC -> METRIC_JAVA;
            case STEP -> STEP_JAVA;
        });
        files.put("README.md", README);
        files.replaceAll((path, text) -> text.replace("@ID@", id).replace("@CLASS@", kind.className).replace("@SHORT@", kind.shortId));
        return files;
    }

    private static final String MANIFEST = """
            Manifest-Version: 1.0
            Bundle-ManifestVersion: 2
            Bundle-Name: @ID@
            Bundle-SymbolicName: @ID@;singleton:=true
            Bundle-Version: 1.0.0.qualifier
            Bundle-RequiredExecutionEnvironment: JavaSE-21
            Require-Bundle: org.nullcline.api;bundle-version="[1.0.0,2.0.0)"
            """;

    private static final String BUILD = """
            source.. = src/
            output.. = bin/
            bin.includes = META-INF/,\\
                           .,\\
                           plugin.xml
            """;

    private static final String POM = """
            <?xml version="1.0" encoding="UTF-8"?>
            <project xmlns="http://maven.apache.org/POM/4.0.0">
               <modelVersion>4.0.0</modelVersion>
               <groupId>@ID@</groupId>
               <artifactId>@ID@</artifactId>
               <version>1.0.0-SNAPSHOT</version>
               <packaging>eclipse-plugin</packaging>
               <repositories>
                  <repository>
                     <id>nullcline</id>
                     <layout>p2</layout>
                     <!-- The repository that the build of Nullcline leaves in product/target/repository: -Dnullcline.repository=file:/… -->
                     <url>${nullcline.repository}</url>
                  </repository>
               </repositories>
               <build>
                  <plugins>
                     <plugin>
                        <groupId>org.eclipse.tycho</groupId>
                        <artifactId>tycho-maven-plugin</artifactId>
                        <version>5.0.2</version>
                        <extensions>true</extensions>
                     </plugin>
                  </plugins>
               </build>
            </project>
            """;

    private static final String ARCHITECTURE_XML = """
            <?xml version="1.0" encoding="UTF-8"?>
            <?eclipse version="3.4"?>
            <plugin>
               <extension point="org.nullcline.api.architectures">
                  <architecture id="@ID@.@SHORT@" name="Gated NODE of @ID@" class="@ID@.@CLASS@" version="1.0.0" update="derivative">
                     <description>dz/dt = sigmoid(gate(z)) * (flow(z) - z): gates slow the state down where it must be held.</description>
                     <parameter name="hidden" type="integer" default="64" min="1" description="Units of the flow network"/>
                     <citation doi="10.48550/arXiv.2307.06398">Trainability, expressivity and interpretability in gated neural ODEs</citation>
                  </architecture>
               </extension>
            </plugin>
            """;

    private static final String ARCHITECTURE_JAVA = """
            package @ID@;

            import org.nullcline.api.dynamics.Architecture;
            import org.nullcline.api.dynamics.VectorField;
            import org.nullcline.api.parameter.Parameters;
            import org.nullcline.compute.diff.Activation;
            import org.nullcline.compute.diff.Layers;

            /** Gated neural ODE (Kim, Can and Krishnamurthy 2023): dz/dt = sigmoid(gate(z)) * (flow(z) - z). */
            public final class @CLASS@ implements Architecture {

                @Override
                public VectorField create(Layers layers, Parameters p) {
                    var gate = layers.linear("gate", p.latentSize(), p.latentSize());
                    var flow = layers.mlp("flow", p.latentSize(), p.integer("hidden"), p.latentSize(), Activation.TANH);
                    return (z, input) -> gate.of(z).sigmoid().times(flow.of(z).minus(z));
                }
            }
            """;

    private static final String METRIC_XML = """
            <?xml version="1.0" encoding="UTF-8"?>
            <?eclipse version="3.4"?>
            <plugin>
               <extension point="org.nullcline.api.metrics">
                  <metric id="@ID@.@SHORT@" name="Distance of means" class="@ID@.@CLASS@" version="1.0.0" input="matrix" kind="distance"
                        symmetric="true" identity="true" triangle="true" invariances="">
                     <description>Euclidean distance of the mean samples of two matrices (samples × dimensions).</description>
                  </metric>
               </extension>
            </plugin>
            """;

    private static final String METRIC_JAVA = """
            package @ID@;

            import org.nullcline.api.NullclineException;
            import org.nullcline.api.metric.Metric;
            import org.nullcline.api.parameter.Parameters;
            import org.nullcline.api.value.Value;
            import org.nullcline.compute.array.NdArrays;

            /** Euclidean distance of the mean samples of two matrices (samples × dimensions). */
            public final class @CLASS@ implements Metric {

                @Override
                public double compare(Value first, Value second, Parameters parameters) {
                    double[] a = mean(first);
                    double[] b = mean(second);
                    if (a.length != b.length) {
                        throw NullclineException.input("The matrices have " + a.length + " and " + b.length + " dimensions; both need the same.");
                    }
                    double sum = 0;
                    for (int i = 0; i < a.length; i++) {
                        sum += (a[i] - b[i]) * (a[i] - b[i]);
                    }
                    return Math.sqrt(sum);
                }

                private static double[] mean(Value value) {
                    double[][] rows = NdArrays.rows(value.array("matrix"));
                    double[] mean = new double[rows[0].length];
                    for (double[] row : rows) {
                        for (int i = 0; i < mean.length; i++) {
                            mean[i] += row[i] / rows.length;
                        }
                    }
                    return mean;
                }
            }
            """;

    private static final String STEP_XML = """
            <?xml version="1.0" encoding="UTF-8"?>
            <?eclipse version="3.4"?>
            <plugin>
               <extension point="org.nullcline.api.steps">
                  <step id="@ID@.@SHORT@" name="Subtract mean" class="@ID@.@CLASS@" version="1.0.0" category="Preprocessing" deterministic="true">
                     <description>Subtracts each channel's mean over all trials.</description>
                     <input name="recording" kinds="recording" description="Activity"/>
                     <output name="recording" kind="recording" description="Activity with zero mean"/>
                  </step>
               </extension>
            </plugin>
            """;

    private static final String STEP_JAVA = """
            package @ID@;

            import java.util.Map;

            import org.nullcline.api.parameter.Parameters;
            import org.nullcline.api.step.Step;
            import org.nullcline.api.step.StepContext;
            import org.nullcline.api.step.StepInputs;
            import org.nullcline.api.value.Recording;
            import org.nullcline.api.value.Signal;
            import org.nullcline.api.value.Value;
            import org.nullcline.compute.array.NdArrays;

            /** Subtracts each channel's mean over all trials. */
            public final class @CLASS@ implements Step {

                @Override
                public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
                    Recording recording = Recording.of(inputs.one("recording"));
                    double[][] activity = NdArrays.rows(recording.activity());
                    for (int channel = 0; channel < recording.channels(); channel++) {
                        context.progress().check();
                        double mean = 0;
                        for (double[] row : activity) {
                            mean += row[channel] / activity.length;
                        }
                        for (double[] row : activity) {
                            row[channel] -= mean;
                        }
                    }
                    Value result = recording.value().copy().array(Recording.ACTIVITY, "", NdArrays.of(activity), "time", "channel")
                            .attribute(Recording.SIGNAL, Signal.CONTINUOUS.text()).build();
                    return Map.of("recording", result);
                }
            }
            """;

    private static final String README = """
            # @ID@
            A plug-in of Nullcline that contributes `@ID@.@SHORT@`.

            * The contribution is declared in `plugin.xml`: id, name, version, parameters, citation. The id is for ever; raise the version whenever results may
              change, because it takes part in the key of every result.
            * The class is `src/…/@CLASS@.java`. The contracts are in the package `org.nullcline.api`.

            Build with Maven 3.9.9 or newer against the repository of Nullcline, and check what came out:

                mvn package -Dnullcline.repository=file:/path/to/nullcline/product/target/repository
                nullcline check-plugin .

            Without Maven, the classes can be compiled into `bin`, with the plug-ins of an installation on the class path.

            To install it, put it into a feature and an update site (`nullcline install SITE FEATURE`), or for a try copy the archive from `target`
            into the folder `dropins` of the installation.
            """;
}
