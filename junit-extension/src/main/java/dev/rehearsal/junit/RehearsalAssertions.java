package dev.rehearsal.junit;

/** Where assertions on a migration begin; import it statically, beside AssertJ's own. */
public final class RehearsalAssertions {
    private RehearsalAssertions() {}

    /**
     * {@return assertions on a migration; each that fails throws}
     *
     * @param migration the test's
     */
    public static MigrationAssert assertThat(MigrationUnderTest migration) {
        return new MigrationAssert(migration, RehearsalAssertions::raise);
    }

    private static void raise(AssertionError failure) {
        throw failure;
    }
}
