// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.look;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.jface.viewers.DecorationOverlayIcon;
import org.eclipse.jface.viewers.IDecoration;
import org.eclipse.swt.graphics.Image;

/** The icons of the workbench by the name of their file. Images belong to the display and are never disposed. */
public final class Icons {

    private static final String BUNDLE = "org.nullcline.workbench";

    private Icons() {
    }

    /** The icon as a recipe. */
    public static ImageDescriptor descriptor(String name) {
        return ResourceLocator.imageDescriptorFromBundle(BUNDLE, "icons/" + name + ".svg").orElseGet(ImageDescriptor::getMissingImageDescriptor);
    }

    /** The icon. */
    public static Image image(String name) {
        return shared(name, descriptor(name));
    }

    /** The icon with another in its lower left corner. */
    public static Image image(String name, String overlay) {
        var registry = JFaceResources.getImageRegistry();
        var key = BUNDLE + "/" + name + "+" + overlay;
        if (registry.getDescriptor(key) == null) {
            registry.put(key, new DecorationOverlayIcon(image(name), descriptor(overlay), IDecoration.BOTTOM_LEFT));
        }
        return registry.get(key);
    }

    private static Image shared(String name, ImageDescriptor descriptor) {
        var registry = JFaceResources.getImageRegistry();
        var key = BUNDLE + "/" + name;
        if (registry.getDescriptor(key) == null) {
            registry.put(key, descriptor);
        }
        return registry.get(key);
    }
}
