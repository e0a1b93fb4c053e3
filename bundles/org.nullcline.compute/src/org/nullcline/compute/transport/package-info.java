// SPDX-License-Identifier: EPL-2.0
/** Exact optimal transport between weighted point sets and the assignment problem. */
package org.nullcline.compute.transport;
