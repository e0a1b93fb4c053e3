// SPDX-License-Identifier: EPL-2.0
/** How well inferred rates, states and fixed points agree with observations, behaviour and truth. */
package org.nullcline.dynamics.score;
