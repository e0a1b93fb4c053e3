// SPDX-License-Identifier: EPL-2.0
/** Training of sequential autoencoders: settings, learning curves, checkpoints. */
package org.nullcline.dynamics.training;
