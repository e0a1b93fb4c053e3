// SPDX-License-Identifier: EPL-2.0
/**
 * Changing an experiment with undo, without a user interface. Start with {@link org.nullcline.model.edit.ExperimentEditor}.
 */
package org.nullcline.model.edit;
