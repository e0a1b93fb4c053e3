// SPDX-License-Identifier: EPL-2.0
/** Fixed points, Lyapunov spectra, flow fields and nullclines of any system in double precision. */
package org.nullcline.dynamics.analysis;
