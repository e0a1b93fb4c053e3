// SPDX-License-Identifier: EPL-2.0
package org.nullcline.charts;

import org.eclipse.osgi.util.NLS;

/** Texts that users see, from {@code messages.properties}. */
final class Messages extends NLS {

    public static String copyImage;
    public static String copyNumbers;
    public static String export;
    public static String exportFailed;
    public static String noFolder;
    public static String noPermission;
    public static String unknownFormat;

    static {
        NLS.initializeMessages("org.nullcline.charts.messages", Messages.class);
    }

    private Messages() {
    }
}
