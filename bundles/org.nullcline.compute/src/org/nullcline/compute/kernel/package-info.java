// SPDX-License-Identifier: EPL-2.0
/** The arithmetic below everything: one block of memory, two precisions, vector and plain implementations with the same bits. */
package org.nullcline.compute.kernel;
