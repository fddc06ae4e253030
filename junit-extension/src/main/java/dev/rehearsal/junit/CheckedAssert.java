package dev.rehearsal.junit;

import dev.rehearsal.dialect.UnansweredException;
import dev.rehearsal.dialect.assertion.AssertedDatabase;
import dev.rehearsal.dialect.assertion.NotThereException;
import dev.rehearsal.scenario.Stage;
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
        Discrepancy make(AssertedDatabase now) throws SQLException;
    }

    /** A question about the database as it was before up() and as it is now; null is a good answer. */
    @FunctionalInterface
    interface Contrast {
        @Nullable
        Discrepancy make(AssertedDatabase before, AssertedDatabase now) throws SQLException;
    }

    /** A question that needs no conversation with the database; null is a good answer. */
    @FunctionalInterface
    interface Judgement {
        @Nullable
        Discrepancy make() throws SQLException;
    }

    /** Asks the database. What it cannot answer is an error of the assertion, never a pass. */
    final S check(Check check) {
        return judge(() -> {
            try (AssertedDatabase now = ask(migration().stage())) {
                return found(check, now);
            }
        });
    }

    private static @Nullable Discrepancy found(Check check, AssertedDatabase now) throws SQLException {
        try {
            return check.make(now);
        } catch (NotThereException e) {
            return new Discrepancy(
                    e.expected(), "it is there", e.actual(), now.look().columns());
        }
    }

    final S contrast(Contrast contrast) {
        return check(now -> {
            try (AssertedDatabase before = ask(migration().before())) {
                return contrast.make(before, now);
            }
        });
    }

    final S judge(Judgement judgement) {
        MigrationUnderTest asked = migration();
        Discrepancy found;
        try {
            found = judgement.make();
        } catch (SQLException | UnansweredException e) {
            throw new IllegalStateException(asked + ": the assertion could not be checked: " + e.getMessage(), e);
        }
        report(found);
        return myself;
    }

    private static AssertedDatabase ask(Stage stage) {
        return stage.dialect().assertions().ask(stage.dataSource());
    }

    private void report(@Nullable Discrepancy discrepancy) {
        if (discrepancy != null) {
            sink.accept(failure("%s", discrepancy.text(migration().toString())));
        }
    }
}
