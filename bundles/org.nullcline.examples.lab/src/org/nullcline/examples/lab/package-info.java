// SPDX-License-Identifier: EPL-2.0
/** A lab's plug-in: one architecture, one solver and one metric, contributed in {@code plugin.xml}. Copy it to begin your own. */
package org.nullcline.examples.lab;
