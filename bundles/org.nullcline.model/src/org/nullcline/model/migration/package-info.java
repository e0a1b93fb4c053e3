// SPDX-License-Identifier: EPL-2.0
/** How files of older formats become files of the present one; see the extension point {@code org.nullcline.model.migrations}. */
package org.nullcline.model.migration;
