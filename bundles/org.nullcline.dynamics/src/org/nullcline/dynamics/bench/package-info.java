// SPDX-License-Identifier: EPL-2.0
/** Measured speed of training. */
package org.nullcline.dynamics.bench;
