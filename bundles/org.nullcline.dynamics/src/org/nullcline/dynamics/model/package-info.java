// SPDX-License-Identifier: EPL-2.0
/** Sequential autoencoders around any architecture, and fitted models as values and as dynamical systems. */
package org.nullcline.dynamics.model;
