// SPDX-License-Identifier: EPL-2.0
/** What to do with embeddings: distances between conditions, decoding of behaviour, consistency across animals. */
package org.nullcline.marble.analysis;
