// SPDX-License-Identifier: EPL-2.0
/** Methods that change weights along gradients, and schedules of the learning rate. */
package org.nullcline.compute.optimise;
