package dev.rehearsal.junit;

import static dev.rehearsal.junit.RehearsalAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;

@Rehearsal(locations = "classpath:people", rows = 0)
class RowsAssertTest {
    @BeforeEach
    void three_people(MigrationUnderTest migration) {
        migration.given("INSERT INTO users (id, name, nickname) VALUES"
                + " (1, 'Ada Lovelace', 'ada'), (2, 'Plato', 'p'), (3, NULL, 'p');"
                + "INSERT INTO orders (user_id, total) VALUES (1, 10), (1, 20), (NULL, 30)");
        migration.up();
    }

    @MigrationTest("2")
    void rows_are_counted(MigrationUnderTest migration) {
        assertThat(migration).hasRowCount("users", 3).hasRowCount("public.orders", "t.user_id = 1", 2);

        failing(() -> assertThat(migration).hasRowCount("users", "name LIKE 'P%'", 0), """
                V2 split name, after up: public.users
                  Expected: 0 rows
                  Actual:   1 rows
                  Such as:  id=2
                  Look at:  SELECT * FROM public.users AS t WHERE name LIKE 'P%'""");
    }

    @MigrationTest("2")
    void rows_of_a_view_are_named_by_their_values(MigrationUnderTest migration) {
        migration.execute("CREATE VIEW short AS SELECT id, nickname FROM users");

        failing(() -> assertThat(migration).hasRowCount("short", "id = 3", 0), "Actual:   1 rows", "Such as:  (3,p)");
    }

    @MigrationTest("2")
    void nulls_are_counted(MigrationUnderTest migration) {
        assertThat(migration).hasNullCount("users", "first_name", 1).hasNoNulls("users", "NICKNAME");

        failing(() -> assertThat(migration).hasNoNulls("users", "last_name"), """
                V2 split name, after up: public.users.last_name
                  Expected: 0 rows with NULL
                  Actual:   2 rows with NULL
                  Such as:  id=2; id=3
                  Look at:  SELECT * FROM public.users AS t WHERE t."last_name" IS NULL""");
    }

    @MigrationTest("2")
    void different_values_and_duplicates_are_counted(MigrationUnderTest migration) {
        assertThat(migration)
                .hasDistinctCount("users", "nickname", 2)
                .hasDuplicateCount("users", 2, "nickname")
                .hasNoDuplicates("users", "name", "nickname");

        failing(
                () -> assertThat(migration).hasNoDuplicates("users", "nickname"),
                "Actual:   2 rows with duplicates",
                "Such as:  id=2; id=3",
                "HAVING count(*) > 1");
        failing(
                () -> assertThat(migration).hasDistinctCount("users", "nickname", 3),
                "Actual:   2 different values",
                "Such as:  ada; p");
    }

    @MigrationTest("2")
    void orphans_are_found(MigrationUnderTest migration) {
        assertThat(migration).hasNoOrphans("orders", "user_id", "users");
        migration.execute("ALTER TABLE orders DROP CONSTRAINT orders_user_id_fkey; DELETE FROM users WHERE id = 1");

        assertThat(migration).hasOrphanCount("orders", "user_id", "users", 2);
        failing(
                () -> assertThat(migration).hasNoOrphans("orders", "user_id", "users"),
                "public.orders.user_id",
                "Actual:   2 rows without their row of users",
                "Such as:  id=1; id=2",
                "NOT EXISTS");
    }

    @MigrationTest("2")
    void values_are_of_a_set(MigrationUnderTest migration) {
        assertThat(migration)
                .hasOnlyValues("users", "nickname", "ada", "p")
                .hasOnlyValues("orders", "total", 10, 20, 30);

        failing(
                () -> assertThat(migration).hasOnlyValues("users", "nickname", "ada", "it's"),
                "Expected: only [ada, it's]",
                "Actual:   2 rows with other values: [p]",
                "Such as:  id=2; id=3");
    }

    @MigrationTest("2")
    void what_is_not_there_is_named_with_what_is(MigrationUnderTest migration) {
        failing(() -> assertThat(migration).hasRowCount("userz", 1), "table userz", "Did you mean 'users'?");
        failing(
                () -> assertThat(migration).hasNoNulls("users", "surname"),
                "column surname of public.users",
                "id, name, nickname, first_name, last_name");
    }

    @MigrationTest("2")
    void all_that_fails_is_told_together(MigrationUnderTest migration) {
        failing(
                () -> RehearsalSoftAssertions.assertSoftlyOn(softly -> {
                    softly.assertThat(migration)
                            .hasRowCount("users", 4)
                            .hasConstraint("users", "no_such_constraint")
                            .thatIsValidated()
                            .hasColumn("userz", "name")
                            .ofType("text")
                            .hasNullCount("users", "first_name", 9);
                    softly.assertThat("a string").isEqualTo("another");
                }),
                "Expected: 4 rows",
                "constraint no_such_constraint of public.users",
                "table userz",
                "Expected: 9 rows with NULL",
                "another",
                "5 failures");
    }

    @MigrationTest("2")
    void a_description_leads_the_message(MigrationUnderTest migration) {
        failing(() -> assertThat(migration).as("after the import").hasRowCount("users", 4), "[after the import]");
    }

    private static void failing(ThrowingCallable assertion, String... parts) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(assertion)
                .extracting(Throwable::getMessage)
                .satisfies(message ->
                        org.assertj.core.api.Assertions.assertThat(message).contains(parts));
    }
}
