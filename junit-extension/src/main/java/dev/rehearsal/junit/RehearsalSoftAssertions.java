package dev.rehearsal.junit;

import java.util.function.Consumer;
import org.assertj.core.api.SoftAssertions;

/**
 * Collects what fails, on migrations and on all else that AssertJ knows, and tells it together. Works as a parameter or
 * a field of AssertJ's {@code SoftAssertionsExtension} too. Not safe for use by several threads.
 */
public class RehearsalSoftAssertions extends SoftAssertions {
    /** Makes one; call {@link #assertAll()} at the end. */
    public RehearsalSoftAssertions() {}

    /**
     * {@return assertions on a migration; each that fails is collected}
     *
     * @param migration the test's
     */
    public MigrationAssert assertThat(MigrationUnderTest migration) {
        return new MigrationAssert(migration, this::collectAssertionError);
    }

    /**
     * Asserts softly, and tells at the end what failed.
     *
     * @param assertions what to assert
     */
    public static void assertSoftlyOn(Consumer<RehearsalSoftAssertions> assertions) {
        RehearsalSoftAssertions softly = new RehearsalSoftAssertions();
        assertions.accept(softly);
        softly.assertAll();
    }
}
