package dev.rehearsal.junit;

import dev.rehearsal.dialect.assertion.AssertedDatabase;
import dev.rehearsal.dialect.assertion.AssertedDatabase.IndexDefinition;
import dev.rehearsal.dialect.assertion.AssertedDatabase.IndexUse;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Assertions on one index; those on the migration go on. */
public final class IndexAssert extends MigrationAssert {
    private final String name;

    IndexAssert(MigrationUnderTest migration, Consumer<AssertionError> sink, String name) {
        super(migration, sink);
        this.name = name;
    }

    /**
     * Verifies that it is complete, which an index that was built concurrently need not be.
     *
     * @return this
     */
    public IndexAssert thatIsValid() {
        return verify((now, found) -> found.valid()
                ? null
                : new Discrepancy(
                        "index " + name,
                        "valid",
                        "invalid: " + found.definition(),
                        now.look().indexes()));
    }

    /**
     * Verifies that it is unique.
     *
     * @return this
     */
    public IndexAssert thatIsUnique() {
        return verify((now, found) -> found.unique()
                ? null
                : new Discrepancy(
                        "index " + name,
                        "unique",
                        found.definition(),
                        now.look().indexes()));
    }

    /**
     * Verifies that the server would use it for a query. It is asked as if reading a whole table were dear, as it is in
     * production and not on the small tables of a test.
     *
     * @param query the query
     * @return this
     */
    public IndexAssert thatServes(String query) {
        return verify((now, found) -> {
            IndexUse use = now.use(query, found);
            return use.used()
                    ? null
                    : new Discrepancy(
                            "index " + name,
                            "it serves the query",
                            "the plan does without it:\n" + use.plan(),
                            List.of(),
                            now.look().plan(query));
        });
    }

    private interface Verification {
        @Nullable
        Discrepancy make(AssertedDatabase now, IndexDefinition found) throws SQLException;
    }

    /** That it is not there was said already. */
    private IndexAssert verify(Verification verification) {
        check(now -> {
            IndexDefinition found = now.index(name).orElse(null);
            return found == null ? null : verification.make(now, found);
        });
        return this;
    }
}
