// SPDX-License-Identifier: EPL-2.0
/** What one does with a matrix of distances: maps, trees, orders, and tests of groups. */
package org.nullcline.comparison.matrix;
