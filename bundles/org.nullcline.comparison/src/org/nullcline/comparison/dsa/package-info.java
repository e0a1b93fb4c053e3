// SPDX-License-Identifier: EPL-2.0
/**
 * Dynamical similarity analysis (Ostrow, Eisen, Kozachkov and Fiete, NeurIPS 2023, doi:10.48550/arXiv.2306.10168) and its successors.
 *
 * <p>A system is a list of trials, each time × channels, of possibly different lengths. Its delay embedding is regressed onto a linear operator
 * (dynamic mode decomposition); operators are compared up to an orthogonal change of coordinates (Procrustes analysis over vector fields) or by
 * their spectra (optimal transport).
 */
package org.nullcline.comparison.dsa;
