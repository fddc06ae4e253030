package dev.rehearsal.junit;

import dev.rehearsal.junit.query.Catalogue;
import dev.rehearsal.junit.query.DatabaseQueries;
import dev.rehearsal.junit.query.NotThereException;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * What all assertions on a migration share: each asks the database as it is now, and hands what is wrong to one place,
 * which throws it, or collects it for soft assertions.
 *
 * @param <S> the type of the assertion itself
 */
public abstract class CheckedAssert<S extends CheckedAssert<S>> extends AbstractAssert<S, MigrationUnderTest> {
    private final Consumer<AssertionError> sink;

    CheckedAssert(MigrationUnderTest migration, Class<?> type, Consumer<AssertionError> sink) {
        super(migration, type);
        this.sink = sink;
    }

    final Consumer<AssertionError> sink() {
        return sink;
    }

    final MigrationUnderTest migration() {
        isNotNull();
        return actual;
    }

    /** A question about the database as it is now; null is a good answer. */
    @FunctionalInterface
    interface Check {
        @Nullable
        Discrepancy make(DatabaseQueries now) throws SQLException;
    }

    /** A question about the database as it was before up() and as it is now; null is a good answer. */
    @FunctionalInterface
    interface Contrast {
        @Nullable
        Discrepancy make(DatabaseQueries before, DatabaseQueries now) throws SQLException;
    }

    final S check(Check check) {
        try (DatabaseQueries now = new DatabaseQueries(migration().stage().dataSource())) {
            report(check.make(now));
        } catch (NotThereException e) {
            report(new Discrepancy(e.expected(), "it is there", e.actual(), Catalogue.columns()));
        } catch (SQLException e) {
            throw new IllegalStateException(migration() + ": the assertion could not be checked: " + e.getMessage(), e);
        }
        return myself;
    }

    final S contrast(Contrast contrast) {
        return check(now -> {
            try (DatabaseQueries before =
                    new DatabaseQueries(migration().before().dataSource())) {
                return contrast.make(before, now);
            }
        });
    }

    private void report(@Nullable Discrepancy discrepancy) {
        if (discrepancy != null) {
            sink.accept(failure("%s", discrepancy.text(migration().toString())));
        }
    }
}
