// SPDX-License-Identifier: EPL-2.0
/** Systems of the case studies of dynamical similarity analysis. */
package org.nullcline.comparison.cases;
