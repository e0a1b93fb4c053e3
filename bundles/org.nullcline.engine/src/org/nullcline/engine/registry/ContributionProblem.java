// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.registry;

/**
 * Why a contribution of a plug-in is left out or doubtful. It costs nothing but itself: everything else works on.
 *
 * @param bundle symbolic name of the plug-in
 * @param sentence what is wrong and what to do, naming the plug-in
 */
public record ContributionProblem(String bundle, String sentence) {
}
