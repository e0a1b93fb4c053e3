// SPDX-License-Identifier: EPL-2.0
/** Tasks that networks are trained on: what they get, what they should give, and when they are right. */
package org.nullcline.dynamics.task;
