package dev.rehearsal.junit;

import java.lang.reflect.Method;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Disabled;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** What the tests of a class will ask for if all are run. */
final class AskedMigrations {
    private AskedMigrations() {}

    /** {@return the versions of the migrations under test, one for each invocation} */
    static List<String> by(Class<?> test) {
        return ReflectionSupport.findMethods(test, AskedMigrations::isRun, HierarchyTraversalMode.TOP_DOWN).stream()
                .flatMap(method -> AnnotationSupport.findAnnotation(method, MigrationTest.class).stream())
                .flatMap(annotation ->
                        Collections.nCopies(Math.max(1, annotation.phases().length), annotation.value()).stream())
                .toList();
    }

    private static boolean isRun(Method method) {
        return AnnotationSupport.isAnnotated(method, MigrationTest.class)
                && !AnnotationSupport.isAnnotated(method, Disabled.class);
    }
}
