package dev.rehearsal.coverage;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Opcodes;

/** What the annotations of one class, method or annotation say, those that they are composed of included. */
final class Annotated {
    private static final String MIGRATION_TEST = "Ldev/rehearsal/junit/MigrationTest;";
    private static final String DISABLED = "Lorg/junit/jupiter/api/Disabled;";

    private final AnnotationTypes types;
    private final Set<String> versions = new TreeSet<>();
    private boolean disabled;

    Annotated(AnnotationTypes types) {
        this.types = types;
    }

    Set<String> versions() {
        return versions;
    }

    boolean isDisabled() {
        return disabled;
    }

    /** Takes note of an annotation, and gives what reads its attributes; null if none matters. */
    @Nullable
    AnnotationVisitor visit(String descriptor) {
        switch (descriptor) {
            case MIGRATION_TEST -> {
                return new Version();
            }
            case DISABLED -> disabled = true;
            default -> {
                Annotated composed = types.of(descriptor);
                versions.addAll(composed.versions);
                disabled |= composed.disabled;
            }
        }
        return null;
    }

    private final class Version extends AnnotationVisitor {
        Version() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visit(String attribute, Object value) {
            if (attribute.equals("value")) {
                versions.add(value.toString());
            }
        }
    }
}
