import static dev.rehearsal.junit.RehearsalAssertions.assertThat;

import dev.rehearsal.junit.MigrationTest;
import dev.rehearsal.junit.MigrationUnderTest;
import dev.rehearsal.junit.Rehearsal;

@Rehearsal(locations = {"filesystem:base/db/migration", "filesystem:view-forgets-users/db/migration"}, rows = 0)
class RevenuePerUserTest {
    @MigrationTest("2")
    void every_user_has_a_line(MigrationUnderTest migration) {
        migration.given("INSERT INTO users (email, full_name) VALUES"
                + " ('ada@example.org', 'Ada'), ('plato@example.org', 'Plato');"
                + "INSERT INTO orders (user_id, total_cents)"
                + " SELECT id, cents FROM users, (VALUES (100), (50)) AS o (cents) WHERE full_name = 'Ada'");

        migration.up();

        assertThat(migration)
                .hasRowCount("revenue_per_user", "email = 'ada@example.org' AND cents = 150", 1)
                .hasRowCount("revenue_per_user", "email = 'plato@example.org' AND cents = 0", 1);
    }
}
