// SPDX-License-Identifier: EPL-2.0
/** Differentiable batched matrices on a tape, layers with named weights, and losses. */
package org.nullcline.compute.diff;
