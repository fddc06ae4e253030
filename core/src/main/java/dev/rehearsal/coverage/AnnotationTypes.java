package dev.rehearsal.coverage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Opcodes;

/** What annotation types are themselves annotated with, by their descriptors. Each class file is read once. */
final class AnnotationTypes {
    private final ClassLoader classes;
    private final Map<String, Annotated> known = new HashMap<>();

    AnnotationTypes(ClassLoader classes) {
        this.classes = classes;
    }

    /** {@return what is said by a type that the class path does not hold: nothing, as for the JVM itself} */
    Annotated of(String descriptor) {
        Annotated memory = known.get(descriptor);
        if (memory != null) {
            return memory;
        }
        Annotated annotated = new Annotated(this);
        known.put(descriptor, annotated); // first: a type may be annotated with itself
        String file = descriptor.substring(1, descriptor.length() - 1) + ".class";
        try (InputStream bytes = classes.getResourceAsStream(file)) {
            if (bytes != null) {
                new ClassReader(bytes)
                        .accept(
                                new OfType(annotated),
                                ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
        return annotated;
    }

    private static final class OfType extends ClassVisitor {
        private final Annotated annotated;

        OfType(Annotated annotated) {
            super(Opcodes.ASM9);
            this.annotated = annotated;
        }

        @Override
        public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            return visible ? annotated.visit(descriptor) : null;
        }
    }
}
