// SPDX-License-Identifier: EPL-2.0
/** Differentiable integrators of vector fields. */
package org.nullcline.dynamics.solvers;
