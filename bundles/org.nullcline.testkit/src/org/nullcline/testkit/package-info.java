// SPDX-License-Identifier: EPL-2.0
/**
 * The conformance kit: proves on random inputs what a contribution declares about itself.
 *
 * <p>A plug-in runs it against itself in one line of a test, without OSGi: {@code new ConformanceKit(PluginXml.at(Path.of("plugin.xml"))).requireAll();}.
 * It needs no test framework. The checks depend on nothing but the seed.
 */
package org.nullcline.testkit;
