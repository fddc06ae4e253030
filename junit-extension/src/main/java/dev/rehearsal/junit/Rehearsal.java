package dev.rehearsal.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says on what the {@link MigrationTest}s of a class are run. What is left out is taken from {@code rehearsal.yaml} in
 * the working directory, else from the defaults; what stands in a system property {@code rehearsal.*}, or a JUnit
 * configuration parameter of that name, wins.
 *
 * <p>May stand on a class, an enclosing class, a superclass, or an annotation of one's own; the nearest counts alone.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
public @interface Rehearsal {
    /** Stands for a number that is not given. */
    long UNSAID = -1;

    /**
     * {@return the database: {@code embedded}, {@code embedded:17}, {@code container:postgres:18}, or the URL of a
     * disposable server; {@code embedded} by default}
     */
    String database() default "";

    /** {@return where the migrations are, as Flyway writes it; Flyway's own configuration by default} */
    String[] locations() default {};

    /**
     * {@return rows of a table of ordinary size; tables that the volume file names keep their proportion to it. 0 leaves
     * all tables empty}
     */
    long rows() default UNSAID;

    /** {@return the volume file; {@code src/test/rehearsal/volume.yaml} by default, if it exists} */
    String volume() default "";

    /** {@return what everything random comes from; 42 by default} */
    long seed() default UNSAID;
}
