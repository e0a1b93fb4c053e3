// SPDX-License-Identifier: EPL-2.0
/** Measured speed of manifold geometry and of MARBLE's training. */
package org.nullcline.marble.bench;
