// SPDX-License-Identifier: EPL-2.0
/** Speed: what a plug-in lets measure. */
package org.nullcline.api.benchmark;
