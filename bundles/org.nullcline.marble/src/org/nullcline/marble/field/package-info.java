// SPDX-License-Identifier: EPL-2.0
/** Vector fields sampled at points: given, from trajectories, or made up to test methods with. */
package org.nullcline.marble.field;
