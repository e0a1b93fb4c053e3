// SPDX-License-Identifier: EPL-2.0
/** Similarities between two matrices of the same samples: kernels, canonical correlations, dissimilarity matrices, regressions. */
package org.nullcline.comparison.similarity;
