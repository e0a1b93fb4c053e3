// SPDX-License-Identifier: EPL-2.0
/**
 * Geometry of sampled manifolds: neighbour graphs, tangent frames, connections, Laplacians, directional derivatives and heat flow, all
 * sparse. Indices are those of the points; matrices are row-major; results are the same for any number of threads.
 */
package org.nullcline.marble.geometry;
