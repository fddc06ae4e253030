package dev.rehearsal.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests one migration on a real database: it stands at the version before it, filled, and is the test's own.
 *
 * <p>Without {@link #phases()} the test drives, through a parameter of type {@link MigrationUnderTest}. Other parameters,
 * also of {@code @BeforeEach} and {@code @AfterEach} methods: {@link javax.sql.DataSource}, {@link java.sql.Connection}
 * (closed after the test), AssertJ-DB's {@code AssertDbConnection}, and {@link JdbcUrl} {@code String}.
 *
 * <p>It is a {@link TestTemplate} of its own; beside {@code @ParameterizedTest} or {@code @RepeatedTest} it leaves the
 * repeating to that and gives each invocation its stage. It can be made part of an annotation of one's own, and tests may
 * run in parallel: each has its own database. A test that leaves a connection open fails.
 *
 * @see Rehearsal
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@TestTemplate
@ExtendWith(MigrationTestExtension.class)
public @interface MigrationTest {
    /**
     * {@return the version of the migration, as in its file's name: {@code 7} for {@code V7__split_name.sql}; of a change
     * set its id, as reports show it, or its whole name: {@code db/changelog/users.xml::split-name::ada}}
     */
    String value();

    /**
     * {@return the phases in which the test is run, one invocation each, named like the phase; the migration is then
     * driven there after {@code @BeforeEach}. Empty if the test itself drives}
     */
    Phase[] phases() default {};
}
