// SPDX-License-Identifier: EPL-2.0
package org.nullcline.model.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.emf.edit.provider.IItemLabelProvider;
import org.eclipse.emf.edit.provider.IItemPropertySource;
import org.eclipse.emf.edit.provider.ITreeItemContentProvider;
import org.junit.jupiter.api.Test;
import org.nullcline.model.Experiments;
import org.nullcline.model.provider.ExperimentItemProviderAdapterFactory;

class ItemProvidersTest {
    @Test
    void everyObjectHasALabelChildrenAndProperties() {
        var experiment = Experiments.create("Lorenz");
        var data = Experiments.addStep(experiment, "org.nullcline.simulate", "1.0.0");
        Experiments.set(data, "system", "lorenz");
        Experiments.connect(experiment, data, "o", data, "i");
        var factory = new ExperimentItemProviderAdapterFactory();
        var tree = (ITreeItemContentProvider) factory.adapt(experiment, ITreeItemContentProvider.class);
        assertEquals(2, tree.getChildren(experiment).size());
        assertEquals("Experiment Lorenz", ((IItemLabelProvider) factory.adapt(experiment, IItemLabelProvider.class)).getText(experiment));
        for (var all = experiment.eAllContents(); all.hasNext();) {
            var object = all.next();
            assertFalse(((IItemLabelProvider) factory.adapt(object, IItemLabelProvider.class)).getText(object).isBlank());
            var properties = ((IItemPropertySource) factory.adapt(object, IItemPropertySource.class)).getPropertyDescriptors(object);
            assertFalse(properties.isEmpty());
            properties.forEach(property -> assertTrue(property.getDisplayName(object).matches("[A-Z].*"), object.toString()));
        }
        factory.dispose();
    }
}
