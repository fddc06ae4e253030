package dev.rehearsal.coverage;

import dev.rehearsal.migration.Migration;
import dev.rehearsal.result.TestCoverage;
import java.util.List;
import java.util.Set;

/**
 * The tests of migrations that were found.
 *
 * @param versions the versions that they test, as the tests name them
 * @param unreadable class files and folders that could not be read, each with why
 */
public record FoundTests(Set<String> versions, List<String> unreadable) {
    public FoundTests {
        versions = Set.copyOf(versions);
        unreadable = List.copyOf(unreadable);
    }

    /**
     * {@return whether a migration has a test; a baseline is no step and needs none, and a repeatable script has no
     * version that a test could name}
     *
     * @param migration any
     */
    public boolean covers(Migration migration) {
        return !counts(migration) || versions.stream().anyMatch(migration.id()::isCalled);
    }

    /**
     * {@return how many of some migrations have a test, and which have none}
     *
     * @param migrations those that count
     */
    public TestCoverage of(List<Migration> migrations) {
        List<Migration> counted = migrations.stream().filter(FoundTests::counts).toList();
        List<String> without = counted.stream()
                .filter(migration -> !covers(migration))
                .map(Migration::version)
                .toList();
        return new TestCoverage(counted.size() - without.size(), counted.size(), without);
    }

    private static boolean counts(Migration migration) {
        return migration.kind() != Migration.Kind.BASELINE && !migration.repeatable();
    }
}
