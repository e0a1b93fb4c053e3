// SPDX-License-Identifier: EPL-2.0
/**
 * MARBLE: an embedding of vector fields on manifolds by contrastive learning on their local features (Gosztolai, Peach, Arnaudon, Barahona and
 * Vandergheynst 2025, Nature Methods, doi 10.1038/s41592-024-02582-2).
 */
package org.nullcline.marble.network;
