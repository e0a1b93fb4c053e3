// SPDX-License-Identifier: EPL-2.0
/** Gradients of batches, cut into shards that several threads share without changing a bit. */
package org.nullcline.compute.train;
