package dev.rehearsal.junit;

import static dev.rehearsal.junit.RehearsalAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rehearsal.dialect.assertion.LookQueries;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

@Rehearsal(locations = "classpath:people", rows = 30)
class OutcomeAssertTest {
    @MigrationTest("2")
    void columns_are_described(MigrationUnderTest migration) {
        migration.up();
        migration.execute("ALTER TABLE users ADD COLUMN code varchar(12) NOT NULL DEFAULT 'x'");

        assertThat(migration)
                .hasColumn("users", "code")
                .ofType("varchar(12)")
                .thatIsNotNull()
                .withDefault("'x'::character varying")
                .hasColumn("users", "first_name")
                .thatIsNullable()
                .withoutDefault()
                .hasNoColumn("users", "surname")
                .hasTable("users")
                .hasNoTable("userz");
        failing(
                () -> assertThat(migration).hasColumn("users", "id").ofType("int"),
                "Expected: type integer",
                "Actual:   type bigint",
                "Look at:  " + look(migration).column("users", "id"));
        failing(() -> assertThat(migration).hasColumn("users", "id").thatIsNullable(), "Actual:   NOT NULL");
        failing(() -> assertThat(migration).hasNoColumn("users", "code"), "Actual:   it is there");
    }

    @MigrationTest("2")
    void every_query_to_look_further_can_be_run(MigrationUnderTest migration) {
        LookQueries look = look(migration);
        migration
                .execute(look.columns())
                .execute(look.column("public.users", "id"))
                .execute(look.constraints("public.users"))
                .execute(look.indexes())
                .execute(look.sequence("users", "id"))
                .execute(look.plan("SELECT * FROM users"));
    }

    @MigrationTest("2")
    void constraints_are_validated_and_enforced(MigrationUnderTest migration) {
        migration.up();
        migration.execute("ALTER TABLE users ADD CONSTRAINT short CHECK (length(name) < 2) NOT VALID");

        assertThat(migration)
                .hasConstraint("users", "users_name_check")
                .thatIsValidated()
                .rejects("INSERT INTO users (first_name) VALUES ('')")
                .withSqlState("23514")
                .withMessageContaining("users_name_check")
                .accepts("INSERT INTO users (first_name) VALUES ('Ada')")
                .hasNoConstraint("users", "users_age_check")
                .hasRowCount("users", 30);
        failing(
                () -> assertThat(migration).hasConstraint("users", "short").thatIsValidated(),
                "constraint short of public.users",
                "NOT VALID",
                "Such as:  id=",
                "WHERE NOT (");
        failing(() -> assertThat(migration).rejects("SELECT 1"), "Expected: it is refused");
        failing(() -> assertThat(migration).rejects("SELECT 1/0").withSqlState("23505"), "Actual:   SQLSTATE 22012");
        failing(() -> assertThat(migration).accepts("SELECT 1/0"), "Actual:   SQLSTATE 22012");
    }

    @MigrationTest("2")
    void indexes_are_valid_and_serve(MigrationUnderTest migration) {
        migration.up();

        assertThat(migration)
                .hasIndex("users_last_name_idx")
                .thatIsValid()
                .thatServes("SELECT * FROM users WHERE last_name = 'Lovelace'")
                .hasNoIndex("users_first_name_idx");
        failing(() -> assertThat(migration).hasIndex("users_last_name_idx").thatIsUnique(), "CREATE INDEX");
        failing(
                () -> assertThat(migration)
                        .hasIndex("users_last_name_idx")
                        .thatServes("SELECT * FROM users WHERE first_name = 'Ada'"),
                "the plan does without it",
                "Seq Scan on public.users");
    }

    @MigrationTest("2")
    void a_sequence_behind_its_column_is_found(MigrationUnderTest migration) {
        migration.up();
        assertThat(migration).hasSequenceAheadOf("users", "id");
        migration.execute("INSERT INTO users (id) VALUES (70), (71)");

        failing(
                () -> assertThat(migration).hasSequenceAheadOf("users", "id"),
                "its next number, 31, is above all in the table",
                "Such as:  id=70; id=71");
    }

    @MigrationTest("2")
    void what_was_kept_is_compared_with_before(MigrationUnderTest migration) {
        migration.given("INSERT INTO users (id, name) VALUES (100, 'Plato')").up();

        assertThat(migration)
                .preservesRowCount("users")
                .preservesValues("users", "name", "nickname")
                .preservesValues("users")
                .preservesResultOf("SELECT sum(total) FROM orders");

        migration.execute("UPDATE users SET name = 'Aristotle' WHERE id = 100; DELETE FROM orders WHERE id = 7");
        assertThat(migration).changesRowCountBy("orders", -1);
        failing(
                () -> assertThat(migration).preservesRowCount("orders"),
                "Expected: 30 rows, from 30 before",
                "Actual:   29 rows",
                "Such as:  id=7 (gone)");
        failing(
                () -> assertThat(migration).preservesValues("users"),
                "public.users (id, name, nickname)",
                "Actual:   1 rows differ",
                "id=100 (",
                "became",
                "Aristotle");
        failing(
                () -> assertThat(migration).preservesResultOf("SELECT name FROM users WHERE id = 100"),
                "Expected: [Plato]",
                "Actual:   [Aristotle]");
    }

    @MigrationTest("2")
    void locks_and_time_are_bounded(MigrationUnderTest migration) {
        migration.up();

        assertThat(migration)
                .holdsNoLockLongerThan(Duration.ofMinutes(1))
                .takesAtMost(Duration.ofMinutes(1))
                .takesAtMostPerThousandRowsOf("users", Duration.ofMinutes(10));
        failing(
                () -> assertThat(migration).holdsNoLockLongerThan(Duration.ZERO),
                "ACCESS EXCLUSIVE on public.users for",
                "line 1");
        failing(() -> assertThat(migration).takesAtMost(Duration.ZERO), "Expected: at most 0.0 ms");
        failing(
                () -> assertThat(migration).takesAtMostPerThousandRowsOf("users", Duration.ZERO),
                "for the 30 rows of users");
    }

    @MigrationTest("2")
    void a_good_undo_restores_all(MigrationUnderTest migration) {
        migration.up();
        migration.down();

        assertThat(migration).restoredSchema().restoredData();
    }

    @MigrationTest("3")
    void a_lossy_undo_is_told(MigrationUnderTest migration) {
        migration.givenEmpty("users").given("INSERT INTO users (id, nickname) VALUES (7, 'Socks')");
        migration.up().down();

        failing(() -> assertThat(migration).restoredSchema(), "column public.users.nickname", "DEFAULT");
        failing(() -> assertThat(migration).restoredData(), "public.users.nickname: 1 values differ", "id=7");
    }

    @MigrationTest("2")
    void what_speaks_of_the_undo_asks_for_it(MigrationUnderTest migration) {
        assertThatExceptionOfType(ExtensionConfigurationException.class)
                .isThrownBy(() -> assertThat(migration).preservesRowCount("users"))
                .withMessageContaining("call up() first");
        migration.up();
        assertThatExceptionOfType(ExtensionConfigurationException.class)
                .isThrownBy(() -> assertThat(migration).restoredSchema())
                .withMessageContaining("call up() and down() first");
    }

    private static LookQueries look(MigrationUnderTest migration) {
        return migration
                .stage()
                .dialect()
                .assertions()
                .ask(migration.dataSource())
                .look();
    }

    private static void failing(ThrowingCallable assertion, String... parts) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(assertion)
                .extracting(Throwable::getMessage)
                .satisfies(message ->
                        org.assertj.core.api.Assertions.assertThat(message).contains(parts));
    }
}
