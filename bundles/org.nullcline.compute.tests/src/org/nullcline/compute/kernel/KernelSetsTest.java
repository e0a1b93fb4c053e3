// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KernelSetsTest {

    private String before;

    @BeforeEach
    void remember() {
        before = System.getProperty(KernelSets.PROPERTY);
        System.clearProperty(KernelSets.PROPERTY);
    }

    @AfterEach
    void restore() {
        if (before == null) {
            System.clearProperty(KernelSets.PROPERTY);
        } else {
            System.setProperty(KernelSets.PROPERTY, before);
        }
    }

    @Test
    void vectorInstructionsAreUsedWhereTheRuntimeOffersThem() {
        for (Precision precision : Precision.values()) {
            assertTrue(KernelSets.create(precision).name().startsWith("vector-"), "the tests run with jdk.incubator.vector");
        }
    }

    @Test
    void systemPropertyForcesAnImplementation() {
        System.setProperty(KernelSets.PROPERTY, "plain");
        assertEquals("plain", KernelSets.create(Precision.FLOAT).name());
        System.setProperty(KernelSets.PROPERTY, "vector");
        assertTrue(KernelSets.create(Precision.DOUBLE).name().startsWith("vector-"));
        System.setProperty(KernelSets.PROPERTY, "fast");
        IllegalStateException failure = assertThrows(IllegalStateException.class, () -> KernelSets.create(Precision.FLOAT));
        assertEquals("The system property nullcline.kernels may be \"vector\" or \"plain\", not \"fast\".", failure.getMessage());
    }

    /** Loads the kernels anew, in a world without {@code jdk.incubator.vector}. */
    private static final class WithoutVectors extends ClassLoader {

        WithoutVectors() {
            super(KernelSets.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("jdk.incubator.vector")) {
                throw new ClassNotFoundException(name);
            }
            if (!name.startsWith("org.nullcline.compute.kernel.")) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Test
    void plainKernelsServeWhereTheVectorModuleIsAbsent() throws ReflectiveOperationException {
        ClassLoader loader = new WithoutVectors();
        Class<?> sets = loader.loadClass(KernelSets.class.getName());
        Class<?> precision = loader.loadClass(Precision.class.getName());
        Method create = sets.getMethod("create", precision);
        Method name = loader.loadClass(Kernels.class.getName()).getMethod("name");
        for (Object p : precision.getEnumConstants()) {
            assertEquals("plain", name.invoke(create.invoke(null, p)));
        }
        System.setProperty(KernelSets.PROPERTY, "vector");
        ReflectiveOperationException failure = assertThrows(ReflectiveOperationException.class,
            () -> create.invoke(null, precision.getEnumConstants()[0]));
        assertTrue(failure.getCause().getMessage().endsWith("start it with --add-modules jdk.incubator.vector."));
    }
}
