// SPDX-License-Identifier: EPL-2.0
package org.nullcline.api.contribution;

import java.util.List;

import org.nullcline.api.NullclineException;

/** Everything that the installed plug-ins contribute. Listing loads no plug-in class; {@link #create} does. */
public interface Contributions {

    /** All contributions to a point, sorted by id. */
    List<Descriptor> list(ExtensionPoint point);

    /**
     * The contribution with this full id, or with this short id (the part behind the last dot) where that is unambiguous; built-ins win.
     *
     * @throws NullclineException naming the id, the nearest known ids and how to install what is missing
     */
    Descriptor find(ExtensionPoint point, String id);

    /**
     * A new instance of the contributed class.
     *
     * @throws NullclineException naming the plug-in when its class cannot be made or is not a {@code type}
     */
    <T> T create(Descriptor descriptor, Class<T> type);
}
