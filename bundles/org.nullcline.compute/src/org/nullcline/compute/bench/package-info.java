// SPDX-License-Identifier: EPL-2.0
/** Measured speed of the numerical ground. */
package org.nullcline.compute.bench;
