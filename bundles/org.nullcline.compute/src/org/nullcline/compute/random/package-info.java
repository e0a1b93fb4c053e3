// SPDX-License-Identifier: EPL-2.0
/** Random numbers that are addressed by seed, purpose and index. */
package org.nullcline.compute.random;
