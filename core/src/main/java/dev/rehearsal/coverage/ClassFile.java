package dev.rehearsal.coverage;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * What matters of a compiled class.
 *
 * @param name its internal name
 * @param outer the class that encloses it; null if none does
 * @param disabled whether all its tests are switched off
 * @param versions the versions of the migrations that its methods test
 */
record ClassFile(String name, @Nullable String outer, boolean disabled, Set<String> versions) {
    ClassFile {
        versions = Set.copyOf(versions);
    }

    static ClassFile read(byte[] bytes, AnnotationTypes types) {
        Reading reading = new Reading(types);
        new ClassReader(bytes)
                .accept(reading, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return new ClassFile(reading.name, reading.outer, reading.own.isDisabled(), reading.versions);
    }

    private static final class Reading extends ClassVisitor {
        private final AnnotationTypes types;
        private final Annotated own;
        private final Set<String> versions = new TreeSet<>();
        private String name = "";
        private @Nullable String outer;

        Reading(AnnotationTypes types) {
            super(Opcodes.ASM9);
            this.types = types;
            this.own = new Annotated(types);
        }

        @Override
        public void visit(
                int version,
                int access,
                String internalName,
                @Nullable String signature,
                @Nullable String superName,
                String @Nullable [] interfaces) {
            name = internalName;
        }

        @Override
        public void visitInnerClass(String inner, @Nullable String enclosing, @Nullable String innerName, int access) {
            if (inner.equals(name)) {
                outer = enclosing;
            }
        }

        @Override
        public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            return visible ? own.visit(descriptor) : null;
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String method,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            return new Method(new Annotated(types), versions);
        }
    }

    private static final class Method extends MethodVisitor {
        private final Annotated annotated;
        private final Set<String> versions;

        Method(Annotated annotated, Set<String> versions) {
            super(Opcodes.ASM9);
            this.annotated = annotated;
            this.versions = versions;
        }

        @Override
        public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            return visible ? annotated.visit(descriptor) : null;
        }

        @Override
        public void visitEnd() {
            if (!annotated.isDisabled()) {
                versions.addAll(annotated.versions());
            }
        }
    }
}
