// SPDX-License-Identifier: EPL-2.0
/** Speed of dynamical similarity analysis. */
package org.nullcline.comparison.bench;
