// SPDX-License-Identifier: EPL-2.0
/** Long-term behaviour: where trajectories go, how fast they move, what keeps still, how fast neighbours part. */
package org.nullcline.comparison.attractor;
