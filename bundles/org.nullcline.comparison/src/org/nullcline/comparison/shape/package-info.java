// SPDX-License-Identifier: EPL-2.0
/**
 * Shape metrics between population responses (Williams, Kunz, Kornblith and Linderman 2021, doi:10.48550/arXiv.2110.14739): how far two matrices of
 * samples × neurons are apart after the best alignment. The smaller population is filled up with silent neurons.
 */
package org.nullcline.comparison.shape;
