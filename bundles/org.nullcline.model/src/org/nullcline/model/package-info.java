// SPDX-License-Identifier: EPL-2.0
/**
 * An experiment: what to do, never results. Start with {@link org.nullcline.model.Experiments}.
 *
 * <h2>The file</h2> A {@code *.experiment} file is XMI in the namespace {@code urn:nullcline:experiment}, UTF-8, one element on a line:
 *
 * <pre>
 * &lt;experiment:Experiment xmi:version="2.0" xmlns:xmi="http://www.omg.org/XMI" xmlns:experiment="urn:nullcline:experiment"
 *     format="1.0" name="GRU or NODE" seed="1"&gt;
 *   &lt;step id="data" contribution="org.nullcline.simulate" version="1.0.0"&gt;
 *     &lt;parameter name="system" value="lorenz"/&gt;
 *   &lt;/step&gt;
 *   &lt;step id="fit" contribution="org.nullcline.fit" version="1.0.0"&gt;
 *     &lt;parameter name="architecture" value="gru"/&gt;
 *     &lt;parameter name="architecture.hidden" value="64"/&gt;
 *   &lt;/step&gt;
 *   &lt;step id="compare" contribution="org.nullcline.pairwise" version="1.0.0"/&gt;
 *   &lt;link source="data" output="recording" target="fit" input="recording"/&gt;
 *   &lt;link source="fit" output="model" target="compare" input="items" gather="true"&gt;
 *     &lt;over&gt;architecture&lt;/over&gt;
 *   &lt;/link&gt;
 *   &lt;axis id="architecture" path="fit.architecture"&gt;
 *     &lt;value&gt;gru&lt;/value&gt;
 *     &lt;value&gt;node&lt;/value&gt;
 *   &lt;/axis&gt;
 * &lt;/experiment:Experiment&gt;
 * </pre>
 *
 * A feature at its default is not written; defaults never change within a major format. The format has no document types, entities,
 * {@code href}, {@code xsi:type} or schema locations, now and in later minor versions, so a file that has one is refused. Unknown
 * attributes and elements are kept and written after the known ones. Comments and indentation made by hand are not kept.
 *
 * <h2>What it means</h2>
 * <ul>
 * <li>Names connect: links, axes, figures and notes refer to steps and axes by id. A name that leads nowhere is a problem for the
 * validator, not for loading, so that nothing is lost.</li>
 * <li>The sweep is the product of the axes, the first varying slowest. A step runs once for each combination of those axes that vary it
 * or something before it. {@link org.nullcline.model.Sweeps} expands an axis.</li>
 * <li>A plain link carries the value at the same point of the sweep. A gathering link collects the values over the axes that it names,
 * the slowest first; axes that it does not name and that the source depends on still give one list each.</li>
 * <li>Several links into one input are taken in the order of the file.</li>
 * <li>A step's own seed replaces the seed of the experiment for this step alone.</li>
 * </ul>
 */
package org.nullcline.model;
